"""Letters of a page that stand on one line, with what is raised over it, and the marks that belong to them."""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Final

from taqabul.formats.pdf_glyphs import Glyph

_SAME_LINE: Final = 0.4
"""How far from a line's base a letter may stand, in font sizes: superscripts, dots that are signs of their own."""
SMALL: Final = 0.88
"""How the size of a footnote, and of what is raised over a line, relates to that of the text."""
_RAISED: Final = 0.65
"""How far above a line, in its size, such may stand; another line stands farther away."""
_BELOW: Final = frozenset("\u0650\u064d\u0655\u0656\u065c\u06e3\u06ea\u06ed")


def is_mark(glyph: Glyph) -> bool:
    """Whether a glyph is a vowel sign or the like, which stands over or under a letter."""
    return glyph.text != "" and unicodedata.category(glyph.text[0]) == "Mn"


def size_of(row: Sequence[Glyph]) -> float:
    """The size of a row's letters, in points."""
    return max(median(glyph.size for glyph in row), 0.1)


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Letters on one base line, from top to bottom."""
    rows: list[list[Glyph]] = []
    mean = 0.0
    for glyph in sorted(glyphs, key=lambda one: -one.base):
        if rows and mean - glyph.base < _SAME_LINE * max(glyph.size, rows[-1][-1].size):
            rows[-1].append(glyph)
            mean += (glyph.base - mean) / len(rows[-1])
        else:
            rows.append([glyph])
            mean = glyph.base
    return _with_raised(row for row in rows if any(glyph.text.strip() for glyph in row))


def _with_raised(rows: Iterable[list[Glyph]]) -> list[list[Glyph]]:
    """Rows from top to bottom, of which those that only stand raised over the next have become part of it."""
    found: list[list[Glyph]] = []
    for row in rows:
        before = found[-1] if found else row
        size = size_of(row)
        if size_of(before) < SMALL * size and before[0].base - row[0].base < _RAISED * size:
            found[-1] = before + row
        else:
            found.append(row)
    return found


def marks_by_row(marks: Sequence[Glyph], rows: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """To each row the marks that stand over its letters, or under them where that is their place."""
    found: list[list[Glyph]] = [[] for _ in rows]
    bases = [-median(glyph.base for glyph in row) for row in rows]  # ascending: rows go down the page
    for mark in marks if rows else ():
        middle = -(mark.bottom + mark.top) / 2
        row = bisect_left(bases, middle)  # the first one below the mark
        if row == len(rows) or (
            row > 0 and mark.text[0] in _BELOW and middle - bases[row - 1] < bases[row] - middle
        ):
            row -= 1
        found[_under(mark, rows, bases, row)].append(mark)
    return found


def _under(mark: Glyph, rows: Sequence[Sequence[Glyph]], bases: Sequence[float], first: int) -> int:
    """The row of a mark: one of another column may run between it and the letter that it stands over."""
    lowest = mark.size - (mark.bottom + mark.top) / 2
    near = [first, *(row for row in range(first + 1, len(rows)) if bases[row] <= lowest)]
    return min(
        near,
        key=lambda row: min(max(one.left - mark.right, mark.left - one.right, 0.0) for one in rows[row]),
    )
