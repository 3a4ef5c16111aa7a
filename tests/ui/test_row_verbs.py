"""Verbs that move a side of rows or mark rows, by key: what is shown is what is saved, and undo takes it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from taqabul.domain.errors import EditConflict
from taqabul.domain.language import Side
from taqabul.ui import row_verbs
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.dialogs.sure_dialog import SureDialog
from taqabul.workflow import history

START = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]
KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier
ACCEPTED = QDialog.DialogCode.Accepted


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.page.view, key, modifiers)


VERBS = {
    "shift-down": (
        (3, Side.TARGET, KEY.Key_Down, CTRL | SHIFT),
        [*START[:3], "A4 | -", "A5 | B6", "- | B5", "A6 | B7"],
    ),
    "shift-up": (
        (3, Side.TARGET, KEY.Key_Up, CTRL | SHIFT),
        [*START[:2], "A3 | B4 B6 confirmed", "A4 | B5", "A5 | B7", "A6 | -"],
    ),
    "shift-source": (
        (5, Side.SOURCE, KEY.Key_Up, CTRL | SHIFT),
        [*START[:5], "A6 | B7"],
    ),
    "swap": (
        (3, Side.TARGET, KEY.Key_X, CTRL),
        [*START[:3], "A4 | B5 confirmed", "A5 | B6 confirmed", *START[5:]],
    ),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_side_is_moved_by_key(at_work, picture, shown, verb):
    (row, side, key, modifiers), after = VERBS[verb]
    at_work.page.view.go_to(row, side)
    at_work.refresh()
    press(at_work, key, modifiers)
    assert picture() == shown(at_work) == after
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == shown(at_work) == START


def test_many_rows_are_shifted_beside_the_window(at_work, picture, shown, qtbot, monkeypatch):
    monkeypatch.setattr(row_verbs, "AT_ONCE", 2)
    at_work.page.view.go_to(3, Side.TARGET)
    at_work.refresh()
    press(at_work, KEY.Key_Down, CTRL | SHIFT)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert picture() == shown(at_work) == VERBS["shift-down"][1]
    assert at_work.page.view.place().paragraph.number == 6


def test_a_large_step_is_taken_back_and_done_again_beside_the_window(
    at_work, picture, shown, qtbot, monkeypatch
):
    at_work.page.view.go_to(3, Side.TARGET)
    at_work.refresh()
    press(at_work, KEY.Key_Down, CTRL | SHIFT)
    after = picture()
    monkeypatch.setattr(history, "LARGE", 1)
    at_work.page.view.go_to(0)
    for key, rows in ((KEY.Key_Z, START), (KEY.Key_Y, after)):
        at_work.refresh()
        press(at_work, key, CTRL)
        assert len([job for job in at_work.runner.jobs if job.title]) == 1
        qtbot.waitUntil(lambda: not at_work.runner.jobs)
        assert picture() == shown(at_work) == rows
    assert at_work.page.view.currentIndex().row() == 3


def test_what_goes_wrong_beside_the_window_is_said_even_when_the_bitext_was_left(at_work, qtbot, monkeypatch):
    def refuse(*_args):
        raise EditConflict("The step cannot be turned around.", "")

    press(at_work, KEY.Key_S)
    at_work.refresh()
    monkeypatch.setattr(history, "LARGE", 1)
    monkeypatch.setattr(history, "undo", refuse)
    press(at_work, KEY.Key_Z, CTRL)
    at_work.show_start()
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert "cannot be turned around" in at_work.messages.text.text()


def test_two_chosen_rows_exchange_a_side(at_work, picture):
    view = at_work.page.view
    view.go_to(0, Side.TARGET)
    press(at_work, KEY.Key_Down, SHIFT)
    at_work.refresh()
    press(at_work, KEY.Key_X, CTRL)
    assert picture()[:2] == ["A1 | B2 B3 confirmed", "A2 | B1 confirmed"]


def test_several_chosen_rows_are_merged_and_taken_apart_in_one_step(at_work, picture):
    at_work.page.view.go_to(0)
    for _ in range(2):
        press(at_work, KEY.Key_Down, SHIFT)
    press(at_work, KEY.Key_M)
    assert picture()[0] == "A1 A2 A3 | B1 B2 B3 B4 confirmed"
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == START


def test_bookmarks_are_set_found_and_taken_away(at_work):
    view, table = at_work.page.view, lambda: at_work.page.model.table
    for row in (2, 5):
        view.go_to(row)
        press(at_work, KEY.Key_B, SHIFT)
    assert table().bookmarked.nonzero()[0].tolist() == [2, 5]
    assert "bookmark" in at_work.page.model.data(at_work.page.model.index(2, 0))
    view.go_to(0)
    press(at_work, KEY.Key_B)
    press(at_work, KEY.Key_B)
    assert view.currentIndex().row() == 5
    press(at_work, KEY.Key_B, ALT)
    assert view.currentIndex().row() == 2
    press(at_work, KEY.Key_B, SHIFT)
    assert table().bookmarked.nonzero()[0].tolist() == [5]
    press(at_work, KEY.Key_Z, CTRL)
    assert table().bookmarked.nonzero()[0].tolist() == [2, 5]


def test_bookmarks_are_there_and_can_be_undone_after_opening_again(at_work, bitext):
    press(at_work, KEY.Key_B, SHIFT)
    at_work.show_start()
    at_work.open_bitext(bitext)
    assert at_work.page.model.table.bookmarked.tolist() == [True] + [False] * 6
    at_work.actions_table["undo"].trigger()
    assert not at_work.page.model.table.bookmarked.any()


def test_without_bookmarks_that_is_said(at_work):
    at_work.statusBar().clearMessage()
    press(at_work, KEY.Key_B)
    assert at_work.statusBar().currentMessage() == "No row has a bookmark."


def test_a_row_is_marked_for_review_with_a_reason_that_is_offered_again(
    at_work, picture, monkeypatch, settings
):
    said = iter(["الرقم ناقص", ""])
    offered = []

    def answer(dialog):
        offered.append([dialog.field.itemText(k) for k in range(dialog.field.count())])
        dialog.field.setCurrentText(next(said))
        assert dialog.line.isRightToLeft() == bool(dialog.reason)
        return ACCEPTED

    monkeypatch.setattr(ReasonDialog, "exec", answer)
    at_work.page.view.go_to(2)
    press(at_work, KEY.Key_R, SHIFT)
    assert picture()[2] == "A3 | B4 needs-review"
    assert at_work.page.model.row(2).link.reason == "الرقم ناقص"
    assert at_work.page.model.table.has_reason.tolist() == [False, False, True, False, False, False, False]
    details = at_work.page.details
    details.refresh()
    assert "الرقم ناقص" in details.evidence.why.text()
    at_work.page.view.go_to(3)
    press(at_work, KEY.Key_R, SHIFT)
    assert offered == [[], ["الرقم ناقص"]]
    assert picture()[3] == "A4 | B6 needs-review"
    assert "الرقم" not in str(vars(settings)), "what is said of a text stays in its library"
    press(at_work, KEY.Key_Z, CTRL)
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == START


def test_letting_the_question_for_a_reason_go_changes_nothing(at_work, picture, monkeypatch):
    monkeypatch.setattr(ReasonDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    press(at_work, KEY.Key_R, SHIFT)
    assert picture() == START


def test_all_above_a_confidence_are_confirmed_in_one_step_after_a_look(at_work, picture, monkeypatch):
    seen = []

    def answer(dialog):
        dialog.least.setValue(80)
        seen.append((dialog.count.text(), dialog.sample.rowCount(), dialog.sample.item(0, 2).text()))
        dialog.least.setValue(100)
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Ok).isEnabled()
        dialog.least.setValue(70)
        return ACCEPTED

    monkeypatch.setattr(SureDialog, "exec", answer)
    press(at_work, KEY.Key_C, SHIFT)
    assert seen == [("2 pair(s) would be confirmed", 2, "The teacher came back on 3 May.")]
    assert [line for line in picture() if line.endswith("confirmed")] == [
        "A1 | B1 confirmed",
        "A2 | B2 B3 confirmed",
        "A3 | B4 confirmed",
    ]
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == START


@pytest.mark.parametrize(("hidden_too", "confirmed"), [(False, [1]), (True, [0, 1, 2])])
def test_under_a_filter_it_says_which_rows_it_looks_at(at_work, picture, monkeypatch, hidden_too, confirmed):
    seen = []

    def answer(dialog):
        dialog.show()
        dialog.least.setValue(70)
        if hidden_too:
            dialog.hidden_too.click()
        seen.append((dialog.hidden_too.isVisible(), dialog.hidden_too.text(), dialog.count.text()))
        dialog.hide()
        return ACCEPTED

    monkeypatch.setattr(SureDialog, "exec", answer)
    at_work.page.filtering.toggle("uneven")
    press(at_work, KEY.Key_C, SHIFT)
    which = "" if hidden_too else ", of those that the filter shows"
    assert seen == [
        (
            True,
            "&Also look at the 4 pair(s) that the filter hides",
            f"{len(confirmed)} pair(s) would be confirmed{which}",
        )
    ]
    assert [row for row, line in enumerate(picture()) if line.endswith("confirmed")] == confirmed


def test_many_sure_pairs_are_confirmed_beside_the_window(at_work, picture, shown, qtbot, monkeypatch):
    monkeypatch.setattr(row_verbs, "CONFIRMED_AT_ONCE", 1)
    monkeypatch.setattr(SureDialog, "exec", lambda dialog: dialog.least.setValue(70) or ACCEPTED)
    press(at_work, KEY.Key_C, SHIFT)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert [line.endswith("confirmed") for line in picture()] == [True] * 3 + [False] * 4
    assert shown(at_work) == picture()


def test_rows_that_a_filter_hides_are_not_moved_unseen(at_work, picture):
    page = at_work.page
    page.model.show_only(page.model.table.links[[1, 3]])
    page.view.go_to(0, Side.TARGET)
    for key, modifiers in ((KEY.Key_Down, CTRL | SHIFT), (KEY.Key_X, CTRL)):
        at_work.messages.dismiss()
        at_work.refresh()
        press(at_work, key, modifiers)
        assert "rows that the filter hides" in at_work.messages.text.text()
        assert picture() == START
    press(at_work, KEY.Key_Down, SHIFT)
    at_work.refresh()
    press(at_work, KEY.Key_X, CTRL)
    assert picture()[1:4] == ["A2 | B6 confirmed", "A3 | B4", "A4 | B2 B3 confirmed"]
