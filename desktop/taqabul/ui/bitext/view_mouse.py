"""What the mouse does in the bitext beyond selecting: choosing a paragraph, drawing a link, asking what a curve is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip

from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.bitext.gutter_painter import Curve
from taqabul.ui.bitext.model import Column
from taqabul.ui.bitext.selection import Place
from taqabul.ui.core.i18n import translate

if TYPE_CHECKING:
    from taqabul.ui.bitext.view import BitextView

TOLD = 8


class ViewMouse:
    """Follows the mouse over a bitext view. ``line`` is the link being drawn, in viewport coordinates."""

    def __init__(self, view: "BitextView") -> None:
        self._view = view
        self._start: tuple[Place, QPoint] | None = None
        self.line: tuple[QPoint, QPoint] | None = None

    def place_at(self, point: QPoint) -> Place | None:
        """The paragraph under a point; None beside the texts."""
        index = self._view.indexAt(point)
        side = Column(index.column()).side if index.isValid() else None
        if side is None:
            return None
        inside = point.y() - self._view.places.y_of(index.row())
        part = max(0, self._view.cell(index.row(), side).part_at(inside))
        return self._view.place_in(index.row(), side, part)

    def follow(self, event: QMouseEvent) -> bool:
        """Go to the far end of the crossing link under the pointer; True where there is one."""
        point = event.position()
        is_ours = event.button() is Qt.MouseButton.LeftButton and (
            self._view.horizontalHeader().logicalIndexAt(int(point.x())) == Column.LINKS
        )
        curve = self._view.painting.gutter.curve_at(point) if is_ours else None
        if curve is None:
            return False
        one = curve.crossing
        is_near_row = abs(point.y() - one.start) < abs(point.y() - one.end)
        if is_near_row:
            self._view.go_to(min(one.boundary, self._view.rows.count - 1), Side.TARGET)
        else:
            self._view.go_to(one.row, Side.SOURCE)
        return True

    def press(self, event: QMouseEvent) -> None:
        """Put the cursor on the paragraph under the pointer; a link may be drawn from it."""
        point = event.position().toPoint()
        place = self.place_at(point)
        if place is None:
            return
        self._view.take_part(place.part)
        if event.button() is Qt.MouseButton.LeftButton and place.paragraph is not None:
            self._start = (place, point)

    def move(self, event: QMouseEvent) -> bool:
        """Draw the link once the pointer has left its column; True where it is being drawn."""
        if self._start is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return False
        place, start = self._start
        point = event.position().toPoint()
        far = (point - start).manhattanLength() >= QApplication.startDragDistance()
        if self.line is None and not (far and self._left_column(place, point)):
            return False
        self.line = (start, point)
        self._view.viewport().update()
        return True

    def release(self, event: QMouseEvent) -> None:
        """Link what the line joins."""
        start, line = self._start, self.line
        self._start = self.line = None
        if start is None or line is None:
            return
        self._view.viewport().update()
        goal = self.place_at(event.position().toPoint())
        if goal is not None and goal.paragraph is not None and goal.side is not start[0].side:
            self._view.link_drawn.emit(start[0], goal)

    def tooltip(self, event: QEvent) -> bool:
        """Name the crossing link under the pointer."""
        if not isinstance(event, QHelpEvent):
            return False
        curve = self._view.painting.gutter.curve_at(QPointF(event.pos()))
        if curve is None:
            return False
        QToolTip.showText(event.globalPos(), self.words(curve), self._view.viewport())
        return True

    def _left_column(self, place: Place, point: QPoint) -> bool:
        column = self._view.horizontalHeader().logicalIndexAt(point.x())
        return column >= 0 and Column(column) is not Column.STATE and Column(column).side is not place.side

    def words(self, curve: Curve) -> str:
        """What a crossing link is, in words; of a badge for several, what each of them is."""
        rows = curve.crossing.rows or (curve.row,)
        told = [self._words_of(row, curve.boundary) for row in rows[:TOLD]]
        return "\n\n".join([*told, "…"] if len(rows) > TOLD else told)

    def _words_of(self, position: int, boundary: int) -> str:
        row = self._view.rows.row(position)
        source, target = (
            ", ".join(str(one.number) for one in side) + f" ({isolated(side[0].text[:40])}…)" if side else "–"
            for side in (row.source, row.target)
        )
        return translate(
            "Gutter", "{source}\nfaces {target},\nwhich in its own text stands before row {row}."
        ).format(source=source, target=target, row=boundary + 1)
