"""How labels look on each ground: tints that leave the text readable, lines that are told apart without colour."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from taqabul.domain.labels import Pattern
from taqabul.ui.core.theme import CONTRAST, Colours

PITCH = 4
"""From one lane to the next, in pixels."""
_TINT, _CHOSEN_TINT = 44, 96
_LEAST_CONTRAST, _HIGH_CONTRAST = 3.2, 6.5
_HALF_WAVE, _SWING = 3.0, 3.0
_DARK, _STEPS = 0.18, 40


def line_colour(colour: str, colours: Colours) -> QColor:
    """A label's colour, made darker or lighter until it stands out from the ground and from a chosen row."""
    least = _HIGH_CONTRAST if colours is CONTRAST else _LEAST_CONTRAST
    return QColor.fromRgba(_readable(colour, least, colours.ground.rgb(), colours.selected.rgb()))


def tint(colour: str, colours: Colours, *, chosen: bool) -> QColor:
    """A label's colour as it lies under the text."""
    made = line_colour(colour, colours)
    made.setAlpha(_CHOSEN_TINT if chosen else _TINT)
    return made


def draw_line(
    painter: QPainter, left: float, right: float, y: float, pattern: Pattern, colour: QColor, *, chosen: bool
) -> None:
    """An underline from left to right."""
    width = 2.6 if chosen else 1.7
    pen = QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if pattern is Pattern.WAVED:
        pen.setWidthF(width * 0.75)
        painter.setPen(pen)
        painter.drawPath(_wave(left, right, y))
        return
    if pattern is Pattern.DOUBLE:
        pen.setWidthF(width * 0.55)
        painter.setPen(pen)
        painter.drawLine(QPointF(left, y - 1.3), QPointF(right, y - 1.3))
        painter.drawLine(QPointF(left, y + 1.3), QPointF(right, y + 1.3))
        return
    if pattern is Pattern.DASHED:
        pen.setDashPattern([3.2, 1.6])
    elif pattern is Pattern.DOTTED:
        pen.setDashPattern([1.0, 1.1])
    painter.setPen(pen)
    painter.drawLine(QPointF(left, y), QPointF(right, y))


def _wave(left: float, right: float, y: float) -> QPainterPath:
    return _waves(max(1, round((right - left) / _HALF_WAVE))).translated(left, y)


@lru_cache(512)
def _waves(halves: int) -> QPainterPath:
    """So many half waves from the origin to the right."""
    path = QPainterPath(QPointF(0, 0))
    for number in range(halves):
        middle, end = (number + 0.5) * _HALF_WAVE, (number + 1) * _HALF_WAVE
        path.quadTo(middle, _SWING if number % 2 == 0 else -_SWING, end, 0)
    return path


@lru_cache(512)
def _readable(colour: str, least: float, *grounds: int) -> int:
    under, made = [QColor(ground) for ground in grounds], QColor(colour)
    step = 8 if _luminance(under[0]) < _DARK else -8
    for _ in range(_STEPS):
        if min(_contrast(made, ground) for ground in under) >= least:
            break
        lightness = min(255, max(0, made.lightness() + step))
        made = QColor.fromHsl(made.hslHue(), made.hslSaturation(), lightness)
    return int(made.rgba())


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
