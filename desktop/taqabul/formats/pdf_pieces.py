"""Letters that a PDF document draws in several pieces, each of which it calls by the letter's name, and signs of several letters."""

import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from taqabul.formats.pdf_glyphs import Glyph
from taqabul.formats.pdf_rows import is_mark

_NEAR: Final = 16
"""So many signs of the same letter before one are looked at: a writer may set dots long before their letters."""
_LOW: Final = 0.2
"""In sizes of the font: how high a mark is that is no more than its letter's sign, whose ink may be under the line."""
_SLACK: Final = 0.12
"""In sizes of the font: how far a piece may stand out over the letter it belongs to."""


def with_whole_rooms(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A page's signs, a letter and the mark that one sign stands for both with all of its room.

    PDFium may divide it between them, and half of the letter would be left as a gap.
    """
    signs: defaultdict[tuple[float, ...], list[int]] = defaultdict(list)
    for number, glyph in enumerate(glyphs):
        signs[glyph.x, glyph.base, glyph.bottom, glyph.top, glyph.size].append(number)
    made = list(glyphs)
    for numbers in signs.values():
        same = [glyphs[number] for number in numbers]
        if len(same) > 1 and any(map(is_mark, same)) and not all(map(is_mark, same)):
            left, right = min(one.left for one in same), max(one.right for one in same)
            for number in numbers:
                one = made[number]
                heights = (one.base, one.base + _LOW * one.size) if is_mark(one) else (one.bottom, one.top)
                made[number] = one._replace(left=left, right=right, bottom=heights[0], top=heights[1])
    return made


def without_pieces(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """A page's signs, of Arabic letters only the largest piece: fonts have dots and hamzas beside what they stand over."""
    gone: set[int] = set()
    last: dict[str, list[int]] = {}
    for number, one in enumerate(glyphs):
        if unicodedata.bidirectional(one.text[:1] or " ") != "AL":
            continue
        before = last.setdefault(one.text, [])
        for place in before[-_NEAR:]:
            other = glyphs[place]
            if place not in gone and _is_within(one, other):
                smaller = number if one.top - one.bottom < other.top - other.bottom else place
                gone.add(smaller)
        if number not in gone:
            before.append(number)
    # What a piece is called by are the marks of its letter as well, and the letter keeps its own.
    pieces = {_sign(glyphs[number]) for number in gone}
    return [
        glyph
        for number, glyph in enumerate(glyphs)
        if number not in gone and not (is_mark(glyph) and _sign(glyph) in pieces)
    ]


def _sign(glyph: Glyph) -> tuple[float, ...]:
    """By what the letters and marks of one sign are known, once they have the same room."""
    return glyph.left, glyph.right, glyph.x, glyph.base, glyph.size


def _is_within(one: Glyph, other: Glyph) -> bool:
    """Whether of two signs of one size the narrower stands over or under the other."""
    slack = _SLACK * one.size
    narrow, wide = sorted((one, other), key=lambda glyph: glyph.right - glyph.left)
    return (
        abs(one.size - other.size) < _SLACK * one.size
        and abs(one.base - other.base) < one.size
        and wide.left - slack <= narrow.left
        and narrow.right <= wide.right + slack
    )
