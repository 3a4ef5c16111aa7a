"""Paints the links between the columns: level ticks, stubs of one-sided rows, curves of crossing links."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

from taqabul.ui.core.theme import Colours

MARGIN = 7.0
LANES = 4
REACH = 5.0


@dataclass(frozen=True)
class Curve:
    """A crossing link as drawn: from its row to the boundary where its target stands in its own order."""

    row: int
    boundary: int
    path: QPainterPath
    colour: QColor


class GutterPainter:
    """Draws in the column between the texts and remembers where the curves went."""

    def __init__(self) -> None:
        self.curves: list[Curve] = []

    def paint_tick(
        self, painter: QPainter, cell: QRectF, y: float, shape: tuple[int, int], colours: Colours
    ) -> None:
        """Draw the level link of a row with ``shape`` paragraphs on each side; ``y`` is its height."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = cell.left() + MARGIN, cell.right() - MARGIN
        if 0 in shape:
            self._paint_stub(painter, (left, right) if shape[0] else (right, left), y, colours)
            return
        painter.setPen(QPen(colours.muted, 1.2))
        painter.drawLine(QPointF(left, y), QPointF(right, y))
        self._dot(painter, QPointF(left, y), colours.muted)
        self._dot(painter, QPointF(right, y), colours.muted)

    def paint_curves(
        self,
        painter: QPainter,
        cell: QRectF,
        crossings: Iterable[tuple[int, int, int, float, float]],
        colours: Colours,
        current: int,
    ) -> None:
        """Draw crossing links given as (number, row, boundary, height of the row, height of the boundary)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.curves = []
        for number, row, boundary, start, end in crossings:
            colour = colours.crossing[number % len(colours.crossing)]
            path = _path(cell, number, start, end)
            self.curves.append(Curve(row, boundary, path, colour))
            painter.setPen(QPen(colour, 2.6 if row == current else 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            self._dot(painter, QPointF(cell.left() + MARGIN, start), colour)
            self._arrow(painter, QPointF(cell.right() - MARGIN + 3, end), colour)

    def curve_at(self, point: QPointF) -> Curve | None:
        """The curve under a point, the last drawn where several cross."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * REACH)
        for curve in reversed(self.curves):
            if stroker.createStroke(curve.path).contains(point):
                return curve
        return None

    def _paint_stub(self, painter: QPainter, ends: tuple[float, float], y: float, colours: Colours) -> None:
        start, away = ends
        stop = start + (away - start) * 0.4
        painter.setPen(QPen(colours.muted, 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start, y), QPointF(stop, y))
        self._dot(painter, QPointF(start, y), colours.muted)
        painter.setPen(QPen(colours.muted, 1.4))
        painter.drawLine(QPointF(stop, y - 4), QPointF(stop, y + 4))

    def _dot(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, 2.4, 2.4)

    def _arrow(self, painter: QPainter, tip: QPointF, colour: QColor) -> None:
        path = QPainterPath(tip)
        path.lineTo(tip.x() - 6, tip.y() - 3.6)
        path.lineTo(tip.x() - 6, tip.y() + 3.6)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(path)


def _path(cell: QRectF, number: int, start: float, end: float) -> QPainterPath:
    """From the source's edge into a lane of its own, along it, and out at the target's edge."""
    left, right = cell.left() + MARGIN, cell.right() - MARGIN
    lane = left + (right - left) * (1 + number % LANES) / (LANES + 1)
    bend = min(14.0, abs(end - start) / 2) * (1 if end > start else -1)
    path = QPainterPath(QPointF(left, start))
    path.quadTo(QPointF(lane, start), QPointF(lane, start + bend))
    path.lineTo(lane, end - bend)
    path.quadTo(QPointF(lane, end), QPointF(right, end))
    return path
