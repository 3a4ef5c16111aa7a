"""The verbs that open the claims of the library, and gather mentions from the texts."""

from typing import Final

from taqabul.ui.core.actions import Situation, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_ANNOTATE = QT_TRANSLATE_NOOP("Menu", "&Annotate")


def _is_idle(now: Situation) -> bool:
    return not now.busy


CLAIMS_ACTIONS: Final = (
    Spec(
        "claims",
        QT_TRANSLATE_NOOP("Actions", "&Claims of the library"),
        lambda w: w.claims.toggle(),
        ("Ctrl+Alt+C",),
        _ANNOTATE,
        _is_idle,
        group=True,
        checked=lambda w: w.claims.shown,
    ),
    Spec(
        "new-claim",
        QT_TRANSLATE_NOOP("Actions", "Begin a claim with this &mention"),
        lambda w: w.claims.begin(),
        ("Ctrl+Shift+C",),
        _ANNOTATE,
        has_rows,
    ),
    Spec(
        "gather-claim",
        QT_TRANSLATE_NOOP("Actions", "Gather this mention in&to a claim…"),
        lambda w: w.claims.ask_claim(),
        ("Ctrl+Shift+G",),
        _ANNOTATE,
        has_rows,
    ),
)
