"""Paints the cells of a row: paragraphs with their numbers, the state, the marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.text.offsets import to_utf16
from taqabul.ui.bitext.cell_layout import CellLayouts, LaidCell, LaidParagraph
from taqabul.ui.bitext.overlay import Overlay
from taqabul.ui.bitext.state_painter import draw_pencil
from taqabul.ui.core.theme import Colours

HitSpans = Sequence[tuple[int, int]]


@dataclass
class Highlights:
    """What is lit up in the texts: search hits (code points) and paragraphs picked for a link."""

    hits: Mapping[ParagraphId, HitSpans] = field(default_factory=dict)
    current: tuple[ParagraphId, int] | None = None
    picked: frozenset[ParagraphId] = frozenset()


class CellPainter:
    """Paints text cells with one look."""

    def __init__(self, layouts: CellLayouts) -> None:
        self._layouts = layouts
        self.highlights = Highlights()
        self.words: Mapping[int, HitSpans] = {}
        self.overlay = Overlay()

    def paint(
        self, painter: QPainter, rect: QRectF, link: LinkId, cell: LaidCell, *, faded: bool, focus: int
    ) -> None:
        """Draw a cell of a link; ``focus`` is the paragraph with the cursor, -1 where it is elsewhere."""
        look = self._layouts.look
        if not cell.paragraphs:
            painter.setBrushOrigin(rect.topLeft())  # else what was moved by scrolling would not join
            painter.fillRect(rect, QBrush(look.colours.line, Qt.BrushStyle.BDiagPattern))
            if focus >= 0:
                self._frame(painter, rect.adjusted(3, 3, -3, -3), look.colours.accent)
            return
        for part, laid in enumerate(cell.paragraphs):
            if laid.paragraph.id in self.highlights.picked:
                self._pick(painter, rect, laid)
            if part == focus:
                top, bottom = laid.top - 4, laid.top + laid.height + 4
                frame = QRectF(rect.left() + 3, rect.top() + top, rect.width() - 6, bottom - top)
                self._frame(painter, frame, look.colours.accent)
            at = self._layouts.text_rect(laid, rect, rtl=cell.rtl).topLeft()
            self.overlay.under(painter, at, link, laid)
            self._paragraph(painter, rect, cell, laid, look.colours.muted if faded else look.colours.text)
            self.overlay.over(painter, at, link, laid)

    def _paragraph(
        self, painter: QPainter, rect: QRectF, cell: LaidCell, laid: LaidParagraph, colour: QColor
    ) -> None:
        look = self._layouts.look
        place = self._layouts.text_rect(laid, rect, rtl=cell.rtl)
        painter.setPen(colour)
        laid.layout.draw(painter, place.topLeft(), self._formats(laid))
        number = self._layouts.number_rect(laid, rect, rtl=cell.rtl)
        painter.setPen(look.colours.muted)
        look.figures.draw(painter, number, str(laid.paragraph.number))
        if laid.is_edited:
            mark = QRectF(number.center().x() - 6, number.bottom() + 1, 12, 12)
            if laid.height < number.height() + 13:
                shift = -number.width() / 2 - 4 if cell.rtl else number.width() / 2 - 6
                mark = QRectF(number.center().x() + shift, number.center().y() - 6, 11, 11)
            draw_pencil(painter, mark, look.colours.accent)

    def _formats(self, laid: LaidParagraph) -> list[QTextLayout.FormatRange]:
        id_ = laid.paragraph.id
        colours = self._layouts.look.colours
        made = [_named(laid, start, end, colours) for start, end in laid.shown.signs]
        for start, end in self.highlights.hits.get(id_, ()):
            is_current = self.highlights.current == (id_, start)
            made.append(_lit(laid, start, end, colours.current_hit if is_current else colours.hit))
        for start, end in self.words.get(id_, ()):
            made.append(_lit(laid, start, end, colours.word, underlined=True))
        return made

    def _pick(self, painter: QPainter, rect: QRectF, laid: LaidParagraph) -> None:
        colour = QColor(self._layouts.look.colours.mark)
        colour.setAlpha(46)
        place = QRectF(rect.left() + 2, rect.top() + laid.top - 4, rect.width() - 4, laid.height + 8)
        painter.fillRect(place, colour)
        edge = place.right() - 3 if rect.left() < place.left() and laid.rtl else place.left()
        painter.fillRect(QRectF(edge, place.top(), 3, place.height()), self._layouts.look.colours.mark)

    def _frame(self, painter: QPainter, rect: QRectF, colour: QColor) -> None:
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.translated(0.5, 0.5).adjusted(0, 0, -1, -1), 3, 3)


def _lit(
    laid: LaidParagraph, start: int, end: int, ground: QColor, *, underlined: bool = False
) -> QTextLayout.FormatRange:
    """Code points of a text on a coloured ground."""
    one = QTextLayout.FormatRange()
    one.start, one.length = laid.units(start, end)
    shape = QTextCharFormat()
    shape.setBackground(ground)
    shape.setFontUnderline(underlined)
    one.format = shape
    return one


def _named(laid: LaidParagraph, start: int, end: int, colours: Colours) -> QTextLayout.FormatRange:
    """The name of an unseen character, apart from the text."""
    one = QTextLayout.FormatRange()
    one.start = to_utf16(laid.shown.text, start)
    one.length = to_utf16(laid.shown.text, end) - one.start
    shape = QTextCharFormat()
    shape.setBackground(colours.sign)
    shape.setForeground(colours.accent)
    one.format = shape
    return one
