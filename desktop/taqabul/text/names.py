"""Names across scripts: what is left of a word when vowels and spelling habits are taken away.

Transliteration keeps consonants and loses the rest: الشاروك and Al Sharook, هيفاء and Haifa share a
skeleton. Two depths are kept: the fine one tells g from k; the coarse one holds what differs between
habits of writing (القذافي / Gaddafi / Qaddafi, خيخون / Gijon). After Freeman, Condon and Ackerman (2006),
"Cross linguistic name matching in English and Arabic".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

import regex
from rapidfuzz.distance import Levenshtein

from taqabul.text.folding import fold_key

_WORD: Final = regex.compile(r"\p{L}[\p{L}\p{M}\u0640]*")
_ARABIC: Final = regex.compile(r"\p{Arabic}")

_ARABIC_GROUPS: Final = (("تش", "c"), ("كس", "ks"))
_ARABIC_LETTERS: Final = {
    "b": "بپ", "t": "تطث", "g": "جغگ", "h": "هح", "x": "خ", "d": "دض", "z": "ذزظ", "r": "ر", "s": "سص",
    "c": "شچ", "f": "فڤ", "k": "قك", "l": "ل", "m": "م", "n": "ن", "w": "و", "a": "اأإآٱعيىئءؤ", "": "ة",
}  # fmt: skip
_LATIN_GROUPS: Final = (
    ("tch", "c"), ("sch", "c"), ("tsch", "c"), ("kh", "x"), ("gh", "g"), ("sh", "c"), ("ch", "c"), ("th", "t"),
    ("dh", "z"), ("zh", "g"), ("ph", "f"), ("ck", "k"), ("qu", "k"), ("ce", "s"), ("ci", "s"), ("cy", "s"),
    ("wh", "w"), ("dj", "g"),
)  # fmt: skip
_LATIN_LETTERS: Final = {
    "b": "bp", "t": "t", "g": "gj", "h": "h", "d": "d", "z": "z", "r": "r", "s": "s", "f": "fv", "k": "kqc",
    "l": "l", "m": "m", "n": "n", "w": "w", "a": "aeiouy", "ks": "x",
}  # fmt: skip
_DOUBLED: Final = re.compile(r"(.)\1+")
_DROPPED: Final = str.maketrans("", "", "awh")
_COARSE: Final = str.maketrans("gkxzcs", "kkksss")
_CLITICS: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")

_ARTICLES: Final = frozenset({"al", "el", "ال"})


class _Letters(dict[int, str]):
    """What each letter becomes: capitals, which stand for groups, small ones; what is not known nothing."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = key = letter.lower() if letter.isupper() else ""
        return key


def _letters(table: dict[str, str]) -> _Letters:
    return _Letters({ord(letter): key for key, row in table.items() for letter in row})


_FROM_ARABIC: Final = _letters(_ARABIC_LETTERS)
_FROM_LATIN: Final = _letters(_LATIN_LETTERS)


@lru_cache(maxsize=65_536)
def skeleton(word: str) -> str:
    """The consonants of a word of either script, as Latin letters; a first vowel is kept as "a".

    Doubled letters count once; h, w and y inside a word are dropped with the vowels, for scripts and
    habits disagree on them.
    """
    folded = fold_key(word)
    arabic = _ARABIC.search(folded) is not None
    for group, key in _ARABIC_GROUPS if arabic else _LATIN_GROUPS:
        folded = folded.replace(group, key.upper())
    table = _FROM_ARABIC if arabic else _FROM_LATIN
    keys = _DOUBLED.sub(r"\1", folded.translate(table))
    return keys[:1] + keys[1:].translate(_DROPPED)


def coarse(key: str) -> str:
    """A skeleton with the sounds brought together that habits of writing confuse."""
    return key.translate(_COARSE)


@lru_cache(maxsize=65_536)
def without_clitics(word: str) -> tuple[str, ...]:
    """An Arabic word and what is left of it without the particles that are written joined to it."""
    folded = fold_key(word)
    rests = (folded[len(c) :] for c in _CLITICS if folded.startswith(c))
    return (folded, *(rest for rest in rests if len(rest) > 2))


def skeleton_similarity(one: str, other: str) -> float:
    """How alike two skeletons are, 0 to 1: the mean of the fine and the coarse edit similarity."""
    fine = Levenshtein.normalized_similarity(one, other)
    return (fine + Levenshtein.normalized_similarity(coarse(one), coarse(other))) / 2


def name_similarity(arabic: str, english: str) -> float:
    """How well a name in one script stands for one in the other, 0 to 1.

    Each word looks for its best partner; words count by the consonants they hold, articles do not.
    """
    ours, theirs = _name_words(arabic), _name_words(english)
    if not ours or not theirs:
        return 0.0
    return (_covered(ours, theirs) + _covered(theirs, ours)) / 2


def _name_words(name: str) -> list[list[str]]:
    """The skeletons each word of a name may have, its clitics on and off."""
    words = [match[0] for match in _WORD.finditer(name)]
    kept = [word for word in words if fold_key(word) not in _ARTICLES]
    forms = [without_clitics(word) if _ARABIC.search(word) else (word,) for word in kept]
    return [[skeleton(form) for form in group] for group in forms]


def _covered(words: Sequence[list[str]], partners: Sequence[list[str]]) -> float:
    others = [form for group in partners for form in group]
    best = [max(skeleton_similarity(form, other) for form in group for other in others) for group in words]
    weights = [len(group[0]) + 1 for group in words]
    return sum(b * w for b, w in zip(best, weights, strict=True)) / sum(weights)
