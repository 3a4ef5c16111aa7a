"""Punctuation: marks of the wrong script, questions that are none on the other side, brackets and quotes left open."""

from collections.abc import Callable, Iterator
from typing import Final

import regex

from taqabul.checks.records import Fix, Pair, Problem
from taqabul.checks.whole import Whole
from taqabul.domain.language import Language, Side

_WRONG_IN_ARABIC: Final = regex.compile(r"(?<=[\p{Arabic}\p{M}»”\")])\s?(?P<mark>[?,;])(?=\s|$|[\"”»)])")
_WRONG_IN_ENGLISH: Final = regex.compile(r"(?<=[\p{Latin}\p{M}”\")])\s?(?P<mark>[؟،؛٪])(?=\s|$|[\"”»)])")
_ARABIC_MARKS: Final = {"?": "؟", ",": "،", ";": "؛"}
_ENGLISH_MARKS: Final = {"؟": "?", "،": ",", "؛": ";", "٪": "%"}
_QUESTION: Final = regex.compile(r"[?؟]")
_BRACKETS: Final = {")": "(", "]": "[", "}": "{", "»": "«"}
_OPENING: Final = frozenset(_BRACKETS.values())
_QUOTE: Final = regex.compile(r"[“”„‟]|(?<!\d)\"")
_NO_WORDS: Final = regex.compile(r"[^\p{L}\p{N}]*")
_LIST_ITEM: Final = regex.compile(r"(?:^|[\s،,;؛])[\p{L}\p{N}]{1,4}$")
_SMILEY: Final = frozenset(":;=8")


def mark_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """A mark of the other script right after a word, with the one that belongs there."""
    tables = {
        Language.ARABIC: (_WRONG_IN_ARABIC, _ARABIC_MARKS),
        Language.ENGLISH: (_WRONG_IN_ENGLISH, _ENGLISH_MARKS),
    }
    for side in Side:
        pattern, marks = tables[pair.language(side)]
        for match in pattern.finditer(pair.text(side)):
            span, mark = match.span("mark"), match["mark"]
            fix = Fix(side, span, marks[mark])
            yield Problem.on(side, [span], "“{}” belongs to the other script", mark, fix=fix)


def question_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """A text that asks where the other says nothing of a question."""
    if pair.is_one_sided:
        return
    asking = [[match.span() for match in _QUESTION.finditer(pair.text(side))] for side in Side]
    for side, spans in zip(Side, asking, strict=True):
        if spans and not asking[side is Side.SOURCE]:
            yield Problem.on(side, spans, "A question on one side only")


def bracket_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Brackets and guillemets that are opened and not closed, or the reverse, where the other side has it right."""
    return _one_sided(pair, _open_brackets)


def quote_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Quotes that have no partner, where the other side has it right.

    Speech goes on over several paragraphs, so that a quote need not end where it began.
    """
    return _one_sided(pair, _open_quotes)


def _one_sided(pair: Pair, lonely: Callable[[str], list[int]]) -> Iterator[Problem]:
    found = {side: lonely(pair.text(side)) for side in Side}
    for side in Side:
        text = pair.text(side)
        if not found[side.other]:
            for place in found[side]:
                yield Problem.on(side, [(place, place + 1)], "“{}” has no partner", text[place])


def _open_brackets(text: str) -> list[int]:
    """The brackets of a text without partner; those of list items, 1) or a), have none.

    Nor need a guillemet at the very beginning or end have one.
    """
    waiting: list[int] = []
    lonely: list[int] = []
    for place, mark in enumerate(text):
        if mark in _OPENING:
            waiting.append(place)
        elif mark in _BRACKETS:
            if waiting and text[waiting[-1]] == _BRACKETS[mark]:
                waiting.pop()
            elif mark != ")" or not (_LIST_ITEM.search(text, 0, place) or text[place - 1 : place] in _SMILEY):
                lonely.append(place)
    found = sorted(lonely + waiting)
    return [place for place in found if text[place] not in "«»" or not _is_at_an_end(text, place)]


def _open_quotes(text: str) -> list[int]:
    quotes = [match.start() for match in _QUOTE.finditer(text)]
    if len(quotes) % 2 == 0 or _is_at_an_end(text, quotes[0]) or _is_at_an_end(text, quotes[-1]):
        return []
    return [quotes[-1]]


def _is_at_an_end(text: str, place: int) -> bool:
    """Whether nothing but marks stands before a place, or after it."""
    return bool(_NO_WORDS.fullmatch(text, 0, place) or _NO_WORDS.fullmatch(text, place))
