"""Links that cross: what a monotone path cannot hold because one side tells things in another order.

Paragraphs the path left alone are offered to each other, and those it linked may leave their link
where they are worth clearly more elsewhere: an optimal assignment (Kuhn 1955, Munkres 1957) over the
paragraphs concerned, each knowing what it would give up.
"""

from collections.abc import Sequence

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


def gains_of_crossing(
    worth: Doubles, stay: tuple[Doubles, Doubles], together: Sequence[tuple[int, int, float]], price: float
) -> Doubles:
    """What each pair would gain over leaving both paragraphs where they are.

    ``worth`` (n, m) the log-weight of each pair as a link; ``stay`` what each paragraph brings where it
    is; ``together`` the pairs that face each other already, alone, with what they bring; ``price`` what
    a link off the path must bring in addition.
    """
    gains = worth - stay[0][:, None] - stay[1][None, :] - price
    for row, column, value in together:
        gains[row, column] = max(value, 1e-6)
    return gains
