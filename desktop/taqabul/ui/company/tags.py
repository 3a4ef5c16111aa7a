"""The initials of those who are at a row, in its margin; a pencil beside them who correct a text there."""

from collections.abc import Sequence
from zlib import crc32

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from taqabul.ui.bitext.look import PAD_X, Look
from taqabul.ui.bitext.state_painter import draw_pencil
from taqabul.ui.company.words import initials
from taqabul.ui.core.theme import Colours
from taqabul.workflow.company import Colleague

HEIGHT = 14.0
PENCIL = 9.0
GAP = 3.0


def paint_tags(painter: QPainter, rect: QRectF, colleagues: Sequence[Colleague], look: Look) -> None:
    """Draw the tags at the foot of a row's state, from where rows begin; as many as there is room for."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(look.small)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft
    metrics, x = QFontMetricsF(look.small), PAD_X - 3.0
    for one in sorted(colleagues, key=lambda one: one.paragraph is None):
        words = initials(one.name)
        pencil = PENCIL + 2 if one.paragraph is not None else 0.0
        width = max(HEIGHT, metrics.horizontalAdvance(words) + 7) + pencil
        if x + width > rect.width():
            return
        left = rect.right() - x - width if mirrored else rect.left() + x
        place = QRectF(left, rect.bottom() - HEIGHT - 2, width, HEIGHT)
        _paint(painter, place, words, pencil, colour_of(one.name, look.colours), look.colours)
        x += width + GAP


def colour_of(name: str, colours: Colours) -> QColor:
    """The colour of a person, the same in every window of a theme."""
    return colours.crossing[crc32(name.encode()) % len(colours.crossing)]


def _paint(
    painter: QPainter, place: QRectF, words: str, pencil: float, colour: QColor, colours: Colours
) -> None:
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour if pencil else colours.ground)
    painter.drawRoundedRect(place, 4, 4)
    painter.setPen(colours.ground if pencil else colour)
    painter.drawText(place.adjusted(0, 0, -pencil, 0), Qt.AlignmentFlag.AlignCenter, words)
    if pencil:
        nib = QRectF(place.right() - PENCIL - 2, place.top() + 2.5, PENCIL, PENCIL)
        draw_pencil(painter, nib, colours.ground)
