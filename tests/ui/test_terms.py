"""The term base in the window, by keyboard: terms by hand, from a file, out of confirmed pairs; kept when agreed to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from taqabul.checks.term_candidates import TermCandidate
from taqabul.ui.checks.terms_dialog import TermsDialog
from taqabul.workflow import reviewing
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.terms import Term, keep_terms, kept_terms

COURT, JUDGE = Term(("محكمة",), ("court",)), Term(("قاض",), ("judge",))
KEY, MOD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def editing(at_work, monkeypatch, qtbot):
    """Opens the dialog by its key, does something in it, and agrees or not."""

    def opened(act, answer=TermsDialog.DialogCode.Accepted):
        def exec_(dialog):
            dialog.show()
            qtbot.waitUntil(dialog.isActiveWindow)
            act(dialog)
            dialog.close()
            return answer

        monkeypatch.setattr(TermsDialog, "exec", exec_)
        at_work.activateWindow()
        qtbot.waitUntil(at_work.isActiveWindow)
        QTest.keyClick(at_work.page.view, KEY.Key_B, MOD.ControlModifier | MOD.AltModifier)

    return opened


def press(button):
    button.setFocus()
    QTest.keyClick(button, KEY.Key_Space)


def test_a_term_is_written_by_hand_and_kept(editing, library):
    def write(dialog):
        press(dialog.add)
        for column, text in enumerate(("محكمة", "court|  tribunal", "", "yard")):
            dialog.table.item(0, column).setText(text)

    editing(write)
    assert kept_terms(library, None) == [Term(("محكمة",), ("court", "tribunal"), not_english=("yard",))]

    def drop(dialog):
        dialog.table.setCurrentCell(0, 0)
        press(dialog.remove)

    editing(drop, TermsDialog.DialogCode.Rejected)
    assert len(kept_terms(library, None)) == 1
    editing(drop)
    assert kept_terms(library, None) == []


def test_undo_brings_the_terms_back_and_leaves_what_others_added(editing, at_work, library, qtbot):
    keep_terms(library, None, [COURT])

    def change(dialog):
        dialog.table.item(0, 1).setText("yard")

    editing(change)
    assert kept_terms(library, None) == [Term(("محكمة",), ("yard",))]
    keep_terms(library, None, [*kept_terms(library, None), JUDGE])
    assert at_work.actions_table["undo"].text() == "&Undo “change terms”"
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    QTest.keyClick(at_work.page.view, KEY.Key_Z, MOD.ControlModifier)
    assert kept_terms(library, None) == [JUDGE, COURT]
    QTest.keyClick(at_work.page.view, KEY.Key_Y, MOD.ControlModifier)
    assert kept_terms(library, None) == [JUDGE, Term(("محكمة",), ("yard",))]


def test_terms_are_loaded_from_a_file_and_a_bad_one_says_why(editing, library, tmp_path, monkeypatch, qtbot):
    good, bad = tmp_path / "terms.csv", tmp_path / "bad.csv"
    good.write_text("ar,en\nمحكمة,court\n", "utf-8")
    bad.write_text("one,two\n1,2\n", "utf-8")
    names = iter((str(good), str(bad)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (next(names), ""))

    def load(dialog):
        press(dialog.load)
        qtbot.waitUntil(lambda: dialog.told.text() == "1 term(s) added")
        press(dialog.load)
        qtbot.waitUntil(lambda: "bad.csv" in dialog.told.text())

    editing(load)
    assert kept_terms(library, None) == [Term(("محكمة",), ("court",))]


def test_candidates_of_confirmed_pairs_are_taken_over(editing, library, bitext, qtbot):
    for row in list(iter_rows(library, bitext))[:4]:
        if row.source and row.target:
            reviewing.edit_text(library, bitext, row.source[0].id, "هذه محكمة كبيرة")
            reviewing.edit_text(library, bitext, row.target[0].id, "this big court")
    reviewing.confirm(library, bitext, [row.link.id for row in list(iter_rows(library, bitext))[:4]])

    def take(dialog):
        press(dialog.seek)
        qtbot.waitUntil(lambda: dialog.candidates.rowCount() > 0)
        press(dialog.take)

    editing(take)
    (kept,) = kept_terms(library, None)
    assert kept.arabic
    assert kept.english


def test_what_is_a_term_in_small_letters_is_no_candidate_in_capitals(editing, library):
    keep_terms(library, None, [Term(("عراقية",), ("iraqi",))])

    def look(dialog):
        dialog.show_candidates(
            [TermCandidate("عراقية", "Iraqi", 9, 0.9), TermCandidate("أسبانيا", "Spain", 4, 0.8)]
        )
        assert [dialog.candidates.item(k, 1).text() for k in range(dialog.candidates.rowCount())] == ["Spain"]

    editing(look)
