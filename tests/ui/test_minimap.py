"""The strip beside the rows: what it counts, what it shows, where it leads."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from taqabul.ui.bitext.row_source import RowTable
from taqabul.ui.glance.bands import bands_of, lane
from taqabul.ui.glance.minimap import LANE, MARGIN, drawn

PROPOSED, CONFIRMED, REJECTED = 0, 1, 2


@pytest.fixture
def table():
    def made(rows, **columns):
        values = {
            "links": np.arange(rows),
            "ranks": np.arange(rows),
            "status": np.zeros(rows, np.int8),
            "confidence": np.ones(rows),
            "source_chars": np.full(rows, 20),
            "target_chars": np.full(rows, 20),
            "source_first": np.arange(rows),
            "target_first": np.arange(rows),
            "even": np.ones(rows, bool),
            "has_reason": np.zeros(rows, bool),
            "bookmarked": np.zeros(rows, bool),
            "has_note": np.zeros(rows, bool),
            "edited": np.zeros(rows, bool),
        }
        for name, changes in columns.items():
            for row, value in changes.items():
                values[name][row] = value
        return RowTable(**values)

    return made


@pytest.mark.parametrize(("rows", "lines"), [(1, 700), (699, 700), (700, 700), (100_000, 731), (7, 3)])
def test_every_row_is_behind_some_line_and_no_line_is_empty(table, rows, lines):
    bands = bands_of(table(rows), lines)
    assert len(bands.starts) == lines
    assert bands.starts[0] == 0
    assert bands.ends[-1] == rows
    assert (bands.ends > bands.starts).all()
    assert (bands.starts[1:] <= bands.ends[:-1]).all()
    assert (bands.status.sum(axis=1) == bands.ends - bands.starts).all()
    assert (bands.sureness.sum(axis=1) == bands.ends - bands.starts).all()


def test_a_bitext_without_rows_has_no_bands(table):
    assert len(bands_of(table(0), 100).starts) == 0


def test_one_row_among_a_thousand_is_seen(table):
    bands = bands_of(table(100_000, status={55_555: REJECTED}, confidence={10: 0.1}), 100)
    assert (lane(bands.status, 9) == 0).sum(axis=1).tolist() == [0] * 55 + [1] + [0] * 44
    assert (lane(bands.sureness, 9) == 0).sum(axis=1).tolist() == [1] + [0] * 99


def test_what_a_person_linked_is_sure_and_what_nothing_faces_is_told_apart(table):
    rows = table(4, confidence={0: np.nan, 1: 0.6, 2: 0.2, 3: np.nan}, target_chars={3: 0})
    assert bands_of(rows, 4).sureness.tolist() == [[0, 0, 0, 1], [0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 1, 0]]


def colour_at(window, row):
    minimap = window.page.minimap
    lines = len(minimap.bands.starts)
    image = drawn(minimap.bands, window.page.view.look.colours)
    return image.pixelColor(MARGIN + LANE // 2, int(lines * (row + 0.5) / window.page.model.count))


def test_a_confirmed_row_turns_green_and_back(at_work, qtbot):
    colours = at_work.page.view.look.colours
    assert colour_at(at_work, 0) == QColor(colours.line)
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_Space)
    assert colour_at(at_work, 0) == QColor(colours.good)
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert colour_at(at_work, 0) == QColor(colours.line)


def test_its_words_tell_rows_status_and_notes(at_work, qtbot):
    page = at_work.page
    page.view.go_to(4)
    page.reviewer.add_note(page.model.link_at(4), "Which of the two?")
    qtbot.keyClick(page.view, Qt.Key.Key_X)
    assert page.minimap.words_at(int(page.minimap.height() * 4.5 / 7)) == (
        "Row 5\nRejected: 1\n1 of low confidence\n1 note(s)"
    )


def test_under_a_filter_it_says_that_it_shows_only_those_rows(at_work, qtbot):
    page, edge = at_work.page, lambda: at_work.page.minimap.grab().toImage().pixelColor(1, 150)
    marked = page.view.look.colours.text
    assert edge() != marked
    page.filtering.toggle("one-sided")
    said = "Only the 2 rows that the filter shows, of 7"
    assert page.minimap.words_at(2).splitlines()[:2] == [said, "Row 1"]
    assert page.minimap.accessibleDescription() == said
    assert edge() == marked
    qtbot.keyClick(page.view, Qt.Key.Key_Backspace)
    assert page.minimap.words_at(2).startswith("Row 1")
    assert page.minimap.accessibleDescription() == ""
    assert edge() != marked


def test_rows_that_go_go_from_the_strip(at_work, qtbot):
    assert int(at_work.page.minimap.bands.ends[-1]) == 7
    at_work.page.view.go_to(0)
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_M)
    assert int(at_work.page.minimap.bands.ends[-1]) == 6


def test_a_press_and_a_drag_scroll_and_leave_the_cursor(at_work, qtbot):
    at_work.reading.zoom(10)
    at_work.reading.zoom(10)
    page, minimap = at_work.page, at_work.page.minimap
    page.view.go_to(0)
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bottom = QPoint(5, minimap.height() - 2)
    qtbot.mousePress(minimap, Qt.MouseButton.LeftButton, pos=bottom)
    assert minimap.visible_rows()[1] > page.model.count - 1
    qtbot.mouseMove(minimap, QPoint(5, 1))
    qtbot.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=QPoint(5, 1))
    assert bar.value() == 0
    assert minimap.visible_rows()[0] == 0
    assert page.view.currentIndex().row() == 0


def test_it_is_switched_in_the_view_menu_and_stays_so(at_work, bitext, qtbot):
    assert at_work.page.minimap.isVisible()
    qtbot.keyClick(at_work.page.view, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not at_work.page.minimap.isVisible()
    assert not at_work.actions_table["minimap"].isChecked()
    at_work.open_bitext(bitext)
    assert not at_work.page.minimap.isVisible()
