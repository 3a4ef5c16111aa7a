"""The best one-to-one pairing of two sets (Kuhn 1955, Munkres 1957), block by block."""

import numpy as np
from numpy.typing import NDArray

from taqabul.align.linking import Forest

Doubles = NDArray[np.float64]


def assign(gains: Doubles) -> list[tuple[int, int]]:
    """The pairs of rows and columns, each at most once, with the greatest sum of positive gains."""
    forest = Forest()
    rows, columns = np.nonzero(gains > 0)
    for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
        forest.join([(0, row), (1, column)])
    blocks: dict[tuple[int, int], tuple[list[int], list[int]]] = {}
    for side, members in enumerate((sorted(set(rows.tolist())), sorted(set(columns.tolist())))):
        for member in members:
            blocks.setdefault(forest.root((side, member)), ([], []))[side].append(member)
    pairs = []
    for ours, theirs in blocks.values():
        chosen = _assign_block(np.maximum(gains[np.ix_(ours, theirs)], 0))
        pairs += [(ours[r], theirs[c]) for r, c in chosen if gains[ours[r], theirs[c]] > 0]
    return sorted(pairs)


def _assign_block(gains: Doubles) -> list[tuple[int, int]]:
    """Every row of the shorter side with its column, by shortest augmenting paths over duals."""
    if gains.shape[0] > gains.shape[1]:
        return [(r, c) for c, r in _assign_block(gains.T)]
    rows, columns = gains.shape
    costs = gains.max() - gains
    row_prices, column_prices = np.zeros(rows), np.zeros(columns + 1)
    owner = np.full(columns + 1, -1)
    for row in range(rows):
        owner[columns] = row
        _augment(costs, row_prices, column_prices, owner)
    return [(int(owner[c]), c) for c in range(columns) if owner[c] >= 0]


def _augment(costs: Doubles, row_prices: Doubles, column_prices: Doubles, owner: NDArray[np.int64]) -> None:
    """Bring the row that waits in the extra last column into the assignment."""
    columns = costs.shape[1]
    distance = np.full(columns, np.inf)
    came_from = np.full(columns, columns)
    done = np.zeros(columns + 1, dtype=bool)
    current = columns
    while owner[current] >= 0:
        done[current] = True
        row = owner[current]
        reduced = costs[row] - row_prices[row] - column_prices[:columns]
        better = ~done[:columns] & (reduced < distance)
        distance[better] = reduced[better]
        came_from[better] = current
        open_distance = np.where(done[:columns], np.inf, distance)
        following = int(open_distance.argmin())
        step = open_distance[following]
        row_prices[owner[done]] += step
        column_prices[done] -= step
        distance[~done[:columns]] -= step
        current = following
    while current != columns:
        previous = came_from[current]
        owner[current] = owner[previous]
        current = previous
