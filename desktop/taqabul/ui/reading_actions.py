"""The verbs that change how texts are shown, and what in them nobody sees."""

from typing import Final

from taqabul.ui.core.actions import has_bitext, has_paragraph, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.core.settings import Theme
from taqabul.ui.window_spec import Spec

_TEXT = QT_TRANSLATE_NOOP("Menu", "&Text")
_GO = QT_TRANSLATE_NOOP("Menu", "&Go")
_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")

CLEANING_ACTIONS: Final = (
    Spec(
        "clean",
        QT_TRANSLATE_NOOP("Actions", "C&lean the texts…"),
        lambda w: w.cleaning.ask(),
        ("Ctrl+Shift+K",),
        _TEXT,
        has_bitext,
        group=True,
    ),
    Spec(
        "turn-direction",
        QT_TRANSLATE_NOOP("Actions", "&Turn its direction"),
        lambda w: w.page.reviewer.turn_direction(),
        ("Ctrl+Shift+D",),
        _TEXT,
        has_paragraph,
    ),
)
FOLLOWING_ACTIONS: Final = (
    Spec(
        "other-end",
        QT_TRANSLATE_NOOP("Actions", "&Other end of the crossing link"),
        lambda w: w.reading.follow_crossing(),
        ("O",),
        _GO,
        has_rows,
        group=True,
    ),
    Spec(
        "next-sentence",
        QT_TRANSLATE_NOOP("Actions", "Next &sentence"),
        lambda w: w.page.stepping.sentence(1),
        ("Alt+Down",),
        _GO,
        has_paragraph,
        group=True,
    ),
    Spec(
        "previous-sentence",
        QT_TRANSLATE_NOOP("Actions", "Previous sentence"),
        lambda w: w.page.stepping.sentence(-1),
        ("Alt+Up",),
        _GO,
        has_paragraph,
    ),
    Spec(
        "word-right",
        QT_TRANSLATE_NOOP("Actions", "&Word to the right"),
        lambda w: w.page.stepping.word(1),
        ("Alt+Right",),
        _GO,
        has_paragraph,
    ),
    Spec(
        "word-left",
        QT_TRANSLATE_NOOP("Actions", "Word to the left"),
        lambda w: w.page.stepping.word(-1),
        ("Alt+Left",),
        _GO,
        has_paragraph,
    ),
)
READING_ACTIONS: Final = (
    Spec(
        "theme-contrast",
        QT_TRANSLATE_NOOP("Actions", "&High contrast"),
        lambda w: w.colours.choose(Theme.CONTRAST),
        (),
        _VIEW,
        checked=lambda w: w.settings.theme is Theme.CONTRAST,
    ),
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
    Spec(
        "reading",
        QT_TRANSLATE_NOOP("Actions", "Only the te&xts"),
        lambda w: w.reading.toggle_mode(),
        ("F11",),
        _VIEW,
        has_bitext,
        checked=lambda w: w.reading.only_texts,
        group=True,
    ),
)
