"""The assignment has the greatest sum there is, and takes nothing that does not gain."""

from itertools import combinations, permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taqabul.align.assignment import assign


def best_by_trial(gains: np.ndarray) -> float:
    rows, columns = gains.shape
    best = 0.0
    for size in range(1, min(rows, columns) + 1):
        for chosen in combinations(range(rows), size):
            for places in permutations(range(columns), size):
                best = max(best, sum(gains[r, c] for r, c in zip(chosen, places, strict=True)))
    return best


@settings(deadline=None)  # the first case loads the library
@given(st.integers(1, 4), st.integers(1, 4), st.integers(0, 200))
def test_no_other_assignment_gains_more(rows: int, columns: int, seed: int) -> None:
    gains = np.random.default_rng(seed).normal(size=(rows, columns))
    pairs = assign(gains)
    assert sum(gains[pair] for pair in pairs) == pytest.approx(best_by_trial(gains))
    assert all(gains[pair] > 0 for pair in pairs)
    assert len({r for r, _ in pairs}) == len({c for _, c in pairs}) == len(pairs)


def test_nothing_is_assigned_where_nothing_gains() -> None:
    assert assign(np.full((3, 2), -1.0)) == []


def test_a_pair_that_may_not_be_is_never_taken() -> None:
    assert assign(np.array([[-np.inf, 1.0], [2.0, -np.inf]])) == [(0, 1), (1, 0)]
