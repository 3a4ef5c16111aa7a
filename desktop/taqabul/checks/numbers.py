"""Numbers and dates: a figure on one side that the other does not say, in digits or in words.

A number in words need not come back, nor a figure below three: "2 books" is one word in Arabic. Nor need the
number of a list's item. A Hijri date may be told by the Gregorian year it falls into.
"""

from collections.abc import Iterable, Iterator
from itertools import zip_longest
from typing import Final, NamedTuple

import regex

from taqabul.checks.readings import is_a_part, other_reading, parts_of, with_parts, words_said
from taqabul.checks.records import Pair, Problem, Span
from taqabul.checks.whole import Whole
from taqabul.domain.language import Side
from taqabul.text.months import gregorian_years
from taqabul.text.number import Number, NumberKind
from taqabul.text.numbers import numbers_in

_DIGIT: Final = regex.compile(r"\d")
_SMALL: Final = frozenset({"0", "1", "2"})
_FIRST_YEAR: Final = 100
_HIJRI: Final = regex.compile(r"\s?(?:هـ|ه(?!\p{L})|هجري|A\.?\s?H\b)")


class _Asked(NamedTuple):
    """A number that has to come back: where it stands, what it says, or else what it may mean as well.

    ``years`` are the Gregorian years that may be the same.
    """

    span: Span
    meanings: frozenset[str]
    otherwise: frozenset[str]
    with_parts: frozenset[str]
    value: float
    is_hijri: bool
    years: frozenset[str]


class _Side(NamedTuple):
    """``years`` are the Gregorian years of its Hijri dates and of the others, apart; ``parts`` those of a whole."""

    said: frozenset[str]
    parts: tuple[float, ...]
    years: tuple[frozenset[str], frozenset[str]]
    asked: list[_Asked]

    def answers(self, asked: _Asked) -> bool:
        """Whether this side says a number of the other, in its calendar or the other one."""
        return (
            asked.meanings <= self.said
            or (bool(asked.otherwise) and asked.otherwise <= self.said)
            or not asked.years.isdisjoint(self.years[asked.is_hijri])
            or is_a_part(asked.value, self.parts, self.said)
            or not asked.with_parts.isdisjoint(self.said)
        )


def number_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """A problem for every number that has no counterpart; two that may stand for each other make one."""
    for ours, theirs in zip_longest(*_missing(pair.source, pair.target)):
        if ours and theirs:
            values = (pair.source[slice(*ours)], pair.target[slice(*theirs)])
            yield Problem("“{}” faces “{}”", values, (ours,), (theirs,))
        else:
            side, span = (Side.SOURCE, ours) if ours else (Side.TARGET, theirs)
            yield Problem.on(
                side, [span], "“{}” is not said on the other side", pair.text(side)[slice(*span)]
            )


def numbers_differ(source: Iterable[str], target: Iterable[str]) -> bool:
    """Whether a number in digits on one side is said nowhere on the other; False where a side is empty."""
    return any(_missing(" \n".join(source), " \n".join(target)))


def _missing(source: str, target: str) -> tuple[list[Span], list[Span]]:
    """The numbers of each side that the other does not say."""
    if not (source and target) or not (_DIGIT.search(source) or _DIGIT.search(target)):
        return [], []
    ours, theirs = _read(source), _read(target)
    return (
        [one.span for one in ours.asked if not theirs.answers(one)],
        [one.span for one in theirs.asked if not ours.answers(one)],
    )


def _read(text: str) -> _Side:
    numbers, parts = numbers_in(text), parts_of(text)
    asked = [
        _Asked(
            (one.start, one.end),
            frozenset(one.meanings()) - _SMALL,
            other_reading(text, one) - _SMALL,
            with_parts(one.value, parts),
            one.value,
            *_year(text, one),
        )
        for one in numbers
    ]
    return _Side(
        frozenset(
            [meaning for number in numbers for meaning in number.meanings()]
            + [meaning for one in asked for meaning in one.otherwise]
            + list(words_said(text))
        ),
        parts,
        (
            frozenset(year for one in asked if one.is_hijri for year in one.years),
            frozenset(year for one in asked if not one.is_hijri for year in one.years),
        ),
        [
            one
            for one, number in zip(asked, numbers, strict=True)
            if number.kind is not NumberKind.LIST and _DIGIT.search(text, *one.span)
        ],
    )


def _year(text: str, number: Number) -> tuple[bool, frozenset[str]]:
    """Whether a number is a Hijri year or date, and the Gregorian years it may fall into."""
    year = number.meanings()[-1]
    if not (year.isdigit() and number.value >= _FIRST_YEAR):
        return False, frozenset()
    if number.is_hijri or _HIJRI.match(text, number.end):
        return True, frozenset(map(str, gregorian_years(int(year))))
    return False, frozenset({year})
