"""The best one-to-one pairing of two sets (Kuhn 1955; by Crouse's shortest augmenting paths, 2016)."""

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]


def assign(gains: Doubles) -> list[tuple[int, int]]:
    """The pairs of rows and columns, each at most once, with the greatest sum of positive gains.

    ``gains`` (n, m) in any unit; what is not above zero is never chosen. Sorted by row.
    """
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - slow to load, and few texts need it

    positive = gains > 0
    rows, columns = np.nonzero(positive.any(axis=1))[0], np.nonzero(positive.any(axis=0))[0]
    worth = np.where(positive, gains, 0.0)[np.ix_(rows, columns)]
    chosen = zip(*linear_sum_assignment(worth, maximize=True), strict=True)
    pairs = ((int(rows[r]), int(columns[c])) for r, c in chosen)
    return [pair for pair in pairs if positive[pair]]
