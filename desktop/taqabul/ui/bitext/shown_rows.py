"""Which rows of a bitext are shown, kept in step with edits: exact signals for every row that comes, goes or moves."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Signal

from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.ui.bitext.row_cache import RowCache
from taqabul.ui.bitext.row_source import Crossings, RowSource, RowTable, table_of_rows
from taqabul.workflow.rows import Row

SMALL = 2000
FEW = 50
MANY = 1000
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ShownRows(QAbstractTableModel):
    """Links in rank order; all of them, or those of a filter, in its order.

    ``table`` and ``crossings`` tell of the rows shown, ``everything`` and ``all_crossings`` of all there are.
    ``table_read`` follows a fresh overall look, ``marks_changed`` (first, last) what was done to marks alone.
    """

    table_read = Signal()
    marks_changed = Signal(int, int)

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.source = source
        self.cache = RowCache(source)
        self._by_rank = True
        self.table: RowTable
        self.crossings: Crossings
        self.everything: RowTable
        self.all_crossings: Crossings
        self._read_all()

    @property
    def is_filtered(self) -> bool:
        """Whether some rows may be hidden, or stand in another order."""
        return self.table is not self.everything

    @property
    def is_small(self) -> bool:
        """Whether an overall look takes no time that a person would notice."""
        return len(self.everything) <= SMALL

    def silent_side(self) -> Side | None:
        """The side that has no text at all, where there is one."""
        firsts = {Side.SOURCE: self.everything.source_first, Side.TARGET: self.everything.target_first}
        silent = [side for side, first in firsts.items() if not (first >= 0).any()]
        return silent[0] if len(silent) == 1 else None

    def row_of(self, link: LinkId) -> int:
        """Where a link stands; -1 where it does not."""
        found = np.flatnonzero(self.table.links == link)
        return int(found[0]) if len(found) else -1

    def apply(self, changes: ChangeSet, *, reveal: bool = True) -> bool:
        """Show what an edit changed: rows go, come, move or are read again; nothing else is touched.

        A row that does not pass the filter any more stays, and hidden ones that a small edit touched come
        into view, unless they shall not (``reveal``). True where paragraphs may face others now, so that the crossings are to be found anew.
        """
        is_filtered = self.is_filtered
        marked = set() if is_filtered else {*changes.marked}  # hidden ones have to be read to be shown
        touched = [link for link in changes.touched if link not in marked]
        before = {link: self.cache.known(link) for link in touched}
        self.cache.forget((*changes.removed, *touched, *(one for one, _ in changes.moved)))
        came = [link for link, _ in changes.inserted]
        stayed = [*touched, *(link for link, _ in changes.moved)]
        fresh = self._fresh([*came, *stayed])
        if is_filtered:
            self.everything = self.everything.changed(changes, fresh)
            if changes.removed or came or changes.moved:
                self.all_crossings = Crossings()
        for first, last in _runs(self._positions(changes.removed), backwards=True):
            self._remove(first, last)
        self._move(changes.moved)
        showing = [*came, *touched] if is_filtered and len(came) + len(stayed) <= FEW else came
        self._insert(fresh.among(showing if reveal or not is_filtered else []))
        self._refresh(stayed, fresh)
        for first, last in _runs(self._positions(marked)):
            self.marks_changed.emit(first, last)
        if not is_filtered:
            self.everything, self.all_crossings = self.table, self.crossings
        if changes.removed or changes.inserted or changes.moved:
            return True
        return any(_members(row) != _members(self.cache.known(link)) for link, row in before.items())

    def take_look(self, fresh: tuple[RowTable, Crossings]) -> bool:
        """Take over a fresh overall look; False where its rows are not ours: an edit came in between."""
        table, crossings = fresh
        if not np.array_equal(table.links, self.everything.links):
            return False
        shown = self.everything.places(self.table.links) if self.is_filtered else None
        self.everything, self.all_crossings = table, crossings
        self._show_places(shown)
        self.table_read.emit()
        return True

    def show_only(self, links: NDArray[np.int64] | None, *, by_rank: bool = True) -> None:
        """Show these links alone, in this order; None shows all."""
        self.beginResetModel()
        self._by_rank = by_rank
        self._show_places(None if links is None else self.everything.places(links))
        self.endResetModel()

    def hide(self, links: NDArray[np.int64]) -> None:
        """Show these no more, while a filter is on."""
        places = np.flatnonzero(np.isin(self.table.links, links))
        for first, last in _runs(places.tolist(), backwards=True):
            self._remove(first, last)

    def reveal(self, link: LinkId) -> int:
        """Where a link stands, shown from now on if a filter hides it; -1 where there is no such link."""
        position = self.row_of(link)
        if position < 0:
            self._insert(self.everything.among([link]))
            position = self.row_of(link)
        return position

    def reload(self) -> None:
        """Read everything anew, after another program changed the bitext; all rows are shown."""
        self.beginResetModel()
        self.cache.clear()
        self._read_all()
        self.endResetModel()

    def fresh_look(self) -> tuple[RowTable, Crossings]:
        """Read the overall look anew; may be called from a worker's thread."""
        return self.source.table_beside(), self.source.crossings()

    def first_crossings(self) -> tuple[RowTable, Crossings]:
        """The crossings of the rows as they were read; may be called from a worker's thread."""
        return self.everything, self.source.crossings()

    def _read_all(self) -> None:
        self.table = self.everything = self.source.table()
        self.crossings = self.all_crossings = self.source.crossings() if self.is_small else Crossings()

    def _show_places(self, places: NDArray[np.int64] | None) -> None:
        if places is None:
            self.table, self.crossings, self._by_rank = self.everything, self.all_crossings, True
            return
        self.table = self.everything.taken(places)
        self.crossings = self.all_crossings.among(places) if self._by_rank else Crossings()

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(NO_INDEX, first, last)
        self.table = self.table.without(first, last)
        self.crossings = self.crossings.shifted(last + 1, first - last - 1)
        self.endRemoveRows()

    def _insert(self, rows: RowTable) -> None:
        """Rows come, given in rank order; those that are here already stay."""
        if not len(rows):
            return
        rows = rows.taken(np.flatnonzero(~np.isin(rows.links, self.table.links)))
        if not self._by_rank:
            for at in range(len(rows)):
                self._put_in(self._position_for(int(rows.ranks[at])), rows.taken(np.array([at])))
            return
        positions = np.searchsorted(self.table.ranks, rows.ranks)
        for position in np.unique(positions)[::-1].tolist():
            self._put_in(position, rows.taken(np.flatnonzero(positions == position)))

    def _put_in(self, position: int, rows: RowTable) -> None:
        self.beginInsertRows(NO_INDEX, position, position + len(rows) - 1)
        self.table = self.table.with_rows(np.full(len(rows), position), rows)
        self.crossings = self.crossings.shifted(position, len(rows))
        self.endInsertRows()

    def _position_for(self, rank: int) -> int:
        """Where a row of this rank belongs in another order: after the one it follows in the bitext."""
        ranks = self.table.ranks
        before = np.where(ranks < rank, ranks, -1)
        return int(np.argmax(before)) + 1 if len(ranks) and before.max() >= 0 else 0

    def _move(self, moved: Sequence[tuple[LinkId, int]]) -> None:
        for link, rank in moved:
            position = self.row_of(link)
            if position < 0:
                continue
            others = np.delete(self.table.ranks, position)
            goal = int(np.searchsorted(others, rank)) if self._by_rank else position
            if goal == position:
                self.table.ranks[position] = rank
                continue
            before = goal + 1 if goal > position else goal
            self.beginMoveRows(NO_INDEX, position, position, NO_INDEX, before)
            self.table = self.table.with_moved(position, goal, rank)
            self.endMoveRows()

    def _refresh(self, links: Collection[LinkId], fresh: RowTable) -> None:
        if not links:
            return
        self.table.put(fresh)
        for first, last in _runs(self._positions(links)):
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    def _fresh(self, links: Sequence[LinkId]) -> RowTable:
        """What the table tells of some rows now. Many are not read in full: only a few of them are looked at."""
        if not links:
            return table_of_rows(())
        if len(links) > MANY:
            return self.source.rows_in_brief(links)
        return table_of_rows(self.cache.read(links).values())

    def _positions(self, links: Collection[LinkId]) -> list[int]:
        """Where those of the links stand that are shown, ascending."""
        if not links:
            return []
        found = np.isin(self.table.links, np.array(list(links), np.int64))
        return np.flatnonzero(found).tolist()


def _members(row: Row | None) -> object:
    """Which paragraphs a row holds; nothing equals a row that is not at hand."""
    return object() if row is None else (row.link.source, row.link.target)


def _runs(positions: Sequence[int], *, backwards: bool = False) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring positions, each as (first, last); ascending unless ``backwards``."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    yield from reversed(runs) if backwards else runs
