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
Doubles = NDArray[np.float64]


class Section(NamedTuple):
    """A stretch of the continuum: where it begins, and how long it is."""

    start: int
    length: int

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + self.length


class Disagreement(NamedTuple):
    """How much people differ over one label, and how much they would if they cut at random, by sample."""

    observed: Doubles
    expected: Doubles


class Unitizing:
    """Alpha over all labels of a coding, for its passages as they are or drawn again by chance.

    The passages one after the other are the continuum. Marks of one person and label that overlap count as
    one; gaps (empty marks) do not count.
    """

    def __init__(self, coding: Coding) -> None:
        self._lengths = np.array([passage.length for passage in coding.passages], dtype=np.int64)
        self._labels = [_Label(coding, label) for label in coding.labels]
        self._people = len(coding.annotators)

    def alpha(self) -> float | None:
        """1 for the same stretches, 0 for what chance would give.

        None where nothing is marked or everything is, and for one person.
        """
        (value,) = self.alphas(np.ones((1, len(self._lengths)), dtype=np.int64))
        return float(value) if np.isfinite(value) else None

    def alphas(self, drawn: Numbers) -> Doubles:
        """Alpha of each of several samples, NaN where it is not defined.

        ``drawn`` says how often each passage is taken, shape (samples, passages).
        """
        observed, expected = np.zeros((2, len(drawn)))
        if self._people >= 2:
            line = _Line(self._lengths, drawn)
            for label in self._labels:
                found = label.disagreement(line)
                observed += found.observed
                expected += found.expected
        expected[expected == 0] = np.nan
        alphas: Doubles = 1 - observed / expected
        return alphas


def disagreement(units: Sequence[Sequence[Section]], start: int, length: int) -> Disagreement:
    """Over the stretches each observer gave one label, in a continuum from ``start`` of that length.

    ``units`` holds one sequence for each of at least two observers: sorted, without overlap.
    """
    cut = [
        np.array([(0, one.start - start, one.end - start) for one in some], dtype=np.int64).reshape(-1, 3)
        for some in units
    ]
    line = _Line(np.array([length]), np.ones((1, 1), dtype=np.int64))
    return _disagreement(np.array([_squares(units)]), cut, line)


class _Line:
    """Samples of passages laid one after the other on a line."""

    def __init__(self, lengths: Numbers, drawn: Numbers) -> None:
        self.lengths, self.drawn = lengths, drawn
        taken = drawn * lengths
        ends = np.cumsum(taken).reshape(drawn.shape)
        self._begins = ends - taken
        self.sizes: Numbers = taken.sum(axis=1)
        self.edges = np.concatenate([[0], np.cumsum(self.sizes)])
        """Where each sample begins, and where the last ends."""

    def lay(self, units: Numbers) -> Numbers:
        """Where stretches (passage, start, end) lie in all the samples, in order: rows of starts, ends and samples."""
        passages, how_many = units[:, 0], len(units)
        times = self.drawn[:, passages].reshape(-1)
        which = np.repeat(np.arange(len(times)), times)
        copy = np.arange(len(which)) - np.repeat(np.cumsum(times) - times, times)
        unit = which % max(how_many, 1)
        begins = self._begins[:, passages].reshape(-1)[which] + copy * self.lengths[passages][unit]
        starts, ends = begins + units[unit, 1], begins + units[unit, 2]
        # None overlaps another, and samples follow each other, so each row is sorted by itself.
        return np.stack([np.sort(starts), np.sort(ends), np.sort(which // max(how_many, 1))])

    def gaps(self, laid: Numbers) -> tuple[Numbers, Numbers]:
        """How long what lies before, between and after stretches is, where there is anything, and in which sample."""
        between = np.sort(np.append(laid[0], self.edges[1:])) - np.sort(np.append(laid[1], self.edges[:-1]))
        sample = np.sort(np.append(laid[2], np.arange(len(self.sizes))))
        return between[between > 0], sample[between > 0]


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
        self._passages = np.array(list(by_passage), dtype=np.int64)
        self._squares = np.array(list(map(_squares, by_passage.values())), dtype=np.int64)

    def disagreement(self, line: _Line) -> Disagreement:
        """In each sample of a line."""
        return _disagreement(line.drawn[:, self._passages] @ self._squares, self._units, line)


def _disagreement(squares: Numbers, units: Sequence[Numbers], line: _Line) -> Disagreement:
    """From the squares of a label in each sample, and each person's stretches of it."""
    people = len(units)
    observed = _quotient(2 * squares, people * (people - 1) * line.sizes**2)
    return Disagreement(observed, _expected([line.lay(some) for some in units], line))


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


def _expected(laid: Sequence[Numbers], line: _Line) -> Doubles:
    people, samples = len(laid), len(line.sizes)
    all_gaps = [line.gaps(one) for one in laid]
    sample = np.concatenate([one[2] for one in laid])
    sizes = np.concatenate([one[1] - one[0] for one in laid])
    # A gap as one number, so that those of a sample stand together, the shortest first.
    far = int(line.sizes.max(initial=0)) + 1
    gaps = np.sort(np.concatenate([which * far + gap for gap, which in all_gaps]))
    longest_first = np.append(np.cumsum((gaps % far)[::-1])[::-1], 0)
    first = np.searchsorted(gaps, sample * far + sizes)  # the shortest gap that each would fit into
    end = np.searchsorted(gaps, (sample + 1) * far)
    long = sizes.astype(np.float64)
    ways_in = (longest_first[first] - longest_first[end]) - (end - first) * (long - 1)
    others = np.bincount(sample, minlength=samples)[sample] - 1
    overlapping = others / 3 * (2 * long**3 - 3 * long**2 + long)
    total = np.bincount(sample, overlapping + long**2 * ways_in, samples)
    all_places = people * line.sizes.astype(np.float64)
    ways = all_places * (all_places - 1) - np.bincount(sample, long * (long - 1), samples)
    return _quotient(2 * total, line.sizes * ways)


def _quotient(above: Numbers | Doubles, below: Numbers | Doubles) -> Doubles:
    """One by the other, 0 where that would be by nothing."""
    return np.divide(above, below, out=np.zeros(len(above)), where=below != 0)
