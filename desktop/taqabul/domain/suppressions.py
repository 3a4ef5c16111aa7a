"""What people do not want to be told again by a check."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from taqabul.domain.ids import BitextId


class Reach(StrEnum):
    """This finding in its pair, all findings of its check in the pair, or in the whole bitext."""

    ONCE = "once"
    PAIR = "pair"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Suppression:
    """A check that is to be silent: ``key`` says where, in words that are compared and not read."""

    bitext: BitextId
    check: str
    reach: Reach
    key: str
    reason: str
    author: str
    at: datetime
