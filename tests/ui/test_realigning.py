"""Aligning anew from the window, with the real aligner: looked at first, then taken over or left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from taqabul.domain.bitext import Alignment
from taqabul.domain.language import Language, Side
from taqabul.ui.dialogs.pair_table import LANGUAGE
from taqabul.ui.dialogs.realign_dialog import RealignDialog
from taqabul.workflow import reviewing

pytestmark = pytest.mark.long

START = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]
KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
CODE = QDialog.DialogCode


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.page.view, key, modifiers)


def rest(window, qtbot):
    qtbot.waitUntil(lambda: not window.runner.jobs)
    window.refresh()


@pytest.fixture
def wrong(at_work):
    """The window on rows of which the middle ones face the wrong text."""
    page = at_work.page
    here, rows = (page.library, page.summary.id), [page.model.link_at(place) for place in (0, 2)]
    page.reviewer.perform(lambda: reviewing.swap(*here, Side.TARGET, *rows))
    page.reviewer.perform(lambda: reviewing.reset_status(*here, rows))
    page.view.go_to(0)
    at_work.refresh()
    return at_work


@pytest.fixture
def answer(monkeypatch):
    """What the person answers to the dialog of differences, and what was shown."""
    seen = []

    def answering(code):
        def show(dialog):
            model = dialog.lines
            lines = [
                [model.data(model.index(line, column)) for column in range(model.columnCount())]
                for line in range(model.rowCount())
            ]
            languages = [model.data(model.index(0, column), LANGUAGE) for column in range(4)]
            seen.append((f"{dialog.counts.text()} {dialog.remarks.text()}", lines, languages))
            return code

        monkeypatch.setattr(RealignDialog, "exec", show)
        return seen

    return answering


def test_what_would_change_is_shown_and_taken_over_in_one_step(wrong, answer, picture, shown, qtbot):
    seen = answer(CODE.Accepted)
    before = picture()
    assert before[0] == "A1 | B4"
    press(wrong, KEY.Key_R, CTRL)
    rest(wrong, qtbot)
    ((words, lines, languages),) = seen
    assert ["1. بيان من القاهرة.", "4. The teacher came back on 3 May."] in [line[:2] for line in lines]
    assert ["1. بيان من القاهرة.", "1. A statement from Cairo."] in [line[2:4] for line in lines]
    assert "pair(s) would be replaced by" in words
    assert languages == [*(Language.ARABIC, Language.ENGLISH) * 2]
    assert picture() == shown(wrong)
    assert "A1 | B1" in picture()
    press(wrong, KEY.Key_Z, CTRL)
    assert picture() == shown(wrong) == before


def test_what_is_left_is_left_as_it_was(wrong, answer, picture, qtbot):
    seen = answer(CODE.Rejected)
    before, undo = picture(), wrong.actions_table["undo"].text()
    press(wrong, KEY.Key_R, CTRL)
    rest(wrong, qtbot)
    assert len(seen) == 1
    assert picture() == before
    assert wrong.actions_table["undo"].text() == undo


def test_only_the_chosen_rows_are_aligned_anew(wrong, answer, picture, qtbot):
    answer(CODE.Accepted)
    before = picture()
    for _ in range(3):
        press(wrong, KEY.Key_Down, SHIFT)
    wrong.refresh()
    press(wrong, KEY.Key_R, CTRL | SHIFT)
    rest(wrong, qtbot)
    after = picture()
    assert "A1 | B1" in after
    assert "A3 | B4" in after
    assert after[-3:] == before[-3:]


def test_where_all_is_decided_that_is_said_and_nothing_is_asked(at_work, answer, qtbot):
    seen = answer(CODE.Accepted)
    press(at_work, KEY.Key_Space)
    at_work.page.view.go_to(0)
    at_work.refresh()
    press(at_work, KEY.Key_R, CTRL | SHIFT)
    rest(at_work, qtbot)
    assert seen == []
    assert "all decided on" in at_work.messages.text.text()


def test_remarks_of_the_aligner_are_shown(wrong, answer, qtbot, monkeypatch):
    seen = answer(CODE.Rejected)
    remark = "These texts do not look like translations of each other: no link is sure."

    def propose(*_):
        return Alignment((), (), "apart", (remark,))

    monkeypatch.setattr("taqabul.workflow.compute.propose_in_process", propose)
    press(wrong, KEY.Key_R, CTRL)
    rest(wrong, qtbot)
    assert remark in seen[0][0]


def test_two_picked_paragraphs_are_pinned_and_the_rest_aligned_around_them(wrong, picture, shown, qtbot):
    view = wrong.page.view
    before = picture()
    view.go_to(2, Side.TARGET)
    assert view.place().paragraph.number == 1
    press(wrong, KEY.Key_BracketRight)
    view.go_to(0, Side.SOURCE)
    press(wrong, KEY.Key_P)
    rest(wrong, qtbot)
    assert picture() == shown(wrong)
    assert "A1 | B1 confirmed" in picture()
    assert "A3 | B4" in picture()
    assert view.place().row.link.source == view.rows.row(0).link.source
    assert not wrong.page.reviewer.picks.everything
    assert wrong.actions_table["undo"].text() == "&Undo “pinpoint”"
    press(wrong, KEY.Key_Z, CTRL)
    assert picture() == before


def test_pinning_asks_for_one_paragraph_on_each_side(at_work, picture):
    view = at_work.page.view
    for row in (0, 2):
        view.go_to(row, Side.TARGET)
        press(at_work, KEY.Key_BracketRight)
    view.go_to(1, Side.SOURCE)
    press(at_work, KEY.Key_P)
    assert "Pick one paragraph on each side" in at_work.messages.text.text()
    at_work.refresh()
    press(at_work, KEY.Key_Escape)
    press(at_work, KEY.Key_P)
    assert "Pick a paragraph" in at_work.messages.text.text()
    assert picture() == START
