"""How far figures of agreement may be off by the luck of the passages: bootstrap percentiles (Efron, 1979).

All samples are reckoned at once, from how often each passage is drawn, shape (samples, passages); what is not
defined for a sample is NaN. The values themselves come from the libraries that `agreement` calls.
"""

from collections.abc import Sequence
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Doubles = NDArray[np.float64]

ROUNDS: Final = 200
"""How many samples an interval is drawn from."""


def samples(passages: int, name: str) -> Numbers:
    """How often each passage is drawn, shape (ROUNDS, passages); the same for the same name."""
    chance = np.random.default_rng(crc32(name.encode()))
    return chance.multinomial(passages, np.full(passages, 1 / max(passages, 1)), size=ROUNDS)


def interval(values: Doubles) -> tuple[float, float] | None:
    """Between what 95 % of the values lie; None where fewer than half of them are defined."""
    known = values[np.isfinite(values)]
    if len(known) < len(values) / 2:
        return None
    low, high = np.quantile(known, [0.025, 0.975])
    return float(low), float(high)


def f1(counts: Sequence[Numbers], drawn: Numbers) -> Doubles:
    """The mean F1 over pairs of people, of ``span_scores.matches`` of each pair."""
    totals = np.stack([drawn @ one for one in counts]).astype(np.float64)  # (pairs, samples, 3)
    marks = totals[..., 1] + totals[..., 2]
    defined = marks > 0
    each = np.divide(2 * totals[..., 0], marks, out=np.zeros_like(marks), where=defined)
    return _quotient(each.sum(axis=0), defined.sum(axis=0).astype(np.float64))


class Coded:
    """What people made of words, put together by which answers occur and how often each does in a passage."""

    def __init__(self, codes: Numbers, places: Numbers, passages: int, how_many: int) -> None:
        """``codes``, ``places`` and ``how_many`` as of ``coding.categories``."""
        marked = codes.any(axis=0)
        kinds, which = np.unique(codes[:, marked], axis=1, return_inverse=True)
        self._kinds = np.insert(kinds, 0, 0, axis=1).T  # most words are those that nobody marked
        self._by_passage = np.zeros((passages, len(self._kinds)), dtype=np.int64)
        self._by_passage[:, 0] = np.bincount(places[~marked], minlength=passages)
        np.add.at(self._by_passage, (places[marked], which.reshape(-1) + 1), 1)
        self._how_many = how_many

    def cohen(self, drawn: Numbers) -> Doubles:
        """Cohen's kappa of two people."""
        often = (drawn @ self._by_passage).astype(np.float64)
        words = often.sum(axis=1)
        agreed = _quotient(often[:, self._kinds[:, 0] == self._kinds[:, 1]].sum(axis=1), words)
        one, other = (often @ self._given(person) for person in range(2))
        by_chance = _quotient((one * other).sum(axis=1), words**2)
        return _quotient(agreed - by_chance, 1 - by_chance)

    def fleiss(self, drawn: Numbers) -> Doubles:
        """Fleiss' kappa."""
        often = (drawn @ self._by_passage).astype(np.float64)
        words, people = often.sum(axis=1), self._kinds.shape[1]
        counts = np.sum([self._given(person) for person in range(people)], axis=0)
        pairs = ((counts**2).sum(axis=1) - people) / (people * (people - 1))
        shares = _quotient(often @ counts, words[:, None] * people)
        by_chance = (shares**2).sum(axis=1)
        return _quotient(_quotient(often @ pairs, words) - by_chance, 1 - by_chance)

    def alpha(self, drawn: Numbers) -> Doubles:
        """Krippendorff's nominal alpha: everybody coded every word, so it is Fleiss' kappa but for small samples."""
        values = (drawn @ self._by_passage).sum(axis=1) * float(self._kinds.shape[1])
        return 1 - (1 - self.fleiss(drawn)) * (1 - _quotient(np.ones_like(values), values))

    def _given(self, person: int) -> Doubles:
        """Which category somebody gave each kind of word, shape (kinds, categories), 1 or 0."""
        given: Doubles = np.eye(self._how_many, dtype=np.float64)[self._kinds[:, person]]
        return given


def _quotient(above: Doubles, below: Doubles) -> Doubles:
    """One by the other, NaN where that would be by nothing."""
    made: Doubles = np.full(np.broadcast_shapes(above.shape, below.shape), np.nan)
    np.divide(above, below, out=made, where=below != 0)
    return made
