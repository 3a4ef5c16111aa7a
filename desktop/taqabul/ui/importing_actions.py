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
