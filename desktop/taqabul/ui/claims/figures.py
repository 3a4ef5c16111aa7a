"""The figures of the claims listed, in words."""

from collections import Counter
from collections.abc import Sequence

from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.claims.claim_filters import COUNT
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say
from taqabul.workflow.annotating.claim_list import ClaimBrief

_MENTIONS = QT_TRANSLATE_NOOP("Claims", "%n mention(s)")


def figures(claims: Sequence[ClaimBrief]) -> str:
    """How many there are, how many of each status, and how many mentions they have."""
    by_status = Counter(one.claim.status for one in claims)
    parts = [f"{say(words)}: {by_status[status]}" for status, words in STATUSES.items() if by_status[status]]
    mentions = plural(_MENTIONS, sum(one.mentions for one in claims))
    return "  ·  ".join((plural(COUNT, len(claims)), *parts, mentions))
