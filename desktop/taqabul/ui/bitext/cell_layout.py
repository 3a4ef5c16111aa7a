"""Texts laid out for their cells: forced direction, numbered paragraphs, kept while nothing changes."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from taqabul.domain.document import Paragraph
from taqabul.domain.files import BlockKind
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Direction, Language, Side
from taqabul.text.direction import runs_one_way
from taqabul.text.offsets import from_utf16, to_utf16
from taqabul.text.showing import Shown, shown
from taqabul.ui.bitext.look import PAD_X, PAD_Y, PARAGRAPH_GAP, Look

KEPT = 800


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A line of a layout: the UTF-16 units it shows, and how far its letters reach, in the layout's coordinates."""

    line: QTextLine
    start: int
    end: int
    box: QRectF
    """As high as the line is and as wide as its letters are, without the space that hangs over its end."""


@dataclass
class LaidParagraph:
    """A paragraph's lines inside its cell; ``top`` counts from the cell's upper edge."""

    paragraph: Paragraph
    shown: Shown
    layout: QTextLayout
    top: int
    height: int

    @property
    def is_edited(self) -> bool:
        """Whether a person changed its text."""
        return self.paragraph.text != self.paragraph.imported

    @cached_property
    def _is_in_units(self) -> bool:
        """Whether each of its characters is one UTF-16 unit."""
        return to_utf16(self.shown.text, len(self.shown.text)) == len(self.shown.text)

    @cached_property
    def rtl(self) -> bool:
        """Whether its lines begin on the right."""
        return self.layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft

    @cached_property
    def one_way(self) -> bool:
        """Whether nothing in it runs the other way."""
        return runs_one_way(self.shown.text, Direction.RTL if self.rtl else Direction.LTR)

    @cached_property
    def first_line(self) -> float:
        """The height of its first line."""
        return float(self.layout.lineAt(0).height()) if self.layout.lineCount() else float(self.height)

    @cached_property
    def lines(self) -> list[LaidLine]:
        """Its lines from the top, as asked of the layout once."""
        made = []
        for number in range(self.layout.lineCount()):
            line, text = self.layout.lineAt(number), self.layout.lineAt(number).naturalTextRect()
            start, box = line.textStart(), QRectF(text.x(), line.y(), text.width(), line.height())
            made.append(LaidLine(line, start, start + line.textLength(), box))
        return made

    def units(self, start: int, end: int) -> tuple[int, int]:
        """The UTF-16 units of the layout that show a stretch of the text, as first and length."""
        first, last = self.shown.place(start), self.shown.place(end)
        if not self._is_in_units:
            first, last = to_utf16(self.shown.text, first), to_utf16(self.shown.text, last)
        return first, last - first

    def position(self, unit: int) -> int:
        """The position of the text that a UTF-16 unit of the layout shows."""
        return self.shown.origin(from_utf16(self.shown.text, unit))


@dataclass
class LaidCell:
    """The paragraphs of a cell and their height together."""

    paragraphs: list[LaidParagraph]
    height: int
    rtl: bool

    def part_at(self, y: int) -> int:
        """The paragraph at a height in the cell, the nearest where it is between two; -1 in an empty cell."""
        for number, laid in enumerate(self.paragraphs):
            if y < laid.top + laid.height + PARAGRAPH_GAP // 2:
                return number
        return len(self.paragraphs) - 1

    def stretch(self, part: int) -> tuple[int, int]:
        """From where to where a paragraph reaches in its cell, with the air around it."""
        if not 0 <= part < len(self.paragraphs):
            return 0, self.height
        laid = self.paragraphs[part]
        return laid.top - PAD_Y, laid.top + laid.height + PAD_Y


