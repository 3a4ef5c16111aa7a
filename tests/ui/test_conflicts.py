"""Two people change the same thing: both versions are shown, and who was slower says what shall stand."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.company.conflict_dialog import ConflictDialog
from taqabul.workflow import reviewing
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def salma(library):
    with closing(open_library(library.location, "Salma")) as opened:
        yield opened


@pytest.fixture
def answering():
    """Answers the question that comes next by a key; gives what was asked and shown."""
    shown = []

    def answer(key, modifier=ALT):
        def press():
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, ConflictDialog):
                QTimer.singleShot(20, press)
            elif not dialog.isActiveWindow():
                dialog.activateWindow()
                QTimer.singleShot(20, press)
            else:
                shown.append(dialog.versions.toPlainText())
                QTest.keyClick(dialog.focusWidget(), key, modifier)

        QTimer.singleShot(0, press)
        return shown

    return answer


@pytest.fixture
def typing(at_work, salma, bitext):
    """A text is being corrected here, and was corrected by somebody else meanwhile."""
    at_work.page.view.go_to(0, at_work.page.view.place().side)
    at_work.page.view.edit_asked.emit()
    editor = at_work.page.editing.editor
    QTest.keyClicks(editor, "mine ")
    reviewing.edit_text(salma, bitext, editor.paragraph.id, "Salma’s.")
    return editor


def text_of(library, bitext, paragraph):
    return next(one.text for row in iter_rows(library, bitext) for one in row.source if one.id == paragraph)


def save(window, qtbot):
    """F2 in the editor, and back in the window, which the offscreen platform leaves to us."""
    QTest.keyClick(window.page.editing.editor, KEY.Key_F2)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_mine_is_written_over_theirs_which_undo_brings_back(
    typing, at_work, library, bitext, answering, qtbot
):
    paragraph, before, mine = typing.paragraph.id, typing.before, typing.text
    shown = answering(KEY.Key_M)
    save(at_work, qtbot)
    assert "Salma" in shown[0]
    assert "mine" in shown[0]
    assert before in shown[0]
    assert at_work.page.editing.editor is None
    assert text_of(library, bitext, paragraph) == mine
    at_work.page.reviewer.undo()
    assert text_of(library, bitext, paragraph) == "Salma’s."


def test_theirs_stays_and_is_shown(typing, at_work, library, bitext, answering, qtbot):
    paragraph = typing.paragraph.id
    answering(KEY.Key_T)
    save(at_work, qtbot)
    assert at_work.page.editing.editor is None
    assert text_of(library, bitext, paragraph) == "Salma’s."
    qtbot.waitUntil(lambda: at_work.page.model.row(0).source[0].text == "Salma’s.")


def test_mine_is_edited_further_and_saved_without_another_question(
    typing, at_work, library, bitext, answering, qtbot
):
    paragraph, mine = typing.paragraph.id, typing.text
    shown = answering(KEY.Key_E)
    save(at_work, qtbot)
    assert at_work.page.editing.editor.text == mine
    QTest.keyClicks(typing, "more ")
    save(at_work, qtbot)
    assert text_of(library, bitext, paragraph) == typing.text
    assert "more" in typing.text
    assert len(shown) == 1


def test_escape_leaves_everything_as_it_is_and_the_next_save_asks_again(
    typing, at_work, library, bitext, answering, qtbot
):
    paragraph, mine = typing.paragraph.id, typing.text
    shown = answering(KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    save(at_work, qtbot)
    assert at_work.page.editing.editor.text == mine
    assert text_of(library, bitext, paragraph) == "Salma’s."
    answering(KEY.Key_M)
    save(at_work, qtbot)
    assert len(shown) == 2
    assert text_of(library, bitext, paragraph) == mine


def test_what_came_into_the_window_meanwhile_is_no_less_a_conflict(typing, at_work, answering, qtbot):
    at_work.page.check_others()
    qtbot.waitUntil(lambda: at_work.page.model.row(0).source[0].text == "Salma’s.")
    assert "mine" in at_work.page.editing.editor.text
    shown = answering(KEY.Key_T)
    save(at_work, qtbot)
    assert shown


def test_a_text_that_is_gone_is_not_the_end_of_what_was_typed(
    at_work, salma, library, bitext, answering, qtbot
):
    page = at_work.page
    rows = list(iter_rows(library, bitext))
    page.view.go_to(1)
    page.view.edit_asked.emit()
    QTest.keyClicks(page.editing.editor, "mine ")
    mine = page.editing.editor.text
    reviewing.merge_paragraphs(salma, bitext, [rows[0].source[0].id, rows[1].source[0].id])
    answering(KEY.Key_S)
    save(at_work, qtbot)
    assert page.editing.editor.text == mine
    answering(KEY.Key_C)
    save(at_work, qtbot)
    assert page.editing.editor is None
    assert QApplication.clipboard().text() == mine


@pytest.mark.parametrize(
    ("key", "status"), [(KEY.Key_M, LinkStatus.CONFIRMED), (KEY.Key_T, LinkStatus.REJECTED)]
)
def test_a_verdict_on_what_others_judged_unseen_is_asked_about(
    at_work, salma, library, bitext, answering, key, status
):
    link = at_work.page.model.link_at(0)
    at_work.page.model.row(0)
    reviewing.reject(salma, bitext, [link])
    shown = answering(key)
    at_work.page.reviewer.confirm()
    assert "Rejected" in shown[0]
    assert "Salma" in shown[0]
    assert next(iter_rows(library, bitext)).link.status is status
