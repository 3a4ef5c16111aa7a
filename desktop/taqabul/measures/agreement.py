"""How well people agree in what they marked, by label and side, with intervals.

Cohen's kappa (1960) and Fleiss' kappa (1971) by statsmodels, Krippendorff's nominal alpha by krippendorff,
all three over words; alpha for unitizing and F1 over stretches are our own. Intervals (`resampling`) are drawn
over passages, since the words of one passage are not independent.
"""

import warnings
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np

from taqabul.domain.language import Side
from taqabul.measures import resampling
from taqabul.measures.coding import Coding, categories
from taqabul.measures.resampling import Doubles, Numbers
from taqabul.measures.span_scores import f1, matches
from taqabul.measures.unitizing import Unitizing


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
    passages, people = len(coding.passages), len(coding.annotators)
    drawn = resampling.samples(passages, f"{label} {side}")
    unitizing = Unitizing(coding)
    cohen = fleiss = alpha = Figure(None)
    if people >= 2 and codes.any():
        coded = resampling.Coded(codes, places, passages, how_many)
        counts = np.stack([(codes == category).sum(axis=0) for category in range(how_many)], axis=1)
        if people == 2:
            cohen = _figure(_cohen(codes, how_many), coded.cohen, drawn)
        fleiss = _figure(_fleiss(counts), coded.fleiss, drawn)
        alpha = _figure(_alpha(counts), coded.alpha, drawn)
    return Agreement(
        label,
        side,
        tuple((name, sum(mark.annotator == name for mark in coding.marks)) for name in coding.annotators),
        _f1_figure(coding, drawn, exact=True),
        _f1_figure(coding, drawn, exact=False),
        cohen,
        fleiss,
        alpha,
        _figure(unitizing.alpha(), unitizing.alphas, drawn),
    )


def _figure(value: float | None, resampled: Callable[[Numbers], Doubles], drawn: Numbers) -> Figure:
    """A value with its interval, where it is defined and there is more than one passage to draw from."""
    if value is None or drawn.shape[1] < 2:
        return Figure(value)
    return Figure(value, *(resampling.interval(resampled(drawn)) or (None, None)))


def _f1_figure(coding: Coding, drawn: Numbers, *, exact: bool) -> Figure:
    pairs = [matches(coding, *pair, exact=exact) for pair in combinations(coding.annotators, 2)]
    known = [one for counts in pairs if (one := f1(counts)) is not None]
    return _figure(float(np.mean(known)) if known else None, partial(resampling.f1, pairs), drawn)


def _cohen(codes: Numbers, how_many: int) -> float | None:
    from statsmodels.stats.inter_rater import cohens_kappa  # noqa: PLC0415  (brings pandas: a second)

    table = np.zeros((how_many, how_many), dtype=np.int64)
    np.add.at(table, (codes[0], codes[1]), 1)
    return _defined(lambda: cohens_kappa(table, return_results=False))


def _fleiss(counts: Numbers) -> float | None:
    from statsmodels.stats.inter_rater import fleiss_kappa  # noqa: PLC0415

    return _defined(lambda: fleiss_kappa(counts))


def _alpha(counts: Numbers) -> float | None:
    import krippendorff  # noqa: PLC0415

    if (counts.sum(axis=0) > 0).sum() < 2:
        return None
    # It makes a table of words x categories x categories. Words on which all agree count by how many answers they got,
    # so those of a category may stand as one word that got all of these.
    agreed = (counts > 0).sum(axis=1) == 1
    together = np.diag(counts[agreed].sum(axis=0))
    table = np.concatenate([counts[~agreed], together[together.any(axis=1)]])
    return _defined(lambda: krippendorff.alpha(value_counts=table, level_of_measurement="nominal"))


def _defined(measure: Callable[[], float]) -> float | None:
    """What it gives, None where that is no number: nobody used a second category."""
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        value = float(measure())
    return value if np.isfinite(value) else None
