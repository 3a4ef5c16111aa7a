"""Paints what is marked in the texts: tints and underlines, carets where something is missing, chips for whole pairs.

The text itself is drawn by its layout as ever, above the tints, so that no letter changes its shape or place.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen

from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.domain.labels import Pattern
from taqabul.text.direction import isolated
from taqabul.ui.annotation.label_book import LabelBook
from taqabul.ui.annotation.lanes import Mark
from taqabul.ui.annotation.mark_shapes import MarkShapes, Placed, placed
from taqabul.ui.annotation.pens import line_colour, tint
from taqabul.ui.annotation.quotes import in_place
from taqabul.ui.bitext.cell_layout import LaidParagraph
from taqabul.ui.core.mixed_words import elided
from taqabul.ui.core.theme import Colours

_KEPT = 800
_CHIP_PAD = 7.0


@dataclass(slots=True)
class _Kept:
    """Where the marks of a paragraph stand, by their stretches, their shapes, and what these depend on."""

    laid: LaidParagraph
    marks: Sequence[Mark]
    placed: dict[tuple[tuple[int, int], ...], Placed]
    shapes: MarkShapes | None = None
    shown: tuple[LabelBook, Colours, AnnotationId | None] | None = None


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

    def knows(self, laid: LaidParagraph) -> bool:
        """Whether the marks of a paragraph as it is laid out were drawn or prepared before."""
        kept = self._kept.get(laid.paragraph.id)
        return kept is not None and kept.laid is laid

    def shows(self, laid: LaidParagraph, marks: Sequence[Mark]) -> bool:
        """Whether a paragraph's marks, and which of them is picked out, look as they were drawn last."""
        kept = self._kept.get(laid.paragraph.id)
        if kept is None or kept.laid is not laid or kept.shown is None:
            return kept is None and not marks
        return self._looks(kept.marks, kept.shown[2]) == self._looks(marks, self.chosen)

    def _looks(self, marks: Sequence[Mark], chosen: AnnotationId | None) -> list[object]:
        return [
            (one.stretches, one.lane, self.book.label(one.annotation), one.annotation.id == chosen)
            for one in marks
        ]

    def prepare(self, laid: LaidParagraph, marks: Sequence[Mark], look: Colours) -> None:
        """Find what is to be drawn of a paragraph's marks, which is most of the work of drawing them."""
        if marks:
            self._shapes(laid, marks, look)

    def under(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """What lies under the text of a paragraph drawn ``at`` a place."""
        if marks:
            painter.translate(at)
            self._shapes(laid, marks, look).draw_under(painter)
            painter.translate(-at)

    def over(
        self, painter: QPainter, at: QPointF, laid: LaidParagraph, marks: Sequence[Mark], look: Colours
    ) -> None:
        """The lines and carets of a paragraph drawn ``at`` a place."""
        if marks:
            painter.save()
            painter.translate(at)
            self._shapes(laid, marks, look).draw_over(painter)
            painter.restore()

    def paint_chips(
        self, painter: QPainter, row: QRectF, annotations: Sequence[Annotation], small: QFont, look: Colours
    ) -> list[Chip]:
        """Draw the words on what lies on the whole row, along its lower edge; gives where they went."""
        made: list[Chip] = []
        metrics = QFontMetricsF(small)
        left, height = row.left() + 8, metrics.height() + 2
        mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.setFont(small)
        for one in annotations:
            words = self.chip_words(one)
            width = metrics.horizontalAdvance(words) + 2 * _CHIP_PAD
            if left + width > row.right() - 8:
                width = max(0.0, row.right() - 8 - left)
            if width < 2 * _CHIP_PAD:
                break
            label = self.book.label(one)
            begin = row.left() + row.right() - left - width if mirrored else left
            place = QRectF(begin, row.bottom() - height - 4, width, height)
            colour = line_colour(label.colour, look)
            painter.setPen(QPen(colour, 2.2 if one.id == self.chosen else 1.2, _STYLES[label.pattern]))
            painter.setBrush(tint(label.colour, look, chosen=one.id == self.chosen))
            painter.drawRoundedRect(place, 5, 5)
            painter.setPen(look.text)
            shown = elided(words, metrics, width - _CHIP_PAD)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, shown)
            made.append(Chip(one, place))
            left += width + 6
        return made

    def chip_words(self, annotation: Annotation) -> str:
        """What a chip says: the label, and the words that have lost their place."""
        name = self.book.name(annotation)
        if annotation.lost:
            lost = annotation.lost[0]
            return f"⚠ {name}: {isolated(in_place(replace(lost, quote=lost.quote[:40])))}"
        return name

    def _shapes(self, laid: LaidParagraph, marks: Sequence[Mark], look: Colours) -> MarkShapes:
        """The shapes of a paragraph's marks: found once for its layout, its marks, their labels and the look."""
        kept = self._kept.get(laid.paragraph.id)
        if kept is None or kept.laid is not laid or kept.marks is not marks:
            known = kept.placed if kept is not None and kept.laid is laid else {}
            where = {one.stretches: known.get(one.stretches) or placed(laid, one.stretches) for one in marks}
            kept = self._kept[laid.paragraph.id] = _Kept(laid, marks, where)
        self._kept.move_to_end(laid.paragraph.id)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        chosen = self.chosen if any(mark.annotation.id == self.chosen for mark in marks) else None
        shown = (self.book, look, chosen)
        if kept.shapes is None or kept.shown != shown:
            kept.shapes, kept.shown = MarkShapes(look), shown
            for mark in marks:
                label = self.book.label(mark.annotation)
                kept.shapes.add(mark, kept.placed[mark.stretches], label, chosen=mark.id == chosen)
        return kept.shapes


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
