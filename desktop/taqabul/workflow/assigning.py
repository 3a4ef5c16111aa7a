"""Work given to people: bitexts, or stretches of their rows; said to be done, taken back."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

import numpy as np
import numpy.typing as npt

from taqabul.domain.assignments import Assignment
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.shelves import Placement
from taqabul.storage import assignments
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.calling import call_all
from taqabul.storage.calls import Work
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.links import link_ids, read_links
from taqabul.storage.people import holds_to_names, members
from taqabul.storage.shelves import placements
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in


def assign(
    library: Library,
    bitexts: Sequence[BitextId],
    person: str,
    rows: tuple[int, int] | None = None,
    task: str = "",
    until: date | None = None,
) -> list[Assignment]:
    """Give bitexts to somebody, or of one bitext the rows from one to another, counted from 1.

    Raises InvalidInput where there is no such bitext or row, nobody is named, or somebody whom the team does not know.
    """
    if not person.strip():
        raise InvalidInput("Nobody is named.", "Say who is to do it.")
    if rows is not None and len(bitexts) != 1:
        raise InvalidInput("Rows are those of one bitext.", "Name one bitext, or leave the rows out.")
    with library.database.write() as transaction:
        _refuse_stranger(transaction, person.strip())
        for id_ in bitexts:
            bitext_in(transaction, id_)
        ranks = None if rows is None else _ranks(transaction, bitexts[0], rows)
        numbers = take(transaction, "assignment", len(bitexts))
        now = datetime.now(UTC)
        given = [
            Assignment(number, id_, person.strip(), ranks, task.strip(), until, library.author, now)
            for number, id_ in zip(numbers, bitexts, strict=True)
        ]
        assignments.add_assignments(transaction, given)
        call_all(transaction, Work(library.session))
        return given


def assignments_of(library: Library, person: str | None = None, *, done: bool = False) -> list[Assignment]:
    """The work that is still to be done (``done``: that which is done, too), of somebody or of all."""
    with library.database.read() as transaction:
        found = assignments.read_assignments(transaction)
    return [one for one in found if person in (None, one.person) and (done or one.done_at is None)]


@dataclass(frozen=True, slots=True)
class NewWork:
    """Work that somebody has just heard of: the title of its bitext, and its rows as ``rows_of`` tells them."""

    given: Assignment
    title: str
    rows: tuple[int, int] | None


def work_besides(library: Library, seen: Collection[int]) -> list[NewWork]:
    """Our own work that is still to be done, but for that of these numbers and what lies in the bin."""
    given = [one for one in assignments_of(library, library.author) if one.id not in seen]
    if not given:
        return []
    with library.database.read() as transaction:
        places = placements(transaction)
        found = read_bitexts(transaction, sorted({one.bitext for one in given}))
        known = {one.id: one.title for one in found if places.get(one.id, Placement()).binned_at is None}
    return [NewWork(one, known[one.bitext], rows_of(library, one)) for one in given if one.bitext in known]


def rows_of(library: Library, given: Assignment) -> tuple[int, int] | None:
    """The numbers of the first and the last row of it, from 1, as they are now; None for all rows."""
    if given.ranks is None:
        return None
    first, last = given.ranks
    with library.database.read() as transaction:
        links = read_links(transaction, link_ids(transaction, given.bitext))
    places = [place for place, link in enumerate(links.values(), start=1) if first <= link.rank <= last]
    return (places[0], places[-1]) if places else (0, 0)


def links_of(library: Library, bitext: BitextId, person: str) -> set[LinkId]:
    """The rows of a bitext that somebody still has to work on."""
    given = [one for one in assignments_of(library, person) if one.bitext == bitext]
    if not given:
        return set()
    with library.database.read() as transaction:
        links = read_links(transaction, link_ids(transaction, bitext))
    return {
        id_
        for id_, link in links.items()
        if any(one.ranks is None or one.ranks[0] <= link.rank <= one.ranks[1] for one in given)
    }


def rows_among(given: Sequence[Assignment], ranks: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Which rows, told by their ranks, belong to some work."""
    found = np.zeros(len(ranks), np.bool_)
    for one in given:
        found |= True if one.ranks is None else (ranks >= one.ranks[0]) & (ranks <= one.ranks[1])
    return found


def people(library: Library) -> list[str]:
    """Whom work may be given to: the team; where there is none, anybody, of whom those are given who had some before."""
    with library.database.read() as transaction:
        if holds_to_names(transaction):
            return list(members(transaction))
        known = {one.person for one in assignments.read_assignments(transaction)}
    return sorted({*known, library.author})


def row_count(library: Library, bitext: BitextId) -> int:
    """How many rows a bitext has."""
    with library.database.read() as transaction:
        return len(link_ids(transaction, bitext))


def set_done(library: Library, number: int, *, done: bool = True) -> Assignment:
    """Say that work is done, or is not. Raises InvalidInput where there is no such."""
    with library.database.write() as transaction:
        found = _in(transaction, number)
        assignments.finish(transaction, number, datetime.now(UTC) if done else None)
        call_all(transaction, Work(library.session))
        return found


def withdraw(library: Library, number: int) -> Assignment:
    """Take work back. Raises InvalidInput where there is no such."""
    with library.database.write() as transaction:
        found = _in(transaction, number)
        assignments.withdraw(transaction, number)
        call_all(transaction, Work(library.session))
        return found


def _in(transaction: Transaction, number: int) -> Assignment:
    for one in assignments.read_assignments(transaction):
        if one.id == number:
            return one
    raise InvalidInput(f"There is no work {number}.", "taqabul work lists what there is.")


def _refuse_stranger(transaction: Transaction, person: str) -> None:
    """Where people sign with their names on the server, work for any other name would reach nobody."""
    if not holds_to_names(transaction):
        return
    known = members(transaction)
    if person not in known:
        raise InvalidInput(f"{person} is not in the team.", f"In it are {', '.join(known)}.")


def _ranks(transaction: Transaction, bitext: BitextId, rows: tuple[int, int]) -> tuple[int, int]:
    ids = link_ids(transaction, bitext)
    first, last = rows
    if not 1 <= first <= last <= len(ids):
        raise InvalidInput(f"There are no rows {first}-{last}.", f"The bitext has rows 1-{len(ids)}.")
    ends = read_links(transaction, [ids[first - 1], ids[last - 1]])
    return ends[ids[first - 1]].rank, ends[ids[last - 1]].rank
