"""Numbers and figures beside the texts: the same few are drawn over and over, so each is laid out once."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QStaticText

_KEPT = 2000


class SmallWords:
    """Draws words of one line in one font."""

    def __init__(self, font: QFont) -> None:
        self._font = font
        self._laid = lru_cache(_KEPT)(self._lay_out)

    def draw(self, painter: QPainter, rect: QRectF, words: str, *, centred: bool = True) -> None:
        """Draw words in the middle of a rectangle, or where lines begin; in the painter's pen."""
        laid = self._laid(words)
        room = laid.size()
        top = rect.top() + (rect.height() - room.height()) / 2
        left = rect.left()
        if centred:
            left += (rect.width() - room.width()) / 2
        elif painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = rect.right() - room.width()
        painter.setFont(self._font)
        painter.drawStaticText(QPointF(left, top), laid)

    def _lay_out(self, words: str) -> QStaticText:
        laid = QStaticText(words)
        laid.setTextFormat(Qt.TextFormat.PlainText)
        laid.prepare(font=self._font)
        return laid
