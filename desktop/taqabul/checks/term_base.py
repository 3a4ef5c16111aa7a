"""Terms: how words of one language shall be said in the other, and what shall not be said."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final, NamedTuple

import regex

from taqabul.domain.language import Language
from taqabul.domain.terms import Term
from taqabul.text.clitics import EDGE, joined_forms
from taqabul.text.folding import fold, fold_key

Span = tuple[int, int]

_ENDS: Final = "(?:ا|ان|ين|ون|ات)?"
"""Endings of case and number, which a term may have."""


class Pattern(NamedTuple):
    """What finds a term in folded text, and a string that is in all it finds."""

    found_by: "regex.Pattern[str]"
    needed: str


@dataclass(frozen=True, eq=False)
class Entry:
    """A term ready to be looked for."""

    term: Term
    wanted: dict[Language, tuple[Pattern, ...]]
    forbidden: dict[Language, tuple[Pattern, ...]]


@dataclass(frozen=True, eq=False)
class TermBase:
    """Terms to be held to."""

    terms: tuple[Term, ...] = field(default=())

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """The terms, ready to be looked for."""
        return tuple(
            Entry(
                term,
                {language: _patterns(term.wanted(language), language) for language in Language},
                {language: _patterns(term.forbidden(language), language) for language in Language},
            )
            for term in self.terms
        )


NO_TERMS: Final = TermBase()


class Folded:
    """A text that terms are looked for in."""

    def __init__(self, text: str) -> None:
        self._folded = fold(text)
        self._text = self._folded.text

    def places(self, patterns: Iterable[Pattern]) -> Iterator[Span]:
        """Where any of some patterns stand, in the text as it was written."""
        for pattern in patterns:
            if pattern.needed in self._text:
                for match in pattern.found_by.finditer(self._text):
                    yield self._folded.original_span(*match.span())


def _patterns(words: Iterable[str], language: Language) -> tuple[Pattern, ...]:
    return tuple(_pattern(one, language) for one in words if fold_key(one))


def _pattern(written: str, language: Language) -> Pattern:
    parts = written.split()
    if language is Language.ENGLISH:
        folded = [fold_key(part) for part in parts]
        body = r"\s+".join(map(regex.escape, folded))
        return Pattern(regex.compile(rf"(?<!{EDGE}){body}(?:e?s|['’]s)?(?!{EDGE})"), max(folded, key=len))
    forms = [
        joined_forms(fold_key(part), folded_from=part, endings=place == len(parts) - 1)
        for place, part in enumerate(parts)
    ]
    # A word that ends in a pronoun names its group; several such words would name it twice.
    body = r"\s+".join(form.replace("(?P<pronoun>", "(?:") for form, _ in forms)
    needed = max((needed for _, needed in forms), key=len)
    return Pattern(regex.compile(rf"(?<!{EDGE}){body}{_ENDS}(?!{EDGE})"), needed)
