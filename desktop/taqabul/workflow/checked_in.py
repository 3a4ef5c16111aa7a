"""What becomes of a file that is checked in: acts that came in, and those that stay open or out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from taqabul.domain.checkouts import Checkout
from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage.journal import Act
from taqabul.workflow.both_versions import Versions


class Keep(StrEnum):
    """Which version stays where both were changed: that of the file, or that of the library."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Conflict:
    """An act in the file that does not fit what the library holds now.

    ``line`` is its line in the file's journal. ``versions`` are the records that both changed; where there are none,
    ``why`` is all there is to say.
    """

    line: JournalId
    bitext: BitextId
    verb: str
    summary: str
    author: str
    at: datetime
    why: str
    versions: tuple[Versions, ...] = ()


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """What became of a file: how many acts came in, were in before, were let go; and what is still open.

    ``refused`` are acts that the role of whoever brings them in does not include: they may come in by somebody else.
    ``others`` counts the bitexts of the file that were not taken along, and stay there.
    """

    checkout: Checkout
    came: int
    known: int
    let_go: int
    conflicts: tuple[Conflict, ...]
    refused: tuple[Conflict, ...]
    others: int


def conflict_of(act: Act, why: str, versions: tuple[Versions, ...] = ()) -> Conflict:
    """What stays open of an act, for a reason."""
    return Conflict(act.id, act.bitext, act.verb, act.summary, act.author, act.at, why, versions)
