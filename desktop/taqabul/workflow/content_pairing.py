"""Which texts belong together, by what they say: one vector a text, its numbers, its length; names play no part.

A text's vector is the mean of those of its paragraphs. What all texts of a language have in common is taken away
from it, and being like everything counts for less, so that many texts on one matter are still told apart.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.language import Language
from taqabul.domain.options import Progress, no_progress
from taqabul.text.numbers import number_keys

if TYPE_CHECKING:
    from taqabul.align.encoder import Encoder

Floats = NDArray[np.float32]

PASSAGES: Final = 64
"""Paragraphs that a text is known by; of a longer text, so many from all over it."""
LEAST_SCORE: Final = 0.05
LEAST_MARGIN: Final = 0.02
"""What is less like, or less far ahead of the second best, is no pair (``tests/benchmarks/bench_content_pairing.py``)."""

_LETTERS: Final = 256
"""What of each paragraph is read."""
_FEW: Final = 8
"""With about so many texts, half of what they have in common is taken for what texts of a language have in common."""
_NEIGHBOURS: Final = 10
_OF_NUMBERS: Final = 0.1
_ANY_NUMBERS: Final = 0.1
"""How like the numbers of two texts are that do not belong together."""
_OF_LENGTH: Final = 0.05
_CELLS: Final = 1 << 24
"""Pairs of texts that are compared at once: what is held does not grow with the square of the texts."""


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is known of a text: a vector of unit length (d,), how often each number stands in it, its letters."""

    language: Language
    vector: Floats
    numbers: dict[str, int]
    letters: int


@dataclass(frozen=True, slots=True)
class Match:
    """Two texts, by their places, that are each other's best.

    ``score``, up to 1, is how much likelier to each other than to their neighbours they are; ``margin`` how far the
    second best of either is behind.
    """

    arabic: int
    english: int
    score: float
    margin: float


def fingerprint(paragraphs: Sequence[str], language: Language, encoder: "Encoder") -> Fingerprint:
    """What a text is known by; it has one paragraph at least."""
    step = max(1.0, len(paragraphs) / PASSAGES)
    chosen = [paragraphs[int(k * step)] for k in range(min(PASSAGES, len(paragraphs)))]
    mean = encoder.encode([text[:_LETTERS] for text in chosen]).mean(axis=0)
    return Fingerprint(
        language,
        _unit(mean[None, :])[0],
        dict(Counter(key for text in paragraphs for key in number_keys(text))),
        sum(map(len, paragraphs)),
    )


