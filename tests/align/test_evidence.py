"""What two stretches share, whatever encoder measured the meaning."""

import numpy as np
import pytest

from taqabul.align.evidence import standardised
from taqabul.align.units import Floats

SIZE = 12


def cosines(chance: float, spread: float) -> Floats:
    """A table in which units that face each other stand out from what chance gives."""
    noise = np.random.default_rng(7).normal(chance, spread, (SIZE, SIZE))
    return (noise + np.eye(SIZE) * 4 * spread).astype(np.float32)


def test_common_cosines_stay_as_they_are() -> None:
    tables = {(1, 1): cosines(0.12, 0.1)}
    assert standardised(tables) is tables


def test_small_tables_tell_nothing_of_chance() -> None:
    tables = {(1, 1): cosines(0.8, 0.02)[:3, :3]}
    assert standardised(tables) is tables


@pytest.mark.parametrize(("chance", "spread"), [(0.8, 0.02), (-0.2, 0.1), (0.2, 0.4), (0.7, 0.1)])
def test_where_all_is_alike_or_nothing_what_faces_each_other_stands_out_as_usual(
    chance: float, spread: float
) -> None:
    table = standardised({(1, 1): cosines(chance, spread)})[1, 1]
    others = table[~np.eye(SIZE, dtype=bool)]
    assert -0.05 <= np.median(others) <= 0.3
    assert 0.15 <= np.diagonal(table).mean() - others.mean() <= 0.8


def test_where_all_is_the_same_nothing_stands_out() -> None:
    table = standardised({(1, 1): np.ones((SIZE, SIZE), np.float32)})[1, 1]
    assert table == pytest.approx(0.3)
