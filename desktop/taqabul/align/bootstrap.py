"""How far a score may be off by the luck of the documents: bootstrap intervals (Efron, 1979)."""

from collections.abc import Sequence
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from taqabul.align.evaluate import Score

Doubles = NDArray[np.float64]

ROUNDS: Final = 2000
_BLOCK: Final = 100


class Interval(NamedTuple):
    """Where 95 % of the resampled scores lie."""

    low: float
    high: float


def resampled_f1(documents: Sequence[Score], name: str) -> Doubles:
    """The F1 of ROUNDS samples, shape (ROUNDS,): documents drawn with replacement, as many as there are.

    Of one document its links are drawn instead. ``name`` seeds the draw: the same name and scores give
    the same samples, other names independent ones.
    """
    chance = np.random.default_rng(crc32(name.encode()))
    if len(documents) == 1:
        return _f1(_redrawn_links(documents[0], chance))
    counts = np.array([(one.right, one.found, one.wanted) for one in documents])
    share = np.full(len(documents), 1 / len(documents))
    blocks = [
        chance.multinomial(len(documents), share, size=_BLOCK) @ counts for _ in range(ROUNDS // _BLOCK)
    ]
    return _f1(np.concatenate(blocks))


def interval(samples: Doubles) -> Interval:
    """The middle 95 % of the samples."""
    low, high = np.quantile(samples, [0.025, 0.975])
    return Interval(float(low), float(high))


def _redrawn_links(score: Score, chance: np.random.Generator) -> NDArray[np.int64]:
    """Right, found and wanted, shape (ROUNDS, 3), of links drawn among right, wrong and missed ones."""
    kinds = np.array([score.right, score.found - score.right, score.wanted - score.right])
    total = max(int(kinds.sum()), 1)
    right, wrong, missed = chance.multinomial(total, kinds / total, size=ROUNDS).T
    return np.stack([right, right + wrong, right + missed], axis=1)


def _f1(counts: NDArray[np.int64]) -> Doubles:
    right, found, wanted = counts.T
    f1: Doubles = 2 * right / np.maximum(found + wanted, 1)
    return f1
