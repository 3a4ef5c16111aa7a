"""Letters that stand side by side become lines of text in the order in which they are read."""

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Final

import regex

from taqabul.domain.language import Direction, Language
from taqabul.formats.pdf_glyphs import Glyph
from taqabul.formats.pdf_gutters import Sign, language_gutter
from taqabul.formats.pdf_rows import is_mark, marks_by_row, rows_of, size_of
from taqabul.text.direction import script_share
from taqabul.text.visual_order import in_reading_order, with_brackets_faced

_APART: Final = 1.3
"""The gap, in font sizes, that parts columns."""
_GAP: Final = 0.18
"""The gap that is a space, in sizes of the font, where the file has none there."""
_SAME_PLACE: Final = 1
"""Decimals of a point to which letters that were set at one place agree."""
_ALEF_LAM: Final = frozenset({"ال", "أل", "إل", "آل"})
_SHADDA: Final = "\u0651"
_MOSTLY: Final = 0.7
_HALF: Final = 0.5
_FEW: Final = 2
_EDGE: Final = 0.8
"""In sizes of the font: so near to an edge a line stands at it; a space may come between where a line was broken."""
_STOPS_FIRST: Final = regex.compile(
    r"(?=[^\p{L}\p{N}]*[.!?؟…])(?P<stops>[^\p{L}\p{N}\s]+)\s*(?=[\p{L}\p{N}])"
)
_STOPS_LAST: Final = regex.compile(r"[.!?؟…][^\p{L}\p{N}\s]*\Z")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or its part in a column; ``first_word`` is the width of its first word. Lengths in points.

    ``from_left`` where lines like it begin at one left edge, whichever way they run.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    direction: Direction
    first_word: float
    from_left: bool = False


@dataclass(slots=True)
class _Place:
    """What stands at one place of a line: a letter, its marks, or the letters of a ligature."""

    text: str
    left: float
    right: float
    x: float
    marks: str = ""

    @property
    def whole(self) -> str:
        """The letter and each of its marks once: a mark of which there are two was drawn in pieces."""
        return self.text + "".join(dict.fromkeys(sorted(self.marks, key=lambda mark: mark != _SHADDA)))


def lines_of(glyphs: Sequence[Glyph]) -> list[Line]:
    """The lines of a page, from top to bottom, those beside each other from left to right."""
    share = script_share("".join(glyph.text for glyph in glyphs))
    arabic = share[Language.ARABIC] > _MOSTLY * sum(share.values())
    rows = rows_of([glyph for glyph in glyphs if not is_mark(glyph)])
    marks = marks_by_row([glyph for glyph in glyphs if is_mark(glyph)], rows)
    places = [_places(row, its_marks) for row, its_marks in zip(rows, marks, strict=True)]
    sizes = [size_of(row) for row in rows]
    gutter, parted = language_gutter(
        [[Sign(one.text, one.left, one.right) for one in row] for row in places], sizes
    )
    parts = [
        (part, row)
        for number, row in enumerate(rows)
        for part in _parts(places[number], sizes[number], gutter if number in parted else None)
    ]
    lines = [_line(part, row, arabic=arabic) for part, row in parts]
    if _are_laid_from_left(lines):
        lines = [replace(line, text=_with_stops_last(line.text)) for line in lines]
    from_left = _begin_at_left(lines)
    return [
        replace(line, from_left=from_left or line.direction is Direction.LTR) for line in lines if line.text
    ]


def _are_laid_from_left(lines: Sequence[Line]) -> bool:
    """Whether Arabic stands in paragraphs that run from left to right: what ends its sentences stands right of them."""
    arabic = [line.text for line in lines if line.direction is Direction.RTL]
    right = sum(_STOPS_FIRST.match(text) is not None for text in arabic)
    return right > _FEW and right > sum(_STOPS_LAST.search(text) is not None for text in arabic)


def _begin_at_left(lines: Sequence[Line]) -> bool:
    """Whether Arabic lines have one edge at the left, and end as it falls out at the right."""
    arabic = [line for line in lines if line.direction is Direction.RTL and line.text]
    if len(arabic) <= _FEW:
        return False
    left, right = min(line.left for line in arabic), max(line.right for line in arabic)
    at_left = sum(line.left - left <= _EDGE * line.size for line in arabic)
    at_right = sum(right - line.right <= _EDGE * line.size for line in arabic)
    return at_left >= _MOSTLY * len(arabic) and at_right <= _HALF * len(arabic)


