"""Spelling: words that no dictionary knows; names, figures and what stands on the other side as well are left out."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import regex

from taqabul.checks.name_evidence import word_key
from taqabul.checks.name_words import sounds_like
from taqabul.checks.records import Fix, Pair, Problem
from taqabul.domain.language import Language, Side
from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import bare, plain
from taqabul.text.tokens import words

if TYPE_CHECKING:
    from taqabul.checks.whole import Whole

_PLAIN: Final = {
    Language.ARABIC: regex.compile(r"[\p{Arabic}--\p{N}][\p{Arabic}\p{M}--\p{N}]{2,}", regex.V1),
    Language.ENGLISH: regex.compile(r"\p{Ll}[\p{Ll}\p{M}'’]{2,}"),
}
_NAME: Final = regex.compile(r"\p{Lu}[\p{L}\p{M}]{2,}")
_ADDRESS: Final = regex.compile(r"\S*(?:@|://|www\.|\w\.\w)\S*|[#@]\w+")
_SOUNDS: Final = 0.7


def spelling_problems(pair: Pair, whole: "Whole") -> Iterator[Problem]:
    """A problem for each word that is surely misspelt or unknown; a fix where only hamza, ى, ة or a space are at stake."""
    speller = whole.speller
    if speller is None:
        return
    names = {match[0] for match in _NAME.finditer(pair.text(pair.side(Language.ENGLISH)))}
    for side in Side:
        language, text, other = pair.language(side), pair.text(side), pair.text(side.other)
        passed = [match.span() for match in _ADDRESS.finditer(text)]
        told: set[str] = set()
        for start, end in words(text) if speller.reads(language) else ():
            word = text[start:end]
            if (
                word in told
                or not _PLAIN[language].fullmatch(word)
                or _is_known(word, language, whole)
                or word in other
                or any(a <= start < b for a, b in passed)
                or (language is Language.ARABIC and _is_name(word, names, whole))
            ):
                continue
            told.add(word)
            instead = next(iter(speller.suggested(plain(word), language)), "")
            if not instead:
                yield Problem.on(side, [(start, end)], "No dictionary knows “{}”", word)
                continue
            alike = language is Language.ARABIC and fold_key(instead).replace(" ", "") == fold_key(word)
            fix = Fix(side, (start, end), instead) if alike else None
            yield Problem.on(
                side, [(start, end)], "No dictionary knows “{}”; it knows “{}”", word, instead, fix=fix
            )


def _is_known(word: str, language: Language, whole: "Whole") -> bool:
    speller = whole.speller
    if speller is None:
        return True
    forms = [plain(word), bare(word)] if language is Language.ARABIC else [word.replace("’", "'")]
    return any(speller.knows(form, language) for form in forms)


def _is_name(word: str, names: set[str], whole: "Whole") -> bool:
    """Whether a word stands for a name, in its pair or anywhere in the bitext."""
    return (
        bool(exonyms_in(word))
        or word_key(word) in whole.names.strangers
        or any(sounds_like(word, name) >= _SOUNDS for name in names)
    )
