"""Names across scripts: what is left of a word when vowels and spelling habits are taken away.

Transliteration keeps consonants and loses the rest: الشاروك and Al Sharook, هيفاء and Haifa share a
skeleton. Two depths are kept: the fine one tells g from k; the coarse one holds what differs between
habits of writing (القذافي / Gaddafi / Qaddafi, خيخون / Gijon). After Freeman, Condon and Ackerman (2006),
"Cross linguistic name matching in English and Arabic".
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import product
from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from taqabul.text.folding import fold_key

Floats = NDArray[np.float32]

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
_OTHER_HABITS: Final = str.maketrans({"j": "y"})
_OTHER_GROUPS: Final = (("dh", "d"), ("tch", "tsh"), ("sch", "sh"), ("ch", "k"), ("dj", "g"))
_LATIN_LETTERS: Final = {
    "b": "bp", "t": "t", "g": "gj", "h": "h", "d": "d", "z": "z", "r": "r", "s": "s", "f": "fv", "k": "kqc",
    "l": "l", "m": "m", "n": "n", "w": "w", "a": "aeiouy", "ks": "x",
}  # fmt: skip
_ARABIC_VOWELS: Final = {
    "a": "اأإآٱىعة", "i": "يئ", "u": "وؤ", "": "ء",
}  # fmt: skip
_LATIN_VOWELS: Final = {"a": "a", "i": "eiy", "u": "ouw"}
_DOUBLED: Final = re.compile(r"(.)\1+")
_DROPPED: Final = str.maketrans("", "", "awh")
_COARSE: Final = str.maketrans("gkxzcs", "kkksss")
_CLITICS: Final = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", "ف", "ك")

_SHORT: Final = 4
_ARTICLES: Final = frozenset({"al", "el", "an", "ar", "as", "ash", "ad", "at", "az", "ال"})


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
_HEARD_ARABIC: Final = _Letters(_letters(_ARABIC_LETTERS) | _letters(_ARABIC_VOWELS))
_HEARD_LATIN: Final = _Letters(_letters(_LATIN_LETTERS) | _letters(_LATIN_VOWELS))


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


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """A word of either script in Latin letters, with the vowels it writes; doubled letters count once."""
    folded = fold_key(word)
    is_arabic = _ARABIC.search(folded) is not None
    for group, key in _ARABIC_GROUPS if is_arabic else _LATIN_GROUPS:
        folded = folded.replace(group, key.upper())
    if is_arabic and folded.endswith("ه"):
        folded = f"{folded[:-1]}ا"
    table = _HEARD_ARABIC if is_arabic else _HEARD_LATIN
    return _DOUBLED.sub(r"\1", folded.translate(table))


@lru_cache(maxsize=65_536)
def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons a word may have: Latin letters are read in more than one way (Skopje, Zurich, Riyadh)."""
    folded = fold_key(word)
    for group, plain in _OTHER_GROUPS:
        folded = folded.replace(group, plain)
    return tuple(dict.fromkeys((skeleton(word), skeleton(folded.translate(_OTHER_HABITS)))))


def name_similarities(ours: Sequence[str], theirs: Sequence[str]) -> tuple[Floats, Floats]:
    """How alike short lines of either script sound, as wholes, 0 to 1, and how many consonants speak for it.

    Both (n, m): the words of a line are read as one, articles left out; a line without letters is like none.
    """
    readings = [[_line_skeletons(line) for line in side] for side in (ours, theirs)]
    best = np.zeros((len(ours), len(theirs)), dtype=np.float32)
    for one, other in product((0, 1), repeat=2):
        sides = [[line[way] for line in side] for side, way in zip(readings, (one, other), strict=True)]
        fine = process.cdist(*sides, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        rough = [list(map(coarse, side)) for side in sides]
        alike = process.cdist(*rough, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        best = np.maximum(best, (fine + alike) / 2)
    sizes = [np.array([len(line[0]) for line in side], dtype=np.float32) for side in readings]
    shorter = np.minimum.outer(*sizes)
    return np.where(shorter > 0, best, 0).astype(np.float32), shorter


@lru_cache(maxsize=65_536)
def _line_skeletons(line: str) -> tuple[str, str]:
    words = [fold_key(match[0]) for match in _WORD.finditer(line)]
    bare = [w.removeprefix("ال") if len(w) > _SHORT else w for w in words if w not in _ARTICLES]
    ways = [skeletons(word) for word in bare]
    return "".join(way[0] for way in ways), "".join(way[-1] for way in ways)


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
