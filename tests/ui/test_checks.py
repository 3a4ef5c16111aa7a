"""The findings of the checks beside the rows, by keyboard: the way to both places, kept in step, put right, marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QMenu

from taqabul.checks.registry import CHECKS as REGISTRY
from taqabul.domain.language import Language
from taqabul.ui.checks import words
from taqabul.ui.checks.put_right_dialog import PutRightDialog
from taqabul.ui.checks.suppress_dialog import SuppressDialog
from taqabul.ui.checks.suppressed_dialog import SuppressedDialog
from taqabul.workflow import history, reviewing, shelving
from taqabul.workflow.annotating.listing import listed
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.spelling import known_words
from taqabul.workflow.suppressing import Reach, suppressions

KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def checked(at_work, library, bitext, qtbot):
    """The window on a bitext with a wrong date and two spaces, checked."""
    rows = list(iter_rows(library, bitext))
    reviewing.edit_text(library, bitext, rows[2].target[0].id, "The teacher  came back on 4 May.")
    at_work.page.reload()
    qtbot.waitUntil(at_work.isActiveWindow)
    QTest.keyClick(at_work.page.view, KEY.Key_Q, MOD.ControlModifier | MOD.ShiftModifier)
    settle(at_work, qtbot)
    return at_work


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.checking.waits)  # the encoder is slow to load


def told(window):
    model = window.checking.panel.model
    return [(one.row, one.check) for one in model.lines]


def agreeing(monkeypatch, *, everything=False):
    """Agrees to what is put right; gives what was said, shown, and whether all that say the same were offered."""
    shown = []

    def run(dialog):
        dialog.all.setChecked(everything)
        (told,) = (one.text() for one in dialog.findChildren(QLabel) if one.text())
        shown.append((told, dialog.view.toHtml(), not dialog.all.isHidden()))
        return PutRightDialog.DialogCode.Accepted

    monkeypatch.setattr(PutRightDialog, "exec", run)
    return shown


def test_findings_are_listed_by_severity_then_row_and_counted(checked):
    panel = checked.checking.panel
    assert told(checked) == [(3, "numbers"), (6, "omission"), (7, "omission"), (3, "spaces")]
    assert panel.told.text() == "4 finding(s) · 7 pair(s) checked"
    assert panel.check.itemText(1) == "Omissions and additions (2)"
    panel.severity.setCurrentIndex(panel.severity.findData("hint"))
    panel.severity.activated.emit(panel.severity.currentIndex())
    assert told(checked) == [(3, "spaces")]


def test_a_key_goes_to_the_pair_and_lights_both_places(checked):
    table = checked.checking.panel.table
    QTest.keyClick(table, KEY.Key_Down, MOD.ControlModifier | MOD.AltModifier)
    assert checked.page.view.currentIndex().row() == 2
    assert "٣ أيار" in checked.checking.panel.said.text()
    lit = checked.page.view.painting.cells.highlights.hits
    row = checked.page.model.row(2)
    assert {one.text[start:end] for one in row.source + row.target for start, end in lit.get(one.id, ())} == {
        "٣ أيار",
        "4 May",
    }
    for _ in range(2):
        QTest.keyClick(table, KEY.Key_Up, MOD.ControlModifier | MOD.AltModifier)
    assert checked.page.view.currentIndex().row() == 6


def test_what_is_corrected_goes_and_what_is_undone_comes_back(checked, library, bitext, qtbot):
    row = checked.page.model.row(2)
    checked.page.reviewer.edit_text(row.target[0].id, "The teacher came back on 3 May.", row.target[0].text)
    settle(checked, qtbot)
    assert told(checked) == [(6, "omission"), (7, "omission")]
    checked.page.reviewer.undo()
    settle(checked, qtbot)
    assert {(3, "numbers"), (3, "spaces")} < set(told(checked))


def test_a_safe_fix_is_shown_and_is_one_undoable_edit(checked, library, bitext, monkeypatch, qtbot):
    shown = agreeing(monkeypatch)
    panel = checked.checking.panel
    panel.table.selectRow(3)
    assert panel.fix.isEnabled()
    QTest.keyClick(panel.table, KEY.Key_F, MOD.ControlModifier | MOD.AltModifier)
    settle(checked, qtbot)
    ((words, html, offers_all),) = shown
    text = QTextDocumentFragment.fromHtml(html).toPlainText()
    assert "The teacher" in text
    assert "came back on 4 May." in text
    assert "line-through" in html
    assert (words, offers_all) == ("Several spaces", False)
    assert checked.page.model.row(2).target[0].text == "The teacher came back on 4 May."
    assert (3, "spaces") not in told(checked)
    history.undo(library, bitext)
    assert list(iter_rows(library, bitext))[2].target[0].text == "The teacher  came back on 4 May."


def test_all_that_say_the_same_are_put_right_together_and_undone_by_one_key(
    checked, library, bitext, monkeypatch, qtbot
):
    rows = list(iter_rows(library, bitext))
    before = rows[0].source[0].text
    checked.page.reviewer.edit_text(rows[0].source[0].id, before.replace(" ", "  "), before)
    settle(checked, qtbot)
    spaced = before.replace(" ", "  ")
    places = [row for row, check in told(checked) if check == "spaces"]
    assert len(places) > 2
    shown = agreeing(monkeypatch, everything=True)
    panel = checked.checking.panel
    panel.table.selectRow(told(checked).index((3, "spaces")))
    QTest.keyClick(panel.table, KEY.Key_F)
    qtbot.waitUntil(lambda: checked.page.model.row(0).source[0].text == before)
    settle(checked, qtbot)
    ((_words, html, offers_all),) = shown
    assert offers_all
    assert "line-through" in html
    assert len(QTextDocumentFragment.fromHtml(html).toPlainText().split("\n")) == len(set(places))
    assert checked.page.model.row(2).target[0].text == "The teacher came back on 4 May."
    assert "spaces" not in [check for _row, check in told(checked)]
    checked.actions_table["undo"].trigger()
    assert checked.page.model.row(0).source[0].text == spaced
    assert checked.page.model.row(2).target[0].text == "The teacher  came back on 4 May."


def test_a_finding_becomes_an_error_of_mqm_by_one_key(checked, library, bitext, qtbot):
    checked.checking.panel.table.selectRow(0)
    QTest.keyClick(checked.checking.panel.table, KEY.Key_E, MOD.ControlModifier | MOD.AltModifier)
    (marked,) = listed(library, bitext)
    assert (marked.annotation.label_set, marked.annotation.label) == ("mqm-core", "mistranslation")


def test_letters_act_on_the_finding_in_the_list_and_escape_leads_to_the_rows(checked, library, bitext, qtbot):
    table = checked.checking.panel.table
    table.setFocus()
    QTest.keyClick(table, KEY.Key_Down)
    QTest.keyClick(table, KEY.Key_Return)
    assert checked.page.view.currentIndex().row() == 2
    QTest.keyClick(table, KEY.Key_Down)
    assert checked.page.view.currentIndex().row() == 5, "the rows follow the bar"
    assert table.hasFocus()
    QTest.keyClick(table, KEY.Key_Up)
    assert checked.page.view.currentIndex().row() == 2
    QTest.keyClick(table, KEY.Key_E)
    (marked,) = listed(library, bitext)
    assert marked.annotation.label == "mistranslation"
    settle(checked, qtbot)
    QTest.keyClick(table, KEY.Key_Escape)
    assert checked.page.view.hasFocus()


def test_findings_stand_over_the_annotations_not_below_them(checked, qtbot):
    checked.annotating.toggle_panel()
    assert checked.checking.dock in checked.tabifiedDockWidgets(checked.annotating.dock)


def test_a_finding_is_suppressed_by_rule_with_a_reason_and_comes_back(
    checked, library, bitext, monkeypatch, qtbot
):
    def answer(dialog):
        dialog.choices[Reach.RULE].setChecked(True)
        dialog.line.setText("told elsewhere")
        return SuppressDialog.DialogCode.Accepted

    monkeypatch.setattr(SuppressDialog, "exec", answer)
    checked.checking.panel.table.selectRow(2)
    QTest.keyClick(checked.checking.panel.table, KEY.Key_D, MOD.ControlModifier | MOD.AltModifier)
    settle(checked, qtbot)
    assert told(checked) == [(3, "numbers"), (3, "spaces")]
    (kept,) = suppressions(library, bitext)
    assert (kept.check, kept.reason) == ("omission", "told elsewhere")
    listed_ = []

    def tell_again(dialog):
        listed_.extend(dialog.model.cells(one) for one in dialog.model.lines)
        QTest.keyClick(dialog.table, KEY.Key_Delete)
        listed_.append(dialog.told.text())

    see_suppressed(checked, tell_again, monkeypatch, qtbot)
    assert listed_[0][:3] == ("Omissions and additions", "the whole bitext", "told elsewhere")
    assert listed_[1:] == ["Nothing is suppressed."]
    settle(checked, qtbot)
    assert (len(told(checked)), suppressions(library, bitext)) == (4, [])
    undo(checked)
    assert suppressions(library, bitext) == [kept]


def see_suppressed(window, act, monkeypatch, qtbot):
    """Open the list of what is suppressed, and do something in it."""

    def exec_(dialog):
        dialog.show()
        qtbot.waitUntil(dialog.isActiveWindow)
        act(dialog)
        dialog.buttons.button(QDialogButtonBox.StandardButton.Close).click()

    monkeypatch.setattr(SuppressedDialog, "exec", exec_)
    window.checking.panel.silent.setFocus()
    QTest.keyClick(window.checking.panel.silent, KEY.Key_Space)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def undo(window):
    QTest.keyClick(window.page.view, KEY.Key_Z, MOD.ControlModifier)


def redo(window):
    QTest.keyClick(window.page.view, KEY.Key_Y, MOD.ControlModifier)


def suppress_first(window, monkeypatch):
    monkeypatch.setattr(SuppressDialog, "exec", lambda _dialog: SuppressDialog.DialogCode.Accepted)
    window.checking.panel.table.selectRow(0)
    QTest.keyClick(window.checking.panel.table, KEY.Key_D, MOD.ControlModifier | MOD.AltModifier)


def test_undo_takes_a_suppression_back_in_its_turn_among_the_edits(
    checked, library, bitext, monkeypatch, qtbot
):
    def texts():
        return [one.text for row in iter_rows(library, bitext) for one in row.target]

    before = texts()
    suppress_first(checked, monkeypatch)
    action = checked.actions_table["undo"]
    assert action.text() == "&Undo “suppress”"
    checked.page.view.go_to(0)
    checked.page.view.setFocus()
    QTest.keyClick(checked.page.view, KEY.Key_Space)
    settle(checked, qtbot)
    assert history.undo_label(library, bitext) == "confirm"
    assert action.text() == "&Undo “confirm”"
    undo(checked)
    assert history.redo_label(library, bitext) == "confirm"
    assert len(suppressions(library, bitext)) == 1
    assert action.text() == "&Undo “suppress”"
    undo(checked)
    settle(checked, qtbot)
    assert (len(told(checked)), suppressions(library, bitext), texts()) == (4, [], before)
    assert checked.messages.isHidden()
    assert (action.text(), checked.actions_table["redo"].text()) == ("&Undo “edit text”", "&Redo “suppress”")
    redo(checked)
    settle(checked, qtbot)
    assert (len(told(checked)), len(suppressions(library, bitext))) == (3, 1)
    redo(checked)
    assert history.undo_label(library, bitext) == "confirm"
    assert not checked.actions_table["redo"].isEnabled()


def test_what_was_taken_back_is_not_done_again_after_another_edit(
    checked, library, bitext, monkeypatch, qtbot
):
    suppress_first(checked, monkeypatch)
    undo(checked)
    checked.page.view.go_to(0)
    checked.page.view.setFocus()
    QTest.keyClick(checked.page.view, KEY.Key_Space)
    undo(checked)
    assert checked.actions_table["redo"].text() == "&Redo “confirm”"
    redo(checked)
    redo(checked)
    settle(checked, qtbot)
    assert (history.undo_label(library, bitext), suppressions(library, bitext)) == ("confirm", [])


def test_what_was_suppressed_is_told_again_from_the_message(checked, library, bitext, monkeypatch, qtbot):
    monkeypatch.setattr(SuppressDialog, "exec", lambda _dialog: SuppressDialog.DialogCode.Accepted)
    checked.checking.panel.table.selectRow(0)
    QTest.keyClick(checked.checking.panel.table, KEY.Key_D, MOD.ControlModifier | MOD.AltModifier)
    settle(checked, qtbot)
    assert len(told(checked)) == 3
    (again,) = checked.messages.answers
    again.setFocus()
    QTest.keyClick(again, KEY.Key_Space)
    settle(checked, qtbot)
    assert (len(told(checked)), suppressions(library, bitext)) == (4, [])
    assert checked.actions_table["undo"].text() == "&Undo “edit text”"


def test_a_finding_of_a_bitext_that_is_gone_cannot_be_suppressed_which_is_said(
    checked, library, bitext, monkeypatch, qtbot
):
    shelving.bin_bitexts(library, [bitext])
    shelving.empty_bin(library)
    suppress_first(checked, monkeypatch)
    assert "There is no bitext" in checked.messages.text.text()
    assert checked.messages.answers == []


def test_spelling_is_chosen_and_a_word_is_taken_into_the_dictionary(checked, library, bitext, qtbot):
    panel = checked.checking.panel
    row = checked.page.model.row(2)
    checked.page.reviewer.edit_text(row.target[0].id, "The teecher came back on 3 May.", row.target[0].text)
    panel.which.setFocus()
    QTest.keyClick(panel.which, KEY.Key_Space)
    menu = panel.which.findChild(QMenu)
    (spelling,) = [one for one in menu.actions() if one.data() == "spelling"]
    assert (spelling.isEnabled(), spelling.isChecked()) == (True, False)
    spelling.trigger()
    menu.close()
    settle(checked, qtbot)
    assert checked.settings.turned_checks == ["spelling"]
    (at,) = [k for k, one in enumerate(panel.model.lines) if one.values[:1] == ("teecher",)]
    panel.table.selectRow(at)
    checked.activateWindow()
    qtbot.waitUntil(checked.isActiveWindow)
    QTest.keyClick(panel.table, KEY.Key_W, MOD.ControlModifier | MOD.AltModifier)
    settle(checked, qtbot)
    assert known_words(library) == [(Language.ENGLISH, "teecher")]
    assert not any(one.values[:1] == ("teecher",) for one in panel.model.lines)
    (again,) = checked.messages.answers
    again.setFocus()
    QTest.keyClick(again, KEY.Key_Space)
    settle(checked, qtbot)
    assert known_words(library) == []
    panel.table.selectRow([one.values[:1] for one in panel.model.lines].index(("teecher",)))
    QTest.keyClick(panel.table, KEY.Key_W, MOD.ControlModifier | MOD.AltModifier)
    assert known_words(library) == [(Language.ENGLISH, "teecher")]
    assert checked.checking.waits
    undo(checked)
    assert known_words(library) == []
    settle(checked, qtbot)
    assert any(one.values[:1] == ("teecher",) for one in panel.model.lines)


def test_work_goes_on_while_the_translation_is_checked(checked, library, bitext, qtbot):
    checked.page.view.go_to(0)
    checked.page.view.setFocus()
    checked.checking.check()
    assert checked.checking.waits
    checked.refresh()
    QTest.keyClick(checked.page.view, KEY.Key_Space)
    assert history.undo_label(library, bitext) == "confirm"
    row = checked.page.model.row(2)
    checked.page.reviewer.edit_text(row.target[0].id, "The teacher came back on 3 May.", row.target[0].text)
    settle(checked, qtbot)
    assert 3 not in [row for row, _check in told(checked)]


def test_everything_that_checks_say_has_words_in_the_window(checked):
    assert set(words.CHECKS) == {check.id for check in REGISTRY}
    known = {message.text for message in words.FINDINGS}
    assert {one.message for one in checked.checking.panel.model.lines} <= known


def test_leaving_the_bitext_puts_the_findings_away(checked):
    checked.show_start()
    assert not checked.checking.shown
    assert checked.checking.dock.isHidden()
