"""Scores count what the definitions say."""

import pytest

from taqabul.align.evaluate import Score, pair_score, strict_score
from taqabul.align.linking import Pairing

GOLD = [Pairing((0,), (0,)), Pairing((1, 2), (1,)), Pairing((3,), ())]


def test_only_whole_links_count_strictly() -> None:
    score = strict_score(
        [Pairing((0,), (0,)), Pairing((2,), (1,)), Pairing((1,), ()), Pairing((3,), ())], GOLD
    )
    assert score == Score(right=1, found=2, wanted=2)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_the_order_inside_a_link_does_not_matter() -> None:
    assert strict_score([Pairing((2, 1), (1,))], GOLD).right == 1


def test_pairs_count_one_by_one() -> None:
    assert pair_score([Pairing((2,), (1,))], GOLD) == Score(right=1, found=1, wanted=3)


def test_scores_add_up() -> None:
    assert Score(1, 2, 3) + Score(1, 1, 1) == Score(2, 3, 4)


def test_nothing_wanted_and_nothing_found_is_no_division_by_zero() -> None:
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)
    assert Score(2, 4, 2).f1 == pytest.approx(2 / 3)
