"""How well people agree in what they marked, by label and side, with intervals.

Cohen's kappa (1960) and Fleiss' kappa (1971) by statsmodels, Krippendorff's nominal alpha by krippendorff,
all three over words; alpha for unitizing and F1 over stretches are our own. Intervals are bootstrap
percentiles (Efron, 1979) over passages, since the words of one passage are not independent.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.language import Side
from taqabul.measures.coding import Coding, categories
from taqabul.measures.span_scores import f1, matches
from taqabul.measures.unitizing import Unitizing

ROUNDS: Final = 200
"""How many samples an interval is drawn from."""

Numbers = NDArray[np.int64]
Measure = Callable[[Numbers], float | None]


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure and where 95 % of its resamplings lie; None where it is not defined or was not reckoned."""

    value: float | None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Agreement:
    """What was measured for one label (None: all of them) on one side (None: both).

    ``marks`` counts each annotator's. ``cohen`` is for two people only; ``exact`` and ``overlap`` are F1, for more
    than two the mean over pairs.
    """

    label: str | None
    side: Side | None
    marks: tuple[tuple[str, int], ...]
    exact: Figure
    overlap: Figure
    cohen: Figure
    fleiss: Figure
    alpha: Figure
    unitizing: Figure


@dataclass(frozen=True, slots=True)
class Between:
    """Two people, over all labels and both sides."""

    one: str
    other: str
    agreement: Agreement


def by_label(coding: Coding) -> list[Agreement]:
    """All labels and each one, on both sides and on each; first all labels on both sides.

    A label on a side where nobody used it is left out.
    """
    rows = []
    for label in (None, *coding.labels):
        for side in (None, *Side):
            part = coding.only(side=side, label=label)
            if part.marks or (label, side) == (None, None):
                rows.append(agreement(part, label, side))
    return rows


def by_pair(coding: Coding) -> list[Between]:
    """Everybody with everybody, in the order of the names."""
    return [
        Between(one, other, agreement(coding.only(annotators=(one, other))))
        for one, other in combinations(coding.annotators, 2)
    ]


def agreement(coding: Coding, label: str | None = None, side: Side | None = None) -> Agreement:
    """All measures of one coding; ``label`` and ``side`` only say what it is the coding of."""
    codes, places, how_many = categories(coding)
    passages = len(coding.passages)
    samples = _samples(passages, f"{label} {side}")
    people = len(coding.annotators)
    counts = np.stack([(codes == category).sum(axis=0) for category in range(how_many)], axis=1)
    word_marked = codes.any()

    def over_words(measure: Measure, table: Numbers) -> Figure:
        if not word_marked or people < 2:
            return Figure(None)
        kinds, where = np.unique(table, axis=0, return_inverse=True)
        by_passage = np.zeros((passages, len(kinds)), dtype=np.int64)
        np.add.at(by_passage, (places, where.reshape(-1)), 1)

        def of_sample(weights: Numbers) -> float | None:
            rows = np.repeat(kinds, weights @ by_passage, axis=0)
            return measure(rows) if len(rows) else None

        return _figure(of_sample, samples)

    return Agreement(
        label,
        side,
        tuple((name, sum(mark.annotator == name for mark in coding.marks)) for name in coding.annotators),
        _f1_figure(coding, samples, exact=True),
        _f1_figure(coding, samples, exact=False),
        over_words(lambda rows: _cohen(rows, how_many), codes.T) if people == 2 else Figure(None),
        over_words(_fleiss, counts),
        over_words(_alpha, counts),
        _figure(Unitizing(coding).alpha, samples),
    )


def _samples(passages: int, name: str) -> Numbers:
    """How often each passage is drawn, shape (1 + ROUNDS, passages); the first row draws each once."""
    chance = np.random.default_rng(crc32(name.encode()))
    drawn = chance.multinomial(passages, np.full(passages, 1 / max(passages, 1)), size=ROUNDS)
    return np.concatenate([np.ones((1, passages), dtype=np.int64), drawn])


def _figure(measure: Measure, samples: Numbers) -> Figure:
    value, *others = (measure(weights) for weights in samples)
    known = [one for one in others if one is not None]
    if value is None or len(known) < ROUNDS // 2 or samples.shape[1] < 2:
        return Figure(value)
    low, high = np.quantile(known, [0.025, 0.975])
    return Figure(value, float(low), float(high))


def _f1_figure(coding: Coding, samples: Numbers, *, exact: bool) -> Figure:
    pairs = [matches(coding, *pair, exact=exact) for pair in combinations(coding.annotators, 2)]

    def mean(weights: Numbers) -> float | None:
        known = [one for counts in pairs if (one := f1(counts * weights[:, None])) is not None]
        return float(np.mean(known)) if known else None

    return _figure(mean, samples)


def _cohen(rows: Numbers, how_many: int) -> float | None:
    from statsmodels.stats.inter_rater import cohens_kappa  # noqa: PLC0415  (brings pandas: a second)

    table = np.zeros((how_many, how_many), dtype=np.int64)
    np.add.at(table, (rows[:, 0], rows[:, 1]), 1)
    return _defined(lambda: cohens_kappa(table, return_results=False))


def _fleiss(counts: Numbers) -> float | None:
    from statsmodels.stats.inter_rater import fleiss_kappa  # noqa: PLC0415

    return _defined(lambda: fleiss_kappa(counts))


def _alpha(counts: Numbers) -> float | None:
    import krippendorff  # noqa: PLC0415

    if (counts.sum(axis=0) > 0).sum() < 2:
        return None
    return _defined(lambda: krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def _defined(measure: Callable[[], float]) -> float | None:
    """What it gives, None where that is no number: nobody used a second category."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        value = float(measure())
    return value if np.isfinite(value) else None
