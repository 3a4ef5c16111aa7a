"""What a stretch of text holds that may cross scripts: numbers, names, strings in Latin letters."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, NamedTuple

import regex

from taqabul.text.exonyms import exonyms_in
from taqabul.text.numbers import number_keys

_LATIN_WORD: Final = regex.compile(r"[\p{Latin}\p{M}]{2,}")
_ARABIC_WORD: Final = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}\u0640]+")


class Traces(NamedTuple):
    """``numbers`` what they say, ``latin`` and ``arabic`` the words, ``exonyms`` the names known to differ."""

    numbers: tuple[str, ...]
    latin: tuple[str, ...]
    arabic: tuple[str, ...]
    exonyms: tuple[str, ...]


@lru_cache(maxsize=4096)
def traces_of(text: str) -> Traces:
    """Read one text."""
    return Traces(
        tuple(number_keys(text)),
        tuple(_LATIN_WORD.findall(text)),
        tuple(_ARABIC_WORD.findall(text)),
        exonyms_in(text),
    )


def join_traces(traces: Iterable[Traces]) -> Traces:
    """What several stretches hold together."""
    columns = list(zip(*traces, strict=True)) or [()] * 4
    return Traces(*(tuple(key for keys in column for key in keys) for column in columns))
