"""How labels look on each ground: tints that leave the text readable, lines that are told apart without colour."""

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from taqabul.domain.labels import Pattern
from taqabul.ui.core.theme import CONTRAST, Colours

PITCH = 4
"""From one lane to the next, in pixels."""
_TINT, _CHOSEN_TINT = 44, 96
_LEAST_CONTRAST, _HIGH_CONTRAST = 3.2, 6.5
_HALF_WAVE, _SWING = 3.0, 3.0
_DARK, _STEPS = 0.18, 40
_DASHES = {Pattern.DASHED: [3.2, 1.6], Pattern.DOTTED: [1.0, 1.1]}


def line_colour(colour: str, colours: Colours) -> QColor:
    """A label's colour, made darker or lighter until it stands out from the ground and from a chosen row."""
    least = _HIGH_CONTRAST if colours is CONTRAST else _LEAST_CONTRAST
    return QColor.fromRgba(_readable(colour, least, colours.ground.rgb(), colours.selected.rgb()))


def tint(colour: str, colours: Colours, *, chosen: bool) -> QColor:
    """A label's colour as it lies under the text."""
    made = line_colour(colour, colours)
    made.setAlpha(_CHOSEN_TINT if chosen else _TINT)
    return made


class Strokes:
    """Lines to be drawn: those of one pen at once, however many they are."""

    def __init__(self) -> None:
        self._lines: dict[tuple[int, float, Pattern], tuple[QPen, list[QLineF]]] = {}
        self._waves: dict[tuple[int, bool], tuple[QPen, QPainterPath]] = {}

    def add_underline(
        self, left: float, right: float, y: float, pattern: Pattern, colour: QColor, *, chosen: bool
    ) -> None:
        """An underline from left to right."""
        width = 2.6 if chosen else 1.7
        if pattern is Pattern.WAVED:
            key = (colour.rgba(), chosen)
            if key not in self._waves:
                self._waves[key] = (_pen(key[0], width * 0.75), QPainterPath())
            halves = max(1, round((right - left) / _HALF_WAVE))
            self._waves[key][1].addPath(_waves(halves).translated(left, y))
        elif pattern is Pattern.DOUBLE:
            for shift in (-1.3, 1.3):
                self.add(QLineF(left, y + shift, right, y + shift), colour, width * 0.55)
        else:
            self.add(QLineF(left, y, right, y), colour, width, pattern)

    def add(self, line: QLineF, colour: QColor, width: float, pattern: Pattern = Pattern.SOLID) -> None:
        """A straight line."""
        key = (colour.rgba(), width, pattern)
        if key not in self._lines:
            self._lines[key] = (_pen(*key), [])
        self._lines[key][1].append(line)

    def draw(self, painter: QPainter) -> None:
        """Draw them all."""
        for pen, lines in self._lines.values():
            painter.setPen(pen)
            painter.drawLines(lines)
        if self._waves:
            painter.setBrush(Qt.BrushStyle.NoBrush)
        for pen, path in self._waves.values():
            painter.setPen(pen)
            painter.drawPath(path)


def draw_line(
    painter: QPainter, left: float, right: float, y: float, pattern: Pattern, colour: QColor, *, chosen: bool
) -> None:
    """Draw an underline from left to right."""
    strokes = Strokes()
    strokes.add_underline(left, right, y, pattern, colour, chosen=chosen)
    strokes.draw(painter)


@lru_cache(512)
def _pen(colour: int, width: float, pattern: Pattern = Pattern.SOLID) -> QPen:
    pen = QPen(QColor.fromRgba(colour), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
    if pattern in _DASHES:
        pen.setDashPattern(_DASHES[pattern])
    return pen


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
