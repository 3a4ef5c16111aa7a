"""The order in which the lines of a page are read, where it has columns."""

from collections.abc import Mapping, Sequence
from typing import Final

from taqabul.domain.language import Direction
from taqabul.formats.pdf_lines import Line

_FEWEST: Final = 4
"""Rows with text on both sides of a gutter that make columns; a shorter run is a line with a gap in it, or a table."""
_GUTTER: Final = 0.8
_GUTTER_OF_LANGUAGES: Final = 0.1
"""The least width of a gutter, in sizes of the font: in one language, and between two."""
_MOST_DEEP: Final = 4

Region = list[Line]
"""Lines of one column, from top to bottom."""


def regions_of(lines: Sequence[Line], direction: Direction, depth: int = 0) -> list[Region]:
    """The lines of a page (from top to bottom) in regions that are read one after the other.

    Columns are read from the side where the page's language begins.
    """
    rows = _rows(lines)
    regions: list[Region] = []
    plain: Region = []
    number = 0
    while number < len(rows):
        end, gutter = _columns_from(rows, number) if depth < _MOST_DEEP else (number, 0.0)
        if end == number:
            plain += _joined(rows[number], direction)
            number += 1
            continue
        start = _with_head(plain, rows[number], gutter)
        if plain[:start]:
            regions.append(plain[:start])
        run = [*plain[start:], *(line for row in rows[number:end] for line in row)]
        plain = []
        sides = [
            [line for line in run if line.right <= gutter],
            [line for line in run if line.right > gutter],
        ]
        for side in sides if direction is Direction.LTR else sides[::-1]:
            regions += regions_of(side, direction, depth + 1)
        number = end
    return [*regions, plain] if plain else regions


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in lines:
        if rows and abs(rows[-1][0].base - line.base) < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _columns_from(rows: Sequence[Sequence[Line]], first: int) -> tuple[int, float]:
    """Where the columns end that begin with a row, and the x that parts them; the row itself where there are none."""
    best = (first, 0.0)
    for one, other in zip(rows[first], rows[first][1:], strict=False):
        left, right = one.right, other.left
        least = _GUTTER if one.direction is other.direction else _GUTTER_OF_LANGUAGES
        both, end = 0, first
        for number in range(first, len(rows)):
            row = rows[number]
            narrower_left = max((line.right for line in row if line.left < left), default=left)
            narrower_left = max(left, narrower_left)
            narrower_right = min([right, *(line.left for line in row if line.left >= left)])
            if narrower_right - narrower_left < least * row[0].size:
                break
            left, right = narrower_left, narrower_right
            if any(line.right <= left for line in row) and any(line.left >= right for line in row):
                both += 1
                end = number + 1
        if both >= _FEWEST and end > best[0]:
            best = (_with_tail(rows, end, left, right), (left + right) / 2)
    return best


def _with_head(above: Sequence[Line], row: Sequence[Line], gutter: float) -> int:
    """Where lines above begin that belong to columns of two languages already: cells of a table stand at any height."""
    sides = {line.right <= gutter: line.direction for line in row}
    start = len(above)
    if len(set(sides.values())) > 1:
        while start and _is_beside(above[start - 1], gutter, sides):
            start -= 1
    return start


def _is_beside(line: Line, gutter: float, sides: Mapping[bool, Direction]) -> bool:
    """Whether a line stands on the side of its language."""
    crosses = line.left < gutter < line.right
    return not crosses and sides.get(line.right <= gutter) is line.direction


def _with_tail(rows: Sequence[Sequence[Line]], end: int, left: float, right: float) -> int:
    """Take in the rows below in which only one of the columns goes on."""
    while end < len(rows) and all(line.right <= left or line.left >= right for line in rows[end]):
        end += 1
    return end


def _joined(row: Sequence[Line], direction: Direction) -> list[Line]:
    """Parts of a row that no columns part, as one line."""
    if len(row) == 1:
        return list(row)
    parts = row if direction is Direction.LTR else row[::-1]
    first = parts[0]
    return [
        Line(
            " ".join(part.text for part in parts),
            row[0].left,
            row[-1].right,
            first.base,
            first.size,
            first.direction,
            first.first_word,
        )
    ]
