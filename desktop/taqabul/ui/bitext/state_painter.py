"""Paints a row's state: status, confidence as a figure, a colour and a filled shape, and marks."""

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
    centre = rect.top() + middle
    place = QRectF(rect.left() + PAD_X, centre - GLYPH / 2, GLYPH, GLYPH)
    draw_status(painter, place, row.link.status, look.colours)
    if row.link.confidence is not None and not row.link.is_one_sided:
        place.moveLeft(place.right() + 8)
        draw_confidence(painter, place.adjusted(1, 1, -1, -1), row.link.confidence, look.colours)
        painter.setFont(look.small)
        painter.setPen(look.colours.muted)
        figure = QRectF(place.right() + 3, centre - 10, 34, 20)
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter, confidence_text(row.link.confidence))
    _draw_marks(painter, rect, row, look, centre)


def _draw_marks(painter: QPainter, rect: QRectF, row: Row, look: Look, centre: float) -> None:
    right = rect.right() - PAD_X + 3
    if row.notes:
        draw_note(painter, QRectF(right - 12, centre - 6, 12, 12), look.colours.fair)
        right -= 15
    if is_edited(row):
        draw_pencil(painter, QRectF(right - 12, centre - 6, 12, 12), look.colours.accent)
    if row.link.bookmarked:
        draw_bookmark(painter, QRectF(rect.left() + 2, rect.top(), 8, 13), look.colours.accent)


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
