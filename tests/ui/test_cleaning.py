"""Cleaning the texts of the open bitext: what would change is shown first."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox

from taqabul.domain.language import Side
from taqabul.text.cleaning import CleanRule
from taqabul.ui.dialogs import cleaning_dialog
from taqabul.ui.dialogs.cleaning_dialog import CleaningDialog
from taqabul.workflow import cleaning, reviewing
from taqabul.workflow.rows import iter_rows

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def soiled(at_work, library, bitext):
    rows = list(iter_rows(library, bitext))
    for paragraph, text in (
        (rows[0].source[0], "بيان\u200f من  القاهرة."),
        (rows[0].target[0], "A statement\u00a0from Cairo."),
    ):
        at_work.page.reviewer.show(reviewing.edit_text(library, bitext, paragraph.id, text))
    return at_work


def texts(library, bitext):
    row = next(iter_rows(library, bitext))
    return [one.text for one in row.source + row.target]


@pytest.fixture
def dialog(soiled, library, bitext, qtbot):
    page = soiled.page
    languages = {side: page.model.language(side) for side in Side}
    made = CleaningDialog(cleaning.unclean(library, bitext), languages, soiled.reading.look, soiled)
    qtbot.addWidget(made)
    return made


def test_what_would_change_is_named_paragraph_by_paragraph(dialog):
    assert dialog.list.count() == 2
    shown = dialog.view.toPlainText()
    assert "RLM" in shown
    assert "␣" in shown
    dialog.list.setCurrentRow(1)
    assert "NBSP" in dialog.view.toPlainText()


def test_rules_and_ticks_decide_what_is_cleaned(dialog):
    dialog.rules[CleanRule.SPACES].setChecked(False)
    assert [one.text for one in dialog.chosen] == ["بيان من القاهرة."]
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.chosen == []
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    dialog.all.click()
    assert len(dialog.chosen) == 1


def test_a_key_looks_asks_cleans_and_undo_brings_it_back(soiled, library, bitext, qtbot, monkeypatch):
    before = texts(library, bitext)
    monkeypatch.setattr(cleaning_dialog.CleaningDialog, "exec", lambda self: self.DialogCode.Accepted)
    QTest.keyClick(soiled.page.view, Qt.Key.Key_K, CTRL_SHIFT)
    qtbot.waitUntil(lambda: texts(library, bitext) != before)
    assert texts(library, bitext) == ["بيان من القاهرة.", "A statement from Cairo."]
    qtbot.waitUntil(lambda: soiled.page.model.row(0).source[0].text == "بيان من القاهرة.")
    qtbot.waitUntil(lambda: not soiled.runner.jobs)
    soiled.page.reviewer.undo()
    assert texts(library, bitext) == before


def test_clean_texts_are_said_to_be_so(at_work, qtbot):
    at_work.cleaning.ask()
    qtbot.waitUntil(lambda: "nothing to clean" in at_work.messages.text.text())
