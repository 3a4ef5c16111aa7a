"""Filters and queues in the window, by key: what is shown, what the counts say, how edits behave under a filter."""

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QInputDialog

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Side
from taqabul.ui.queues.chip import Chip
from taqabul.ui.queues.words import TIPS, TITLES
from taqabul.workflow import reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.queues import CONDITIONS
from taqabul.workflow.saved_filters import saved_filters

KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
ROWS = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]


def press(window, key, modifiers=NONE):
    focus = window.focusWidget()
    QTest.keyClick(focus if isinstance(focus, Chip) else window.page.view, key, modifiers)


def choose(window, *conditions):
    """Choose conditions by keyboard alone: F, arrows, Space, and back to the rows."""
    press(window, KEY.Key_F)
    for condition in conditions:
        press(window, KEY.Key_Home)
        for _ in range(list(CONDITIONS).index(condition)):
            press(window, KEY.Key_Right)
        press(window, KEY.Key_Space)
    press(window, KEY.Key_Down)
    assert window.page.view.hasFocus()


@pytest.fixture
def filtered(at_work, qtbot):
    """The window, a check of the model's signals on; rows 2, 3 and 5 decided on."""
    QAbstractItemModelTester(at_work.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(at_work.isActiveWindow)
    for row, key in ((2, KEY.Key_X), (3, KEY.Key_R), (4, KEY.Key_S)):
        at_work.page.view.go_to(row, Side.SOURCE)
        press(at_work, key)
    at_work.page.view.go_to(0)
    return at_work


EXPECTED = {
    "proposed": [0, 1, 5, 6],
    "needs-review": [3],
    "rejected": [2],
    "confirmed": [4],
    "doubtful": [4, 5, 6],
    "uneven": [1, 5, 6],
    "one-sided": [5, 6],
    "numbers": [],
    "long": [],
    "short": [],
    "edited": [0],
    "noted": [1],
    "reason": [],
    "bookmarked": [],
    "changed": [0, 1, 2, 3, 4],
    "changed-by-others": [],
    "picked": [],
    "annotated": [],
    "errors": [],
    "claims": [],
    "assigned": [],
    "orphans": [],
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_by_key_shows_just_its_rows(filtered, shown, qtbot, condition):
    page = filtered.page
    all_rows = shown(filtered)
    page.view.go_to(0)
    page.reviewer.edit_text(
        page.view.place().paragraph.id, "بيان من بغداد.", page.view.place().paragraph.text
    )
    page.reviewer.add_note(page.model.link_at(1), "look")
    choose(filtered, condition)
    qtbot.waitUntil(lambda: all(map(page.filtering.known, CONDITIONS)))
    if condition == "crossing":
        assert shown(filtered) in ([all_rows[3]], [all_rows[4]])
    else:
        assert shown(filtered) == [all_rows[row] for row in EXPECTED[condition]]
    chip = page.filter_bar.chips[condition]
    assert chip.isChecked()
    assert chip.text().endswith(f"  {page.model.count}")
    press(filtered, KEY.Key_Backspace)
    assert shown(filtered) == all_rows
    assert not page.filter_bar.isVisible()
    assert set(TITLES) == set(TIPS) == set(CONDITIONS)


def test_conditions_combine_and_the_cursor_goes_to_the_next_row_that_is_shown(filtered, shown, qtbot):
    page = filtered.page
    page.view.go_to(2)
    choose(filtered, "proposed", "uneven")
    assert shown(filtered) == [ROWS[1], ROWS[5], ROWS[6]]
    assert page.view.currentIndex().row() == 1
    assert page.filter_bar.result.text() == "3 pair(s) found"
    choose(filtered, "one-sided")
    assert shown(filtered) == [ROWS[5], ROWS[6]]
    qtbot.waitUntil(lambda: "2 shown" in filtered.figures.words.text())
    choose(filtered, "confirmed")
    assert shown(filtered) == []
    assert page.view.place() is None
    press(filtered, KEY.Key_Backspace)
    assert len(shown(filtered)) == 7


def test_a_row_that_stops_matching_stays_until_one_moves_on(filtered, shown, qtbot):
    page = filtered.page
    choose(filtered, "proposed")
    assert page.view.currentIndex().row() == 0
    press(filtered, KEY.Key_S)
    assert shown(filtered) == ["A1 | B1 confirmed", ROWS[1], ROWS[5], ROWS[6]]
    press(filtered, KEY.Key_Down)
    qtbot.waitUntil(lambda: shown(filtered) == [ROWS[1], ROWS[5], ROWS[6]])
    assert page.view.currentIndex().row() == 0
    press(filtered, KEY.Key_Space)
    qtbot.waitUntil(lambda: shown(filtered) == [ROWS[5], ROWS[6]])
    assert page.view.place().row.link.shape == "0-1"
    press(filtered, KEY.Key_Z, CTRL)
    assert shown(filtered) == [ROWS[1], ROWS[5], ROWS[6]]
    assert page.view.currentIndex().row() == 0
    press(filtered, KEY.Key_Z, CTRL)
    assert shown(filtered) == [ROWS[0], ROWS[1], ROWS[5], ROWS[6]]


def test_the_row_under_the_cursor_keeps_its_height_when_others_go(filtered, qtbot):
    page = filtered.page
    filtered.resize(900, 420)
    page.view.go_to(6)
    choose(filtered, "proposed")
    page.view.go_to(1)
    press(filtered, KEY.Key_X)
    page.view.go_to(3)
    height = page.view.places.y_of(3)
    qtbot.waitUntil(lambda: page.model.count == 3)
    lowest = max(0, page.view.places.heights.total - page.view.places.height)
    if lowest:
        assert page.view.places.y_of(2) == height


def test_editing_merging_and_splitting_work_under_a_filter(filtered, shown, picture, qtbot):
    page = filtered.page
    choose(filtered, "proposed")
    page.view.go_to(1, Side.SOURCE)
    press(filtered, KEY.Key_E)
    page.editing.editor.setPlainText("نص جديد.")
    QTest.keyClick(page.editing.editor, KEY.Key_F2)
    assert page.view.place().paragraph.text == "نص جديد."
    press(filtered, KEY.Key_M)
    assert picture()[1:3] == ["A2 A3 | B2 B3 B4 confirmed", "A4 | B6 needs-review"]
    assert shown(filtered)[1] == "A2 A3 | B2 B3 B4 confirmed"
    press(filtered, KEY.Key_Z, CTRL)
    assert picture()[1:3] == [ROWS[1], "A3 | B4 rejected"]
    assert shown(filtered)[:3] == [ROWS[0], ROWS[1], "A3 | B4 rejected"]
    page.view.go_to(1)
    page.reviewer.split(1, 1)
    assert picture()[1:3] == ["A2 | B2 confirmed", "- | B3 confirmed"]
    assert shown(filtered)[1:3] == ["A2 | B2 confirmed", "- | B3 confirmed"]
    press(filtered, KEY.Key_F5)
    assert shown(filtered) == [ROWS[0], ROWS[5], ROWS[6]]
    press(filtered, KEY.Key_Backspace)
    assert shown(filtered) == picture()


def test_chosen_rows_with_hidden_ones_between_are_no_neighbours(filtered, picture):
    before = picture()
    choose(filtered, "proposed")
    page = filtered.page
    page.view.go_to(1)
    press(filtered, KEY.Key_Down, SHIFT)
    assert len(page.view.selected_positions()) == 2
    press(filtered, KEY.Key_M)
    assert picture() == before


def test_confirming_up_to_here_leaves_hidden_rows_alone(filtered, picture):
    choose(filtered, "uneven")
    filtered.page.view.go_to(1)
    press(filtered, KEY.Key_C)
    decided = [line.split(" ")[-1] if "confirmed" in line else "" for line in picture()]
    assert decided == ["", "confirmed", "", "", "confirmed", "confirmed", ""]


def test_moving_a_paragraph_into_a_hidden_row_shows_that_row(filtered, shown):
    choose(filtered, "uneven")
    page = filtered.page
    page.view.go_to(0, Side.TARGET, 1)
    press(filtered, KEY.Key_Down, CTRL)
    assert [line.split(" c")[0] for line in shown(filtered)][:2] == ["A2 | B2", "A3 | B3 B4"]
    assert page.view.place().paragraph.number == 3


def test_a_paragraph_number_leads_to_a_hidden_row_too(filtered, shown, qtbot):
    choose(filtered, "uneven")
    assert filtered.page.navigator.paragraph(Side.SOURCE, 3)
    assert shown(filtered)[1] == "A3 | B4 rejected"
    filtered.page.view.go_to(0)
    qtbot.waitUntil(lambda: filtered.page.model.count == 3)


def test_the_least_sure_first_is_an_order_of_rows(filtered, shown):
    press(filtered, KEY.Key_L, SHIFT)
    first = [ROWS[row] for row in (5, 6, 4, 3, 1, 2, 0)]
    assert [line.split(" ")[:3] for line in shown(filtered)] == [line.split(" ")[:3] for line in first]
    press(filtered, KEY.Key_Home)
    press(filtered, KEY.Key_J)
    press(filtered, KEY.Key_J)
    press(filtered, KEY.Key_J)
    assert filtered.page.view.currentIndex().row() == 3
    press(filtered, KEY.Key_M)
    assert shown(filtered)[2].startswith("A4 A5 | B5 B6")
    press(filtered, KEY.Key_Z, CTRL)
    press(filtered, KEY.Key_L, SHIFT)
    assert [line.split(" ")[0] for line in shown(filtered)] == ["A1", "A2", "A3", "A4", "A5", "-", "A6"]


def test_a_count_that_comes_while_the_overview_hides_the_rows_is_no_endless_story(filtered, shown, qtbot):
    page = filtered.page
    choose(filtered, "uneven")
    rows = shown(filtered)
    press(filtered, KEY.Key_M, CTRL)
    qtbot.waitUntil(lambda: filtered.overview.shown and not filtered.runner.jobs)
    page.filter_bar.hide()
    page.filtering.recount()
    assert not page.filter_bar.isHidden()
    filtered.overview.close()
    assert shown(filtered) == rows
    assert page.filter_bar.isVisible()


def test_stepping_through_a_queue_without_hiding_the_rest(filtered, qtbot):
    page = filtered.page
    choose(filtered, "uneven")
    press(filtered, KEY.Key_H, CTRL | SHIFT)
    assert page.model.count == 7
    page.view.go_to(0)
    rows = []
    for _ in range(3):
        press(filtered, KEY.Key_J)
        rows.append(page.view.currentIndex().row())
    press(filtered, KEY.Key_J)
    assert rows == [1, 5, 6]
    assert "Nothing further down" in filtered.statusBar().currentMessage()
    press(filtered, KEY.Key_K)
    assert page.view.currentIndex().row() == 5
    page.view.go_to(3)
    press(filtered, KEY.Key_K)
    assert page.view.currentIndex().row() == 1


def test_counts_follow_the_work(filtered, qtbot):
    page = filtered.page
    press(filtered, KEY.Key_F)
    press(filtered, KEY.Key_Escape)
    assert not page.filter_bar.isVisible()
    choose(filtered, "proposed")
    chips = page.filter_bar.chips
    assert chips["proposed"].text().endswith("  4")
    page.view.go_to(0)
    press(filtered, KEY.Key_S)
    qtbot.waitUntil(lambda: chips["proposed"].text().endswith("  3"))
    page.reviewer.edit_text(page.view.place().paragraph.id, "في عام ٢٠٠٣.", page.view.place().paragraph.text)
    qtbot.waitUntil(lambda: page.findings.numbers == {page.model.link_at(0)})


def test_the_progress_of_the_bitext_is_told_in_figures_and_parts(filtered):
    assert filtered.figures.progress.counts == {
        LinkStatus.CONFIRMED: 1,
        LinkStatus.NEEDS_REVIEW: 1,
        LinkStatus.REJECTED: 1,
        LinkStatus.PROPOSED: 4,
    }
    assert (
        "1 confirmed (14 %)  ·  1 for review  ·  1 rejected  ·  4 proposed" in filtered.figures.words.text()
    )
    assert not filtered.figures.progress.grab().isNull()
    press(filtered, KEY.Key_S)
    assert filtered.figures.progress.counts[LinkStatus.CONFIRMED] == 2
    assert "Confirmed: 2 (29 %)" in filtered.figures.progress.accessibleDescription()


def test_what_another_program_changed_appears_under_the_filter_in_force(filtered, shown, tmp_path, qtbot):
    from taqabul.workflow.library import open_library

    page = filtered.page
    choose(filtered, "proposed")
    other = open_library(tmp_path / "library.db", "Salma")
    reviewing.confirm(other, page.summary.id, [page.model.link_at(0)])
    add_note(other, page.summary.id, page.model.link_at(1), "hm")
    hidden = int(page.model.everything.links[2])
    reviewing.reset_status(other, page.summary.id, [hidden])
    other.close()
    page.check_others()
    first = f"{ROWS[0]} confirmed"
    qtbot.waitUntil(lambda: shown(filtered)[0] == first)
    assert shown(filtered) == [first, ROWS[1], ROWS[5], ROWS[6]], "nothing moves under the reader's eyes"
    page.filtering.refresh()
    assert hidden in page.model.table.links
    assert first not in shown(filtered)


def test_a_filter_is_saved_under_a_name_and_found_again(filtered, shown, monkeypatch, library, bitext, qtbot):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("My rows", True))
    page = filtered.page
    choose(filtered, "proposed", "uneven")
    page.filter_bar.saved.ask_name()
    rows = shown(filtered)
    press(filtered, KEY.Key_Backspace)
    assert len(shown(filtered)) == 7
    page.filter_bar.saved.fill()
    page.filter_bar.saved.menu.actions()[0].trigger()
    assert shown(filtered) == rows
    assert page.filter_bar.isVisible()
    filtered.open_bitext(bitext)
    filtered.commands.show_palette()
    filtered.commands.palette.query.setText("my rows")
    assert filtered.commands.palette.chosen.id == "filter:My rows"
    filtered.commands.palette.take()
    qtbot.waitUntil(lambda: shown(filtered) == rows)
    saved = filtered.page.filter_bar.saved
    saved.fill()
    saved.menu.actions()[-1].menu().actions()[0].trigger()
    assert saved_filters(library) == {}


def test_what_was_changed_since_the_last_visit(filtered, shown, bitext, qtbot):
    filtered.open_bitext(bitext)
    page = filtered.page
    page.filtering.toggle("changed")
    qtbot.waitUntil(lambda: page.filtering.known("changed"))
    assert shown(filtered) == []
    press(filtered, KEY.Key_Backspace)
    page.reviewer.add_note(page.model.link_at(5), "hm")
    page.filtering.toggle("changed")
    assert shown(filtered) == [ROWS[5]]
    page.filter_bar.since.setCurrentIndex(page.filter_bar.since.findData("7"))
    qtbot.waitUntil(lambda: page.model.count == 4)
    page.filter_bar.since.setCurrentIndex(page.filter_bar.since.count() - 1)
    assert page.filter_bar.date.isVisible()
    page.filter_bar.date.setDate(QDate.currentDate().addDays(-3))
    qtbot.waitUntil(lambda: not filtered.runner.jobs)
    assert page.model.count == 4


def test_finding_steps_through_hidden_rows_too_and_shows_them(filtered, shown, qtbot):
    choose(filtered, "uneven")
    page = filtered.page
    page.find_bar.open()
    page.find_bar.query.setText("Haifa")
    qtbot.waitUntil(lambda: len(page.finder.hits) == 1)
    page.finder.step(1)
    assert page.view.place().row.link.shape == "1-1"
    assert len(shown(filtered)) == 4


def test_the_bar_takes_no_more_height_than_its_lines(filtered, qtbot):
    before = filtered.height()
    press(filtered, KEY.Key_F)
    bar = filtered.page.filter_bar
    qtbot.waitUntil(lambda: 40 < bar.height() < 200)
    assert filtered.height() == before
    wide = bar.height()
    filtered.resize(700, 700)
    qtbot.waitUntil(lambda: bar.height() > wide)
    chips = list(bar.chips.values())
    assert all(chip.x() >= 0 and chip.geometry().right() <= bar.width() for chip in chips)
    assert chips[-1].y() > chips[0].y()
