"""Crossing links that lead to one place: their ends and badges stand apart, and too many badges are one."""

from itertools import pairwise

from taqabul.ui.bitext.crossing_places import MOST, STEP, Crossing, spread

BADGE = 16.0


def led(number, start, *, badge="", far_is_end=False, boundary=9):
    return Crossing(number, number, boundary, start, 300.0, badge, far_is_end)


def test_a_single_end_stays_where_it_is():
    assert spread([led(0, 10.0), led(1, 20.0, boundary=4)], BADGE) == [
        led(0, 10.0),
        led(1, 20.0, boundary=4),
    ]


def test_arrows_to_one_place_stand_one_below_the_other_about_it():
    ends = [one.end for one in spread([led(0, 200.0), led(1, 10.0), led(2, 500.0)], BADGE)]
    assert ends == [300.0, 300.0 - STEP, 300.0 + STEP]


def test_badges_at_one_place_do_not_touch():
    told = [led(0, -40.0, badge="↑ 1"), led(1, -80.0, badge="↑ 2"), led(2, 900.0, badge="↓ 3")]
    ends = sorted(one.end for one in spread(told, BADGE))
    assert [lower - upper for upper, lower in pairwise(ends)] == [BADGE, BADGE]


def test_more_badges_than_there_is_room_for_are_one_that_knows_its_rows():
    many = [led(number, -10.0 * number, badge=f"↑ {number}") for number in range(MOST + 2)]
    found = spread(many, BADGE)
    assert len({one.end for one in found}) == MOST
    badges = [one.badge for one in found if one.badge]
    assert badges == ["↑ 0", "↑ 1", "+3"]
    [last] = [one for one in found if one.rows]
    assert last.rows == (2, 3, 4)
    assert {one.end for one in found if one.number in last.rows} == {last.end}
