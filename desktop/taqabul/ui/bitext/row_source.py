"""Where rows come from: what the model and the view need to know of a bitext, and nothing more."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.language import Language
from taqabul.workflow import rows as workflow_rows
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextHead
from taqabul.workflow.rows import STATUSES, Outline, Row


@dataclass
class RowTable:
    """What is known of all rows at once, in row order; one entry a row in each array.

    ``status`` counts in ``STATUSES``; ``confidence`` is nan where there is none. ``source_first`` and
    ``target_first`` count paragraphs of the documents from 0, -1 where a side is empty or the row is new.
    ``even`` tells rows of one paragraph facing one, ``has_reason`` those that somebody said why to look at
    again, ``has_note`` those with notes, ``edited`` those in whose texts a person corrected something.
    """

    links: NDArray[np.int64]
    ranks: NDArray[np.int64]
    status: NDArray[np.int8]
    confidence: NDArray[np.floating]
    source_chars: NDArray[np.integer]
    target_chars: NDArray[np.integer]
    source_first: NDArray[np.integer]
    target_first: NDArray[np.integer]
    even: NDArray[np.bool_]
    has_reason: NDArray[np.bool_]
    bookmarked: NDArray[np.bool_]
    has_note: NDArray[np.bool_]
    edited: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.links)

    def taken(self, places: NDArray[np.int64]) -> "RowTable":
        """The table of the rows at these places, in their order."""
        return self._mapped(lambda _name, array: array[places])

    def places(self, links: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where links stand, in the order asked for; those that are not there are left out."""
        order = np.argsort(self.links)
        known = links[np.isin(links, self.links)]
        return order[np.searchsorted(self.links, known, sorter=order)]

    def changed(self, changes: ChangeSet, fresh: "RowTable") -> "RowTable":
        """The table in rank order after an edit; ``fresh`` holds the rows that came, moved or look different.

        Where rows only look different now, they are written into this very table.
        """
        made = self
        if changes.removed:
            made = made.taken(np.flatnonzero(~np.isin(made.links, np.array(changes.removed, np.int64))))
        made.put(fresh)
        if changes.moved:
            made = made.taken(np.argsort(made.ranks, kind="stable"))
        if changes.inserted:
            came = fresh.among([link for link, _ in changes.inserted])
            made = made.with_rows(np.searchsorted(made.ranks, came.ranks), came)
        return made

    def among(self, links: Iterable[LinkId]) -> "RowTable":
        """The table of these links alone, in rank order."""
        found = self.places(np.array(list(dict.fromkeys(links)), np.int64))
        return self.taken(found[np.argsort(self.ranks[found], kind="stable")])

    def without(self, first: int, last: int) -> "RowTable":
        """The table with rows ``first`` to ``last`` taken out."""
        gone = slice(first, last + 1)
        return self._mapped(lambda _name, array: np.delete(array, gone))

    def with_rows(self, positions: NDArray[np.integer], rows: "RowTable") -> "RowTable":
        """The table with rows put in, each before the one that stands at its position now."""
        return self._mapped(lambda name, array: np.insert(array, positions, getattr(rows, name)))

    def with_moved(self, position: int, goal: int, rank: int) -> "RowTable":
        """The table with a row taken from a position and put in at another, under a new rank."""
        made = self._mapped(lambda _name, array: np.insert(np.delete(array, position), goal, array[position]))
        made.ranks[goal] = rank
        return made

    def put(self, rows: "RowTable") -> None:
        """Write down how some rows are now, where they stand here; their paragraphs keep their places."""
        here = np.flatnonzero(np.isin(self.links, rows.links))
        there = rows.places(self.links[here])
        for one in fields(self):
            if not one.name.endswith("_first"):
                getattr(self, one.name)[here] = getattr(rows, one.name)[there]

    def _mapped(self, change: Callable[[str, NDArray[Any]], NDArray[Any]]) -> "RowTable":
        return RowTable(**{one.name: change(one.name, getattr(self, one.name)) for one in fields(self)})


