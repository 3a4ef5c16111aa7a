"""The rows of a bitext for Qt: ids of all, texts by pages, and exact signals for every change."""

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from enum import IntEnum

import numpy as np
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
    """Links in rank order. ``table_read`` follows a fresh overall look."""

    table_read = Signal()

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._cache: OrderedDict[int, Row] = OrderedDict()
        self.table = source.table()
        self.crossings = source.crossings() if len(self.table) <= SMALL else Crossings()

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
        link = int(self.table.links[position])
        row = self._cache.get(link)
        if row is None:
            row = self._read_page(position)
        self._cache.move_to_end(link)
        return row

    def rows_near_number(self, side: Side, number: int) -> list[int]:
        """Rows that may hold a paragraph number, found by bisection along the order of that side's text."""
        firsts = self.table.source_first if side is Side.SOURCE else self.table.target_first
        rows = np.flatnonzero(firsts >= 0)
        rows = rows[np.argsort(firsts[rows], kind="stable")]
        at = bisect_right(rows, number, key=lambda row: paragraphs_of(self.row(int(row)), side)[0].number)
        near = rows[max(0, at - 2) : at + 1][::-1]
        return [int(row) for row in (*near, *np.flatnonzero(firsts < 0)[:PAGE])]

    def status_at(self, position: int) -> LinkStatus:
        """A row's status, without reading it in full."""
        return STATUSES[int(self.table.status[position])]

    def apply(self, changes: ChangeSet) -> bool:
        """Show what an edit changed: rows go, come, move or are read again; nothing else is touched.

        True where paragraphs may face others now, so that the crossings are to be found anew.
        """
        before = {link: self._cache.get(link) for link in changes.touched}
        for link in (*changes.removed, *changes.touched, *(one for one, _ in changes.moved)):
            self._cache.pop(link, None)
        for first, last in _runs(sorted(filter(_exists, map(self.row_of, changes.removed))), backwards=True):
            self._remove(first, last)
        self._move(changes.moved)
        self._insert(changes.inserted)
        refreshed = {*changes.touched, *(link for link, _ in changes.moved)}
        self._refresh([position for position in map(self.row_of, refreshed) if position >= 0])
        if changes.removed or changes.inserted or changes.moved:
            return True
        return any(_members(row) != _members(self._cache.get(link)) for link, row in before.items())

    def take_look(self, fresh: tuple[RowTable, Crossings]) -> bool:
        """Take over a fresh overall look; False where its rows are not ours: an edit came in between."""
        table, crossings = fresh
        if not np.array_equal(table.links, self.table.links):
            return False
        self.table, self.crossings = table, crossings
        self.table_read.emit()
        return True

    def reload(self) -> None:
        """Read everything anew, after another program changed the bitext."""
        self.beginResetModel()
        self._cache.clear()
        self.table = self._source.table()
        self.crossings = self._source.crossings() if len(self.table) <= SMALL else Crossings()
        self.endResetModel()

    def fresh_look(self) -> tuple[RowTable, Crossings]:
        """Read the overall look anew; may be called from a worker's thread."""
        return self._source.table(), self._source.crossings()

    def first_crossings(self) -> tuple[RowTable, Crossings]:
        """The crossings of the rows as they were read; may be called from a worker's thread."""
        return self.table, self._source.crossings()

    @property
    def is_small(self) -> bool:
        """Whether an overall look takes no time that a person would notice."""
        return len(self.table) <= SMALL

    def _read_page(self, position: int) -> Row:
        start = position // PAGE * PAGE
        links = [int(link) for link in self.table.links[start : start + PAGE]]
        missing = [LinkId(link) for link in links if link not in self._cache]
        self._cache.update((row.link.id, row) for row in self._source.rows(missing))
        while len(self._cache) > KEPT_ROWS:
            self._cache.popitem(last=False)
        link = int(self.table.links[position])
        if link not in self._cache:
            self._cache[link] = _gone(LinkId(link), int(self.table.ranks[position]))
        return self._cache[link]

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(NO_INDEX, first, last)
        self.table = self.table.without(first, last)
        self.crossings = self.crossings.shifted(last + 1, first - last - 1)
        self.endRemoveRows()

    def _insert(self, inserted: Sequence[tuple[LinkId, int]]) -> None:
        ordered = sorted((item for item in inserted if self.row_of(item[0]) < 0), key=lambda item: item[1])
        rows: dict[int, Row] = {row.link.id: row for row in self._source.rows([link for link, _ in ordered])}
        self._cache.update(rows)
        for link, rank in ordered:
            if link not in rows:
                continue
            position = int(np.searchsorted(self.table.ranks, rank))
            self.beginInsertRows(NO_INDEX, position, position)
            self.table = self.table.with_row(position, rows[link])
            self.crossings = self.crossings.shifted(position, 1)
            self.endInsertRows()

    def _move(self, moved: Sequence[tuple[LinkId, int]]) -> None:
        for link, rank in moved:
            position = self.row_of(link)
            if position < 0:
                continue
            others = np.delete(self.table.ranks, position)
            goal = int(np.searchsorted(others, rank))
            if goal == position:
                self.table.ranks[position] = rank
                continue
            before = goal + 1 if goal > position else goal
            self.beginMoveRows(NO_INDEX, position, position, NO_INDEX, before)
            self.table = self.table.with_moved(position, goal, rank)
            self.endMoveRows()

    def _refresh(self, positions: list[int]) -> None:
        if not positions:
            return
        links = [self.link_at(position) for position in positions]
        found = {row.link.id: row for row in self._source.rows(links)}
        for position, link in zip(positions, links, strict=True):
            if link in found:
                self._cache[link] = found[link]
                self.table.put(position, found[link])
        for first, last in _runs(sorted(positions)):
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
