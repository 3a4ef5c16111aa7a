"""Intervals say how far a score may be off."""

import numpy as np

from taqabul.align.bootstrap import ROUNDS, interval, resampled_f1
from taqabul.align.evaluate import Score

MIXED = [Score(9, 10, 10), Score(5, 10, 10), Score(8, 9, 12), Score(10, 10, 10)]


def test_samples_surround_the_score_of_all_documents() -> None:
    samples = resampled_f1(MIXED, "news")
    low, high = interval(samples)
    assert samples.shape == (ROUNDS,)
    assert low < sum(MIXED, Score()).f1 < high
    assert samples.min() >= 0.0
    assert samples.max() <= 1.0


def test_the_same_name_draws_the_same_and_another_differently() -> None:
    assert np.array_equal(resampled_f1(MIXED, "news"), resampled_f1(MIXED, "news"))
    assert not np.array_equal(resampled_f1(MIXED, "news"), resampled_f1(MIXED, "talks"))


def test_more_documents_make_the_interval_narrower() -> None:
    few, many = interval(resampled_f1(MIXED, "a")), interval(resampled_f1(MIXED * 25, "a"))
    assert many.high - many.low < (few.high - few.low) / 2


def test_of_one_document_the_links_are_drawn() -> None:
    low, high = interval(resampled_f1([Score(80, 100, 100)], "a"))
    assert 0.65 < low < 0.8 < high < 0.95


def test_a_document_without_links_scores_nothing() -> None:
    assert interval(resampled_f1([Score()], "a")) == (0.0, 0.0)
    assert interval(resampled_f1([Score(), Score()], "a")) == (0.0, 0.0)


def test_perfect_documents_leave_no_doubt() -> None:
    assert interval(resampled_f1([Score(5, 5, 5)], "a")) == (1.0, 1.0)
