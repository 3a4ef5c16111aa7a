"""The verbs that change how texts are shown."""

from typing import TYPE_CHECKING, Final

from taqabul.ui.core.actions import ActionSpec
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

    Spec = ActionSpec[MainWindow]
else:
    Spec = ActionSpec

_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")

READING_ACTIONS: Final = (
    Spec(
        "fonts",
        QT_TRANSLATE_NOOP("Actions", "&Fonts of the texts…"),
        lambda w: w.reading.ask_fonts(),
        ("Ctrl+T",),
        _VIEW,
        group=True,
    ),
    Spec(
        "tashkeel",
        QT_TRANSLATE_NOOP("Actions", "Show &vowel signs"),
        lambda w: w.reading.toggle_tashkeel(),
        ("Ctrl+Shift+V",),
        _VIEW,
        checked=lambda w: w.settings.tashkeel,
    ),
    Spec(
        "unseen",
        QT_TRANSLATE_NOOP("Actions", "Name &unseen characters"),
        lambda w: w.reading.toggle_unseen(),
        ("Ctrl+Shift+U",),
        _VIEW,
        checked=lambda w: w.settings.unseen,
    ),
)
