"""Words, with Arabic marks kept inside them (a plain word class cuts كِتَابٌ at every vowel sign)."""

from typing import Final

import regex

_WORD: Final = regex.compile(
    r"[\p{L}\p{N}]"
    r"(?:[\p{L}\p{N}\p{M}\u200c\u200d\u00ad]"
    r"|['’ʼ](?=\p{L})"
    r"|(?<=\p{Nd})[.,٫٬/:](?=\p{Nd})"
    r"|(?<=\p{L})\.(?=\p{L}\.))*+"
)


def words(text: str) -> list[tuple[int, int]]:
    """The spans of the words of a text, in order; 3.5, don't, U.S and كِتَابٌ are one word each."""
    return [match.span() for match in _WORD.finditer(text)]


def word_count(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))
