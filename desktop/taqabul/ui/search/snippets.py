"""A line or two of a text around a place in it, in its own direction, with stretches marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout, QTextOption

from taqabul.domain.language import Direction, Language
from taqabul.text.offsets import to_utf16
from taqabul.ui.bitext.look import Look

LINES = 2
BEFORE = 45
LENGTH = 420


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points ``start`` to ``end`` (excluded) stand out; ``style`` names how."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """A text, what is marked in it, and the place that must be seen."""

    text: str
    language: Language
    marks: tuple[Mark, ...] = ()
    place: int = 0

    def cut(self) -> "Snippet":
        """The part around the place; dots stand for what is left out before it."""
        start = self.place - BEFORE
        if start <= 0:
            return Snippet(self.text[:LENGTH], self.language, self.marks)
        space = self.text.find(" ", start, self.place)
        start = space + 1 if space >= 0 else start
        moved = tuple(
            Mark(max(one.start - start, 0) + 1, one.end - start + 1, one.style)
            for one in self.marks
            if one.end > start
        )
        return Snippet(f"…{self.text[start : start + LENGTH]}", self.language, moved)


def draw(painter: QPainter, rect: QRectF, snippet: Snippet, look: Look, colour: QColor) -> None:
    """Draw as many lines of a snippet as there is room for."""
    shown = snippet.cut()
    layout = _laid_out(shown, look, rect.width())
    painter.save()
    painter.setClipRect(rect)
    painter.setPen(colour)
    layout.draw(painter, rect.topLeft())
    painter.restore()


def height(look: Look) -> int:
    """The height of a snippet of LINES lines."""
    return LINES * look.line_height + 8


def _laid_out(shown: Snippet, look: Look, width: float) -> QTextLayout:
    rtl = shown.language.direction is Direction.RTL
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout = QTextLayout(shown.text.replace("\n", " "), look.fonts.of(shown.language))
    layout.setTextOption(option)
    formats = (_format(shown.text, mark, look) for mark in shown.marks)
    layout.setFormats([one for one in formats if one.length > 0])
    layout.beginLayout()
    y = 0.0
    for _ in range(LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height()
    layout.endLayout()
    return layout


def _format(text: str, mark: Mark, look: Look) -> QTextLayout.FormatRange:
    colours = look.colours
    shape = QTextCharFormat()
    if mark.style == "old":
        shape.setForeground(colours.deleted)
        shape.setFontStrikeOut(True)
    elif mark.style == "new":
        shape.setForeground(colours.inserted)
        shape.setFontUnderline(True)
    else:
        shape.setForeground(colours.text)
        shape.setBackground(colours.word if mark.style == "word" else colours.current_hit)
        shape.setFontUnderline(mark.style == "word")
    made = QTextLayout.FormatRange()
    made.start = to_utf16(text, min(mark.start, len(text)))
    made.length = to_utf16(text, min(mark.end, len(text))) - made.start
    made.format = shape
    return made


def marks(spans: Sequence[tuple[int, int]], style: str) -> tuple[Mark, ...]:
    """Stretches marked in one style."""
    return tuple(Mark(start, end, style) for start, end in spans)
