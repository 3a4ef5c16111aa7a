"""The words of a text and the signs between them, as formats of tagged words want them."""

from collections.abc import Iterator
from typing import Final

import regex

from taqabul.text.tokens import words

_SIGN: Final = regex.compile(r"(?!\s)\X")


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """The spans of words, and of each other character that is no blank, in order, between two positions."""
    stretch = text[start:end]
    at = 0
    for first, last in [*words(stretch), (len(stretch), len(stretch))]:
        for sign in _SIGN.finditer(stretch, at, first):
            yield start + sign.start(), start + sign.end()
        if first < last:
            yield start + first, start + last
        at = last
