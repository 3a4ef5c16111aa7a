"""What is measured of a name in the English text: how well any word of the Arabic one stands for it."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from taqabul.checks.name_words import heard_alike, names_in, plain_name, sounds_like
from taqabul.checks.records import Floats, Pair, Span
from taqabul.domain.language import Language, Side
from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS, bare
from taqabul.text.names import skeletons

_LONG_KEY: Final = 6
_LONG_TEXT: Final = 30
_REACH: Final = 5
_ALIKE: Final = 0.7
_SURE: Final = 0.75
_NEAR: Final = 0.55
_ALONE: Final = 0.5
_SHORTEST: Final = 3
_RUN_TOGETHER: Final = 14
"""Letters of an Arabic word from which on it may be several."""
_CLEARLY: Final = 0.5
_MOSTLY_HEARD: Final = 0.8
_LONG_VOWELS: Final = frozenset("اويىآ")

Doubles = np.ndarray[tuple[int], np.dtype[np.float64]]
Table = np.ndarray[tuple[int, int], np.dtype[np.float64]]


class Named(NamedTuple):
    """A name of the English side: where, what is measured of it, the Arabic words that sound or mean it.

    ``spelt`` are those that sound like it.
    """

    span: Span
    name: str
    measured: tuple[float, ...]
    forms: frozenset[str]
    spelt: frozenset[str]

    @property
    def key(self) -> str:
        """What all spellings of the name in small and capital letters share."""
        return self.name.casefold()


class Evidence(NamedTuple):
    """The names of a pair, and the keys of its Arabic words."""

    names: tuple[Named, ...] = ()
    words: frozenset[str] = frozenset()


@lru_cache(maxsize=65_536)
def word_key(word: str) -> str:
    """What an Arabic word shares with itself when particles are written joined to it."""
    return fold_key(bare(word))


def evidence(pair: Pair, small: frozenset[str]) -> Evidence:
    """The names of the English side, measured against all words of the Arabic one."""
    if pair.meaning is None:
        return Evidence()
    english = pair.side(Language.ENGLISH)
    latin, arabic = pair.text(english), pair.text(english.other)
    ours, theirs, near = pair.meaning.source_words, pair.meaning.target_words, pair.meaning.words
    if english is Side.SOURCE:
        ours, theirs, near = theirs, ours, near.T
    if not ours:
        return Evidence()
    forms = [arabic[start:end] for start, end in ours]
    keys = [word_key(form) for form in forms]
    column = {span: place for place, span in enumerate(theirs)}
    spans = [span for span in names_in(latin, small) if span in column and latin[slice(*span)] not in arabic]
    if not spans:
        return Evidence((), frozenset(keys))
    names = [plain_name(latin[slice(*span)]) for span in spans]
    sounds = np.array([[sounds_like(form, name) for form in forms] for name in names], dtype=float)
    columns = [column[span] for span in spans]
    cosines = near[:, columns].T.astype(float)
    known, listed = set(exonyms_in(arabic)), [set(exonyms_in(name)) for name in names]
    strange = float(bool(known - set(exonyms_in(latin))))
    backing = _backing(forms, keys, near, sounds)
    said = np.array([plain_name(latin[slice(*span)]).casefold() for span in theirs])
    called = np.array([name.casefold() for name in names])
    whole = _run_together(forms), len(forms) / len(theirs)
    found = []
    for place, (span, name) in enumerate(zip(spans, names, strict=True)):
        vowels = max(heard_alike(form, name) for form in forms)
        there = round((columns[place] + 0.5) / len(theirs) * len(forms))
        around = backing[max(0, there - _REACH) : there + _REACH + 1]
        odd = np.argmin(backing)
        measured = (
            *_measured(name, cosines[place], sounds[place], vowels),
            float(bool(listed[place] & known)), float(bool(listed[place]) and not listed[place] & known),
            float(backing.min()), float(around.min()), float(np.mean(backing < _ALONE)), strange,
            float((1 - backing[odd]) * _share_of_vowels(keys[odd])),
            *_beside(place, spans, sounds, cosines, backing, latin),
            *_contested(sounds[place], cosines[place], near[:, said != called[place]], sounds[called != called[place]]),
            *whole,
        )  # fmt: skip
        heard, meant = (
            frozenset(keys[k] for k in np.flatnonzero(good) if keys[k] not in LITTLE_WORDS)
            for good in (sounds[place] >= _SURE, cosines[place] >= _NEAR)
        )
        stands = heard | meant
        if not stands and listed[place] & known:
            stands = frozenset({f"={one}" for one in listed[place] & known})
        found.append(Named(span, name, measured, stands, heard))
    return Evidence(tuple(found), frozenset(keys))


def _share_of_vowels(key: str) -> float:
    """Words of other languages are written with many long vowels."""
    return sum(letter in _LONG_VOWELS for letter in key) / max(len(key), 1)


def _backing(forms: list[str], keys: list[str], near: Floats, sounds: Table) -> Doubles:
    """How well each Arabic word is backed by any English one; little words are backed anyway.

    A word that nothing backs may be the name that another was put in the place of.
    """
    backing = near.max(axis=1).astype(float)
    loudest = sounds.max(axis=0)
    backing = np.where(loudest >= _ALIKE, np.maximum(backing, loudest), backing)
    counts = [
        len(form) >= _SHORTEST and key not in LITTLE_WORDS for form, key in zip(forms, keys, strict=True)
    ]
    return np.where(counts, backing, 1.0)


def _measured(name: str, cosines: Doubles, sounds: Doubles, vowels: float) -> tuple[float, ...]:
    ordered = np.sort(cosines)[::-1]
    sound, cosine = float(sounds.max()), float(ordered[0])
    length = min(len(skeletons(name)[0]), _LONG_KEY) / _LONG_KEY
    return (
        sound, cosine, float((sounds + cosines).max()),
        float(ordered[0] - ordered[1]) if len(ordered) > 1 else 0.0, length,
        len(cosines) / _LONG_TEXT, float((cosine - cosines.mean()) / (cosines.std() + 1e-3)),
        max(sound - 0.6, 0.0), max(cosine - 0.5, 0.0), sound * length, max(sound - 0.7, 0.0) * length,
        max(cosine - 0.4, 0.0) ** 2, vowels, max(vowels - 0.6, 0.0), min(sound, vowels),
    )  # fmt: skip


def _beside(
    place: int, spans: list[Span], sounds: Table, cosines: Table, backing: Doubles, latin: str
) -> tuple[float, float]:
    """Whether a name stands beside one that is found, and how well the Arabic word is backed that should stand for it.

    Of a name in several words one is often left out, and then nothing is there in its place.
    """
    for other, step in ((place - 1, 1), (place + 1, -1)):
        if not 0 <= other < len(spans):
            continue
        first, second = sorted((spans[place], spans[other]))
        if latin[first[1] : second[0]].strip(" -.") or second[0] - first[1] > _SHORTEST:
            continue
        together = sounds[other] + cosines[other]
        there = int(together.argmax())
        if sounds[other][there] >= _SURE or cosines[other][there] >= _NEAR:
            expected = there + step
            return 1.0, float(backing[expected]) if 0 <= expected < len(backing) else 1.0
    return 0.0, 0.0


def _contested(loud: Doubles, cosine: Doubles, others: Floats, called: Table) -> tuple[float, float, float]:
    """How well the Arabic words stand for a name that stand for no other English word as well.

    An Arabic name is near to every English one; the one that it stands for is the nearest. ``loud`` and ``cosine`` are
    how each sounds and means like the name, ``others`` (n, m) how they mean like the m other English words, ``called``
    (k, n) how they sound like the k other names. Told are: how much nearer the name is to the word nearest to it than
    others are; the best of the words that are nearest to the name; how near others are to the word that sounds most
    like it.
    """
    rival, heard = others.max(axis=1, initial=0.0), called.max(axis=0, initial=0.0)
    nearest, loudest = int(cosine.argmax()), int(loud.argmax())
    mine = (rival <= np.maximum(cosine, _MOSTLY_HEARD * loud)) & (heard <= loud)
    margin = float(cosine[nearest]) - float(rival[nearest])
    best = float(((cosine + loud) * mine).max())
    return max(-_CLEARLY, min(margin, _CLEARLY)), best, float(rival[loudest])


def _run_together(forms: list[str]) -> float:
    """What share of the letters is in words so long that they must be several: names may be anywhere in them."""
    return sum(len(form) for form in forms if len(form) >= _RUN_TOGETHER) / sum(map(len, forms))
