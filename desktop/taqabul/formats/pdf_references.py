"""Raised numbers on a PDF page that lead to the footnotes below it: signs of the page, none of the text."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from statistics import median
from typing import Final

from taqabul.domain.language import Language
from taqabul.formats.pdf_glyphs import Glyph
from taqabul.formats.pdf_rows import SMALL, rows_of, size_of
from taqabul.text.direction import script_share

_RAISED: Final = 0.1
_BESIDE: Final = 0.18
"""In sizes of the font: how far a raised number stands above its line, and how near to each other letters of a word."""
_BRACKETS: Final = frozenset("()[]")
_SIGNS: Final = frozenset("*†‡§") | _BRACKETS
_UNITS: Final = frozenset(("m", "cm", "mm", "km", "ft", "in", "م", "سم", "مم", "كم"))
"""What is measured in squares and cubes."""


def without_references(glyphs: Sequence[Glyph]) -> tuple[list[Glyph], int]:
    """A page's glyphs without the raised numbers that a footnote of the page begins with, and how many those were."""
    letters = [glyph for glyph in glyphs if glyph.text.strip()]
    sizes = [glyph.size for glyph in letters]
    if not sizes or min(sizes) >= SMALL * max(sizes):
        return list(glyphs), 0
    rows = [sorted(row, key=lambda glyph: glyph.x) for row in rows_of(letters)]
    notes: dict[str, float] = {}
    found: list[Glyph] = []
    count = 0
    for row in reversed(rows):  # from the bottom, so that what stands below is known
        size = size_of(row)
        for run in _raised(row):
            if notes.get(_value(run), size) < SMALL * size:
                found += run
                count += 1
        if number := _first_number(row):
            notes[number] = min(size, notes.get(number, size))
    gone = set(map(id, found))
    return [glyph for glyph in glyphs if id(glyph) not in gone], count


def _is_sign(glyph: Glyph) -> bool:
    return glyph.text.isdecimal() or glyph.text in _SIGNS


def _value(run: Iterable[Glyph]) -> str:
    """A number in Western digits, from left to right, without brackets."""
    words = "".join(glyph.text for glyph in run if glyph.text not in _BRACKETS)
    return "".join(str(unicodedata.digit(sign)) if sign.isdecimal() else sign for sign in words)


def _first_number(row: Sequence[Glyph]) -> str:
    """What a line begins with, where that is a number before something else."""
    share = script_share("".join(glyph.text for glyph in row))
    from_right = share[Language.ARABIC] > share[Language.ENGLISH]
    run = list(takewhile(_is_sign, reversed(row) if from_right else row))
    return _value(run[::-1] if from_right else run) if len(run) < len(row) else ""


def _raised(row: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """The raised numbers of a line that belong to no unit of measure."""
    size, base = size_of(row), median(glyph.base for glyph in row)
    start = 0
    while start < len(row):
        run = list(
            takewhile(
                lambda glyph: (
                    _is_sign(glyph) and glyph.size < SMALL * size and glyph.base - base > _RAISED * size
                ),
                row[start:],
            )
        )
        end = start + len(run)
        if run and _follows_text(run, row[:start], row[end:], size):
            yield run
        start = max(end, start + 1)


def _follows_text(run: Sequence[Glyph], before: Sequence[Glyph], after: Sequence[Glyph], size: float) -> bool:
    """Whether a raised number touches letters as large as the line's, and neither small print nor a unit of measure."""
    near = (list(_touching(run[0], before[::-1], size)), list(_touching(run[-1], after, size)))
    words = {"".join(glyph.text for glyph in side[::-1]) for side in near}
    beside = [side[0].size for side in near if side]
    return bool(beside) and min(beside) >= SMALL * size and not words & _UNITS


def _touching(start: Glyph, others: Iterable[Glyph], size: float) -> Iterator[Glyph]:
    """What stands close to a sign on one side, and to each other, the nearest first."""
    last = start
    for glyph in others:
        if max(last.left - glyph.right, glyph.left - last.right) > _BESIDE * size:
            return
        yield glyph
        last = glyph
