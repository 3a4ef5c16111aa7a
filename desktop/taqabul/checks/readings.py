"""Other ways in which a figure may be said: half a million, 1990–95, a dozen, dates with the month first."""

from collections.abc import Iterator
from typing import Final

import regex

from taqabul.text.folding import fold_key
from taqabul.text.number import Number, NumberKind

_PARTS: Final = (
    (0.5, regex.compile(r"(?<!\p{L})(?:[وبل]?(?:ال)?نصف|half)(?!\p{L})")),
    (0.25, regex.compile(r"(?<!\p{L})(?:[وبل]?(?:ال)?ربع|quarters?)(?!\p{L})")),
)
_SCALES: Final = (1.0, 100.0, 1e3, 1e6, 1e9, 1e12)
_WORDS: Final = {"dozen": "12", "دزينه": "12", "hundredth": "100", "thousandth": "1000"}
_WORD: Final = regex.compile(r"[\p{L}\p{M}]+")
_CENTURY: Final = regex.compile(r"(?<!\d)(\d{2})\d{2}\s?[-–—/]\s?$")
_ONLY_DIGITS: Final = regex.compile(r"[\p{N}\s/.\-]+")
_MONTHS: Final = 12


def parts_of(text: str) -> tuple[float, ...]:
    """The parts of a whole that a text speaks of."""
    folded = fold_key(text)
    return tuple(part for part, pattern in _PARTS if pattern.search(folded))


def is_a_part(value: float, parts: tuple[float, ...], said: frozenset[str]) -> bool:
    """Whether a figure is a part of another, or another and a part: half a million, three and a half, a quarter (25 %)."""
    for part in parts:
        for scale in _SCALES:
            rest = value - part * scale
            if rest == 0 and (scale in {1.0, 100.0} or _key(scale) in said):
                return True
            if rest >= scale and _key(rest) in said:
                return True
    return False


def with_parts(value: float, parts: tuple[float, ...]) -> frozenset[str]:
    """A figure and a part more, as its own text may say in words: 3 million and a half."""
    return frozenset(_key(value + part * scale) for part in parts for scale in _SCALES if scale <= value)


def words_said(text: str) -> Iterator[str]:
    """What words say that are no numbers by themselves."""
    return (_WORDS[key] for word in _WORD.findall(text) if (key := fold_key(word)) in _WORDS)


def other_reading(text: str, number: Number) -> frozenset[str]:
    """What a figure may mean as well: a date with the month first, the second year of 1990–95; nothing mostly."""
    meanings = number.meanings()
    if number.kind is NumberKind.DATE and _ONLY_DIGITS.fullmatch(text, number.start, number.end):
        day, month = int(number.value) % 100, int(number.value) // 100 % 1000
        if day and month and day <= _MONTHS:
            return frozenset({str(month), f"month {day}", *meanings[2:]})
    century = _CENTURY.search(text, max(0, number.start - 8), number.start)
    if century and number.end - number.start == 2 and meanings[0].isdigit():
        return frozenset({f"{int(century[1])}{int(meanings[0]):02}"})
    return frozenset()


def _key(value: float) -> str:
    """A value as ``Number.meanings`` writes it."""
    return f"{value:g}" if value < 1e6 else f"{value:.0f}"