def match_texts(
    arabic: Sequence[Fingerprint], english: Sequence[Fingerprint], progress: Progress = no_progress
) -> list[Match]:
    """The texts that belong together, each at most once, by the place of the Arabic one.

    ``progress`` counts Arabic texts compared, twice each.
    """
    if not (arabic and english):
        return []
    sides = _Sides(arabic, english)
    height = max(1, _CELLS // len(english))
    stretches = [slice(start, start + height) for start in range(0, len(arabic), height)]
    near = np.full((len(english), 0), -np.inf, np.float32)
    crowds = []
    for done, rows in enumerate(stretches):
        progress(done * height, 2 * len(arabic))
        likeness = sides.likeness(rows)
        crowds.append(_crowd(likeness))
        near = _top(np.hstack([near, likeness.T]), _NEIGHBOURS + 1)
    ours, theirs = np.concatenate(crowds), _crowd(near)
    best, second = np.zeros(len(arabic), np.int64), np.zeros((2, len(arabic)), np.float32)
    columns = np.full((len(english), 2), -np.inf, np.float32)
    owners = np.zeros(len(english), np.int64)
    for done, rows in enumerate(stretches):
        progress(len(arabic) + done * height, 2 * len(arabic))
        scores = sides.likeness(rows) - np.add.outer(ours[rows], theirs).astype(np.float32) / np.float32(2)
        best[rows] = scores.argmax(axis=1)
        second[:, rows] = _two_best(scores).T
        here = _two_best(scores.T)
        owners = np.where(here[:, 0] > columns[:, 0], scores.argmax(axis=0) + rows.start, owners)
        columns = -np.sort(-np.hstack([columns, here]), axis=1)[:, :2]
    found = []
    for row, column in enumerate(best.tolist()):
        score, margin = float(second[0, row]), float(second[0, row] - max(second[1, row], columns[column, 1]))
        if owners[column] == row and score >= LEAST_SCORE and margin >= LEAST_MARGIN:
            found.append(Match(row, column, min(1.0, score), min(1.0, margin)))
    return found


class _Sides:
    """Both sides as matrices, of which stretches are multiplied."""

    def __init__(self, arabic: Sequence[Fingerprint], english: Sequence[Fingerprint]) -> None:
        self._vectors = tuple(_centred(np.stack([one.vector for one in side])) for side in (arabic, english))
        self._numbers = _number_matrices(arabic, english)
        lengths = [np.log([max(1, one.letters) for one in side]) for side in (arabic, english)]
        self._lengths = [(side - np.median(side)).astype(np.float32) for side in lengths]

    def likeness(self, rows: slice) -> Floats:
        """How like a stretch of the Arabic texts and all English ones are, shape (stretch, english)."""
        found = self._vectors[0][rows] @ self._vectors[1].T
        ours, theirs = self._numbers
        shared = np.asarray((ours[rows] @ theirs.T).todense(), np.float32)
        have = [np.asarray(side.getnnz(axis=1)) > 0 for side in (ours[rows], theirs)]
        found += _OF_NUMBERS * np.where(np.outer(*have), shared - _ANY_NUMBERS, 0)
        apart = np.abs(self._lengths[0][rows, None] - self._lengths[1][None, :])
        return np.asarray(found - _OF_LENGTH * np.minimum(apart, 2), np.float32)


def _centred(vectors: Floats) -> Floats:
    """Vectors without what all have in common; of few texts nobody knows what that is."""
    share = len(vectors) / (len(vectors) + _FEW)
    return _unit(vectors - share * vectors.mean(axis=0))


def _unit(vectors: Floats) -> Floats:
    return np.asarray(vectors / np.maximum(1e-9, np.linalg.norm(vectors, axis=1, keepdims=True)), np.float32)


def _number_matrices(*sides: Sequence[Fingerprint]) -> tuple[Any, ...]:
    """The numbers of each text as a sparse row of unit length, rare numbers counting more."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - slow to load

    held = Counter(key for side in sides for one in side for key in one.numbers)
    texts = sum(map(len, sides))
    places = {key: place for place, key in enumerate(held)}
    rarity = {key: float(np.log(texts / count)) for key, count in held.items()}
    made = []
    for side in sides:
        rows = [{key: rarity[key] * min(3, n) ** 0.5 for key, n in one.numbers.items()} for one in side]
        sizes = [sum(value * value for value in row.values()) ** 0.5 or 1.0 for row in rows]
        values = [value / size for row, size in zip(rows, sizes, strict=True) for value in row.values()]
        columns = [places[key] for row in rows for key in row]
        ends = np.cumsum([0, *map(len, rows)])
        made.append(
            csr_matrix((values, columns, ends), shape=(len(side), max(1, len(held))), dtype=np.float32)
        )
    return tuple(made)


def _top(likeness: Floats, count: int) -> Floats:
    """The greatest of each row, in any order."""
    if likeness.shape[1] <= count:
        return likeness
    return np.partition(likeness, -count, axis=1)[:, -count:]


def _crowd(likeness: Floats) -> Floats:
    """How like each row's neighbours are on average, without the nearest, which may be its other half."""
    near = np.sort(_top(likeness, _NEIGHBOURS + 1), axis=1)[:, :-1]
    return near.mean(axis=1) if near.shape[1] else np.zeros(len(near), np.float32)


def _two_best(scores: Floats) -> Floats:
    """The greatest and the second of each row, shape (n, 2); 0 is the second where there is none."""
    if scores.shape[1] == 1:
        return np.hstack([scores, np.zeros_like(scores)])
    return np.asarray(np.partition(scores, -2, axis=1)[:, :-3:-1], np.float32)
