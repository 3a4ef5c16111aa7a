"""What the errors marked in a translation come to: points by type and severity, a score, how far it may be off."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from taqabul.measures.profiles import SEVERITIES, Profile

Doubles = NDArray[np.float64]

THOUSAND: Final = 1000
FEW_WORDS: Final = 500
"""Below so many words a score says little: samples of 500 to 20,000 words are usual (themqm.org)."""
ROUNDS: Final = 2000
SEED: Final = 20_240_307


@dataclass(frozen=True, slots=True)
class Mistake:
    """A marked error: the pair it is in, counted from 0, its label and those above, how severe, who marked it.

    ``pair`` is None where the error has lost its place in the text.
    """

    pair: int | None
    lineage: tuple[str, ...]
    severity: str
    annotator: str


@dataclass(frozen=True, slots=True)
class Line:
    """The errors of one type: how many of each severity, what they cost together."""

    label: str
    counts: Mapping[str, int]
    points: float

    @property
    def count(self) -> int:
        """How many there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Interval:
    """Where 95 % of the scores of resampled pairs lie."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All figures of one evaluation.

    ``points`` is the sum (APT). ``score`` is what the profile's formula gives, None for a text without words.
    ``passed`` is None where the profile draws no line. ``lines`` has a line a type, ``dimensions`` one for each
    highest label; ``unrated`` counts errors whose severity is none of the four, which cost nothing.
    """

    profile: Profile
    words: float
    pairs: int
    annotators: tuple[str, ...]
    lines: tuple[Line, ...]
    dimensions: tuple[Line, ...]
    severities: Mapping[str, int]
    unrated: int
    points: float
    score: float | None
    interval: Interval | None
    calibrated: float | None
    passed: bool | None

    @property
    def per_thousand(self) -> float | None:
        """Points in a thousand words (NPT)."""
        return self.points * THOUSAND / self.words if self.words else None

    @property
    def errors(self) -> int:
        """How many errors were marked."""
        return sum(line.count for line in self.lines)

    @property
    def is_small(self) -> bool:
        """Whether the text is too short for its score to say much."""
        return self.words < FEW_WORDS


def scorecard(
    profile: Profile, mistakes: Sequence[Mistake], words: Sequence[float], annotators: Iterable[str] = ()
) -> Scorecard:
    """Score a text; ``words`` counts those of each pair, ``annotators`` are those who read all of it.

    With no annotators named, those who marked an error are taken.
    """
    people = tuple(sorted(set(annotators) | {one.annotator for one in mistakes}))
    costs = [profile.points(one.lineage, one.severity) for one in mistakes]
    sizes = np.array(words, dtype=np.float64)
    total = float(sum(costs))
    by_pair = _points_by_pair(profile, mistakes, costs, len(words), len(people))
    severities = Counter(one.severity for one in mistakes)
    score = _score(profile, by_pair, sizes)
    fatal = any(severities[one] for one in profile.fatal)
    calibrated = _calibrated(profile, total, float(sizes.sum()))
    return Scorecard(
        profile,
        float(sizes.sum()),
        len(words),
        people,
        _lines(mistakes, costs, [one.lineage[0] for one in mistakes]),
        _lines(mistakes, costs, [one.lineage[-1] for one in mistakes]),
        {one: severities[one] for one in SEVERITIES},
        sum(count for one, count in severities.items() if one not in SEVERITIES),
        total,
        score,
        _interval(profile, by_pair, sizes),
        calibrated,
        _passed(profile, calibrated, fatal=fatal),
    )


def _points_by_pair(
    profile: Profile, mistakes: Sequence[Mistake], costs: Sequence[float], pairs: int, people: int
) -> Doubles:
    """What the errors of each pair cost, shape (pairs + 1,): the last is for errors that lost their place.

    Where a profile scores by pair, the heaviest errors of each annotator count, averaged over annotators.
    """
    found = np.zeros(pairs + 1)
    if not profile.per_pair:
        for one, cost in zip(mistakes, costs, strict=True):
            found[pairs if one.pair is None else one.pair] += cost
        return found
    by_reader: dict[tuple[int, str], list[float]] = {}
    for one, cost in zip(mistakes, costs, strict=True):
        by_reader.setdefault((pairs if one.pair is None else one.pair, one.annotator), []).append(cost)
    for (pair, _annotator), marked in by_reader.items():
        found[pair] += sum(sorted(marked, reverse=True)[: profile.most_per_pair]) / people
    return found


def _score(profile: Profile, by_pair: Doubles, words: Doubles) -> float | None:
    whole = float(words.sum())
    if profile.per_pair:
        return float(by_pair.sum() / len(words)) if len(words) else None
    return (1 - float(by_pair.sum()) / whole) * 100 if whole else None


def _calibrated(profile: Profile, points: float, words: float) -> float | None:
    """The score stretched so that the most points that are acceptable in a thousand words just pass."""
    line = profile.calibration
    if line is None or not words:
        return None
    return 100 - points * THOUSAND / words * (100 - line.passing) / line.acceptable


def _passed(profile: Profile, calibrated: float | None, *, fatal: bool) -> bool | None:
    if profile.calibration is None or calibrated is None:
        return None
    return not fatal and calibrated >= profile.calibration.passing


def _interval(profile: Profile, by_pair: Doubles, words: Doubles) -> Interval | None:
    """A percentile interval (Efron, 1979) over pairs; None where there is nothing to draw from."""
    if len(words) < 2 or not words.sum() or not by_pair.any():
        return None
    from scipy.stats import bootstrap  # noqa: PLC0415 - half a second that is lost without errors

    sizes = words if not profile.per_pair else np.ones(len(words))

    def statistic(points: Doubles, size: Doubles, axis: int = -1) -> Doubles:
        whole = size.sum(axis=axis)
        share: Doubles = points.sum(axis=axis) / np.where(whole == 0, np.nan, whole)
        return share if profile.per_pair else (1 - share) * 100

    found = bootstrap(
        (by_pair[:-1], sizes),
        statistic,
        paired=True,
        vectorized=True,
        n_resamples=ROUNDS,
        method="percentile",
        batch=max(1, 2_000_000 // len(words)),
        rng=np.random.default_rng(SEED),
    ).confidence_interval
    if not (np.isfinite(found.low) and np.isfinite(found.high)):
        return None
    return Interval(float(found.low), float(found.high))


def _lines(mistakes: Sequence[Mistake], costs: Sequence[float], labels: Sequence[str]) -> tuple[Line, ...]:
    """A line a label, the costliest first."""
    counts: dict[str, Counter[str]] = {}
    points: dict[str, float] = {}
    for one, cost, label in zip(mistakes, costs, labels, strict=True):
        counts.setdefault(label, Counter())[one.severity] += 1
        points[label] = points.get(label, 0.0) + cost
    order = sorted(counts, key=lambda label: (-points[label], -counts[label].total(), label))
    return tuple(Line(label, dict(counts[label]), points[label]) for label in order)
