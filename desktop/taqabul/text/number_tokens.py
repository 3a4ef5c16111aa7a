"""A text cut into what numbers are made of: words, digits, dates in digits."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final, NamedTuple

import regex

from taqabul.text.digits import numbers_written
from taqabul.text.folding import fold_key

_WORD: Final = r"\p{L}[\p{L}\p{M}\u0640]*(?:['’]\p{L}+)?"
_TOKEN: Final = regex.compile(
    rf"(?P<iso>\b\d{{4}}-\d{{1,2}}-\d{{1,2}}\b)|(?P<slashed>(?<![\d/])\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}(?![\d/]))"
    rf"|(?P<digits>(?:(?<![\p{{L}}\d.])[.٫](?=\d))?\d+(?:[.,٫٬،]\d+|['’]\d{{3}}(?!\d))*)(?P<suffix>st\b|nd\b|rd\b|th\b)?"
    rf"|(?P<word>{_WORD})"
)
_A_WORD: Final = regex.compile(_WORD)
_TWO_HUNDRED: Final = frozenset(
    fold_key(f"{and_}مئت{end}") for and_ in ("", "و") for end in ("ا", "ي", "ان", "ين")
)


_folded = lru_cache(maxsize=65_536)(fold_key)


class Token(NamedTuple):
    """A stretch of a text; ``kind`` is word, digits, suffix (an ordinal), iso or slashed (dates)."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """Everything in a text that may be part of a number, in order."""
    return [token for match in _TOKEN.finditer(text) for token in _cut(match)]


def words(text: str) -> list[str]:
    """The words of a text, folded."""
    return [folded_word(word) for word in _A_WORD.findall(text)]


def _cut(match: Any) -> Iterator[Token]:  # noqa: ANN401 - regex has no types
    kind, start = match.lastgroup, match.start()
    if kind not in {"digits", "suffix"}:
        yield Token(kind, match[0], start, match.end())
        return
    *before, (first, end) = numbers_written(match["digits"])
    for a, b in before:
        yield Token("digits", match[0][a:b], start + a, start + b)
    end += len(match["suffix"] or "")
    yield Token(kind, match[0][first:end], start + first, start + end)


def folded_word(text: str) -> str:
    """A folded word; nothing where folding only makes it look like a number: ميتا (dead, Meta) and مئتا."""
    folded = _folded(text)
    return "" if folded in _TWO_HUNDRED and "ئ" not in text else folded
