"""The best monotone path through two sequences, and how sure each link on it is.

Scores are log-weights of a linear-chain model over alignments: the path with the greatest sum is the
answer (Viterbi), and the share of a link in all paths, by the forward and backward sums, is its
probability. Rows are walked one by one, all columns of a row at once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from taqabul.align.evidence import Shape

Doubles = NDArray[np.float64]


class Step(NamedTuple):
    """A link of the path: ``m`` source units from ``i``, ``n`` target units from ``j``."""

    i: int
    j: int
    m: int
    n: int


@dataclass(frozen=True)
class Scores:
    """Log-weights: ``links[m, n]`` (n - m + 1 by ...) for links that begin at (i, j); units alone."""

    links: Mapping[Shape, Doubles]
    source_alone: Doubles
    target_alone: Doubles

    @property
    def size(self) -> tuple[int, int]:
        """How many units either side has."""
        return len(self.source_alone), len(self.target_alone)


def best_path(scores: Scores) -> list[Step]:
    """The links of the best path, in order, units that stand alone included."""
    forward = _forward(scores, np.maximum)
    rows, columns = scores.size
    steps, i, j = [], rows, columns
    while i or j:
        step = _last_step(scores, forward, i, j)
        steps.append(step)
        i, j = step.i, step.j
    return steps[::-1]


def _last_step(scores: Scores, forward: Doubles, i: int, j: int) -> Step:
    """The step that led to (i, j) with the value found there."""
    found: list[tuple[float, Step]] = []
    for (m, n), table in scores.links.items():
        if i >= m and j >= n:
            found.append((forward[i - m, j - n] + table[i - m, j - n], Step(i - m, j - n, m, n)))
    if i:
        found.append((forward[i - 1, j] + scores.source_alone[i - 1], Step(i - 1, j, 1, 0)))
    if j:
        found.append((forward[i, j - 1] + scores.target_alone[j - 1], Step(i, j - 1, 0, 1)))
    return max(found, key=lambda pair: pair[0])[1]


def _forward(scores: Scores, add: np.ufunc) -> Doubles:
    """The sum (or the best) of all paths from the start to each (i, j)."""
    rows, columns = scores.size
    table = np.full((rows + 1, columns + 1), -np.inf)
    skipped = np.concatenate(([0.0], np.cumsum(scores.target_alone, dtype=np.float64)))
    table[0] = skipped
    for i in range(1, rows + 1):
        row = table[i - 1] + scores.source_alone[i - 1]
        for (m, n), links in scores.links.items():
            if i >= m:
                row[n:] = add(row[n:], table[i - m, : columns + 1 - n] + links[i - m])
        table[i] = add.accumulate(row - skipped) + skipped
    return table


def _reversed(scores: Scores) -> Scores:
    return Scores(
        {shape: table[::-1, ::-1] for shape, table in scores.links.items()},
        scores.source_alone[::-1], scores.target_alone[::-1],
    )  # fmt: skip


@dataclass(frozen=True)
class Shares:
    """Each link's and each lone unit's share in all paths, and the log of the sum over them."""

    total: float
    links: Mapping[Shape, Doubles]
    source_alone: Doubles
    target_alone: Doubles


def probabilities(scores: Scores) -> Shares:
    """How probable each link and each lone unit is, by the forward and backward sums."""
    forward = _forward(scores, np.logaddexp)
    backward = _forward(_reversed(scores), np.logaddexp)[::-1, ::-1]
    total = float(forward[-1, -1])
    rows, columns = scores.size
    links = {
        (m, n): np.exp(forward[: rows + 1 - m, : columns + 1 - n] + table + backward[m:, n:] - total)
        for (m, n), table in scores.links.items()
    }
    down = np.exp(forward[:-1] + scores.source_alone[:, None] + backward[1:] - total).sum(axis=1)
    right = np.exp(forward[:, :-1] + scores.target_alone[None, :] + backward[:, 1:] - total).sum(axis=0)
    return Shares(total, links, down, right)
