"""The verbs that bring texts in, and tell where they come from."""

from typing import Final

from taqabul.ui.core.actions import Situation
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.library.listing import Kind
from taqabul.ui.window_spec import Spec

_FILE = QT_TRANSLATE_NOOP("Menu", "&File")


def _has_document(now: Situation) -> bool:
    chosen = now.entries == 1 and now.shelf != Kind.BIN
    return not now.busy and (now.bitext or chosen)


def _in_library(now: Situation) -> bool:
    return not now.busy and bool(now.shelf)


LOOKING_ACTIONS: Final = (
    Spec(
        "import-look",
        QT_TRANSLATE_NOOP("Actions", "&Import with a look…"),
        lambda w: w.doctor.ask(),
        ("Ctrl+Shift+I",),
        _FILE,
        lambda now: not now.busy,
    ),
)
PASTING_ACTIONS: Final = (
    Spec(
        "paste-text",
        QT_TRANSLATE_NOOP("Actions", "&Paste as a new text…"),
        lambda w: w.doctor.paste(),
        ("Ctrl+V",),
        QT_TRANSLATE_NOOP("Menu", "&Edit"),
        _in_library,
        group=True,
    ),
)
DESCRIBING_ACTIONS: Final = (
    Spec(
        "describe",
        QT_TRANSLATE_NOOP("Actions", "&Document details…"),
        lambda w: w.describing.ask(),
        ("Ctrl+I",),
        _FILE,
        _has_document,
    ),
)
