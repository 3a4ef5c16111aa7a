"""Where a stretch of a text is drawn; asked of the laid-out lines, which stay as they are."""

from PySide6.QtCore import QPointF, QRectF

from taqabul.ui.bitext.cell_layout import LaidLine, LaidParagraph

_NARROWEST = 0.5
_TOUCH = 0.75


def stretch_rects(laid: LaidParagraph, start: int, end: int) -> list[QRectF]:
    """The rectangles a stretch (code points) covers, in the layout's coordinates, line by line from the left.

    A stretch that runs through both directions has several on one line.
    """
    first, length = laid.units(start, end)
    made: list[QRectF] = []
    for one in laid.lines if length else ():
        if one.end <= first:
            continue
        if one.start >= first + length:
            break
        if laid.one_way:
            made += _straight(one, first, first + length)
            continue
        line = one.line
        # The bounds of a glyph run are the room that the letters asked for take, not their ink: a part of a
        # ligature has its share, a run of the other direction its own place.
        runs = {
            (box.x(), box.width()) for box in (run.boundingRect() for run in line.glyphRuns(first, length))
        }
        for left, width in _joined(sorted(run for run in runs if run[1] > _NARROWEST)):
            made.append(QRectF(left, line.y(), width, line.height()))
    return made


def _straight(one: LaidLine, first: int, last: int) -> list[QRectF]:
    """A stretch (UTF-16 units) of a line in which all runs one way, without the space that hangs over its end."""
    ends = max(first, one.start), min(last, one.end)
    left, right = sorted(_x(one.line.cursorToX(end)) for end in ends)
    box = one.box
    left, right = max(left, box.left()), min(right, box.right())
    return [QRectF(left, box.top(), right - left, box.height())] if right - left > _NARROWEST else []


def gap_foot(laid: LaidParagraph, position: int) -> tuple[QPointF, float] | None:
    """Where the place between two words meets the lower edge of its line, and the line's height; None in no line."""
    unit, _ = laid.units(position, position)
    text = laid.shown.text
    line = laid.layout.lineForTextPosition(unit)
    if not line.isValid():
        return None
    x = _x(line.cursorToX(unit))
    place = laid.shown.place(position)
    if 0 < place < len(text) and text[place - 1] == " " and line.textStart() < unit:
        x = (x + _x(line.cursorToX(unit - 1))) / 2
    return QPointF(x, line.y() + line.height()), line.height()


def character_at(laid: LaidParagraph, point: QPointF) -> int:
    """The position (code points) nearest to a point of the layout, between two characters."""
    count = laid.layout.lineCount()
    for number in range(count):
        line = laid.layout.lineAt(number)
        if point.y() < line.y() + line.height() or number == count - 1:
            return laid.position(int(line.xToCursor(point.x())))
    return 0


def _x(found: object) -> float:
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]


def _joined(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Runs that touch, as one."""
    made: list[tuple[float, float]] = []
    for left, width in runs:
        if made and left <= made[-1][0] + made[-1][1] + _TOUCH:
            begin = made[-1][0]
            made[-1] = (begin, max(made[-1][0] + made[-1][1], left + width) - begin)
        else:
            made.append((left, width))
    return made
