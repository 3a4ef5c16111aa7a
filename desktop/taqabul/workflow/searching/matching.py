"""Looking for what is written: parts of words, whole words, words with their clitics, regular expressions."""

import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any, Final

import regex

from taqabul.domain.errors import InvalidInput
from taqabul.domain.search import EXACT, Folding, Kind, Query
from taqabul.text.clitics import EDGE, joined_forms
from taqabul.text.folding import fold
from taqabul.text.patterns import folded_pattern, repetitions
from taqabul.workflow.haystack import FoldedTexts

Span = tuple[int, int, int]
"""The number of a text in its block, and where in the folded text a hit begins and ends (excluded)."""
Matcher = Callable[[FoldedTexts], Iterator[Span]]

_HIS: Final = "ه"
_TA_MARBUTA: Final = regex.compile(r"[ةۃ]\p{M}*$")
_MOST_REPETITIONS: Final = 50_000
"""What a count makes of an expression: it grows by so much, and all memory is soon gone."""
PATIENCE: Final = 2.0
"""Seconds a regular expression may take in one text; a bad one would take until the end of days."""


def matcher(query: Query) -> Matcher:
    """What finds a query's words in folded texts. Raises InvalidInput where there is nothing to look for.

    The matcher itself raises InvalidInput where a regular expression takes too long.
    """
    if query.kind is Kind.REGEX:
        return _Expression(compiled(query), "")
    wanted = folder(query.folding)(query.text)
    if not wanted.strip():
        raise InvalidInput(
            "There is nothing to look for.",
            "Type at least one letter; vowel signs alone are looked for when they count.",
        )
    if query.kind is Kind.WORD:
        wanted = wanted.strip()
    if query.kind is not Kind.CLITICS and " " in wanted.strip() and query.folding != EXACT:
        return _spaced(wanted, whole=query.kind is Kind.WORD)
    if query.kind is Kind.PART:
        return _Part(wanted)
    if query.kind is Kind.WORD:
        return _Words(wanted)
    forms = [
        joined_forms(word, folded_from=written, endings=query.endings)
        for word, written in zip(wanted.split(), _as_written(query.text, wanted), strict=True)
    ]
    pattern = " +".join(form for form, _ in forms)
    needed = max((literal for _, literal in forms), key=len)
    return _Expression(regex.compile(f"(?<!{EDGE})(?:{pattern})(?!{EDGE})"), needed)


def _spaced(wanted: str, *, whole: bool) -> "_Expression":
    """Finds words however many spaces stand between them."""
    pattern = regex.sub(r" +", " +", "".join(map(_escaped, wanted)))
    if whole:
        before, after = (
            f"(?{way}{EDGE})" if _in_word(edge) else ""
            for way, edge in (("<!", wanted[0]), ("!", wanted[-1]))
        )
        pattern = f"{before}{pattern}{after}"
    return _Expression(regex.compile(pattern), max(wanted.split(), key=len))


def _escaped(letter: str) -> str:
    return letter if letter == " " else str(regex.escape(letter))


def compiled(query: Query) -> Any:  # noqa: ANN401 - regex has no types
    """A query's regular expression, folded. Raises InvalidInput, with what is wrong with it."""
    if not query.text:
        raise InvalidInput("There is nothing to look for.", "Type a regular expression.")
    if repetitions(query.text) > _MOST_REPETITIONS:
        raise InvalidInput(
            f"The regular expression repeats something more than {_MOST_REPETITIONS:,} times.",
            "Write smaller numbers in { }, or + for any number.",
        )
    try:
        regex.compile(query.text)
    except regex.error as error:
        raise InvalidInput(
            f"The regular expression is wrong: {error}.",
            r"Put \ before a sign that is meant as such: \. \( \[ \*",
        ) from None
    try:
        return regex.compile(folded_pattern(query.text, folder(query.folding)))
    except regex.error:
        raise InvalidInput(
            "The regular expression speaks of a difference that does not count.",
            "Let vowel signs, hamza and the like count, then try again.",
        ) from None


def folder(folding: Folding) -> Callable[[str], str]:
    """Folds a string in this way."""
    options = asdict(folding)
    return lambda text: fold(text, **options).text


def _as_written(text: str, wanted: str) -> list[str]:
    """The words before folding; where folding joins or parts words, the folded ones."""
    words = text.split()
    return words if len(words) == len(wanted.split()) else wanted.split()


class _Part:
    """A string, wherever it stands."""

    def __init__(self, wanted: str) -> None:
        self._wanted = wanted

    def __call__(self, texts: FoldedTexts) -> Iterator[Span]:
        size = len(self._wanted)
        place = texts.text.find(self._wanted)
        while place >= 0:
            number = texts.number_at(place)
            start = place - texts.starts[number]
            yield number, start, start + size
            place = texts.text.find(self._wanted, place + size)


class _Words:
    """A string with no letter before or after it, where it has one at that end itself."""

    def __init__(self, wanted: str) -> None:
        self._inner = _Part(wanted)
        self._edges = _in_word(wanted[0]), _in_word(wanted[-1])

    def __call__(self, texts: FoldedTexts) -> Iterator[Span]:
        for number, start, end in self._inner(texts):
            first, last = texts.span(number)
            before, after = first + start - 1, first + end
            if self._edges[0] and before >= first and _in_word(texts.text[before]):
                continue
            if self._edges[1] and after < last and _in_word(texts.text[after]):
                continue
            yield number, start, end


class _Expression:
    """A regular expression, text by text: no match reaches over the end of one.

    Where ``needed`` is given, only texts that hold it are looked at.
    """

    def __init__(self, expression: Any, needed: str) -> None:  # noqa: ANN401
        self._expression, self._needed = expression, needed

    def __call__(self, texts: FoldedTexts) -> Iterator[Span]:
        for number in self._candidates(texts):
            first, last = texts.span(number)
            try:
                # concurrent: lets the window's thread run while it matches.
                found = self._expression.finditer(texts.text[first:last], concurrent=True, timeout=PATIENCE)
                spans = [match.span() for match in found if _stands(match, texts, number)]
            except TimeoutError:
                raise InvalidInput(
                    "The regular expression takes too long.",
                    "Write it without repetitions inside repetitions, such as (a+)+, or say more exactly what it begins with.",
                ) from None
            yield from ((number, start, end) for start, end in spans if end > start)

    def _candidates(self, texts: FoldedTexts) -> Iterator[int]:
        if not self._needed:
            yield from range(len(texts.starts) - 1)
            return
        place = texts.text.find(self._needed)
        while place >= 0:
            number = texts.number_at(place)
            yield number
            place = texts.text.find(self._needed, texts.starts[number + 1])


def _stands(match: Any, texts: FoldedTexts, number: int) -> bool:  # noqa: ANN401
    """Whether what looks like a pronoun is one: folding makes كتابة look like his book."""
    if match.re.groupindex.get("pronoun") is None or match["pronoun"] != _HIS:
        return True
    start, end = texts.original_span(number, *match.span())
    return not _TA_MARBUTA.search(texts.texts[number], start, end)


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_" or unicodedata.category(letter).startswith("M")
