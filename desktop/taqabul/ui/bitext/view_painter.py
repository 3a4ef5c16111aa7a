"""Paints the visible part of a bitext: rows first, then the links that pass over them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QStyle

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.ui.bitext.cell_layout import LaidCell
from taqabul.ui.bitext.cell_painter import CellPainter
from taqabul.ui.bitext.crossing_places import Crossing
from taqabul.ui.bitext.gutter_painter import GutterPainter, edges
from taqabul.ui.bitext.model import Column
from taqabul.ui.bitext.state_painter import paint_state
from taqabul.ui.company.tags import paint_tags
from taqabul.workflow.company import Colleague

if TYPE_CHECKING:
    from taqabul.ui.bitext.view import BitextView

BAR = 3


class ViewPainter:
    """Paints a bitext view's viewport."""

    def __init__(self, view: "BitextView") -> None:
        self._view = view
        self.cells = CellPainter(view.layouts)
        self.gutter = GutterPainter()
        self.company: Callable[[LinkId], Sequence[Colleague]] = lambda _link: ()

    def paint(self, event: QPaintEvent) -> None:
        """Paint the rows that are asked for, and what is drawn over them.

        A painter that a bug leaves open ends the program, so it is closed whatever happens.
        """
        painter = QPainter(self._view.viewport())
        try:
            self._paint(painter, event)
        finally:
            painter.end()

    def _paint(self, painter: QPainter, event: QPaintEvent) -> None:
        view = self._view
        painter.fillRect(event.rect(), view.look.colours.ground)
        visible = view.places.visible()
        selected = self._selected(visible)
        header, asked = view.horizontalHeader(), event.region()
        columns = [(header.sectionViewportPosition(one), header.sectionSize(one)) for one in Column]
        for row, top in visible:
            whole = QRect(0, top, view.viewport().width(), view.places.heights.height(row))
            if asked.intersects(whole):
                self._row(painter, row, whole, columns, asked, is_selected=row in selected)
        if visible:
            self._curves(painter, visible[0][0], visible[-1][0])
            self.cells.overlay.on_rows(painter, visible[0][0], visible[-1][0])
        self._drawn_line(painter)

    def _selected(self, visible: list[tuple[int, int]]) -> set[int]:
        chosen = self._view.selectionModel()
        return {row for row, _ in visible if chosen.isRowSelected(row)}

    def _row(
        self,
        painter: QPainter,
        row: int,
        whole: QRect,
        columns: Sequence[tuple[int, int]],
        asked: QRegion,
        *,
        is_selected: bool,
    ) -> None:
        """Paint what is asked for of a row; ``columns`` tells where each begins and how wide it is."""
        view, look = self._view, self._view.look
        places = [QRect(left, whole.top(), width, whole.height()) for left, width in columns]
        data = view.rows.row(row)
        current = view.currentIndex()
        if is_selected:
            painter.fillRect(whole, look.colours.selected)
        faded = data.link.status is LinkStatus.REJECTED
        laid = {side: view.cell(row, side) for side in Side}
        for side, column in ((Side.SOURCE, Column.SOURCE), (Side.TARGET, Column.TARGET)):
            is_here = current.row() == row and current.column() == column
            place, cell = places[column], laid[side]
            if asked.intersects(place):
                focus = min(view.part, max(0, len(cell.paragraphs) - 1)) if is_here else -1
                self.cells.paint(painter, QRectF(place), data.link.id, cell, faded=faded, focus=focus)
        self.cells.overlay.on_row(painter, QRectF(whole), data.link.id)
        painter.save()
        if not look.only_texts and asked.intersects(places[Column.STATE]):
            state = QRectF(places[Column.STATE])
            paint_state(painter, state, data, look, look.first_line)
            paint_tags(painter, state, self.company(data.link.id), look)
        if asked.intersects(places[Column.LINKS]) and view.rows.crossings.boundary_of(row) is None:
            links = QRectF(places[Column.LINKS])
            source, target = (
                self._ends(laid[side], side, links.top()) for side in (Side.SOURCE, Side.TARGET)
            )
            between = edges(links, mirrored=view.isRightToLeft())
            self.gutter.paint_tick(
                painter, between, (source, target), links.top() + look.first_line, look.colours
            )
        painter.restore()
        painter.setPen(look.colours.line)
        painter.drawLine(whole.left(), whole.bottom(), whole.right(), whole.bottom())
        if current.row() == row:
            bar = QRect(whole.left(), whole.top(), BAR, whole.height() - 1)
            painter.fillRect(QStyle.visualRect(view.layoutDirection(), whole, bar), look.colours.accent)

    def _curves(self, painter: QPainter, first: int, last: int) -> None:
        view = self._view
        passing = [self._crossing(*one) for one in view.rows.crossings.between(first, last)]
        header = view.horizontalHeader()
        left, width = header.sectionViewportPosition(Column.LINKS), header.sectionSize(Column.LINKS)
        cell = QRectF(left, 0, width, view.viewport().height())
        painter.save()
        painter.setClipRect(cell)
        look, current = view.look, view.currentIndex().row()
        between = edges(cell, mirrored=view.isRightToLeft())
        self.gutter.paint_curves(painter, between, passing, look.colours, look.small, current)
        painter.restore()

    def _ends(self, cell: LaidCell, side: Side, top: float) -> list[float]:
        """The heights of the first lines of the paragraphs of a cell that begins at a height."""
        drop = self._view.look.first_line - self._view.look.top(self._view.rows.language(side))
        return [top + laid.top + drop for laid in cell.paragraphs]

    def _crossing(self, number: int, row: int, boundary: int) -> Crossing:
        """A crossing link with its badge: the number of the paragraph at the end that is out of sight."""
        view = self._view
        start, end = view.places.y_of(row) + view.look.first_line, view.places.y_of(boundary)
        height = view.viewport().height()
        is_start_seen, is_end_seen = 0 <= start <= height, 0 <= end <= height
        if is_start_seen == is_end_seen:
            return Crossing(number, row, boundary, start, end)
        data = view.rows.row(row)
        paragraphs, far = (data.target, end) if is_start_seen else (data.source, start)
        badge = f"{'↑' if far < 0 else '↓'} {paragraphs[0].number}" if paragraphs else ""
        return Crossing(number, row, boundary, start, end, badge, far_is_end=is_start_seen)

    def _drawn_line(self, painter: QPainter) -> None:
        line = self._view.mouse.line
        if line is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._view.look.colours.accent, 2, Qt.PenStyle.DashLine))
            painter.drawLine(*line)
