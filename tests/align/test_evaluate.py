"""Scores count what the definitions say."""

import pytest

from taqabul.align.evaluate import (
    Score,
    Tally,
    crossings,
    pair_score,
    shape_scores,
    strict_score,
    tally,
)
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import ProposedLink

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


def test_shapes_are_counted_apart() -> None:
    found = [Pairing((0,), (0,)), Pairing((1,), (1,)), Pairing((2, 3), ())]
    assert shape_scores(found, GOLD) == {
        "1-1": Score(1, 2, 1),
        "2-1": Score(0, 0, 1),
        "1-0": Score(1, 2, 1),
    }


def test_larger_links_are_one_kind_and_lone_targets_another() -> None:
    gold = [Pairing((0, 1), (0, 1)), Pairing((2,), (2, 3, 4)), Pairing((), (5,))]
    assert shape_scores(gold, gold) == {"larger": Score(2, 2, 2), "0-1": Score(1, 1, 1)}


def test_a_crossing_is_a_link_off_the_longest_ascending_chain() -> None:
    gold = [Pairing((0,), (2,)), Pairing((1,), (0,)), Pairing((2,), (1,)), Pairing((3,), ())]
    assert crossings(gold) == {Pairing((0,), (2,))}
    assert shape_scores(gold, gold)["crossing"] == Score(1, 1, 1)


def test_a_crossing_invented_is_found_and_not_right() -> None:
    gold = [Pairing((0,), (0,)), Pairing((1,), (1,))]
    swapped = [Pairing((0,), (1,)), Pairing((1,), (0,))]
    assert shape_scores(swapped, gold)["crossing"] == Score(0, 1, 0)
    assert "crossing" not in shape_scores(gold, gold)


def test_tallies_count_everything_and_add_up() -> None:
    found = [ProposedLink((0,), (0,), 0.95), ProposedLink((1,), (1,), 0.4), ProposedLink((2, 3), ())]
    one = tally(found, GOLD)
    assert one.strict == Score(1, 2, 2)
    assert one.pairs == Score(2, 2, 3)
    assert [(r.low, r.held.right) for r in one.reliability.ranges] == [(0.4, 0), (0.95, 1)]
    both = one + tally([], GOLD)
    assert both.strict == Score(1, 2, 4)
    assert both.shapes["2-1"] == Score(0, 0, 2)
    assert Tally() + one == one
