"""Bars and panels that open take room; the row in hand stays in sight, and what was not in sight is left where it is."""

import pytest

from taqabul.ui.main_window import MainWindow


@pytest.fixture
def view(library, fill, qtbot, settings):
    """Eighty rows in a window that shows a few of them."""
    window = MainWindow(library, settings)
    qtbot.addWidget(window)
    window.resize(1200, 700)
    window.show()
    window.open_bitext(fill(library, 80))
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    yield window.page.view
    window.close()


def last_whole_row(view):
    heights = view.places.heights
    return max(row for row, y in view.places.visible() if y + heights.height(row) <= view.places.height)


def reach(view, row):
    y = view.places.y_of(row)
    return y, y + view.places.exact(row)


@pytest.mark.parametrize("bar", ["filter", "find"])
def test_a_bar_that_opens_does_not_hide_the_row_in_hand(view, qtbot, bar):
    view.go_to(30)
    view.go_to(last_whole_row(view))
    row, height = view.currentIndex().row(), view.places.height
    view.window().actions_table[bar].trigger()
    qtbot.waitUntil(lambda: view.places.height < height)
    first, last = reach(view, row)
    assert first >= 0
    assert view.places.height - 20 < last <= view.places.height, "by about the least motion"


def test_rows_stay_where_they_are_while_the_one_in_hand_is_in_sight_or_was_not_before(view, qtbot):
    view.go_to(30)
    top = view.places.visible()[0]
    height = view.places.height
    view.window().actions_table["find"].trigger()
    qtbot.waitUntil(lambda: view.places.height < height)
    assert view.places.visible()[0] == top
    view.verticalScrollBar().setValue(0)
    height = view.places.height
    view.window().actions_table["filter"].trigger()
    qtbot.waitUntil(lambda: view.places.height < height)
    assert view.places.visible()[0] == (0, 0)
    assert view.currentIndex().row() == 30


def test_lines_that_break_elsewhere_leave_the_row_in_hand_in_sight(view, qtbot):
    view.go_to(last_whole_row(view))
    row, width = view.currentIndex().row(), view.viewport().width()
    view.window().resize(1200, 560)
    view.window().actions_table["history"].trigger()
    qtbot.waitUntil(lambda: view.viewport().width() < width)
    first, last = reach(view, row)
    assert first >= 0
    assert last <= view.places.height
