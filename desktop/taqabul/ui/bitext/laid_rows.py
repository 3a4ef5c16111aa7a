"""Rows of links laid out at the width of the view: how tall they are, where their texts stand, what is painted again."""

from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QRect, QRectF
from PySide6.QtWidgets import QWidget

from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.bitext.cell_layout import CellLayouts, LaidCell
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.model import BitextModel, Column, column_of, paragraphs_of
from taqabul.ui.bitext.overlay import Overlay
from taqabul.ui.bitext.row_table_view import RowTableView
from taqabul.ui.bitext.selection import Place

if TYPE_CHECKING:
    from taqabul.ui.bitext.view_painter import ViewPainter

NARROW = 96
"""The width of a column that has no text, in pixels: enough for its heading."""


class LaidRows(RowTableView):
    """What ``RowTableView`` asks of the rows of a bitext; whoever derives from it gives the ``painting``, then attaches the model."""

    painting: "ViewPainter"

    def __init__(self, model: BitextModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = model
        self.layouts = CellLayouts(look)

    def attach(self, model: QAbstractItemModel) -> None:
        """Show the rows, and look at them again where they change."""
        super().attach(model)
        self.rows.dataChanged.connect(lambda first, last: self._look_again(first.row(), last.row()))
        self.rows.marks_changed.connect(self._look_at_marks)

    @property
    def look(self) -> Look:
        """Colours, fonts and measures in force."""
        return self.layouts.look

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self.layouts.clear(look)
        self.updateGeometries()
        self.place_again()

    def put_overlay(self, overlay: Overlay) -> None:
        """Let somebody draw on the texts; what it draws may need room."""
        self.painting.cells.overlay = overlay
        self.layouts.leading = overlay.leading
        self.layouts.clear(self.look)
        self.place_again()

    def cell(self, position: int, side: Side) -> LaidCell:
        """A cell laid out at the present width."""
        row = self.rows.row(position)
        width = self.horizontalHeader().sectionSize(column_of(side))
        language = self.rows.language(side)
        return self.layouts.cell(row.link.id, side, paragraphs_of(row, side), language, width)

    def paragraph_rect(self, place: Place) -> QRectF:
        """Where the text under the cursor stands in the viewport; the whole cell where it is empty."""
        rect = QRectF(self.cell_rect(place.position, column_of(place.side)))
        cell = self.cell(place.position, place.side)
        if not cell.paragraphs:
            return rect
        return self.layouts.text_rect(cell.paragraphs[place.part], rect, rtl=cell.rtl)

    # What the placing of rows asks.

    def expect(self, first: int, last: int) -> None:
        """Read what is missing of rows, of their marks, and of rows whose crossing links end there, once each."""
        last = min(last + 1, self.rows.count - 1)
        self.rows.read_together([*range(first, last + 1), *self.rows.crossings.ending_at(first, last + 1)])
        self.painting.cells.overlay.read_together([self.rows.link_at(row) for row in range(first, last + 1)])

    def jumped(self) -> None:
        """Texts come first; what others draw on them may follow."""
        self.painting.cells.overlay.give_way()

    def measured(self, row: int) -> int:
        """The taller of the two cells."""
        tallest = max(self.look.least_height(), *(self.cell(row, side).height for side in Side))
        return tallest + self.painting.cells.overlay.below(self.rows.link_at(row))

    def estimated(self, first: int, last: int) -> NDArray[np.int64]:
        """From the lengths of the texts."""
        table, rows = self.rows.table, slice(first, last + 1)
        sides = ((Side.SOURCE, table.source_chars), (Side.TARGET, table.target_chars))
        heights = [
            self.look.estimated_heights(
                chars[rows], self.rows.language(side), self.horizontalHeader().sectionSize(column_of(side))
            )
            for side, chars in sides
        ]
        return np.maximum(self.look.least_height(), np.maximum(*heights))

    def share_columns(self) -> None:
        """State and links keep their widths; the texts share the rest, of which a side without a text needs little."""
        header = self.horizontalHeader()
        texts = self.viewport().width() - self.look.state_width - self.look.links_width
        shares = {Side.SOURCE: NARROW, Side.TARGET: texts - NARROW}
        silent = self.rows.silent_side()
        source = max(60, texts // 2 if silent is None else shares[silent])
        widths = (self.look.state_width, source, self.look.links_width, max(60, texts - source))
        header.setSectionHidden(Column.STATE, self.look.only_texts)
        for column, width in enumerate(widths):
            header.resizeSection(column, width)

    def paint_paragraphs(self, ids: Collection[ParagraphId]) -> None:
        """Paint the rows in the window again that hold any of these paragraphs."""
        for position, _ in self.places.visible() if ids else ():
            row = self.rows.row(position)
            if any(one.id in ids for one in (*row.source, *row.target)):
                self.paint_rows(position, position)

    def paint_links(self) -> None:
        """Paint the column between the texts again."""
        header = self.horizontalHeader()
        left, width = header.sectionViewportPosition(Column.LINKS), header.sectionSize(Column.LINKS)
        self.viewport().update(QRect(left, 0, width, self.viewport().height()))

    def reveal_stretch(self, place: Place, start: int, end: int) -> None:
        """Bring a stretch of a paragraph into the window."""
        laid = self.cell(place.position, place.side).paragraphs[place.part]
        first, length = laid.units(start, end)
        lines = [laid.layout.lineForTextPosition(unit) for unit in (first, first + max(0, length - 1))]
        if all(line.isValid() for line in lines):
            top, bottom = lines[0].y(), lines[1].y() + lines[1].height()
            before = self.places.value
            self.places.reveal(place.position, laid.top + int(top), laid.top + int(bottom) + 1)
            if self.places.value != before:
                self.settle()

    def _look_again(self, first: int, last: int) -> None:
        """Rows may have another height: their texts, their notes or what is drawn on them changed."""
        for row in range(first, last + 1):
            self.layouts.doubt(self.rows.link_at(row))
        self.settle_rows(first, last)

    def _look_at_marks(self, first: int, last: int) -> None:
        """What is drawn on rows changed, perhaps to what is painted already."""
        for row in range(first, last + 1):
            self.layouts.doubt(self.rows.link_at(row))
        if self.settle_rows(first, last, paint=False) and not all(
            map(self._is_as_painted, range(first, last + 1))
        ):
            self.paint_rows(first, last)

    def _is_as_painted(self, row: int) -> bool:
        laid = (one for side in Side for one in self.cell(row, side).paragraphs)
        return self.painting.cells.overlay.is_as_painted(self.rows.link_at(row), laid)
