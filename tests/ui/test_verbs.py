"""Every verb by key, on a real library: what is shown is what is saved, and undo takes it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QDialog

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Side
from taqabul.ui.bitext.model import Column
from taqabul.ui.dialogs.split_dialog import SplitDialog

START = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]
KEY = Qt.Key
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.page.view, key, modifiers)


def with_change(changes):
    after = list(START)
    for row, text in changes.items():
        after[row] = text
    return [line for line in after if line]


VERBS = {
    "confirm": (0, Side.SOURCE, KEY.Key_Space, NONE, {0: "A1 | B1 confirmed"}),
    "status": (1, Side.SOURCE, KEY.Key_S, NONE, {1: "A2 | B2 B3 confirmed"}),
    "confirm up to here": (
        2,
        Side.SOURCE,
        KEY.Key_C,
        NONE,
        {0: "A1 | B1 confirmed", 1: "A2 | B2 B3 confirmed", 2: "A3 | B4 confirmed"},
    ),
    "mark for review": (3, Side.SOURCE, KEY.Key_R, NONE, {3: "A4 | B6 needs-review"}),
    "reject": (4, Side.SOURCE, KEY.Key_X, NONE, {4: "A5 | B5 rejected"}),
    "merge": (2, Side.SOURCE, KEY.Key_Backspace, ALT, {2: "A3 A4 | B4 B6 confirmed", 3: ""}),
    "move down": (1, Side.TARGET, KEY.Key_Down, CTRL, {1: "A2 | B2 confirmed", 2: "A3 | B3 B4 confirmed"}),
    "move up": (2, Side.SOURCE, KEY.Key_Up, CTRL, {1: "A2 A3 | B2 B3 confirmed", 2: "- | B4 confirmed"}),
}


@pytest.mark.parametrize("verb", VERBS)
def test_a_verb_by_its_key_is_shown_saved_undone_and_redone(at_work, picture, shown, verb):
    row, side, key, modifiers, changes = VERBS[verb]
    QAbstractItemModelTester(at_work.page.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    at_work.page.view.go_to(row, side)
    press(at_work, key, modifiers)
    after = picture()
    assert [line.removesuffix(" confirmed") for line in after] == [
        line.removesuffix(" confirmed") for line in with_change(changes)
    ]
    assert shown(at_work) == after != START
    press(at_work, KEY.Key_Z, CTRL)
    assert shown(at_work) == picture() == START
    press(at_work, KEY.Key_Y, CTRL)
    assert shown(at_work) == picture() == after


@pytest.mark.parametrize("action", ["confirm", "review", "reject", "unlink", "merge", "down"])
def test_a_verb_by_its_menu_entry_does_what_its_key_does(at_work, picture, shown, action):
    at_work.page.view.go_to(1, Side.TARGET)
    at_work.refresh()
    at_work.actions_table[action].trigger()
    assert shown(at_work) == picture() != START
    at_work.actions_table["undo"].trigger()
    at_work.refresh()
    assert shown(at_work) == picture() == START


def test_confirming_goes_on_to_the_next_row(at_work):
    press(at_work, KEY.Key_Space)
    press(at_work, KEY.Key_Space)
    assert at_work.page.view.currentIndex().row() == 2
    assert at_work.page.statuses()[LinkStatus.CONFIRMED] == 2


def test_several_chosen_rows_are_confirmed_in_one_step(at_work, picture):
    at_work.page.view.go_to(2)
    press(at_work, KEY.Key_Down, SHIFT)
    press(at_work, KEY.Key_Down, SHIFT)
    press(at_work, KEY.Key_Space)
    assert [line for line in picture() if line.endswith("confirmed")] == [
        "A3 | B4 confirmed",
        "A4 | B6 confirmed",
        "A5 | B5 confirmed",
    ]
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == START


def test_unlinking_parts_a_row_into_its_paragraphs(at_work, picture, shown):
    at_work.page.view.go_to(1)
    press(at_work, KEY.Key_L, CTRL | SHIFT)
    assert [line.split(" con")[0] for line in picture()][1:4] == ["A2 | -", "- | B2", "- | B3"]
    assert shown(at_work) == picture()


def test_picked_paragraphs_are_linked_wherever_they_are(at_work, picture, shown):
    view = at_work.page.view
    view.go_to(6, Side.SOURCE)
    press(at_work, KEY.Key_BracketLeft)
    view.go_to(5, Side.TARGET)
    press(at_work, KEY.Key_BracketRight)
    assert len(view.painting.cells.highlights.picked) == 2
    press(at_work, KEY.Key_L, CTRL)
    assert "A6 | B7 confirmed" in picture()
    assert shown(at_work) == picture()
    assert not view.painting.cells.highlights.picked


def test_a_link_is_drawn_with_the_mouse_from_one_text_to_the_other(at_work, picture, shown):
    view = at_work.page.view
    start = view.cell_rect(6, Column.SOURCE).center()
    goal = view.cell_rect(5, Column.TARGET).center()
    viewport = view.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(30, 0))
    QTest.mouseMove(viewport, goal)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=goal)
    assert "A6 | B7 confirmed" in picture()
    assert shown(at_work) == picture()


def test_splitting_asks_where_and_makes_two_rows(at_work, picture, monkeypatch):
    asked = []

    def agree(dialog):
        asked.append(dialog.places)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SplitDialog, "exec", agree)
    at_work.page.view.go_to(1, Side.TARGET, 1)
    at_work.refresh()
    press(at_work, KEY.Key_D)
    assert asked == [(1, 1)]
    assert [line.split(" con")[0] for line in picture()][1:3] == ["A2 | B2", "- | B3"]


def test_paragraphs_are_merged_and_the_cursor_stays(at_work, picture, library, bitext):
    at_work.page.view.go_to(1, Side.TARGET, 0)
    press(at_work, KEY.Key_D, CTRL)
    place = at_work.page.view.place()
    assert place.paragraph.text == "Ahmad's book reached the school. The pupils read it."
    press(at_work, KEY.Key_Z, CTRL)
    assert picture() == START


def test_what_cannot_be_done_is_said_in_the_message_bar(at_work, picture):
    at_work.page.view.go_to(6, Side.SOURCE)
    press(at_work, KEY.Key_Backspace, ALT)
    assert at_work.messages.isVisible()
    assert "There is no row below" in at_work.messages.text.text()
    assert picture() == START


def test_undo_works_after_closing_and_opening_again(at_work, picture, shown, bitext):
    press(at_work, KEY.Key_Space)
    at_work.show_start()
    assert not at_work.has_page
    at_work.open_bitext(bitext)
    assert shown(at_work)[0] == "A1 | B1 confirmed"
    assert at_work.actions_table["undo"].text() == "&Undo “confirm”"
    at_work.actions_table["undo"].trigger()
    assert picture() == START


def test_the_menu_names_what_undo_and_redo_would_do(at_work):
    press(at_work, KEY.Key_X)
    at_work.refresh()
    assert at_work.actions_table["undo"].text() == "&Undo “reject”"
    assert not at_work.actions_table["redo"].isEnabled()
    press(at_work, KEY.Key_Z, CTRL)
    at_work.refresh()
    assert at_work.actions_table["redo"].text() == "&Redo “reject”"
    assert not at_work.actions_table["undo"].isEnabled()