def laid_out(
    made: Shown, font: QFont, direction: Direction, spacing: float, width: int, leading: int = 0
) -> tuple[QTextLayout, int]:
    """A text in lines of a width, in the direction given whatever its first letter is, and its height.

    ``spacing`` is how far lines stand apart (1 is as the font says). Below each line ``leading`` pixels are left free.
    """
    rtl = direction is Direction.RTL
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(made.text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height() * spacing + leading
    layout.endLayout()
    return layout, ceil(y)


@dataclass(slots=True)
class _Kept:
    """A cell, and what it was laid out for; ``is_sure`` while nobody said that any of it may have changed."""

    width: int
    cell: LaidCell
    paragraphs: tuple[Paragraph, ...]
    leading: list[int]
    is_sure: bool = True


class CellLayouts:
    """The cells laid out last, by link and side."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.leading: Callable[[LinkId, ParagraphId], int] = lambda _link, _paragraph: 0
        self._kept: OrderedDict[tuple[LinkId, Side], _Kept] = OrderedDict()

    def cell(
        self, link: LinkId, side: Side, paragraphs: tuple[Paragraph, ...], language: Language, width: int
    ) -> LaidCell:
        """A cell of a column ``width`` pixels wide."""
        key = (link, side)
        found = self._kept.get(key)
        if found is not None and found.width == width and self._still_fits(found, link, paragraphs):
            self._kept.move_to_end(key)
            return found.cell
        leading = [self.leading(link, one.id) for one in paragraphs]
        made = self._made(paragraphs, leading, language, width)
        self._kept[key] = _Kept(width, made, paragraphs, leading)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made

    def __contains__(self, cell: tuple[LinkId, Side]) -> bool:
        """Whether a cell is at hand."""
        return cell in self._kept

    def doubt(self, link: LinkId) -> None:
        """A link's texts may have changed, or the room that is wanted in them."""
        for side in Side:
            found = self._kept.get((link, side))
            if found is not None:
                found.is_sure = False

    def clear(self, look: Look) -> None:
        """Everything looks different now."""
        self.look = look
        self._kept.clear()

    def text_rect(self, laid: LaidParagraph, cell: QRectF, *, rtl: bool) -> QRectF:
        """Where a paragraph's text stands in its cell: its number is on the side where its lines begin."""
        left = cell.left() + PAD_X + (0 if rtl else self.look.number_width)
        return QRectF(left, cell.top() + laid.top, self.look.text_width(int(cell.width())), laid.height)

    def number_rect(self, laid: LaidParagraph, cell: QRectF, *, rtl: bool) -> QRectF:
        """Where a paragraph's number stands."""
        width = self.look.number_width
        left = cell.right() - width - PAD_X / 2 if rtl else cell.left() + PAD_X / 2
        line = laid.first_line
        return QRectF(left, cell.top() + laid.top, width, line)

    def _still_fits(self, kept: "_Kept", link: LinkId, paragraphs: tuple[Paragraph, ...]) -> bool:
        """Whether a cell that was laid out is as it would be now."""
        if not kept.is_sure:
            leading = [self.leading(link, one.id) for one in paragraphs]
            kept.is_sure = (kept.paragraphs, kept.leading) == (paragraphs, leading)
        return kept.is_sure

    def _made(
        self, paragraphs: tuple[Paragraph, ...], leading: Sequence[int], language: Language, width: int
    ) -> LaidCell:
        top = PAD_Y + self.look.drop(language)
        fonts, wide = self.look.fonts, self.look.text_width(width)
        made = []
        for one, below in zip(paragraphs, leading, strict=True):
            direction = one.runs(language)
            as_shown = shown(one.text, direction, self.look.display)
            font = fonts.heading(language) if one.kind is BlockKind.HEADING else fonts.of(language)
            layout, height = laid_out(as_shown, font, direction, fonts.spacing(language), wide, below)
            made.append(LaidParagraph(one, as_shown, layout, top, height))
            top += height + PARAGRAPH_GAP
        bottom = top - PARAGRAPH_GAP if made else top
        return LaidCell(made, bottom + PAD_Y, language.direction is Direction.RTL)
