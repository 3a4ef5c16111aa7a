"""Do people cut the same stretches out of a text? Krippendorff's alpha for unitizing.

Krippendorff, *Content Analysis: An Introduction to Its Methodology*, 2nd edition, 2004, section 11.6.
"""

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from taqabul.measures.coding import Coding, Mark, stretches


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


def unitizing_alpha(coding: Coding) -> float | None:
    """Alpha over all labels of the coding: 1 for the same stretches, 0 for what chance would give.

    The passages one after the other are the continuum. Marks of one person and label that overlap count as
    one; gaps (empty marks) do not count. None where nothing is marked or everything is, and for one person.
    """
    length = sum(passage.length for passage in coding.passages)
    if len(coding.annotators) < 2 or not length:
        return None
    found = [disagreement(_units(coding, label), 0, length) for label in coding.labels]
    expected = sum(one.expected for one in found)
    return 1 - sum(one.observed for one in found) / expected if expected else None


def disagreement(units: Sequence[Sequence[Section]], start: int, length: int) -> Disagreement:
    """Over the stretches each observer gave one label, in a continuum from ``start`` of that length.

    ``units`` holds one sequence for each of at least two observers: sorted, without overlap.
    """
    gaps = [_gaps(some, start, length) for some in units]
    return Disagreement(_observed(units, gaps, length), _expected(units, gaps, length))


def _units(coding: Coding, label: str) -> list[list[Section]]:
    starts = [0]
    for passage in coding.passages:
        starts.append(starts[-1] + passage.length)
    by_person: dict[str, list[Mark]] = {name: [] for name in coding.annotators}
    for mark in coding.marks:
        if mark.label == label:
            by_person[mark.annotator].append(mark)
    return [
        [Section(starts[passage] + start, end - start) for passage, start, end in stretches(marks)]
        for marks in by_person.values()
    ]


def _gaps(units: Sequence[Section], start: int, length: int) -> list[Section]:
    gaps = []
    place = start
    for unit in units:
        if unit.start > place:
            gaps.append(Section(place, unit.start - place))
        place = unit.end
    if place < start + length:
        gaps.append(Section(place, start + length - place))
    return gaps


def _observed(units: Sequence[Sequence[Section]], gaps: Sequence[Sequence[Section]], length: int) -> float:
    total = 0
    for one, other in combinations(range(len(units)), 2):
        total += sum(
            (a.start - b.start) ** 2 + (a.end - b.end) ** 2 for a, b in _meeting(units[one], units[other])
        )
        total += _alone(units[one], gaps[other]) + _alone(units[other], gaps[one])
    observers = len(units)
    return 2 * total / (observers * (observers - 1) * length**2)


def _alone(units: Sequence[Section], gaps: Sequence[Section]) -> int:
    """The squares of the units that lie wholly in a gap of the other."""
    return sum(
        unit.length**2
        for unit, gap in _meeting(units, gaps)
        if gap.start <= unit.start and unit.end <= gap.end
    )


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


def _expected(units: Sequence[Sequence[Section]], gaps: Sequence[Sequence[Section]], length: int) -> float:
    lengths = [unit.length for some in units for unit in some]
    empty = [gap.length for some in gaps for gap in some]
    total = 0.0
    for size in lengths:
        overlapping = (len(lengths) - 1) / 3 * (2 * size**3 - 3 * size**2 + size)
        total += overlapping + size**2 * sum(gap - size + 1 for gap in empty if gap >= size)
    places = len(units) * length
    ways = places * (places - 1) - sum(size * (size - 1) for size in lengths)
    return 2 / length * total / ways if ways else 0.0