@dataclass(frozen=True)
class Crossings:
    """Links off the common order: their rows, and the row boundaries where their targets would stand.

    Boundary b is the upper edge of row b. Both arrays are equally long, ascending by row.
    """

    rows: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    boundaries: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))

    def between(self, first: int, last: int) -> list[tuple[int, int, int]]:
        """The crossings that pass over rows ``first`` to ``last``, as (number, row, boundary)."""
        low, high = np.minimum(self.rows, self.boundaries), np.maximum(self.rows, self.boundaries)
        at = np.flatnonzero((low <= last + 1) & (high >= first))
        return [(int(i), int(self.rows[i]), int(self.boundaries[i])) for i in at]

    def ending_at(self, first: int, last: int) -> list[int]:
        """The rows whose targets would stand at the boundaries ``first`` to ``last``."""
        return self.rows[(self.boundaries >= first) & (self.boundaries <= last)].tolist()  # type: ignore[no-any-return]

    def boundary_of(self, row: int) -> int | None:
        """Where the target of a row's link would stand; None where it stands right."""
        at = int(np.searchsorted(self.rows, row))
        return int(self.boundaries[at]) if at < len(self.rows) and self.rows[at] == row else None

    def among(self, places: NDArray[np.int64]) -> "Crossings":
        """The crossings as they look where only the rows at these ascending places are shown."""
        kept = np.isin(self.rows, places)
        return Crossings(
            np.searchsorted(places, self.rows[kept]), np.searchsorted(places, self.boundaries[kept])
        )

    def shifted(self, start: int, by: int) -> "Crossings":
        """The crossings after rows came (``by`` > 0) or went before ``start``; those of gone rows go too."""
        kept = (self.rows >= start) | (self.rows < min(start, start + by))
        rows, boundaries = self.rows[kept], self.boundaries[kept]
        return Crossings(
            np.where(rows >= start, rows + by, rows),
            # What stood between rows that went stands where they were.
            np.where(boundaries >= start, boundaries + by, np.minimum(boundaries, start + by)),
        )


class LibraryRows:
    """The rows of a bitext of an open library."""

    def __init__(self, library: Library, summary: BitextHead) -> None:
        self.summary = summary
        self.source_language = summary.source_language
        self.target_language = summary.target_language
        self._library = library
        self._bitext: BitextId = summary.id
        self._brief: workflow_rows.Outline | None = None
        self._ahead: workflow_rows.Outline | None = None

    def read_ahead(self) -> None:
        """Read what ``table`` is asked for first; may be called from a worker's thread."""
        self._ahead = workflow_rows.outline(self._library, self._bitext)

    def table(self) -> RowTable:
        """Everything known of all rows."""
        ahead, self._ahead = self._ahead, None
        brief = self._brief = ahead or workflow_rows.outline(self._library, self._bitext)
        return table_of(brief)

    def table_beside(self) -> RowTable:
        """The same for another look while rows are shown: what others changed does not count as seen by it."""
        brief = self._brief = workflow_rows.brief(self._library, self._bitext)
        return table_of(brief)

    def crossings(self) -> Crossings:
        """Which rows cross, of those that ``table`` gave last."""
        if self._brief is None:
            return Crossings()
        crossing = workflow_rows.crossings(self._brief)
        return Crossings(crossing.rows, crossing.stands_at)

    def rows_in_brief(self, links: Sequence[LinkId]) -> RowTable:
        """What a table tells of some rows, as they are now."""
        return table_of(workflow_rows.brief(self._library, self._bitext)).among(links)

    def rows(self, links: Sequence[LinkId]) -> list[Row]:
        """Some rows in full; those that somebody took away meanwhile are missing."""
        return workflow_rows.rows(self._library, self._bitext, links)


class RowSource(Protocol):
    """Reads the rows of one bitext."""

    source_language: Language
    target_language: Language

    def table(self) -> RowTable:
        """Everything known of all rows."""
        ...

    def table_beside(self) -> RowTable:
        """The same for another look while rows are shown."""
        ...

    def crossings(self) -> Crossings:
        """Which rows cross, of those that ``table`` gave last; slower than the table itself."""
        ...

    def rows_in_brief(self, links: Sequence[LinkId]) -> RowTable:
        """What a table tells of some rows, in rank order; takes as long as all of it."""
        ...

    def rows(self, links: Sequence[LinkId]) -> list[Row]:
        """Some rows in full, in the order asked for."""
        ...


def table_of(brief: Outline) -> RowTable:
    """An outline as a table."""
    return RowTable(
        brief.links,
        brief.rank,
        brief.status,
        brief.confidence,
        brief.source_length,
        brief.target_length,
        brief.source_first,
        brief.target_first,
        brief.even,
        brief.has_reason,
        brief.bookmarked,
        brief.has_note,
        brief.edited,
    )


def table_of_rows(rows: Iterable[Row]) -> RowTable:
    """What a table tells of rows that were read in full, in their order."""
    columns = list(zip(*map(_values, rows), strict=True)) or [()] * len(_TYPES)
    return RowTable(*(np.array(column, type_) for column, type_ in zip(columns, _TYPES, strict=True)))


_TYPES = (
    *(np.int64, np.int64, np.int8, np.float64),
    *(np.int32,) * 4,
    *(np.bool_,) * 5,
)


def _values(row: Row) -> tuple[float, ...]:
    """A row's entry in each array of a table, in the order of its fields."""
    link = row.link
    return (
        link.id,
        link.rank,
        STATUSES.index(link.status),
        np.nan if link.confidence is None else link.confidence,
        sum(len(one.text) for one in row.source),
        sum(len(one.text) for one in row.target),
        -1,
        -1,
        len(row.source) == len(row.target) == 1,
        bool(link.reason),
        link.bookmarked,
        bool(row.notes),
        any(one.text != one.imported for one in row.source + row.target),
    )
