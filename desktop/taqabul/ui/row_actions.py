"""The table's part for verbs that move a side of rows, mark rows, and find marked ones."""

from typing import Final

from taqabul.ui.core.actions import has_bitext, has_rows
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.window_spec import Spec

_PAIR = QT_TRANSLATE_NOOP("Menu", "&Pair")
_VIEW = QT_TRANSLATE_NOOP("Menu", "&View")
_GO = QT_TRANSLATE_NOOP("Menu", "&Go")

ROW_ACTIONS: Final = (
    Spec(
        "shift-up",
        QT_TRANSLATE_NOOP("Actions", "Move this side up from here on"),
        lambda w: w.row_verbs.shift(up=True),
        ("Ctrl+Shift+Up",),
        _PAIR,
        has_rows,
        group=True,
        context=True,
    ),
    Spec(
        "shift-down",
        QT_TRANSLATE_NOOP("Actions", "Move this side down from here on"),
        lambda w: w.row_verbs.shift(up=False),
        ("Ctrl+Shift+Down",),
        _PAIR,
        has_rows,
        context=True,
    ),
    Spec(
        "swap",
        QT_TRANSLATE_NOOP("Actions", "E&xchange this side with the next pair"),
        lambda w: w.row_verbs.swap(),
        ("Ctrl+X",),
        _PAIR,
        has_rows,
        context=True,
    ),
    Spec(
        "review-why",
        QT_TRANSLATE_NOOP("Actions", "Mark for review, with a reason…"),
        lambda w: w.row_verbs.mark_for_review(),
        ("Shift+R",),
        _PAIR,
        has_rows,
        group=True,
        context=True,
    ),
    Spec(
        "bookmark",
        QT_TRANSLATE_NOOP("Actions", "Bookmar&k"),
        lambda w: w.row_verbs.toggle_bookmark(),
        ("Shift+B",),
        _PAIR,
        has_rows,
        "bookmark",
        toolbar=True,
        context=True,
    ),
    Spec(
        "realign-chosen",
        QT_TRANSLATE_NOOP("Actions", "Re-align the c&hosen pairs…"),
        lambda w: w.realigning.chosen(),
        ("Ctrl+Shift+R",),
        _PAIR,
        has_rows,
        context=True,
        group=True,
    ),
    Spec(
        "pinpoint",
        QT_TRANSLATE_NOOP("Actions", "Pin what is picked, re-align around it"),
        lambda w: w.realigning.pinpoint(),
        ("P",),
        _PAIR,
        has_rows,
        context=True,
    ),
    Spec(
        "confirm-sure",
        QT_TRANSLATE_NOOP("Actions", "Confirm all above a confidence…"),
        lambda w: w.row_verbs.confirm_sure(),
        ("Shift+C",),
        _PAIR,
        has_bitext,
        group=True,
    ),
)
HISTORY_ACTIONS: Final = (
    Spec(
        "history",
        QT_TRANSLATE_NOOP("Actions", "Histor&y"),
        lambda w: w.history.toggle(),
        ("H",),
        _VIEW,
        has_bitext,
        checked=lambda w: w.settings.history,
    ),
)
BOOKMARK_ACTIONS: Final = (
    Spec(
        "next-bookmark",
        QT_TRANSLATE_NOOP("Actions", "Next &bookmark"),
        lambda w: w.row_verbs.go_to_bookmark(1),
        ("B",),
        _GO,
        has_rows,
    ),
    Spec(
        "previous-bookmark",
        QT_TRANSLATE_NOOP("Actions", "Previous bookmark"),
        lambda w: w.row_verbs.go_to_bookmark(-1),
        ("Alt+B",),
        _GO,
        has_rows,
    ),
)
