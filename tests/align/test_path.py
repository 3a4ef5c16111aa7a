"""The best path is the best of all paths, and shares are what they are called: checked by enumeration."""

import math
from collections.abc import Iterator

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.align.path import Scores, Step, best_path, probabilities

SHAPES = ((1, 1), (1, 2), (2, 1))


def make_scores(rows: int, columns: int, seed: int) -> Scores:
    random = np.random.default_rng(seed)
    sizes = {(m, n): (rows - m + 1, columns - n + 1) for m, n in SHAPES}
    links = {shape: random.normal(size=size) for shape, size in sizes.items() if min(size) > 0}
    return Scores(links, random.normal(size=rows), random.normal(size=columns))


def all_paths(scores: Scores, i: int = 0, j: int = 0) -> Iterator[tuple[float, list[Step]]]:
    if (i, j) == scores.size:
        yield 0.0, []
    moves = [
        (m, n, table[i, j])
        for (m, n), table in scores.links.items()
        if i < table.shape[0] and j < table.shape[1]
    ]
    if i < scores.size[0]:
        moves.append((1, 0, scores.source_alone[i]))
    if j < scores.size[1]:
        moves.append((0, 1, scores.target_alone[j]))
    for m, n, value in moves:
        for rest, steps in all_paths(scores, i + m, j + n):
            yield value + rest, [Step(i, j, m, n), *steps]


def value_of(scores: Scores, steps: list[Step]) -> float:
    total = 0.0
    for i, j, m, n in steps:
        if m and n:
            total += scores.links[m, n][i, j]
        else:
            total += scores.source_alone[i] if m else scores.target_alone[j]
    return total


@given(st.integers(0, 3), st.integers(0, 3), st.integers(0, 99))
def test_the_best_path_is_the_best_of_all(rows: int, columns: int, seed: int) -> None:
    scores = make_scores(rows, columns, seed)
    best = max(value for value, _ in all_paths(scores))
    assert value_of(scores, best_path(scores)) == pytest.approx(best)


@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 99))
def test_shares_are_those_of_all_paths(rows: int, columns: int, seed: int) -> None:
    scores = make_scores(rows, columns, seed)
    shares = probabilities(scores)
    paths = list(all_paths(scores))
    total = sum(math.exp(value) for value, _ in paths)
    assert shares.total == pytest.approx(math.log(total))
    with_first = sum(math.exp(value) for value, steps in paths if Step(0, 0, 1, 1) in steps)
    assert shares.links[1, 1][0, 0] == pytest.approx(with_first / total)
    alone = sum(math.exp(v) for v, steps in paths if any((i, m, n) == (0, 1, 0) for i, _, m, n in steps))
    assert shares.source_alone[0] == pytest.approx(alone / total)
    alone = sum(math.exp(v) for v, steps in paths if any((j, m, n) == (0, 0, 1) for _, j, m, n in steps))
    assert shares.target_alone[0] == pytest.approx(alone / total)
