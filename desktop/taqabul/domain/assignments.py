"""Work that somebody is to do."""

from dataclasses import dataclass
from datetime import date, datetime

from taqabul.domain.ids import BitextId


@dataclass(frozen=True, slots=True)
class Assignment:
    """A bitext, or some of its rows, for somebody to work on.

    ``ranks`` are those of the first and the last row, None for all; rows that come between them later belong to it.
    ``task`` is what to do, in words; ``until`` the day by which, None where there is none.
    """

    id: int
    bitext: BitextId
    person: str
    ranks: tuple[int, int] | None
    task: str
    until: date | None
    given_by: str
    given_at: datetime
    done_at: datetime | None = None
