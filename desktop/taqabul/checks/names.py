"""Names: one in the English text that nothing in the Arabic text stands for."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from taqabul.checks.judging import judge
from taqabul.checks.name_words import heard_alike, names_in, plain_name, sounds_like
from taqabul.checks.records import Floats, Pair, Problem, Span
from taqabul.domain.language import Language, Side
from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS, bare
from taqabul.text.names import skeletons

if TYPE_CHECKING:
    from taqabul.checks.whole import Whole

_LONG_KEY: Final = 6
_LONG_TEXT: Final = 30
_REACH: Final = 5
_GLUED: Final = 20
"""Letters of a word from which on it is several that run together: nothing can be said of names there."""
_ALIKE: Final = 0.7
_ALONE: Final = 0.5
_SHORTEST: Final = 3

Doubles = np.ndarray[tuple[int], np.dtype[np.float64]]


class Candidate(NamedTuple):
    """A name in the English text, and what is measured of it."""

    span: Span
    name: str
    measured: tuple[float, ...]

    @property
    def is_unmatched(self) -> bool:
        """Whether nothing seems to stand for it."""
        judged = judge("names")
        return judged.score(self.measured) > judged.least


def name_problems(pair: Pair, whole: "Whole") -> Iterator[Problem]:
    """A problem for each name that nothing stands for, but for those the translator always renders otherwise."""
    side = pair.side(Language.ENGLISH)
    for one in candidates(pair, whole.small):
        if one.is_unmatched and one.name.casefold() not in whole.rendered:
            yield Problem.on(side, [one.span], "Nothing seems to stand for the name “{}”", one.name)


def candidates(pair: Pair, small: frozenset[str]) -> list[Candidate]:
    """The names of the English side, measured against all words of the Arabic one."""
    if pair.meaning is None:
        return []
    english = pair.side(Language.ENGLISH)
    latin = pair.text(english)
    arabic = pair.text(english.other)
    ours, theirs, near = pair.meaning.source_words, pair.meaning.target_words, pair.meaning.words
    if english is Side.SOURCE:
        ours, theirs, near = theirs, ours, near.T
    if not ours or any(end - start > _GLUED for start, end in ours):
        return []
    forms = [arabic[start:end] for start, end in ours]
    known = set(exonyms_in(arabic))
    column = {span: place for place, span in enumerate(theirs)}
    spans = [span for span in names_in(latin, small) if span in column and latin[slice(*span)] not in arabic]
    named = [plain_name(latin[slice(*span)]) for span in spans]
    sounds = np.array([[sounds_like(form, name) for form in forms] for name in named]).reshape(-1, len(forms))
    backing = _backing(forms, near, sounds)
    found = []
    for place, (span, name) in enumerate(zip(spans, named, strict=True)):
        cosines = near[:, column[span]].astype(float)
        vowels = max(heard_alike(form, name) for form in forms)
        there = round((column[span] + 0.5) / len(theirs) * len(forms))
        around = backing[max(0, there - _REACH) : there + _REACH + 1]
        measured = _measured(name, cosines, sounds[place], vowels, known)
        left = (float(backing.min()), float(around.min()), float(np.mean(backing < _ALONE)))
        found.append(Candidate(span, name, (*measured, *left)))
    return found


def _backing(
    forms: list[str], near: Floats, sounds: "np.ndarray[tuple[int, int], np.dtype[np.float64]]"
) -> Doubles:
    """How well each Arabic word is backed by any English one; little words are backed anyway.

    A word that nothing backs may be the name that another was put in the place of.
    """
    backing = near.max(axis=1).astype(float)
    if len(sounds):
        loudest = sounds.max(axis=0)
        backing = np.where(loudest >= _ALIKE, np.maximum(backing, loudest), backing)
    counts = [len(form) >= _SHORTEST and fold_key(bare(form)) not in LITTLE_WORDS for form in forms]
    return np.where(counts, backing, 1.0)


def _measured(
    name: str,
    cosines: Doubles,
    sounds: Doubles,
    vowels: float,
    known: set[str],
) -> tuple[float, ...]:
    listed = set(exonyms_in(name))
    ordered = np.sort(cosines)[::-1]
    sound, cosine = float(sounds.max()), float(ordered[0])
    length = min(len(skeletons(name)[0]), _LONG_KEY) / _LONG_KEY
    return (
        sound, cosine, float((sounds + cosines).max()),
        float(ordered[0] - ordered[1]) if len(ordered) > 1 else 0.0,
        float(bool(listed & known)), float(bool(listed) and not listed & known), length,
        len(cosines) / _LONG_TEXT, float((cosine - cosines.mean()) / (cosines.std() + 1e-3)),
        max(sound - 0.6, 0.0), max(cosine - 0.5, 0.0), sound * length, max(sound - 0.7, 0.0) * length,
        max(cosine - 0.4, 0.0) ** 2, vowels, max(vowels - 0.6, 0.0), min(sound, vowels),
    )  # fmt: skip
