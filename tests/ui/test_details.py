"""The panel below the texts shows them as the rows do: direction, unseen characters, changes, mirrored windows."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from taqabul.domain.language import Direction, Side
from taqabul.text.showing import Display
from taqabul.ui.details.notes_panel import NotesPanel
from taqabul.ui.details.sentence_cells import sentence_cells
from taqabul.workflow import reviewing

KEY = Qt.Key
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def cell_of(panel, line, column):
    begin = QTextCursor(panel.document())
    begin.movePosition(QTextCursor.MoveOperation.NextBlock)
    return begin.currentTable().cellAt(line, column).firstCursorPosition()


def test_a_turned_paragraph_is_turned_here_too(at_work):
    view, panel = at_work.page.view, at_work.page.details.sentences
    view.go_to(0, Side.SOURCE)
    at_work.page.details.refresh()
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert [cell_of(panel, 0, column).blockFormat().layoutDirection() for column in (0, 1)] == [right, left]
    QTest.keyClick(view, KEY.Key_D, CTRL_SHIFT)
    at_work.page.details.refresh()
    assert view.place().paragraph.runs(view.rows.language(Side.SOURCE)) is Direction.LTR
    assert [cell_of(panel, 0, column).blockFormat().layoutDirection() for column in (0, 1)] == [left, left]


def test_unseen_characters_are_named_and_words_stay_found(at_work, qtbot):
    view, panel = at_work.page.view, at_work.page.details.sentences
    paragraph = view.rows.row(0).target[0]
    at_work.page.reviewer.edit_text(
        paragraph.id, "A\u00a0statement  from\u200f Cairo.", before=paragraph.text
    )
    view.go_to(0, Side.TARGET)
    at_work.page.details.refresh()
    assert "NBSP" not in panel.toPlainText()
    QTest.keyClick(view, KEY.Key_U, CTRL_SHIFT)
    at_work.page.details.refresh()
    assert "NBSP" in panel.toPlainText()
    assert "RLM" in panel.toPlainText()
    panel.setFocus()
    caret = panel.document().find("Cairo")
    caret.setPosition(caret.selectionStart() + 1)
    panel.setTextCursor(caret)
    word = panel.word_at_caret()
    assert word is not None
    text = view.rows.row(0).target[0].text
    assert text[word.stretch.start : word.stretch.end] == "Cairo"
    panel.light([word.stretch])
    assert [one.cursor.selectedText() for one in panel.extraSelections()] == ["Cairo"]


def test_spaces_are_shown_as_they_are(at_work):
    view = at_work.page.view
    languages = {side: view.rows.language(side) for side in Side}
    row = view.rows.row(1)
    cells = sentence_cells(row, languages, Display())
    assert [cells[line, 1].text for line in (0, 1)] == [one.text for one in row.target]


def test_a_change_of_something_unseen_is_seen(at_work, library):
    paragraph = at_work.page.view.rows.row(0).target[0]
    reviewing.edit_text(library, at_work.page.summary.id, paragraph.id, "A\u200f statement from Cairo.")
    at_work.page.reload()
    at_work.page.view.go_to(0)
    at_work.page.details.refresh()
    assert "RLM" in at_work.page.details.changes.view.toPlainText()


def test_in_a_mirrored_window_the_source_stands_on_the_right(at_work):
    at_work.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    details = at_work.page.details
    details.set_look(at_work.page.view.look)
    at_work.page.view.go_to(0)
    details.refresh()
    panel = details.sentences
    begin = QTextCursor(panel.document())
    begin.movePosition(QTextCursor.MoveOperation.NextBlock)
    table = begin.currentTable()
    assert "Cairo" in table.cellAt(0, 0).firstCursorPosition().block().text()
    caret = panel.document().find("القاهرة")
    panel.setTextCursor(caret)
    word = panel.word_at_caret()
    assert word is not None
    assert word.side is Side.SOURCE
    panel.light([word.stretch])
    assert [one.cursor.selectedText() for one in panel.extraSelections()] == ["القاهرة"]


def test_the_button_that_adds_a_note_says_so_before_any_pair_is_gone_to(qtbot):
    panel = NotesPanel()
    qtbot.addWidget(panel)
    assert panel.keep.text() == "Add note"
