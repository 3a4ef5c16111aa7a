"""What a text that was taken from pages says again and again: headings said twice, running heads, numbers of pages."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from taqabul.domain.files import Aside
from taqabul.text.folding import fold_key

_LONGEST: Final = 200
_LEAST: Final = 12
"""Code points of a heading: less is said twice by lists and answers."""
_FINISHED: Final = regex.compile(r"[.؛،,;:][\p{Pe}\p{Pf}\"'\s\p{Cf}]*\Z")
_BETWEEN: Final = 3
"""How many paragraphs apart the two may stand at the head of a page: a date, a byline, the way to the page."""
_HEAD: Final = 8
_NUMBER: Final = regex.compile(
    r"[\s\p{P}]*(?:page|صفحة|الصفحة|ص)?[\s\p{P}]*(\p{Nd}{1,4})(?:\s*(?:/|of|من)\s*\p{Nd}{1,4})?[\s\p{P}]*",
    regex.IGNORECASE,
)
_PAGE: Final = 3
"""How many paragraphs a page has at least on the average: numbers that are closer count points of a list."""
_OFTEN: Final = 3
_DIGITS: Final = regex.compile(r"\p{Nd}+")


def find_repeats(paragraphs: Sequence[str]) -> list[Aside | None]:
    """For each paragraph of a plain text whether it is there only because pages are: said twice, or once a page."""
    found: list[Aside | None] = [None] * len(paragraphs)
    short = [place for place, one in enumerate(paragraphs) if len(one) <= _LONGEST]
    numbers = _page_numbers(paragraphs, short)
    for place in numbers:
        found[place] = Aside.PAGE_NUMBER
    places = defaultdict(list)
    for place in short:
        key = fold_key(_DIGITS.sub("0", " ".join(paragraphs[place].split())))
        if found[place] is None and len(key) >= _LEAST and not _FINISHED.search(paragraphs[place]):
            places[key].append(place)
    for where in places.values():
        if len(where) >= _OFTEN and _once_a_page(where, paragraphs, numbers):
            for place in where:
                found[place] = Aside.RUNNING_HEAD
        else:
            for one, other in pairwise(where):
                if _said_twice(one, other, paragraphs):
                    found[other] = Aside.REPEATED
    return found


def _page_numbers(paragraphs: Sequence[str], short: Sequence[int]) -> set[int]:
    """Lines of a lone number each, one more every time, a page apart."""
    found = [
        (place, int(match[1]))
        for place in short
        if (match := _NUMBER.fullmatch(paragraphs[place])) is not None
    ]
    counts_on = all(after == before + 1 for (_, before), (_, after) in pairwise(found))
    if len(found) < _OFTEN or not counts_on:
        return set()
    return {place for place, _ in found} if _apart([place for place, _ in found]) else set()


def _once_a_page(where: Sequence[int], paragraphs: Sequence[str], numbers: set[int]) -> bool:
    """Whether a line comes with the numbers of pages, or with one of its own that counts on."""
    if not _apart(where):
        return False
    beside = sum(bool(numbers & {place - 1, place + 1}) for place in where)
    own = [[int(one) for one in _DIGITS.findall(paragraphs[place])] for place in where]
    counts_on = any(
        all(after == before + 1 for before, after in pairwise(column)) for column in zip(*own, strict=False)
    )
    return 2 * beside > len(where) or counts_on


def _apart(where: Sequence[int]) -> bool:
    return where[-1] - where[0] >= _PAGE * (len(where) - 1)


def _said_twice(one: int, other: int, paragraphs: Sequence[str]) -> bool:
    same = paragraphs[one].split() == paragraphs[other].split()
    return same and (other == one + 1 or (other < _HEAD and other - one <= _BETWEEN))
