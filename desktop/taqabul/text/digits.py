"""Digits of three kinds with their marks: what they are worth, and where one number ends."""

from collections.abc import Iterator
from typing import Final

import regex

_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_MARKS: Final = str.maketrans("٫٬'’،", ".,,,,")
_GROUPED: Final = regex.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{2})+,\d{3}"
)
_ONE_MARK: Final = regex.compile(r"\d*[.,]\d+")
_DIGIT: Final = regex.compile(r"\d+")
_LABEL: Final = regex.compile(r"(?:\p{L}[\p{L}\p{M}]*+[-–\u2011]|\p{Latin})$")
_PARTICLE: Final = regex.compile(r"(?<![\p{L}\p{M}])(?:[وفبكل]{1,2}|[وف]?[بك]?ال|[وف]?لل)\u0640*[-–\u2011]$")


def numbers_written(digits: str) -> Iterator[tuple[int, int]]:
    """Where the numbers of a run of digits and marks begin and end: "1,234.5" is one, "1,2,3" are three."""
    plain = _plain(digits)
    if plain.isdigit() or _ONE_MARK.fullmatch(plain) or _GROUPED.fullmatch(plain):
        yield 0, len(digits)
        return
    yield from (match.span() for match in _DIGIT.finditer(plain))


def western_digits(text: str) -> str:
    """A text with the digits of both Arabic rows as 0 to 9; all else stays."""
    return text.translate(_DIGITS)


def parse_digits(text: str) -> float:
    """The value of a number written in digits, with thousands marks and a decimal mark of either script."""
    plain = _plain(text)
    groups = regex.split(r"[.,]", plain)
    marks = regex.findall(r"[.,]", plain)
    # Nobody writes three decimals that are nothing: 20.000 is twenty thousand.
    tail_is_group = len(groups[-1]) == 3 and (
        marks[-1:] == [","] or len(marks) > 1 or (groups[-1] == "000" and groups[0].strip("0") != "")
    )
    if len(marks) > 1 and marks[-1] not in marks[:-1]:
        tail_is_group = False
    if not marks or tail_is_group:
        return float("".join(groups))
    return float("".join(groups[:-1]) + "." + groups[-1])


def is_label(text: str, start: int) -> bool:
    """Whether digits that begin at a place belong to a name, as in COVID-19, F-16, سارس كوف-2, H1."""
    before = text[max(0, start - 24) : start]
    return _LABEL.search(before) is not None and _PARTICLE.search(before) is None


def _plain(text: str) -> str:
    return text.translate(_DIGITS).translate(_MARKS)
