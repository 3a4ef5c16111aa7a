"""What the conditions of a filter are called."""

from typing import Final

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, Message
from taqabul.workflow.queues import PICKED

TITLES: Final[dict[str, Message]] = {
    "proposed": QT_TRANSLATE_NOOP("Queues", "Proposed"),
    "needs-review": QT_TRANSLATE_NOOP("Queues", "For review"),
    "rejected": QT_TRANSLATE_NOOP("Queues", "Rejected"),
    "confirmed": QT_TRANSLATE_NOOP("Queues", "Confirmed"),
    "doubtful": QT_TRANSLATE_NOOP("Queues", "Low confidence"),
    "uneven": QT_TRANSLATE_NOOP("Queues", "Not 1-1"),
    "one-sided": QT_TRANSLATE_NOOP("Queues", "One-sided"),
    "crossing": QT_TRANSLATE_NOOP("Queues", "Crossing"),
    "numbers": QT_TRANSLATE_NOOP("Queues", "Numbers differ"),
    "long": QT_TRANSLATE_NOOP("Queues", "Target long"),
    "short": QT_TRANSLATE_NOOP("Queues", "Target short"),
    "edited": QT_TRANSLATE_NOOP("Queues", "Edited"),
    "noted": QT_TRANSLATE_NOOP("Queues", "With notes"),
    "reason": QT_TRANSLATE_NOOP("Queues", "With a reason"),
    "bookmarked": QT_TRANSLATE_NOOP("Queues", "Bookmarked"),
    "changed": QT_TRANSLATE_NOOP("Queues", "Changed"),
    "changed-by-others": QT_TRANSLATE_NOOP("Queues", "Changed by others"),
    "annotated": QT_TRANSLATE_NOOP("Queues", "Annotated"),
    "errors": QT_TRANSLATE_NOOP("Queues", "With errors"),
    "claims": QT_TRANSLATE_NOOP("Queues", "With claims"),
    "assigned": QT_TRANSLATE_NOOP("Queues", "Assigned to me"),
    "orphans": QT_TRANSLATE_NOOP("Queues", "With orphans"),
    PICKED: QT_TRANSLATE_NOOP("Queues", "From the overview"),
}
_STATUS: Final = QT_TRANSLATE_NOOP("Queues", "&By status")
_WRONG: Final = QT_TRANSLATE_NOOP("Queues", "By what &may be wrong")
_PEOPLE: Final = QT_TRANSLATE_NOOP("Queues", "By what pe&ople did")
_MARKED: Final = QT_TRANSLATE_NOOP("Queues", "By what is mar&ked")
SUBMENUS: Final[dict[str, Message]] = {
    **dict.fromkeys(("proposed", "needs-review", "rejected", "confirmed"), _STATUS),
    **dict.fromkeys(("doubtful", "uneven", "one-sided", "crossing", "numbers", "long", "short"), _WRONG),
    **dict.fromkeys(("edited", "noted", "reason", "bookmarked", "changed", "changed-by-others"), _PEOPLE),
    **dict.fromkeys(("annotated", "errors", "claims", "orphans"), _MARKED),
}
"""Under what the conditions stand in the menu; the others stand in it themselves."""
TIPS: Final[dict[str, Message]] = {
    "proposed": QT_TRANSLATE_NOOP("Queues", "Nobody has decided on them yet"),
    "needs-review": QT_TRANSLATE_NOOP("Queues", "Somebody asked for another look"),
    "rejected": QT_TRANSLATE_NOOP("Queues", "Said to be no translations of each other"),
    "confirmed": QT_TRANSLATE_NOOP("Queues", "Said to be right"),
    "doubtful": QT_TRANSLATE_NOOP("Queues", "The aligner was less sure than the figure beside says"),
    "uneven": QT_TRANSLATE_NOOP("Queues", "Anything but one paragraph facing one"),
    "one-sided": QT_TRANSLATE_NOOP("Queues", "Nothing faces the paragraph"),
    "crossing": QT_TRANSLATE_NOOP("Queues", "The target stands elsewhere in its text"),
    "numbers": QT_TRANSLATE_NOOP("Queues", "A figure on one side that the other does not say"),
    "long": QT_TRANSLATE_NOOP("Queues", "The target is much longer than its source promises"),
    "short": QT_TRANSLATE_NOOP("Queues", "The target is much shorter than its source promises"),
    "edited": QT_TRANSLATE_NOOP("Queues", "A text was corrected by a person"),
    "noted": QT_TRANSLATE_NOOP("Queues", "Somebody wrote a note"),
    "reason": QT_TRANSLATE_NOOP("Queues", "Somebody said why to look again"),
    "bookmarked": QT_TRANSLATE_NOOP("Queues", "Somebody put a bookmark"),
    "changed": QT_TRANSLATE_NOOP("Queues", "Somebody changed the pair, its texts or its notes"),
    "changed-by-others": QT_TRANSLATE_NOOP(
        "Queues", "Somebody else changed the pair, its texts or its notes"
    ),
    "annotated": QT_TRANSLATE_NOOP("Queues", "Something is marked in the pair, or the whole pair"),
    "errors": QT_TRANSLATE_NOOP("Queues", "A translation error is marked"),
    "claims": QT_TRANSLATE_NOOP("Queues", "A claim is marked"),
    "assigned": QT_TRANSLATE_NOOP(
        "Queues", "Somebody gave them to you to work on, and nobody said that it is done"
    ),
    "orphans": QT_TRANSLATE_NOOP("Queues", "A mark lost its words when a text was corrected"),
    PICKED: QT_TRANSLATE_NOOP("Queues", "The pairs behind the bar that was chosen last in the overview"),
}
