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
from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.domain.labels import Pattern
from taqabul.ui.annotation.geometry import gap_foot, stretch_rects
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.lanes import Mark
from taqabul.ui.annotation.pens import PITCH, draw_line, line_colour, tint
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.core.theme import Colours

_KEPT = 800
_END = 4.0
_CHIP_PAD = 7.0


@dataclass(frozen=True, slots=True)
class _Placed:
    """A mark's places in its paragraph's layout."""

    mark: Mark
    rects: tuple[tuple[QRectF, ...], ...]
    between: tuple[QRectF, ...]
    feet: tuple[tuple[QPointF, float], ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    """The places of a paragraph's marks, and what these depend on."""

    laid: LaidParagraph
    marks: Sequence[Mark]
    placed: tuple[_Placed, ...]


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
        self.chips: dict[LinkId, list[Chip]] = {}
        self._kept: OrderedDict[ParagraphId, _Kept] = OrderedDict()

    def prepare(self, laid: LaidParagraph, marks: Sequence[Mark]) -> None:
        """Find the places of a paragraph's marks, which is most of the work of drawing them."""
        if marks:
            self._placed(laid, marks)

    def under(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """What lies under the text of a paragraph drawn ``at`` a place."""
        if marks:
            painter.translate(at)
            for one in self._placed(laid, marks):
                self._tints(painter, one, look)
            painter.translate(-at)

    def over(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """The lines and carets of a paragraph drawn ``at`` a place."""
        if marks:
            painter.save()
            painter.translate(at)
            for one in self._placed(laid, marks):
                self._lines(painter, one, laid, look)
            painter.restore()

    def paint_chips(
        self, painter: QPainter, row: QRectF, annotations: Sequence[Annotation], small: QFont, look: Colours
    ) -> list[Chip]:
        """Draw the words on what lies on the whole row, along its lower edge; gives where they went."""
        made: list[Chip] = []
        metrics = QFontMetricsF(small)
        left, height = row.left() + 8, metrics.height() + 2
        painter.setFont(small)
        for one in annotations:
            words = self.chip_words(one)
            width = metrics.horizontalAdvance(words) + 2 * _CHIP_PAD
            if left + width > row.right() - 8:
                width = max(0.0, row.right() - 8 - left)
            if width < 2 * _CHIP_PAD:
                break
            label = self.book.label(one)
            place = QRectF(left, row.bottom() - height - 4, width, height)
            colour = line_colour(label.colour, look)
            painter.setPen(QPen(colour, 2.2 if one.id == self.chosen else 1.2, _STYLES[label.pattern]))
            painter.setBrush(tint(label.colour, look, chosen=one.id == self.chosen))
            painter.drawRoundedRect(place, 5, 5)
            painter.setPen(look.text)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - _CHIP_PAD)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            made.append(Chip(one, place))
            left += width + 6
        return made

    def chip_words(self, annotation: Annotation) -> str:
        """What a chip says: the label, and the words that have lost their place."""
        name = self.book.name(annotation)
        if annotation.lost:
            return f"⚠ {name}: “{annotation.lost[0].quote[:40]}”"
        return name

    def _placed(self, laid: LaidParagraph, marks: Sequence[Mark]) -> tuple[_Placed, ...]:
        """Where the marks of a paragraph stand: found once for each layout of it."""
        kept = self._kept.get(laid.paragraph.id)
        if kept is None or kept.laid is not laid or kept.marks is not marks:
            kept = _Kept(laid, marks, tuple(_placed(laid, mark) for mark in marks))
            self._kept[laid.paragraph.id] = kept
        self._kept.move_to_end(laid.paragraph.id)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return kept.placed

    def _tints(self, painter: QPainter, one: _Placed, look: Colours) -> None:
        label = self.book.label(one.mark.annotation)
        colour = tint(label.colour, look, chosen=one.mark.id == self.chosen)
        for rects in one.rects:
            for rect in rects:
                painter.fillRect(rect.adjusted(0, 1, 0, one.mark.lane * PITCH), colour)

    def _lines(self, painter: QPainter, one: _Placed, laid: LaidParagraph, look: Colours) -> None:
        label = self.book.label(one.mark.annotation)
        chosen = one.mark.id == self.chosen
        colour = line_colour(label.colour, look)
        down = one.mark.lane * PITCH - 0.5
        for rects in one.rects:
            for rect in rects:
                y = rect.bottom() + down
                draw_line(painter, rect.left(), rect.right(), y, label.pattern, colour, chosen=chosen)
            self._ends(painter, rects, laid, down, colour)
        for rect in one.between:
            y = rect.bottom() + down
            painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        for foot, height in one.feet:
            self._caret(painter, foot, height, colour, chosen=chosen)

    def _ends(
        self, painter: QPainter, rects: Sequence[QRectF], laid: LaidParagraph, down: float, colour: QColor
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
            foot = QPointF(x, rect.bottom() + down)
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


def _placed(laid: LaidParagraph, mark: Mark) -> _Placed:
    solid = [(start, end) for start, end in mark.stretches if start < end]
    rects = tuple(tuple(stretch_rects(laid, *one)) for one in solid)
    between = tuple(
        rect
        for (_, end), (start, _) in pairwise(solid)
        if end < start
        for rect in stretch_rects(laid, end, start)
    )
    gaps = [gap_foot(laid, start) for start, end in mark.stretches if start == end]
    return _Placed(mark, rects, between, tuple(one for one in gaps if one is not None))
