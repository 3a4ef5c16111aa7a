"""Paints the links between the columns: level ticks, brackets, stubs of one-sided rows, curves of crossing links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen

from taqabul.ui.core.theme import Colours

MARGIN = 7.0
SPINE = 9.0
LANES = 4
REACH = 5.0


@dataclass(frozen=True)
class Crossing:
    """A crossing link to be drawn: the ``number``-th, from a row to where its target stands in its own order.

    ``start`` and ``end`` are heights in the window; ``badge`` is what the end in sight says of the other, "" where both
    are in sight.
    """

    number: int
    row: int
    boundary: int
    start: float
    end: float
    badge: str = ""
    far_is_end: bool = True


@dataclass(frozen=True)
class Curve:
    """A crossing link as drawn, with the badge that tells of its far end."""

    crossing: Crossing
    path: QPainterPath
    badge: QRectF

    @property
    def row(self) -> int:
        """The row it begins at."""
        return self.crossing.row

    @property
    def boundary(self) -> int:
        """The row boundary it leads to."""
        return self.crossing.boundary


class GutterPainter:
    """Draws in the column between the texts and remembers where the curves went."""

    def __init__(self) -> None:
        self.curves: list[Curve] = []

    def paint_tick(
        self,
        painter: QPainter,
        cell: QRectF,
        ends: tuple[Sequence[float], Sequence[float]],
        y: float,
        colours: Colours,
    ) -> None:
        """Draw the link of a row: ``ends`` are the heights of its paragraphs on each side, ``y`` of an empty one."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = cell.left() + MARGIN, cell.right() - MARGIN
        if not (ends[0] and ends[1]):
            self._paint_stub(painter, (left, right) if ends[0] else (right, left), y, colours)
        else:
            pen = QPen(colours.muted, 1.2)
            spines = [
                self._paint_side(painter, *side, pen)
                for side in ((left, SPINE, ends[0]), (right, -SPINE, ends[1]))
            ]
            painter.setPen(pen)
            painter.drawLine(*spines)
        for x, heights in ((left, ends[0]), (right, ends[1])):
            for height in heights:
                self._dot(painter, QPointF(x, height), colours.muted)

    def paint_curves(
        self,
        painter: QPainter,
        cell: QRectF,
        crossings: Iterable[Crossing],
        colours: Colours,
        small: QFont,
        current: int,
    ) -> None:
        """Draw crossing links; the one of the ``current`` row stands out."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.curves = []
        for one in crossings:
            colour = colours.crossing[one.number % len(colours.crossing)]
            path = _path(cell, one.number, one.start, one.end)
            painter.setPen(QPen(colour, 2.8 if one.row == current else 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            self._dot(painter, QPointF(cell.left() + MARGIN, one.start), colour)
            self._arrow(painter, QPointF(cell.right() - MARGIN + 3, one.end), colour)
            badge = self._badge(painter, cell, one, colour, colours.ground, small) if one.badge else QRectF()
            self.curves.append(Curve(one, path, badge))

    def curve_at(self, point: QPointF) -> Curve | None:
        """The curve under a point, the last drawn where several cross."""
        stroker = QPainterPathStroker()
        stroker.setWidth(2 * REACH)
        for curve in reversed(self.curves):
            if curve.badge.contains(point):
                return curve
        for curve in reversed(self.curves):
            if stroker.createStroke(curve.path).contains(point):
                return curve
        return None

    def _paint_stub(self, painter: QPainter, ends: tuple[float, float], y: float, colours: Colours) -> None:
        start, away = ends
        stop = start + (away - start) * 0.4
        painter.setPen(QPen(colours.muted, 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(start, y), QPointF(stop, y))
        painter.setPen(QPen(colours.muted, 1.4))
        painter.drawLine(QPointF(stop, y - 4), QPointF(stop, y + 4))

    def _paint_side(
        self, painter: QPainter, x: float, inward: float, heights: Sequence[float], pen: QPen
    ) -> QPointF:
        """Draw a bracket round several paragraphs; gives where the line to the other side begins."""
        if len(heights) == 1:
            return QPointF(x, heights[0])
        painter.setPen(pen)
        spine = x + inward
        for height in heights:
            painter.drawLine(QPointF(x, height), QPointF(spine, height))
        painter.drawLine(QPointF(spine, heights[0]), QPointF(spine, heights[-1]))
        return QPointF(spine, (heights[0] + heights[-1]) / 2)

    def _badge(
        self, painter: QPainter, cell: QRectF, one: Crossing, colour: QColor, ground: QColor, small: QFont
    ) -> QRectF:
        """Say at the end in sight where the other one is."""
        metrics = QFontMetricsF(small)
        width, height = metrics.horizontalAdvance(one.badge) + 8, metrics.height() + 2
        y = one.start if one.far_is_end else one.end
        x = cell.right() - MARGIN - width if one.far_is_end else cell.left() + MARGIN
        place = QRectF(x, y - height / 2, width, height)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 4, 4)
        painter.setFont(small)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, one.badge)
        return place

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
