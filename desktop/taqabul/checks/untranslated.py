"""Untranslated and copied text, and letters of other scripts."""

from collections.abc import Iterator
from typing import Final

import regex

from taqabul.checks.records import Pair, Problem, Severity, Span
from taqabul.checks.whole import Whole
from taqabul.domain.language import Language, Side
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.tokens import words

_LATIN_WORD: Final = regex.compile(r"\p{Latin}[\p{Latin}\p{M}'’-]*")
_ADDRESS: Final = regex.compile(r"\S*(?:@|://|www\.|\.(?:com|org|net|gov|edu|info|io)\b)\S*|[#@]\w+")
_GLOSS: Final = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]|\"[^\"\n]*\"|“[^”\n]*”|«[^»\n]*»")
_ARABIC_RUN: Final = regex.compile(
    r"[\p{Arabic}\p{M}]*\p{Lo}[\p{Arabic}\p{M}]*(?:\s+[\p{Arabic}\p{M}]*\p{Lo}[\p{Arabic}\p{M}]*)*"
)
_OTHER_SCRIPTS: Final = regex.compile(
    r"[^\P{L}\p{Arabic}\p{Latin}\p{Greek}\p{Script=Common}\p{Script=Inherited}]+|\ufffd+"
)
_ARABIC: Final = regex.compile(r"\p{Arabic}")
_FEW: Final = 3


def untranslated_problems(pair: Pair, whole: Whole) -> Iterator[Problem]:
    """Sides that are the same, Arabic left in the English text, and English words left in the Arabic one.

    Names, abbreviations, addresses and what stands in brackets or quotes is no English left over: a word
    counts that the text writes in small letters.
    """
    if pair.is_one_sided:
        return
    arabic, english = pair.side(Language.ARABIC), pair.side(Language.ENGLISH)
    if fold_key(pair.source) == fold_key(pair.target) and _has_words(pair.source):
        yield Problem(
            "Both sides are the same",
            (),
            ((0, len(pair.source)),),
            ((0, len(pair.target)),),
            None,
            Severity.ERROR,
        )
        return
    left = list(_english_left(pair.text(arabic), whole.small))
    if left:
        said = " … ".join(pair.text(arabic)[slice(*span)] for span in left)
        yield Problem.on(arabic, left, "“{}” is not translated", said)
    for match in _ARABIC_RUN.finditer(pair.text(english)):
        if not _in_gloss(pair.text(english), match.start()) and len(match[0]) > 1:
            yield Problem.on(english, [match.span()], "“{}” is not translated", match[0])


def _has_words(text: str) -> bool:
    return sum(1 for start, end in words(text) if text[start].isalpha() and end - start > 1) > 1


def _english_left(text: str, small: frozenset[str]) -> Iterator[Span]:
    """Words in small letters, run by run: neighbours make one."""
    passed = [match.span() for match in _ADDRESS.finditer(text)]
    runs: list[list[Span]] = []
    for match in _LATIN_WORD.finditer(text):
        span = match.span()
        if any(start <= span[0] < end for start, end in passed) or _in_gloss(text, span[0]):
            continue
        if runs and not text[runs[-1][-1][1] : span[0]].strip():
            runs[-1].append(span)
        else:
            runs.append([span])
    for run in runs:
        told = [text[slice(*span)] for span in run]
        plain = [one for one in told if one.islower() and len(one) >= _FEW and one in small]
        named = any(any(map(str.isupper, one)) for one in told)
        if (plain and not named) or len([one for one in plain if one not in LITTLE_WORDS]) >= _FEW:
            yield run[0][0], run[-1][1]


def _in_gloss(text: str, place: int) -> bool:
    """Whether a place is in brackets or quotes that hold words of one script only."""
    return any(
        match.start() < place < match.end()
        and not (_ARABIC.search(match[0]) and _LATIN_WORD.search(match[0]))
        for match in _GLOSS.finditer(text)
    )


def script_problems(pair: Pair, _whole: Whole) -> Iterator[Problem]:
    """Letters that belong to neither language, and signs that stand for a letter that was lost."""
    for side in Side:
        other = pair.text(side.other)
        for match in _OTHER_SCRIPTS.finditer(pair.text(side)):
            if match[0] not in other:
                yield Problem.on(side, [match.span()], "“{}” is of another script", match[0])
