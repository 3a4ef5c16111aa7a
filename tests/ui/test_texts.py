"""Correcting texts in place, seeing the change, taking it back; notes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Side
from taqabul.text.changes import differences
from taqabul.workflow.rows import iter_rows

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def texts(library, bitext, side=Side.SOURCE):
    rows = iter_rows(library, bitext)
    return [one.text for row in rows for one in (row.source if side is Side.SOURCE else row.target)]


def begin(window, row, side=Side.SOURCE, part=0):
    window.page.view.go_to(row, side, part)
    QTest.keyClick(window.page.view, KEY.Key_E)
    editor = window.page.editing.editor
    assert editor is not None
    return editor


def test_the_editor_runs_in_the_direction_of_the_text(at_work):
    editor = begin(at_work, 1)
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft
    QTest.keyClick(editor, KEY.Key_Escape)
    editor = begin(at_work, 1, Side.TARGET)
    assert editor.document().defaultTextOption().textDirection() is Qt.LayoutDirection.LeftToRight


def test_letters_typed_in_the_editor_are_text_and_no_verbs(at_work, library, bitext):
    editor = begin(at_work, 0, Side.TARGET)
    QTest.keyClicks(editor, "Cesx ")
    QTest.keyClick(editor, KEY.Key_F2)
    assert texts(library, bitext, Side.TARGET)[0] == "Cesx A statement from Cairo."
    assert at_work.page.editing.editor is None
    assert at_work.page.statuses()[LinkStatus.CONFIRMED] == 0


def test_an_edit_is_saved_shown_as_a_difference_and_restored(at_work, library, bitext):
    editor = begin(at_work, 0)
    editor.setPlainText("بيان من دمشق.")
    QTest.keyClick(editor, KEY.Key_Return, CTRL)
    assert texts(library, bitext)[0] == "بيان من دمشق."
    page = at_work.page
    assert page.details.tabs.isTabEnabled(1)
    html = page.details.changes.view.toHtml()
    assert "line-through" in html
    assert "underline" in html
    page.details.changes.restore.click()
    assert texts(library, bitext)[0] == "بيان من القاهرة."
    assert not page.details.tabs.isTabEnabled(1)
    QTest.keyClick(page.view, KEY.Key_Z, CTRL)
    assert texts(library, bitext)[0] == "بيان من دمشق."


def test_escape_discards_what_was_typed(at_work, library, bitext):
    before = texts(library, bitext)
    editor = begin(at_work, 0)
    editor.setPlainText("شيء آخر")
    QTest.keyClick(editor, KEY.Key_Escape)
    assert texts(library, bitext) == before
    assert at_work.page.view.hasFocus()


def test_tab_saves_and_goes_on_to_the_next_text_of_the_side(at_work, library, bitext):
    editor = begin(at_work, 4, Side.TARGET)
    QTest.keyClicks(editor, "So: ")
    QTest.keyClick(editor, KEY.Key_Tab)
    now = at_work.page.editing.editor
    assert now is not None
    assert now.paragraph.text == "A line without counterpart."
    assert any(text.startswith("So: Zuhair") for text in texts(library, bitext, Side.TARGET))


def test_leaving_the_editor_saves(at_work, library, bitext):
    editor = begin(at_work, 0, Side.TARGET)
    QTest.keyClicks(editor, "Now ")
    at_work.page.view.setFocus()
    assert texts(library, bitext, Side.TARGET)[0] == "Now A statement from Cairo."


def test_a_verb_saves_what_is_being_typed_first(at_work, library, bitext):
    editor = begin(at_work, 0, Side.TARGET)
    QTest.keyClicks(editor, "Now ")
    at_work.actions_table["reject"].trigger()
    assert texts(library, bitext, Side.TARGET)[0] == "Now A statement from Cairo."
    assert at_work.page.editing.editor is None


def test_an_empty_text_is_refused_and_stays_open(at_work, library, bitext):
    editor = begin(at_work, 0, Side.TARGET)
    editor.setPlainText("")
    QTest.keyClick(editor, KEY.Key_F2)
    assert at_work.messages.isVisible()
    assert at_work.page.editing.editor is editor
    QTest.keyClick(editor, KEY.Key_Escape)
    assert texts(library, bitext, Side.TARGET)[0] == "A statement from Cairo."


def test_a_paragraph_is_split_at_the_cursor(at_work, library, bitext):
    editor = begin(at_work, 1)
    cursor = editor.textCursor()
    cursor.setPosition(editor.text.index("قرأه"))
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, KEY.Key_B, CTRL)
    assert texts(library, bitext)[1:3] == ["وصل كِتَابُ أحمد إلى المدرسة.", "قرأه الطلاب."]
    assert at_work.page.view.place().paragraph.text == "قرأه الطلاب."


def test_no_break_spaces_survive_the_editor(at_work):
    editor = begin(at_work, 0, Side.TARGET)
    editor.setPlainText("A\u00a0B")
    assert editor.text == "A\u00a0B"
    QTest.keyClick(editor, KEY.Key_Escape)


def test_a_note_is_written_changed_deleted_and_brought_back(at_work, library, bitext):
    def notes():
        return [note.text for row in iter_rows(library, bitext) for note in row.notes]

    page = at_work.page
    panel = page.details.notes
    QTest.keyClick(page.view, KEY.Key_I)
    assert panel.field.hasFocus()
    QTest.keyClicks(panel.field, "check the name")
    QTest.keyClick(panel.field, KEY.Key_Return, CTRL)
    assert notes() == ["check the name"]
    assert page.view.hasFocus()
    panel.change.click()
    QTest.keyClicks(panel.field, "Please ")
    panel.keep.click()
    assert notes() == ["Please check the name"]
    panel.delete.click()
    assert notes() == []
    QTest.keyClick(page.view, KEY.Key_Z, CTRL)
    assert notes() == ["Please check the name"]
    assert panel.list.count() == 1


def test_differences_name_what_went_and_what_came_word_by_word():
    found = [(one.kind, one.text) for one in differences("بيان من القاهرة.", "بيان من دمشق.")]
    assert found == [
        ("same", "بيان من "),
        ("removed", "القاهرة"),
        ("added", "دمشق"),
        ("same", "."),
    ]
