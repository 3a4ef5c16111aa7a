"""Are the same stretches marked? F1 between two people, neither of them taken as right."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from taqabul.measures.coding import Coding, Mark

Counts = NDArray[np.int64]


def matches(coding: Coding, one: str, other: str, *, exact: bool) -> Counts:
    """By passage, shape (passages, 3): marks of the one and the other that match, of the one, of the other.

    ``exact``: the same label from the same to the same place. Else: the same label and an overlap, or gaps at the
    same place; each mark then matches at most one, those that share most first. The first column counts a
    matching pair once.
    """
    counts = np.zeros((len(coding.passages), 3), dtype=np.int64)
    grouped: dict[tuple[int, str], tuple[list[Mark], list[Mark]]] = defaultdict(lambda: ([], []))
    for mark in coding.marks:
        if mark.annotator in (one, other):
            grouped[mark.passage, mark.label][mark.annotator != one].append(mark)
    for (passage, _), (ones, others) in grouped.items():
        pairs = _same(ones, others) if exact else _overlapping(ones, others)
        counts[passage] += (pairs, len(ones), len(others))
    return counts


def f1(counts: Counts) -> float | None:
    """2 x matches / (marks of the one + of the other), over the rows of ``matches``; None without marks."""
    pairs, ones, others = counts.sum(axis=0)
    return float(2 * pairs / (ones + others)) if ones + others else None


def _same(ones: Iterable[Mark], others: Iterable[Mark]) -> int:
    left = [(mark.start, mark.end) for mark in others]
    found = 0
    for mark in ones:
        if (mark.start, mark.end) in left:
            left.remove((mark.start, mark.end))
            found += 1
    return found


def _overlapping(ones: Iterable[Mark], others: Iterable[Mark]) -> int:
    right = list(others)
    shared = [(_shared(a, b), i, j) for i, a in enumerate(ones) for j, b in enumerate(right)]
    taken: tuple[set[int], set[int]] = (set(), set())
    for amount, i, j in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if amount > 0 and i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return len(taken[0])


def _shared(one: Mark, other: Mark) -> int:
    """How many code points two marks share; the same gap counts as one."""
    if one.start == one.end or other.start == other.end:
        return int((one.start, one.end) == (other.start, other.end))
    return min(one.end, other.end) - max(one.start, other.start)