def _places(row: Sequence[Glyph], marks: Sequence[Glyph]) -> list[_Place]:
    """A row's places from left to right, with the marks on them."""
    places: list[_Place] = []
    last = None
    for glyph in row:  # PDFium gives the letters of one sign one after the other, with one box
        if last and glyph.text.strip() and glyph[1:] == last[1:]:
            places[-1].text = _ligature(places[-1].text, glyph.text)
        else:
            places.append(_Place(glyph.text, glyph.left, glyph.right, glyph.x))
        last = glyph
    # What was set at one place was set in reading order, and Arabic is read from the right.
    places.reverse()
    places.sort(key=lambda place: round(place.x, _SAME_PLACE))
    letters = [place for place in places if place.text.strip()]
    starts = [place.x for place in letters]
    for mark in marks:
        number = bisect_left(starts, mark.middle)
        near = letters[max(0, number - 2) : number + 1]
        if near:
            best = min(near, key=lambda place: _distance(place, mark.middle))
            best.marks += mark.text
    return places


def _distance(place: _Place, x: float) -> tuple[float, float]:
    outside = max(place.left - x, x - place.right, 0.0)
    return outside, abs((place.left + place.right) / 2 - x)


def _ligature(letters: str, letter: str) -> str:
    """The letters of one sign: PDFium gives Arabic ones last first. Alef before lam is never meant: it is lam-alef."""
    if unicodedata.bidirectional(letter) != "AL":
        return letters + letter
    joined = letter + letters
    return joined[::-1] if joined in _ALEF_LAM else joined


def _parts(places: Sequence[_Place], size: float, gutter: float | None) -> list[list[_Place]]:
    """A row cut where columns part, by their distance or at a place that is told."""
    parts: list[list[_Place]] = []
    right = 0.0
    for place in places:
        if place.text == " " and parts:
            parts[-1].append(place)
            continue
        is_beyond = gutter is not None and right <= gutter <= place.left
        if not parts or is_beyond or place.left - right > _APART * size:
            parts.append([])
        parts[-1].append(place)
        right = max(right, place.right) if len(parts[-1]) > 1 else place.right
    return parts


def _with_stops_last(text: str) -> str:
    """A line with the marks at its end that stood on the far side of it."""
    first = _STOPS_FIRST.match(text)
    return text if first is None else text[first.end() :] + first["stops"][::-1]


def _line(places: Sequence[_Place], row: Sequence[Glyph], *, arabic: bool) -> Line:
    size = size_of(row)
    gap = _GAP * size
    pieces: list[str] = []
    right = places[0].right
    for place in places:
        if pieces and place.text != " " and pieces[-1] != " " and place.left - right > gap:
            pieces.append(" ")
        if place.text and not (place.text == " " and pieces[-1:] == [" "]):
            pieces.append(place.whole)
        right = place.right if place.text == " " else max(right, place.right)
    letters = [place for place in places if place.text != " "] or places
    left, right = min(place.left for place in letters), max(place.right for place in letters)
    direction = _direction("".join(pieces), arabic=arabic)
    text = with_brackets_faced(in_reading_order(pieces, direction).strip())
    base = median(glyph.base for glyph in row)
    return Line(text, left, right, base, size, direction, _first_word(letters, direction, gap))


def _first_word(letters: Sequence[_Place], direction: Direction, gap: float) -> float:
    """The width of the word that a line begins with."""
    ordered = letters if direction is Direction.LTR else letters[::-1]
    left, right = ordered[0].left, ordered[0].right
    for place in ordered[1:]:
        if place.left - right > gap or left - place.right > gap:
            break
        left, right = min(left, place.left), max(right, place.right)
    return right - left


def _direction(text: str, *, arabic: bool) -> Direction:
    """Which way a line runs: as most of its letters, or as the page does where it has letters of that script."""
    share = script_share(text)
    if share[Language.ARABIC] and (arabic or share[Language.ARABIC] >= share[Language.ENGLISH]):
        return Direction.RTL
    return Direction.RTL if arabic and not any(share.values()) else Direction.LTR
