"""Where rows come from: what the model and the view need to know of a bitext, and nothing more."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.language import Language
from taqabul.workflow import rows as workflow_rows
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextSummary
from taqabul.workflow.rows import STATUSES, Row


@dataclass
class RowTable:
    """What is known of all rows at once, in row order; one entry a row in each array.

    ``status`` counts in ``STATUSES``; ``confidence`` is nan where there is none. ``source_first`` and
    ``target_first`` count paragraphs of the documents from 0, -1 where a side is empty or the row is new.
    ``even`` tells rows of one paragraph facing one, ``has_reason`` those that somebody said why to look at
    again, ``has_note`` those with notes.
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

    def __len__(self) -> int:
        return len(self.links)

    def without(self, first: int, last: int) -> "RowTable":
        """The table with rows ``first`` to ``last`` taken out."""
        gone = slice(first, last + 1)
        return self._mapped(lambda _name, array: np.delete(array, gone))

    def with_row(self, position: int, row: Row) -> "RowTable":
        """The table with a row put in at a position."""
        values = _values(row)
        return self._mapped(lambda name, array: np.insert(array, position, values[name]))

    def with_moved(self, position: int, goal: int, rank: int) -> "RowTable":
        """The table with a row taken from a position and put in at another, under a new rank."""
        made = self._mapped(lambda _name, array: np.insert(np.delete(array, position), goal, array[position]))
        made.ranks[goal] = rank
        return made

    def put(self, position: int, row: Row) -> None:
        """Write a row's values at a position."""
        for name, value in _values(row).items():
            if not name.endswith("_first"):
                getattr(self, name)[position] = value

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

    def boundary_of(self, row: int) -> int | None:
        """Where the target of a row's link would stand; None where it stands right."""
        at = np.flatnonzero(self.rows == row)
        return int(self.boundaries[at[0]]) if len(at) else None

    def shifted(self, start: int, by: int) -> "Crossings":
        """The crossings after rows came (``by`` > 0) or went before ``start``; those of gone rows go too."""
        kept = (self.rows >= start) | (self.rows < min(start, start + by))
        rows, boundaries = self.rows[kept], self.boundaries[kept]
        return Crossings(
            np.where(rows >= start, rows + by, rows),
            np.where(boundaries >= start, boundaries + by, boundaries),
        )


class LibraryRows:
    """The rows of a bitext of an open library."""

    def __init__(self, library: Library, summary: BitextSummary) -> None:
        self.source_language = summary.source_language
        self.target_language = summary.target_language
        self._library = library
        self._bitext: BitextId = summary.id
        self._brief: workflow_rows.Outline | None = None

    def table(self) -> RowTable:
        """Everything known of all rows."""
        brief = self._brief = workflow_rows.outline(self._library, self._bitext)
        return RowTable(
            brief.links,
            brief.rank,
            brief.status,
            brief.confidence,
            brief.source_length,
            brief.target_length,
            brief.source_first,
            brief.target_first,
            self._even(brief),
            brief.has_reason,
            brief.bookmarked,
            brief.has_note,
        )

    def crossings(self) -> Crossings:
        """Which rows cross, of those that ``table`` gave last."""
        if self._brief is None:
            return Crossings()
        crossing = workflow_rows.crossings(self._brief)
        return Crossings(crossing.rows, crossing.stands_at)

    def _even(self, brief: workflow_rows.Outline) -> NDArray[np.bool_]:
        """Which rows are one to one, told from where each row's paragraphs begin and the next one's do."""
        even = np.ones(len(brief), bool)
        for firsts, side in ((brief.source_first, "source"), (brief.target_first, "target")):
            even &= firsts >= 0
            order = np.flatnonzero(firsts >= 0)
            order = order[np.argsort(firsts[order])]
            even[order[:-1]] &= np.diff(firsts[order]) == 1
            for row in self.rows([LinkId(int(brief.links[last])) for last in order[-1:]]):
                even[order[-1]] &= len(getattr(row, side)) == 1
        return even

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

    def crossings(self) -> Crossings:
        """Which rows cross, of those that ``table`` gave last; slower than the table itself."""
        ...

    def rows(self, links: Sequence[LinkId]) -> list[Row]:
        """Some rows in full, in the order asked for."""
        ...


def _values(row: Row) -> dict[str, float]:
    link = row.link
    return {
        "links": link.id,
        "ranks": link.rank,
        "status": STATUSES.index(link.status),
        "confidence": np.nan if link.confidence is None else link.confidence,
        "source_chars": sum(len(one.text) for one in row.source),
        "target_chars": sum(len(one.text) for one in row.target),
        "source_first": -1,
        "target_first": -1,
        "even": len(row.source) == len(row.target) == 1,
        "has_reason": bool(link.reason),
        "bookmarked": link.bookmarked,
        "has_note": bool(row.notes),
    }
