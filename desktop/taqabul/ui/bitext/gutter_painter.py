"""Paints the links between the columns: level ticks, brackets, stubs of one-sided rows, curves of crossing links."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen

from taqabul.ui.bitext.crossing_places import Crossing, spread
from taqabul.ui.core.theme import Colours

MARGIN = 7.0
SPINE = 9.0
LANES = 4
REACH = 5.0


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


@dataclass(frozen=True)
class Edges:
    """The column between the texts: where it meets the source and the target, which is left of it in a mirrored window."""

    source: float
    target: float

    @property
    def onward(self) -> int:
        """1 where the target is on the right, else -1."""
        return 1 if self.target > self.source else -1


def edges(cell: QRectF, *, mirrored: bool) -> Edges:
    """The edges of a cell of the column."""
    left, right = cell.left() + MARGIN, cell.right() - MARGIN
    return Edges(right, left) if mirrored else Edges(left, right)


class GutterPainter:
    """Draws in the column between the texts and remembers where the curves went."""

    def __init__(self) -> None:
        self.curves: list[Curve] = []

    def paint_tick(
        self,
        painter: QPainter,
        between: Edges,
        ends: tuple[Sequence[float], Sequence[float]],
        y: float,
        colours: Colours,
    ) -> None:
        """Draw the link of a row: ``ends`` are the heights of its paragraphs on each side, ``y`` of an empty one."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source, target = between.source, between.target
        spine = SPINE * between.onward
        if not (ends[0] and ends[1]):
            self._paint_stub(painter, (source, target) if ends[0] else (target, source), y, colours)
        else:
            pen = QPen(colours.muted, 1.2)
            spines = [
                self._paint_side(painter, *side, pen)
                for side in ((source, spine, ends[0]), (target, -spine, ends[1]))
            ]
            painter.setPen(pen)
            painter.drawLine(*spines)
        for x, heights in ((source, ends[0]), (target, ends[1])):
            for height in heights:
                self._dot(painter, QPointF(x, height), colours.muted)

    def paint_curves(
        self,
        painter: QPainter,
        between: Edges,
        crossings: Iterable[Crossing],
        colours: Colours,
        small: QFont,
        current: int,
    ) -> None:
        """Draw crossing links; the one of the ``current`` row stands out."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.curves = []
        for one in spread(crossings, QFontMetricsF(small).height() + 3):
            colour = colours.crossing[one.number % len(colours.crossing)]
            path = _path(between, one.number, one.start, one.end)
            painter.setPen(QPen(colour, 2.8 if one.row == current else 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            self._dot(painter, QPointF(between.source, one.start), colour)
            self._arrow(painter, QPointF(between.target, one.end), between.onward, colour)
            self.curves.append(Curve(one, path, _badge_place(between, one, small)))
        for curve in self.curves:
            if curve.crossing.badge:
                self._badge(painter, curve, colours, small)

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

    def _badge(self, painter: QPainter, curve: Curve, colours: Colours, small: QFont) -> None:
        """Say at the end in sight where the other one is."""
        colour = colours.crossing[curve.crossing.number % len(colours.crossing)]
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(colours.ground)
        painter.drawRoundedRect(curve.badge, 4, 4)
        painter.setPen(colours.text)
        painter.setFont(small)
        painter.drawText(curve.badge, Qt.AlignmentFlag.AlignCenter, curve.crossing.badge)

    def _dot(self, painter: QPainter, centre: QPointF, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(centre, 2.4, 2.4)

    def _arrow(self, painter: QPainter, end: QPointF, onward: int, colour: QColor) -> None:
        tip = QPointF(end.x() + 3 * onward, end.y())
        path = QPainterPath(tip)
        path.lineTo(tip.x() - 6 * onward, tip.y() - 3.6)
        path.lineTo(tip.x() - 6 * onward, tip.y() + 3.6)
        path.closeSubpath()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPath(path)


def _badge_place(between: Edges, one: Crossing, small: QFont) -> QRectF:
    """Where the badge of a crossing link stands: at the end in sight, on the side that the other end is on."""
    if not one.badge:
        return QRectF()
    metrics = QFontMetricsF(small)
    width, height = metrics.horizontalAdvance(one.badge) + 8, metrics.height() + 2
    y, edge = (one.start, between.target) if one.far_is_end else (one.end, between.source)
    is_right = edge == max(between.source, between.target)
    return QRectF(edge - width if is_right else edge, y - height / 2, width, height)


def _path(between: Edges, number: int, start: float, end: float) -> QPainterPath:
    """From the source's edge into a lane of its own, along it, and out at the target's edge."""
    lane = between.source + (between.target - between.source) * (1 + number % LANES) / (LANES + 1)
    bend = min(14.0, abs(end - start) / 2) * (1 if end > start else -1)
    path = QPainterPath(QPointF(between.source, start))
    path.quadTo(QPointF(lane, start), QPointF(lane, start + bend))
    path.lineTo(lane, end - bend)
    path.quadTo(QPointF(lane, end), QPointF(between.target, end))
    return path
