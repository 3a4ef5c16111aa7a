"""What is reckoned for all samples at once is what the libraries give for each, and intervals are taken from it."""

import numpy as np
import pytest
from krippendorff import alpha
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa

from taqabul.measures.resampling import Coded, f1, interval, samples


@pytest.mark.parametrize("people", [2, 3])
def test_kappas_and_alpha_of_samples_are_those_of_the_libraries(people: int) -> None:
    chance = np.random.default_rng(people)
    truth = chance.integers(0, 4, 120) * chance.integers(0, 2, 120)
    codes = np.where(chance.random((people, 120)) < 0.3, chance.integers(0, 4, (people, 120)), truth)
    places = np.repeat(np.arange(20), 6)
    drawn = samples(20, "a name")[:40]
    coded = Coded(codes, places, 20, 4)
    tables = [codes[:, np.repeat(np.arange(120), often[places])] for often in drawn]
    counts = [np.stack([(table == kind).sum(axis=0) for kind in range(4)], axis=1) for table in tables]
    assert coded.fleiss(drawn) == pytest.approx([fleiss_kappa(one) for one in counts])
    assert coded.alpha(drawn) == pytest.approx(
        [alpha(value_counts=one, level_of_measurement="nominal") for one in counts]
    )
    if people == 2:
        squares = [np.zeros((4, 4)) for _ in tables]
        for square, table in zip(squares, tables, strict=True):
            np.add.at(square, (table[0], table[1]), 1)
        kappas = [cohens_kappa(square, return_results=False) for square in squares]
        assert coded.cohen(drawn) == pytest.approx(kappas)


def test_a_sample_in_which_nobody_disagreed_or_nothing_was_drawn_has_no_figure() -> None:
    codes = np.array([[1, 0, 1], [1, 0, 0]])
    coded = Coded(codes, np.array([0, 1, 2]), 3, 2)
    drawn = np.array([[3, 0, 0], [0, 0, 0], [1, 1, 1]])
    for figures in (coded.cohen(drawn), coded.fleiss(drawn), coded.alpha(drawn)):
        assert list(np.isfinite(figures)) == [False, False, True]


def test_f1_of_samples_is_the_mean_over_pairs_that_marked_anything() -> None:
    one = np.array([[1, 1, 1], [0, 2, 1]])
    other = np.array([[0, 0, 0], [1, 2, 2]])
    assert f1([one, other], np.array([[2, 0], [1, 1]])) == pytest.approx([1.0, (2 / 5 + 2 / 4) / 2])
    assert np.isnan(f1([np.zeros((2, 3), dtype=np.int64)], np.array([[1, 1]]))[0])


def test_an_interval_needs_half_of_the_samples() -> None:
    known = np.linspace(0, 1, 101)
    assert interval(known) == pytest.approx((0.025, 0.975))
    assert interval(np.append(known, np.full(101, np.nan))) == pytest.approx((0.025, 0.975))
    assert interval(np.append(known, np.full(102, np.nan))) is None
