"""Paints what is marked in the texts: tints and underlines, carets where something is missing, chips for whole pairs.

The text itself is drawn by its layout as ever, above the tints, so that no letter changes its shape or place.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import Pattern
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.lanes import Mark
from taqabul.ui.annotation.pens import PITCH, draw_line, line_colour, tint
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.core.theme import Colours

_KEPT = 2000
_END = 4.0
_CHIP_PAD = 7.0


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A mark's places in its paragraph's layout."""

    mark: Mark
    rects: tuple[tuple[QRectF, ...], ...]
    between: tuple[QRectF, ...]
    feet: tuple[tuple[QPointF, float], ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on something that lies on the whole row; ``rect`` in the viewport."""

    annotation: Annotation
    rect: QRectF


class MarkPainter:
    """Paints marks in one look. ``chosen`` is the annotation picked out."""

    def __init__(self) -> None:
        self.book = LabelBook()
        self.chosen: AnnotationId | None = None
        self.chips: list[Chip] = []
        self._places: OrderedDict[int, tuple[LaidParagraph, Sequence[Mark], list[_Drawn]]] = OrderedDict()

    def under(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """What lies under the text of a paragraph drawn ``at`` a place."""
        for one in self._drawn(laid, marks):
            label = self.book.label(one.mark.annotation)
            colour = tint(label.colour, look.ground, chosen=one.mark.id == self.chosen)
            for rects in one.rects:
                for rect in rects:
                    painter.fillRect(rect.translated(at).adjusted(0, 1, 0, one.mark.lane * PITCH), colour)

    def over(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """The lines and carets of a paragraph drawn ``at`` a place."""
        for one in self._drawn(laid, marks):
            label = self.book.label(one.mark.annotation)
            chosen = one.mark.id == self.chosen
            colour = line_colour(label.colour, look.ground)
            down = one.mark.lane * PITCH - 0.5
            for rects in one.rects:
                for rect in rects:
                    y = at.y() + rect.bottom() + down
                    left, right = at.x() + rect.left(), at.x() + rect.right()
                    draw_line(painter, left, right, y, label.pattern, colour, chosen=chosen)
                self._ends(painter, at, rects, laid, down, colour)
            for rect in one.between:
                y = at.y() + rect.bottom() + down
                painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
                painter.drawLine(QPointF(at.x() + rect.left(), y), QPointF(at.x() + rect.right(), y))
            for foot, height in one.feet:
                self._caret(painter, at + foot, height, colour, chosen=chosen)

    def paint_chips(
        self, painter: QPainter, row: QRectF, annotations: Sequence[Annotation], small: QFont, look: Colours
    ) -> None:
        """Draw the words on what lies on the whole row, along its lower edge, and remember where they went."""
        metrics = QFontMetricsF(small)
        left, height = row.left() + 8, metrics.height() + 2
        painter.setFont(small)
        for one in annotations:
            words = self.chip_words(one)
            width = metrics.horizontalAdvance(words) + 2 * _CHIP_PAD
            if left + width > row.right() - 8:
                width = max(0.0, row.right() - 8 - left)
            if width < 2 * _CHIP_PAD:
                return
            label = self.book.label(one)
            place = QRectF(left, row.bottom() - height - 4, width, height)
            colour = line_colour(label.colour, look.ground)
            painter.setPen(QPen(colour, 2.2 if one.id == self.chosen else 1.2, _STYLES[label.pattern]))
            painter.setBrush(tint(label.colour, look.ground, chosen=one.id == self.chosen))
            painter.drawRoundedRect(place, 5, 5)
            painter.setPen(look.text)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - _CHIP_PAD)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            self.chips.append(Chip(one, place))
            left += width + 6

    def chip_words(self, annotation: Annotation) -> str:
        """What a chip says: the label, and the words that have lost their place."""
        name = self.book.name(annotation)
        if annotation.lost:
            return f"⚠ {name}: “{annotation.lost[0].quote[:40]}”"
        return name

    def forget(self) -> None:
        """Everything may stand elsewhere now."""
        self._places.clear()

    def _drawn(self, laid: LaidParagraph, marks: Sequence[Mark]) -> list[_Drawn]:
        """Where the marks of a paragraph are, found once for each layout of it."""
        if not marks:
            return []
        kept = self._places.get(laid.paragraph.id)
        if kept is not None and kept[0] is laid and kept[1] is marks:
            self._places.move_to_end(laid.paragraph.id)
            return kept[2]
        made = [_placed(laid, mark) for mark in marks]
        self._places[laid.paragraph.id] = (laid, marks, made)
        while len(self._places) > _KEPT:
            self._places.popitem(last=False)
        return made

    def _ends(
        self,
        painter: QPainter,
        at: QPointF,
        rects: Sequence[QRectF],
        laid: LaidParagraph,
        down: float,
        colour: QColor,
    ) -> None:
        """Small uprights where a stretch begins and ends, so that neighbours of one label are told apart."""
        if not rects:
            return
        rtl = laid.layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
        first = [rect for rect in rects if rect.y() == rects[0].y()]
        last = [rect for rect in rects if rect.y() == rects[-1].y()]
        begin = first[-1].right() if rtl else first[0].left()
        end = last[0].left() if rtl else last[-1].right()
        painter.setPen(QPen(colour, 1.4))
        for x, rect in ((begin, first[0]), (end, last[0])):
            foot = QPointF(at.x() + x, at.y() + rect.bottom() + down)
            painter.drawLine(foot, foot - QPointF(0, _END))

    def _caret(
        self, painter: QPainter, foot: QPointF, height: float, colour: QColor, *, chosen: bool
    ) -> None:
        """A wedge under the line and a thin upright: here something is missing."""
        size = 5.0 if chosen else 4.0
        painter.setPen(QPen(colour, 1.8 if chosen else 1.2))
        painter.drawLine(foot, foot - QPointF(0, height * 0.72))
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        corners = [foot - QPointF(0, 4), foot + QPointF(-size, 2.5), foot + QPointF(size, 2.5)]
        painter.drawPolygon(QPolygonF(corners))


_STYLES = {
    Pattern.SOLID: Qt.PenStyle.SolidLine,
    Pattern.DOUBLE: Qt.PenStyle.SolidLine,
    Pattern.DASHED: Qt.PenStyle.DashLine,
    Pattern.DOTTED: Qt.PenStyle.DotLine,
    Pattern.WAVED: Qt.PenStyle.DashDotLine,
}


def chip_height(small: QFont) -> int:
    """The room that chips take along a row's lower edge."""
    return int(QFontMetricsF(small).height()) + 8


def _placed(laid: LaidParagraph, mark: Mark) -> _Drawn:
    solid = [(start, end) for start, end in mark.stretches if start < end]
    rects = tuple(tuple(stretch_rects(laid, *one)) for one in solid)
    between = tuple(
        rect
        for (_, end), (start, _) in pairwise(solid)
        if end < start
        for rect in stretch_rects(laid, end, start)
    )
    gaps = [gap_foot(laid, start) for start, end in mark.stretches if start == end]
    return _Drawn(mark, rects, between, tuple(one for one in gaps if one is not None))
