"""Which line breaks mean something, and which are only where a text was wrapped to a width."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import regex

from taqabul.text.arabic import TASHKEEL_CLASS

_WIDTHS: Final = range(40, 101)
"""Columns to which people and mail programs wrap text."""
_FULL: Final = 0.9
"""How full a line must be, with the next word, to be wrapped: proportional fonts leave ragged edges."""
_WRAPPED_SHARE: Final = 0.8
_MARKS: Final = regex.compile(f"[{TASHKEEL_CLASS}]+")
_ITEM: Final = regex.compile(
    r"[\s\p{Cf}]*(?:[•‣◦▪●○■□◆◇►✓*·–—-]\s|[(\[]?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*[.)\]-]|(?:\p{L}|[ivx]{1,4})\))\s)"
)
_FINISHED: Final = regex.compile(r"[.!?؟:؛…][\p{Pe}\p{Pf}\"'\s\p{Cf}]*\Z")


def starts_item(line: str) -> bool:
    """True for a line that begins with a bullet or a list number."""
    return _ITEM.match(line) is not None


def soft_breaks(lines: Sequence[str]) -> list[bool]:
    """Say for each break between two lines whether it is only where the text was wrapped.

    Wrapped text breaks where the next word no longer fitted. The width is the longest line's; unless
    nearly all breaks are of that kind, and the width is one people wrap to, every break means something.
    """
    meant = [False] * (len(lines) - 1)
    if not lines or max(map(len, lines)) > 3 * _WIDTHS.stop:
        return meant
    lengths = [len(_MARKS.sub("", line.strip())) for line in lines]
    width = max(lengths)
    if width not in _WIDTHS or (len(lines) == 2 and _FINISHED.search(lines[0])):
        return meant
    inside = [bool(a) and bool(b) and not starts_item(b) for a, b in pairwise(line.strip() for line in lines)]
    soft = [
        possible and length + 1 + _first_word_length(following) > _FULL * width
        for possible, length, following in zip(inside, lengths, lines[1:], strict=False)
    ]
    return soft if sum(soft) >= _WRAPPED_SHARE * sum(inside) else meant


def _first_word_length(line: str) -> int:
    return len(_MARKS.sub("", line.split(maxsplit=1)[0]))
