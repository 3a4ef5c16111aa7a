"""The rows of a bitext for Qt: what stands in each cell, in words, and where a link or a number is."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import IntEnum

import numpy as np
from PySide6.QtCore import Qt

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.row_cache import PAGE
from taqabul.ui.bitext.row_words import row_tooltip, state_text
from taqabul.ui.bitext.shown_rows import NO_INDEX, Index, ShownRows
from taqabul.ui.core.i18n import translate
from taqabul.workflow.rows import STATUSES, Row


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


class BitextModel(ShownRows):
    """The rows shown, in words and by number. ``company`` tells who else is at a row."""

    company: Callable[[LinkId], str] = staticmethod(lambda _link: "")

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self.table)

    def language(self, side: Side) -> Language:
        """The language of a side."""
        return self.source.source_language if side is Side.SOURCE else self.source.target_language

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
            told = [row_tooltip(row), self.company(row.link.id)]
            return "\n".join(filter(None, told)) if column is Column.STATE else None
        if column is Column.STATE:
            return ", ".join(filter(None, [state_text(row), *self.company(row.link.id).split("\n")]))
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

    def row(self, position: int) -> Row:
        """A row in full; its page is read when it is not at hand."""
        return self.cache.row(self.table, position)

    def read_together(self, positions: Sequence[int]) -> None:
        """Have rows at hand, by one reading of those that are not."""
        self.cache.ensure([self.link_at(position) for position in positions])

    def known_row(self, link: LinkId) -> Row | None:
        """A link's row in full, shown or not; None where there is no such link."""
        known = self.cache.known(link)
        if known is not None:
            return known
        places = np.flatnonzero(self.everything.links == link)
        return self.cache.row(self.everything, int(places[0])) if len(places) else None

    def row_after(self, link: LinkId) -> Row | None:
        """The row that follows a link in the bitext, shown or not; None after the last."""
        following = int(np.searchsorted(self.everything.ranks, self._rank_of(link), side="right"))
        return self.cache.row(self.everything, following) if following < len(self.everything) else None

    def rows_near_number(self, side: Side, number: int) -> list[Row]:
        """Rows that may hold a paragraph number, found by bisection along the order of that side's text."""
        table = self.everything
        firsts = table.source_first if side is Side.SOURCE else table.target_first
        rows = np.flatnonzero(firsts >= 0)
        rows = rows[np.argsort(firsts[rows], kind="stable")]

        def first_number(place: int) -> int:
            return paragraphs_of(self.cache.row(table, int(place)), side)[0].number

        at = bisect_right(rows, number, key=first_number)
        near = rows[max(0, at - 2) : at + 1][::-1]
        places = (*near, *np.flatnonzero(firsts < 0)[:PAGE])
        return [self.cache.row(table, int(place)) for place in places]

    def status_at(self, position: int) -> LinkStatus:
        """A row's status, without reading it in full."""
        return STATUSES[int(self.table.status[position])]

    def _rank_of(self, link: LinkId) -> int:
        found = np.flatnonzero(self.everything.links == link)
        return int(self.everything.ranks[found[0]]) if len(found) else -1


def column_of(side: Side) -> Column:
    """The column that shows a side."""
    return Column.SOURCE if side is Side.SOURCE else Column.TARGET
