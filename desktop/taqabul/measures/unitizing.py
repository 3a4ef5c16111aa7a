"""Do people cut the same stretches out of a text? Krippendorff's alpha for unitizing.

Krippendorff, *Content Analysis: An Introduction to Its Methodology*, 2nd edition, 2004, section 11.6.
"""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from taqabul.measures.coding import Coding, Mark, stretches

Numbers = NDArray[np.int64]


class Section(NamedTuple):
    """A stretch of the continuum: where it begins, and how long it is."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.length


class Disagreement(NamedTuple):
    """How much people differ over one label, and how much they would if they cut at random."""

    observed: float
    expected: float


class Unitizing:
    """Alpha over all labels of a coding, for its passages as they are or drawn again by chance.

    The passages one after the other are the continuum. Marks of one person and label that overlap count as
    one; gaps (empty marks) do not count.
    """

    def __init__(self, coding: Coding) -> None:
        self._lengths = np.array([passage.length for passage in coding.passages], dtype=np.int64)
        self._labels = [_Label(coding, label) for label in coding.labels]
        self._people = len(coding.annotators)

    def alpha(self, weights: Numbers | None = None) -> float | None:
        """1 for the same stretches, 0 for what chance would give.

        ``weights`` say how often each passage is taken, shape (passages,); without them each is once. None where
        nothing is marked or everything is, and for one person.
        """
        taken = np.ones_like(self._lengths) if weights is None else weights
        if self._people < 2 or not self._lengths @ taken:
            return None
        found = [label.disagreement(self._lengths, taken) for label in self._labels]
        expected = sum(one.expected for one in found)
        return 1 - sum(one.observed for one in found) / expected if expected else None


def disagreement(units: Sequence[Sequence[Section]], start: int, length: int) -> Disagreement:
    """Over the stretches each observer gave one label, in a continuum from ``start`` of that length.

    ``units`` holds one sequence for each of at least two observers: sorted, without overlap.
    """
    places = [
        np.array([(one.start - start, one.end - start) for one in some]).reshape(-1, 2) for some in units
    ]
    return _disagreement(_squares(units), places, length)


class _Label:
    """The stretches of one label, by passage."""

    def __init__(self, coding: Coding, label: str) -> None:
        by_person: dict[str, list[Mark]] = {name: [] for name in coding.annotators}
        for mark in coding.marks:
            if mark.label == label:
                by_person[mark.annotator].append(mark)
        cut = [stretches(marks) for marks in by_person.values()]
        self._units = [np.array(some, dtype=np.int64).reshape(-1, 3) for some in cut]
        by_passage: dict[int, list[list[Section]]] = defaultdict(lambda: [[] for _ in cut])
        for who, some in enumerate(cut):
            for passage, start, end in some:
                by_passage[passage][who].append(Section(start, end - start))
        self._squares = np.zeros(len(coding.passages), dtype=np.int64)
        for passage, units in by_passage.items():
            self._squares[passage] = _squares(units)

    def disagreement(self, lengths: Numbers, taken: Numbers) -> Disagreement:
        """With passages of these lengths, each taken so many times."""
        drawn = np.repeat(np.arange(len(lengths)), taken)
        ends = np.cumsum(lengths[drawn])
        places = [_laid_out(units, drawn, ends - lengths[drawn], len(lengths)) for units in self._units]
        return _disagreement(int(self._squares @ taken), places, int(ends[-1]))


def _laid_out(units: Numbers, drawn: Numbers, starts: Numbers, passages: int) -> Numbers:
    """Where one person's stretches lie when the passages drawn stand one after the other, shape (units, 2)."""
    counts = np.bincount(units[:, 0], minlength=passages)
    firsts = np.cumsum(counts) - counts
    many = counts[drawn]
    within = np.arange(many.sum()) - np.repeat(np.cumsum(many) - many, many)
    return units[np.repeat(firsts[drawn], many) + within, 1:] + np.repeat(starts, many)[:, None]


def _disagreement(squares: int, places: Sequence[Numbers], length: int) -> Disagreement:
    people = len(places)
    return Disagreement(2 * squares / (people * (people - 1) * length**2), _expected(places, length))


def _squares(units: Sequence[Sequence[Section]]) -> int:
    """By how much the stretches of each two people differ: squares of what is between their ends, or of their lengths."""
    total = 0
    for ones, others in combinations(units, 2):
        pairs = _meeting(ones, others)
        total += sum((a.start - b.start) ** 2 + (a.end - b.end) ** 2 for a, b in pairs)
        met = {a for a, _ in pairs}, {b for _, b in pairs}
        for some, paired in zip((ones, others), met, strict=True):
            total += sum(one.length**2 for one in some if one not in paired)
    return total


def _meeting(some: Sequence[Section], others: Sequence[Section]) -> list[tuple[Section, Section]]:
    """All pairs that overlap, of two sorted sequences."""
    pairs = []
    first = 0
    for one in some:
        while first < len(others) and others[first].end <= one.start:
            first += 1
        for other in others[first:]:
            if other.start >= one.end:
                break
            pairs.append((one, other))
    return pairs


def _expected(places: Sequence[Numbers], length: int) -> float:
    sizes = np.concatenate([some[:, 1] - some[:, 0] for some in places]).astype(np.float64)
    gaps = np.sort(np.concatenate([_gaps(some, length) for some in places])).astype(np.float64)
    first = np.searchsorted(gaps, sizes)  # the shortest gap that each would fit into
    longer = np.append(np.cumsum(gaps[::-1])[::-1], 0.0)[first]
    ways_in = longer - (len(gaps) - first) * (sizes - 1)
    overlapping = (len(sizes) - 1) / 3 * (2 * sizes**3 - 3 * sizes**2 + sizes)
    total = float((overlapping + sizes**2 * ways_in).sum())
    all_places = float(len(places) * length)
    ways = all_places * (all_places - 1) - float((sizes * (sizes - 1)).sum())
    return 2 / length * total / ways if ways else 0.0


def _gaps(places: Numbers, length: int) -> Numbers:
    """How long what lies before, between and after stretches is, where there is anything."""
    between = np.append(places[:, 0], length) - np.insert(places[:, 1], 0, 0)
    return between[between > 0]
