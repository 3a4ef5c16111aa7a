"""How a label looks, small: a bar in its colour, underlined in its pattern."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from taqabul.domain.labels import Pattern

WIDTH, HEIGHT = 26, 16
SCALE = 2
_STYLES = {Pattern.DASHED: Qt.PenStyle.DashLine, Pattern.DOTTED: Qt.PenStyle.DotLine}


def swatch(colour: str, pattern: Pattern) -> QIcon:
    """An icon for lists of labels."""
    pixmap = QPixmap(WIDTH * SCALE, HEIGHT * SCALE)
    pixmap.setDevicePixelRatio(SCALE)
    pixmap.fill(QGuiApplication.palette().color(QPalette.ColorRole.Base))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    hue = QColor(colour)
    ground = QColor(hue)
    ground.setAlpha(70)
    painter.fillRect(QRectF(1, 1, WIDTH - 2, HEIGHT - 6), ground)
    painter.setPen(QPen(hue, 2, _STYLES.get(pattern, Qt.PenStyle.SolidLine)))
    base = HEIGHT - 3.0
    if pattern is Pattern.WAVED:
        points = [QPointF(1 + 3 * step, base + (1.5 if step % 2 else -1.5)) for step in range(9)]
        painter.drawPolyline(QPolygonF(points))
    elif pattern is Pattern.DOUBLE:
        painter.setPen(QPen(hue, 1.2))
        for y in (base - 2, base + 1):
            painter.drawLine(QPointF(1, y), QPointF(WIDTH - 1, y))
    else:
        painter.drawLine(QPointF(1, base), QPointF(WIDTH - 1, base))
    painter.end()
    made = QIcon(pixmap)
    made.addPixmap(pixmap, QIcon.Mode.Selected)
    return made
