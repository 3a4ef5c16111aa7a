"""What is drawn of a paragraph's marks, found once: where their stretches stand, then tints, lines and carets in colours."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from taqabul.domain.labels import Label, Pattern
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.lanes import Mark
from taqabul.ui.annotation.pens import PITCH, Strokes, line_colour, tint
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.core.theme import Colours

_END = 4.0


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a mark stands in its paragraph's layout, whatever its lane: most of the work of drawing it."""

    rects: tuple[tuple[QRectF, ...], ...]
    between: tuple[QRectF, ...]
    feet: tuple[tuple[QPointF, float], ...]
    ends: tuple[QPointF, ...]
    """The lower corners at which its stretches begin and end."""


def placed(laid: LaidParagraph, stretches: Sequence[tuple[int, int]]) -> Placed:
    """Where the stretches of a mark stand in the layout of its paragraph."""
    solid = [(start, end) for start, end in stretches if start < end]
    rects = tuple(tuple(stretch_rects(laid, *one)) for one in solid)
    between = tuple(
        rect
        for (_, end), (start, _) in pairwise(solid)
        if end < start
        for rect in stretch_rects(laid, end, start)
    )
    gaps = [gap_foot(laid, start) for start, end in stretches if start == end]
    ends = tuple(foot for some in rects if some for foot in _ends(some, rtl=laid.rtl))
    return Placed(rects, between, tuple(one for one in gaps if one is not None), ends)


class MarkShapes:
    """The marks of a paragraph in the colours of a look, in the coordinates of its layout."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._tints: list[tuple[QRectF, QColor]] = []
        self._strokes = Strokes()
        self._wedges: list[tuple[QPolygonF, QColor]] = []

    def add(self, mark: Mark, one: Placed, label: Label, *, chosen: bool) -> None:
        """Add a mark that stands there; the ``chosen`` one stands out."""
        ground = tint(label.colour, self._colours, chosen=chosen)
        colour = line_colour(label.colour, self._colours)
        down = mark.lane * PITCH
        for rect in (rect for rects in one.rects for rect in rects):
            self._tints.append((rect.adjusted(0, 1, 0, down), ground))
            y = rect.bottom() + down - 0.5
            self._strokes.add_underline(rect.left(), rect.right(), y, label.pattern, colour, chosen=chosen)
        self._add_ends(one.ends, down - 0.5, colour)
        for rect in one.between:
            y = rect.bottom() + down - 0.5
            self._strokes.add(QLineF(rect.left(), y, rect.right(), y), colour, 1, Pattern.DOTTED)
        for foot, height in one.feet:
            self._add_caret(foot, height, colour, chosen=chosen)

    def draw_under(self, painter: QPainter) -> None:
        """Draw what lies under the text."""
        for rect, colour in self._tints:
            painter.fillRect(rect, colour)

    def draw_over(self, painter: QPainter) -> None:
        """Draw what lies over it."""
        self._strokes.draw(painter)
        if self._wedges:
            painter.setPen(Qt.PenStyle.NoPen)
        for wedge, colour in self._wedges:
            painter.setBrush(colour)
            painter.drawPolygon(wedge)

    def _add_ends(self, ends: Iterable[QPointF], down: float, colour: QColor) -> None:
        """Small uprights where a stretch begins and ends, so that neighbours of one label are told apart."""
        for corner in ends:
            x, y = corner.x(), corner.y() + down
            self._strokes.add(QLineF(x, y, x, y - _END), colour, 1.4)

    def _add_caret(self, foot: QPointF, height: float, colour: QColor, *, chosen: bool) -> None:
        """A wedge under the line and a thin upright: here something is missing."""
        size = 5.0 if chosen else 4.0
        upright = QLineF(foot, foot - QPointF(0, height * 0.72))
        self._strokes.add(upright, colour, 1.8 if chosen else 1.2)
        corners = [foot - QPointF(0, 4), foot + QPointF(-size, 2.5), foot + QPointF(size, 2.5)]
        self._wedges.append((QPolygonF(corners), colour))


def _ends(rects: tuple[QRectF, ...], *, rtl: bool) -> tuple[QPointF, QPointF]:
    first = [rect for rect in rects if rect.y() == rects[0].y()]
    last = [rect for rect in rects if rect.y() == rects[-1].y()]
    begin = first[-1].right() if rtl else first[0].left()
    end = last[0].left() if rtl else last[-1].right()
    return QPointF(begin, first[0].bottom()), QPointF(end, last[0].bottom())
