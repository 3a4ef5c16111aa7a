"""What stands on page after page at the same height, and the numbers of the pages."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import regex

from taqabul.domain.files import Aside
from taqabul.formats.pdf_lines import Line
from taqabul.text.folding import fold_key

_EDGE: Final = 3
"""Lines at the head and at the foot of a page that may be no part of the text."""
_FEWEST: Final = 2
_SHARE: Final = 0.4
"""On how many pages a line must return; left and right pages may have their own."""
_LONGEST: Final = 120
_NUMBER: Final = regex.compile(
    r"(?:page|p\.|صفحه|الصفحه|ص)?\W{0,4}(?P<number>\d{1,4}|[ivxlc]{1,7})(?:\W{0,3}(?:of|from|من|/)\W{0,3}\d{1,4})?\W{0,4}"
)
_DIGITS: Final = regex.compile(r"\d+")


def running_lines(pages: Sequence[Sequence[Line]]) -> list[dict[int, Aside]]:
    """For each page which of its lines (by number, from the top) are running heads or feet, or the page's number."""
    found: list[dict[int, Aside]] = [{} for _ in pages]
    places: dict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for page, lines in enumerate(pages):
        for number in _edges(lines):
            key = fold_key(lines[number].text)
            if len(key) <= _LONGEST:
                at_head = number < len(lines) / 2
                places[_DIGITS.sub("#", key), at_head].append((page, number))
    for (key, _), where in places.items():
        if len({page for page, _ in where}) < max(_FEWEST, _SHARE * len(pages)):
            continue
        if _NUMBER.fullmatch(key.replace("#", "1")):
            for page, number in _counting(pages, where):
                found[page][number] = Aside.PAGE_NUMBER
        elif any(one.isalpha() for one in key):
            for page, number in _at_one_height(pages, where):
                found[page][number] = Aside.RUNNING_HEAD
    return found


def _edges(lines: Sequence[Line]) -> list[int]:
    return sorted({*range(min(_EDGE, len(lines))), *range(max(0, len(lines) - _EDGE), len(lines))})


def _counting(pages: Sequence[Sequence[Line]], where: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Those of the places whose number grows with the page."""
    values = {}
    for page, number in where:
        match = _NUMBER.fullmatch(fold_key(pages[page][number].text))
        if match and match["number"].isdecimal():
            values[page, number] = int(match["number"]) - page
    usual = Counter(values.values()).most_common(1)
    if not usual or usual[0][1] < _FEWEST:
        return []
    return [place for place, difference in values.items() if difference == usual[0][0]]


def _at_one_height(
    pages: Sequence[Sequence[Line]], where: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Those of the places that stand as high on their page as most do."""
    heights = Counter(round(pages[page][number].base / 3) for page, number in where)
    usual, times = heights.most_common(1)[0]
    if times < _FEWEST:
        return []
    return [(page, number) for page, number in where if abs(pages[page][number].base / 3 - usual) <= 1.5]
