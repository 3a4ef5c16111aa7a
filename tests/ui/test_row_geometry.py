"""Where rows stand: estimates become true without moving what is on the screen."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from taqabul.ui.bitext.row_geometry import RowGeometry

HEIGHTS = st.lists(st.integers(10, 300), min_size=1, max_size=60)


def made(true, guess=40, height=200):
    heights = list(true)
    places = RowGeometry(lambda row: heights[row])
    places.height = height
    places.estimate(np.full(len(heights), guess, np.int64))
    return places, heights


@given(HEIGHTS, st.lists(st.integers(-250, 250), max_size=30))
def test_scrolling_by_small_steps_never_makes_the_rows_jump(true, steps):
    places, heights = made(true)
    places.visible()
    for step in steps:
        before = dict(places.visible())
        places.scroll(step)
        after = dict(places.visible())
        shifts = {after[row] - before[row] for row in before.keys() & after.keys()}
        assert len(shifts) <= 1
        assert all(0 <= abs(shift) <= abs(step) for shift in shifts)
        assert 0 <= places.value <= max(0, places.end) or sum(heights) <= places.height


@given(HEIGHTS, st.integers(0, 59))
def test_a_revealed_row_is_in_the_window(true, wanted):
    places, heights = made(true)
    row = wanted % len(heights)
    places.visible()
    places.reveal(row)
    shown = dict(places.visible())
    assert row in shown
    assert shown[row] >= 0 or heights[row] > places.height
    assert shown[row] + min(heights[row], places.height) <= places.height


@given(HEIGHTS)
def test_scrolling_to_the_end_and_back_shows_every_row_once(true):
    places, heights = made(true)
    seen = []
    for _ in range(2000):
        shown = places.visible()
        seen += [row for row, _ in shown if row not in seen]
        before = places.value
        places.scroll(150)
        places.visible()
        if places.value == before:
            break
    assert seen == list(range(len(heights)))
    assert places.heights.total == sum(heights)


def test_rows_that_come_or_go_above_leave_the_screen_as_it_is():
    places, heights = made([50] * 40)
    places.jump(1000)
    top = places.visible()[0]
    heights[3:3] = [70, 80]
    places.inserted(3, np.array([40, 40]))
    assert places.visible()[0] == (top[0] + 2, top[1])
    del heights[0:4]
    places.removed(0, 3)
    assert places.visible()[0] == (top[0] - 2, top[1])
