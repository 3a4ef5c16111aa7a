"""The rows of a bitext for Qt: ids of all, texts by pages, and exact signals for every change."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from taqabul.domain.bitext import Evidence, Link, LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.row_source import Crossings, RowSource, RowTable
from taqabul.ui.bitext.row_words import row_tooltip, state_text
from taqabul.ui.core.i18n import translate
from taqabul.workflow.rows import STATUSES, Row

PAGE = 64
SMALL = 2000
FEW = 50
KEPT_ROWS = 4096
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Column(IntEnum):
    """The columns of the bitext, from the left."""

    STATE = 0
    SOURCE = 1
    LINKS = 2
    TARGET = 3

    @property
    def side(self) -> Side | None:
        """The side whose text the column shows."""
        return {Column.SOURCE: Side.SOURCE, Column.TARGET: Side.TARGET}.get(self)


def paragraphs_of(row: Row, side: Side) -> tuple[Paragraph, ...]:
    """A row's paragraphs on one side."""
    return row.source if side is Side.SOURCE else row.target


class BitextModel(QAbstractTableModel):
    """Links in rank order; all of them, or those of a filter, in its order.

    ``table`` and ``crossings`` tell of the rows shown, ``everything`` and ``all_crossings`` of all there are.
    ``table_read`` follows a fresh overall look.
    """

    table_read = Signal()

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._cache: OrderedDict[int, Row] = OrderedDict()
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
    def count(self) -> int:
        """How many rows there are."""
        return len(self.table)

    def language(self, side: Side) -> Language:
        """The language of a side."""
        return self._source.source_language if side is Side.SOURCE else self._source.target_language

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """One row a link."""
        return 0 if parent.isValid() else len(self.table)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """State, source, links, target."""
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell: for people who listen, for tooltips and for copying."""
        if not index.isValid() or index.row() >= len(self.table):
            return None
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        row, column = self.row(index.row()), Column(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return row_tooltip(row) if column is Column.STATE else None
        if column is Column.STATE:
            return state_text(row)
        if column is Column.LINKS:
            return row.link.shape
        side = Side.SOURCE if column is Column.SOURCE else Side.TARGET
        return "\n".join(f"{one.number}. {one.text}" for one in paragraphs_of(row, side))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' titles; rows are counted from 1."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        names = {
            Language.ARABIC: translate("BitextModel", "Arabic"),
            Language.ENGLISH: translate("BitextModel", "English"),
        }
        titles = (
            translate("BitextModel", "State"),
            names[self.language(Side.SOURCE)],
            translate("BitextModel", "Links"),
            names[self.language(Side.TARGET)],
        )
        return titles[section]

    def link_at(self, row: int) -> LinkId:
        """The link of a row."""
        return LinkId(int(self.table.links[row]))

    def row_of(self, link: LinkId) -> int:
        """Where a link stands; -1 where it does not."""
        found = np.flatnonzero(self.table.links == link)
        return int(found[0]) if len(found) else -1

    def row(self, position: int) -> Row:
        """A row in full; its page is read when it is not at hand."""
        return self._row_of_table(self.table, position)

    def known_row(self, link: LinkId) -> Row | None:
        """A link's row in full, shown or not; None where there is no such link."""
        places = np.flatnonzero(self.everything.links == link)
        return self._row_of_table(self.everything, int(places[0])) if len(places) else None

    def row_after(self, link: LinkId) -> Row | None:
        """The row that follows a link in the bitext, shown or not; None after the last."""
        following = int(np.searchsorted(self.everything.ranks, self._rank_of(link), side="right"))
        return self._row_of_table(self.everything, following) if following < len(self.everything) else None

    def rows_near_number(self, side: Side, number: int) -> list[Row]:
        """Rows that may hold a paragraph number, found by bisection along the order of that side's text."""
        table = self.everything
        firsts = table.source_first if side is Side.SOURCE else table.target_first
        rows = np.flatnonzero(firsts >= 0)
        rows = rows[np.argsort(firsts[rows], kind="stable")]

        def first_number(place: int) -> int:
            return paragraphs_of(self._row_of_table(table, int(place)), side)[0].number

        at = bisect_right(rows, number, key=first_number)
        near = rows[max(0, at - 2) : at + 1][::-1]
        places = (*near, *np.flatnonzero(firsts < 0)[:PAGE])
        return [self._row_of_table(table, int(place)) for place in places]

    def status_at(self, position: int) -> LinkStatus:
        """A row's status, without reading it in full."""
        return STATUSES[int(self.table.status[position])]

    def apply(self, changes: ChangeSet) -> bool:
        """Show what an edit changed: rows go, come, move or are read again; nothing else is touched.

        A row that does not pass the filter any more stays, and hidden ones that a small edit touched come
        into view. True where paragraphs may face others now, so that the crossings are to be found anew.
        """
        before = {link: self._cache.get(link) for link in changes.touched}
        for link in (*changes.removed, *changes.touched, *(one for one, _ in changes.moved)):
            self._cache.pop(link, None)
        came = [link for link, _ in changes.inserted]
        wanted = [*came, *changes.touched, *(link for link, _ in changes.moved)]
        fresh: dict[LinkId, Row] = {row.link.id: row for row in self._source.rows(wanted)}
        self._cache.update((row.link.id, row) for row in fresh.values())
        is_filtered = self.is_filtered
        if is_filtered:
            self.everything = self.everything.changed(changes, fresh)
            self.all_crossings = Crossings()
        for first, last in _runs(sorted(filter(_exists, map(self.row_of, changes.removed))), backwards=True):
            self._remove(first, last)
        self._move(changes.moved)
        showing = [*came, *changes.touched] if is_filtered and len(wanted) <= FEW else came
        self._insert([fresh[link] for link in showing if link in fresh])
        self._refresh([link for link in wanted if link not in came], fresh)
        if not is_filtered:
            self.everything, self.all_crossings = self.table, self.crossings
        if changes.removed or changes.inserted or changes.moved:
            return True
        return any(_members(row) != _members(self._cache.get(link)) for link, row in before.items())

    def take_look(self, fresh: tuple[RowTable, Crossings]) -> bool:
        """Take over a fresh overall look; False where its rows are not ours: an edit came in between."""
        table, crossings = fresh
        if not np.array_equal(table.links, self.everything.links):
            return False
        shown = self._places(self.table.links) if self.is_filtered else None
        self.everything, self.all_crossings = table, crossings
        self._show_places(shown)
        self.table_read.emit()
        return True

    def show_only(self, links: NDArray[np.int64] | None, *, by_rank: bool = True) -> None:
        """Show these links alone, in this order; None shows all."""
        self.beginResetModel()
        self._by_rank = by_rank
        self._show_places(None if links is None else self._places(links))
        self.endResetModel()

    def hide(self, links: NDArray[np.int64]) -> None:
        """Show these no more, while a filter is on."""
        places = np.flatnonzero(np.isin(self.table.links, links))
        for first, last in _runs([int(place) for place in places], backwards=True):
            self._remove(first, last)

    def reveal(self, link: LinkId) -> int:
        """Where a link stands, shown from now on if a filter hides it; -1 where there is no such link."""
        position = self.row_of(link)
        if position < 0:
            self._insert(self._source.rows([LinkId(link)] if link in self.everything.links else []))
            position = self.row_of(link)
        return position

    def reload(self) -> None:
        """Read everything anew, after another program changed the bitext; all rows are shown."""
        self.beginResetModel()
        self._cache.clear()
        self._read_all()
        self.endResetModel()

    def fresh_look(self) -> tuple[RowTable, Crossings]:
        """Read the overall look anew; may be called from a worker's thread."""
        return self._source.table(), self._source.crossings()

    def first_crossings(self) -> tuple[RowTable, Crossings]:
        """The crossings of the rows as they were read; may be called from a worker's thread."""
        return self.everything, self._source.crossings()

    @property
    def is_small(self) -> bool:
        """Whether an overall look takes no time that a person would notice."""
        return len(self.everything) <= SMALL

    def _read_all(self) -> None:
        self.table = self.everything = self._source.table()
        self.crossings = self.all_crossings = self._source.crossings() if self.is_small else Crossings()

    def _places(self, links: NDArray[np.int64]) -> NDArray[np.int64]:
        """Where links stand among all; those that are not there any more are left out."""
        order = np.argsort(self.everything.links)
        known = links[np.isin(links, self.everything.links)]
        return order[np.searchsorted(self.everything.links, known, sorter=order)]

    def _show_places(self, places: NDArray[np.int64] | None) -> None:
        if places is None:
            self.table, self.crossings, self._by_rank = self.everything, self.all_crossings, True
            return
        self.table = self.everything.taken(places)
        self.crossings = self.all_crossings.among(places) if self._by_rank else Crossings()

    def _rank_of(self, link: LinkId) -> int:
        found = np.flatnonzero(self.everything.links == link)
        return int(self.everything.ranks[found[0]]) if len(found) else -1

    def _row_of_table(self, table: RowTable, position: int) -> Row:
        link = int(table.links[position])
        row = self._cache.get(link)
        if row is None:
            row = self._read_page(table, position)
        self._cache.move_to_end(link)
        return row

    def _read_page(self, table: RowTable, position: int) -> Row:
        start = position // PAGE * PAGE
        links = [int(link) for link in table.links[start : start + PAGE]]
        missing = [LinkId(link) for link in links if link not in self._cache]
        self._cache.update((row.link.id, row) for row in self._source.rows(missing))
        while len(self._cache) > KEPT_ROWS:
            self._cache.popitem(last=False)
        link = int(table.links[position])
        if link not in self._cache:
            self._cache[link] = _gone(LinkId(link), int(table.ranks[position]))
        return self._cache[link]

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(NO_INDEX, first, last)
        self.table = self.table.without(first, last)
        self.crossings = self.crossings.shifted(last + 1, first - last - 1)
        self.endRemoveRows()

    def _insert(self, rows: Sequence[Row]) -> None:
        for row in sorted(rows, key=lambda one: one.link.rank):
            if self.row_of(row.link.id) >= 0:
                continue
            self._cache[row.link.id] = row
            position = self._position_for(row.link.rank)
            self.beginInsertRows(NO_INDEX, position, position)
            self.table = self.table.with_row(position, row)
            self.crossings = self.crossings.shifted(position, 1)
            self.endInsertRows()

    def _position_for(self, rank: int) -> int:
        """Where a row of this rank belongs: in its order, or after the one it follows in the bitext."""
        ranks = self.table.ranks
        if self._by_rank:
            return int(np.searchsorted(ranks, rank))
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

    def _refresh(self, links: Sequence[LinkId], fresh: Mapping[LinkId, Row]) -> None:
        positions = np.flatnonzero(np.isin(self.table.links, np.array(links, np.int64))).tolist()
        for position in positions:
            link = self.link_at(position)
            if link in fresh:
                self.table.put(position, fresh[link])
        for first, last in _runs(positions):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def _gone(link: LinkId, rank: int) -> Row:
    """What stands for a row that another program took away, until all is read again."""
    empty = Link(
        link, BitextId(0), rank, (), (), LinkStatus.PROPOSED, None, Evidence(), "", datetime.now(UTC)
    )
    return Row(empty, (), (), ())


def _members(row: Row | None) -> object:
    """Which paragraphs a row holds; nothing equals a row that is not at hand."""
    return object() if row is None else (row.link.source, row.link.target)


def _exists(position: int) -> bool:
    return position >= 0


def _runs(positions: Sequence[int], *, backwards: bool = False) -> Iterator[tuple[int, int]]:
    """Stretches of neighbouring positions, each as (first, last); ascending unless ``backwards``."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and position == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], position)
        else:
            runs.append((position, position))
    yield from reversed(runs) if backwards else runs
