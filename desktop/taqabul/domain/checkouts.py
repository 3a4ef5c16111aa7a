"""Bitexts that somebody took along in a file of their own, to bring back what they did there."""

from dataclasses import dataclass
from datetime import datetime

from taqabul.domain.ids import BitextId, JournalId


@dataclass(frozen=True, slots=True)
class Checkout:
    """What was taken along, by whom, when, and into which file.

    ``up_to`` is the line of the journal, and ``numbers`` the next free number of each kind of record, with which
    the file began. ``ended_at`` is when all that was done there had come back, None until then.
    """

    uid: str
    author: str
    at: datetime
    place: str
    bitexts: tuple[BitextId, ...]
    up_to: JournalId
    numbers: tuple[tuple[str, int], ...] = ()
    ended_at: datetime | None = None
