"""Where on a page a column of one language ends and one of the other begins, however little room is between them."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import regex

_FEWEST: Final = 4
"""Rows that change their language at one place; fewer are lines with a foreign word at their end."""
_GAP: Final = 0.15
"""In sizes of the font: the least room between two columns."""
_FEWEST_LETTERS: Final = 2
_ARABIC: Final = regex.compile(r"\p{Arabic}")
_LATIN: Final = regex.compile(r"\p{Latin}")


class Sign(NamedTuple):
    """What stands at a place of a row, and from where to where on the page."""

    text: str
    left: float
    right: float


class _Room(NamedTuple):
    """The room between two signs of a row in which its language changes."""

    left: float
    right: float
    arabic_first: bool


def language_gutter(rows: Sequence[Sequence[Sign]], sizes: Sequence[float]) -> tuple[float, frozenset[int]]:
    """Where a page is parted by language, and the numbers of the rows that are parted there; none where no rows are.

    The signs of a row go from left to right; ``sizes`` are those of its letters.
    """
    rooms = [list(_rooms(row, size)) for row, size in zip(rows, sizes, strict=True)]
    best: tuple[float, frozenset[int]] = (0.0, frozenset())
    for arabic_first in (True, False):
        found = [
            (room, number)
            for number, of in enumerate(rooms)
            for room in of
            if room.arabic_first is arabic_first
        ]
        gutter = _most_common(room for room, _ in found)
        parted = frozenset(number for room, number in found if room.left <= gutter <= room.right)
        if len(parted) > len(best[1]):
            best = gutter, parted
    gutter, parted = best
    across = sum(number not in parted and _runs_across(row, gutter) for number, row in enumerate(rows))
    return best if len(parted) >= _FEWEST and 2 * across <= len(parted) else (0.0, frozenset())


def _rooms(row: Sequence[Sign], size: float) -> Iterator[_Room]:
    """Where a row may be parted so that all letters on one side are Arabic and all on the other Latin."""
    signs = [sign for sign in row if sign.text.strip()]
    arabic = [number for number, sign in enumerate(signs) if _ARABIC.search(sign.text)]
    latin = [number for number, sign in enumerate(signs) if _LATIN.search(sign.text)]
    if min(len(arabic), len(latin)) < _FEWEST_LETTERS:
        return
    if arabic[-1] < latin[0]:
        start, end = arabic[-1], latin[0]
    elif latin[-1] < arabic[0]:
        start, end = latin[-1], arabic[0]
    else:
        return
    for one, other in zip(signs[start:end], signs[start + 1 : end + 1], strict=True):
        if other.left - one.right >= _GAP * size:
            yield _Room(one.right, other.left, arabic[-1] < latin[0])


def _most_common(rooms: Iterator[_Room]) -> float:
    """A place that lies in as many rooms as any."""
    edges = sorted(edge for room in rooms for edge in ((room.left, 0), (room.right, 1)))
    best, inside, place = 0, 0, 0.0
    for x, ends in edges:
        inside += -1 if ends else 1
        if inside > best:
            best, place = inside, x
    return place


def _runs_across(row: Sequence[Sign], gutter: float) -> bool:
    """Whether a row has something on both sides of a place, or over it."""
    signs = [sign for sign in row if sign.text.strip()]
    return any(sign.left < gutter for sign in signs) and any(sign.right > gutter for sign in signs)
