"""Letters that a PDF document draws in several pieces, each of which it calls by the letter's name."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from taqabul.formats.pdf_glyphs import Glyph

_NEAR: Final = 16
"""So many signs of the same letter before one are looked at: a writer may set dots long before their letters."""
_SLACK: Final = 0.12
"""In sizes of the font: how far a piece may stand out over the letter it belongs to."""


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
    return [glyph for number, glyph in enumerate(glyphs) if number not in gone]


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
