"""The different words of a library, folded, with what they sound like; and texts as numbers of words."""

from collections.abc import Sequence
from typing import Final

import numpy as np
import regex
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein

from taqabul.domain.options import Progress, no_progress
from taqabul.text.clitics import bare_folded
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.names import coarse, heard, skeleton, skeletons, without_clitics

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_ARABIC: Final = regex.compile(r"\p{Arabic}")
_SMALLEST_SOUND: Final = 2
"""Consonants a word needs for its sound to say something."""
_ALIKE: Final = 0.6
"""How alike two words of different scripts must sound, at least: among others that fit."""
_NEAR: Final = 0.7
_BEHIND: Final = 0.13
"""How far a word may sound less like another than the one that sounds most like it: where the name itself is
there, thousands of words that share some of its consonants are not meant."""
_BY_VOWELS: Final = 0.35
_SLIPS: Final = ((3, 0), (5, 1), (10, 2))
"""Letters of a word up to which so many slips are forgiven; longer words may have three."""
_MOST_SLIPS: Final = 3
_SURE: Final = 0.9
_A_SLIP_IN_FOUR: Final = 0.76
"""Where the word itself is there, a short word with another letter is another word: Iran, Iraq."""
_AT_ONCE: Final = 1_000


class Vocabulary:
    """Words get numbers in the order in which they come, and keep them."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._words: list[str] = []
        self._bare: list[str] = []
        self._sounds: list[str] = []
        self._bare_sounds: list[str] = []
        self._arabic: list[bool] = []

    def numbers(self, words: Sequence[str]) -> Ints:
        """The numbers of words; new ones get theirs."""
        known = self._numbers
        for word in words:
            if word not in known:
                known[word] = len(self._words)
                self._words.append(word)
        return np.array([known[word] for word in words], dtype=np.int32)

    def likeness(self, word: str, progress: Progress = no_progress) -> Floats:
        """How well each word stands for a folded one, shape (n,): 0 for another word, 1 for the same.

        The first question after many new words takes long; ``progress`` may stop it, nothing is lost then.
        """
        for start in range(len(self._bare), len(self._words), _AT_ONCE):
            progress(start, len(self._words))
            self._catch_up(start + _AT_ONCE)
        best = np.maximum(_spelt_like(word, self._words), _spelt_like(word, self._bare))
        if word.isdigit():
            return best
        other = np.array(self._arabic) != bool(_ARABIC.search(word))
        best = np.maximum(best, self._sounding(word, other))
        if best.max(initial=0) >= _SURE:
            best[best < _A_SLIP_IN_FOUR] = 0
        return best

    def _sounding(self, word: str, other: NDArray[np.bool_]) -> Floats:
        """How alike the words of the other script sound."""
        best = np.zeros(len(self._words), dtype=np.float32)
        ways = {
            key for form in without_clitics(word) for key in skeletons(form) if len(key) >= _SMALLEST_SOUND
        }
        for sounds, words in ((self._sounds, self._words), (self._bare_sounds, self._bare)):
            for key in ways:
                alike = _sound_alike(key, sounds)
                for number in np.flatnonzero(other & (alike >= _NEAR)).tolist():
                    if self._words[number] in LITTLE_WORDS:
                        continue
                    by_vowels = Levenshtein.normalized_similarity(heard(word), heard(words[number]))
                    score = (1 - _BY_VOWELS) * alike[number] + _BY_VOWELS * by_vowels
                    best[number] = max(best[number], score)
        best[best < max(_ALIKE, best.max(initial=0) - _BEHIND)] = 0
        return best

    def _catch_up(self, end: int) -> None:
        """What the words that came since the last question sound like, up to a number."""
        fresh = self._words[len(self._bare) : end]
        bare = bare_folded("\n".join(fresh)).split("\n")
        sounds = list(map(skeleton.__wrapped__, fresh))
        self._bare += bare
        self._sounds += sounds
        self._bare_sounds += [
            sound if one == word else skeleton.__wrapped__(one)
            for one, word, sound in zip(bare, fresh, sounds, strict=True)
        ]
        self._arabic += [_ARABIC.search(word) is not None for word in fresh]


def _spelt_like(word: str, words: Sequence[str]) -> Floats:
    """1 less the share of letters that differ, where they are few enough to be slips."""
    slips = 0 if word.isdigit() else next((most for size, most in _SLIPS if len(word) <= size), _MOST_SLIPS)
    distances = process.cdist([word], words, scorer=OSA.distance, score_cutoff=slips, dtype=np.uint16)[0]
    scores: Floats = (1 - distances / max(len(word), 1)).astype(np.float32)
    scores[distances > slips] = 0
    return scores


def _sound_alike(key: str, sounds: Sequence[str]) -> Floats:
    fine = process.cdist([key], sounds, scorer=Levenshtein.normalized_similarity, dtype=np.float32)[0]
    near = np.flatnonzero(fine >= 2 * _NEAR - 1)
    rough = process.cdist(
        [coarse(key)],
        [coarse(sounds[number]) for number in near.tolist()],
        scorer=Levenshtein.normalized_similarity,
        dtype=np.float32,
    )[0]
    alike = np.zeros(len(sounds), dtype=np.float32)
    alike[near] = (fine[near] + rough) / 2
    alike[[len(sound) < _SMALLEST_SOUND for sound in sounds]] = 0
    return alike
