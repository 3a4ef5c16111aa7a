"""Paints a row's state: status, confidence as a figure, a colour and a filled shape, and marks."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.bitext.look import PAD_X, Look
from taqabul.ui.bitext.row_words import FAIR, HIGH, confidence_text, is_edited
from taqabul.ui.core.theme import Colours
from taqabul.workflow.rows import Row

GLYPH = 13.0


def paint_state(painter: QPainter, rect: QRectF, row: Row, look: Look, middle: float) -> None:
    """Draw the state column of a row; ``middle`` is the height of its first line's middle."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def at(x: float, size: float) -> QRectF:
        """A square so far from where rows begin; the column's other edge where ``x`` is below 0."""
        left = rect.left() + x if x >= 0 else rect.right() + x
        place = QRectF(left, rect.top() + middle - size / 2, size, size)
        return _mirrored(place, rect) if mirrored else place

    draw_status(painter, at(PAD_X, GLYPH), row.link.status, look.colours)
    if row.link.confidence is not None and not row.link.is_one_sided:
        draw_confidence(painter, at(PAD_X + GLYPH + 9, GLYPH - 2), row.link.confidence, look.colours)
        painter.setPen(look.colours.muted)
        figure = at(PAD_X + 2 * GLYPH + 11, 34)
        look.figures.draw(painter, figure, confidence_text(row.link.confidence), centred=False)
    _draw_marks(painter, at, row, look)
    if row.link.bookmarked:
        ribbon = QRectF(rect.left() + 2, rect.top(), 8, 13)
        draw_bookmark(painter, _mirrored(ribbon, rect) if mirrored else ribbon, look.colours.accent)


def _draw_marks(painter: QPainter, at: Callable[[float, float], QRectF], row: Row, look: Look) -> None:
    x = -PAD_X - 9
    if row.notes:
        draw_note(painter, at(x, 12), look.colours.fair)
        x -= 15
    if is_edited(row):
        draw_pencil(painter, at(x, 12), look.colours.accent)


def _mirrored(place: QRectF, whole: QRectF) -> QRectF:
    return QRectF(whole.left() + whole.right() - place.right(), place.top(), place.width(), place.height())


def confidence_colour(confidence: float, colours: Colours) -> QColor:
    """The colour of a confidence's level."""
    if confidence >= HIGH:
        return colours.good
    return colours.fair if confidence >= FAIR else colours.poor


def draw_confidence(painter: QPainter, rect: QRectF, confidence: float, colours: Colours) -> None:
    """A circle: full for high, half for fair, empty for low."""
    colour = confidence_colour(confidence, colours)
    painter.setPen(QPen(colour, 1.6))
    painter.setBrush(colour if confidence >= HIGH else Qt.BrushStyle.NoBrush)
    painter.drawEllipse(rect)
    if FAIR <= confidence < HIGH:
        painter.setBrush(colour)
        painter.drawChord(rect, 90 * 16, 180 * 16)


def draw_status(painter: QPainter, rect: QRectF, status: LinkStatus, colours: Colours) -> None:
    """A tick, a cross, an exclamation mark in a triangle; nothing but a faint dot where nobody looked yet."""
    if status is LinkStatus.PROPOSED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.muted)
        painter.drawEllipse(rect.center(), 1.8, 1.8)
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    at = _Points(rect)
    if status is LinkStatus.CONFIRMED:
        painter.setPen(_pen(colours.good))
        painter.drawPolyline([at(0.08, 0.55), at(0.38, 0.85), at(0.94, 0.15)])
    elif status is LinkStatus.REJECTED:
        painter.setPen(_pen(colours.poor))
        painter.drawLine(at(0.15, 0.15), at(0.85, 0.85))
        painter.drawLine(at(0.85, 0.15), at(0.15, 0.85))
    else:
        painter.setPen(_pen(colours.fair, 1.6))
        painter.drawPolygon([at(0.5, 0.02), at(1.02, 0.96), at(-0.02, 0.96)])
        painter.drawLine(at(0.5, 0.36), at(0.5, 0.62))
        painter.drawPoint(at(0.5, 0.79))


def draw_note(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A speech bubble."""
    at = _Points(rect)
    path = QPainterPath(at(0.3, 0.98))
    for point in (
        at(0.3, 0.72),
        at(0.04, 0.72),
        at(0.04, 0.06),
        at(0.96, 0.06),
        at(0.96, 0.72),
        at(0.56, 0.72),
    ):
        path.lineTo(point)
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(path)


def draw_bookmark(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A ribbon that hangs from the row's upper edge."""
    at = _Points(rect)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon([at(0, 0), at(1, 0), at(1, 1), at(0.5, 0.68), at(0, 1)])


def draw_pencil(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A pencil: the text was edited."""
    at = _Points(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon([at(0.08, 0.92), at(0.16, 0.64), at(0.7, 0.1), at(0.9, 0.3), at(0.36, 0.84)])
    painter.restore()


def _pen(colour: QColor, width: float = 2.0) -> QPen:
    return QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


class _Points:
    """Points of a rectangle by shares of its width and height."""

    def __init__(self, rect: QRectF) -> None:
        self._rect = rect

    def __call__(self, x: float, y: float) -> QPointF:
        return QPointF(self._rect.left() + x * self._rect.width(), self._rect.top() + y * self._rect.height())
