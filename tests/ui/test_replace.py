"""Find and replace in the window: a preview of every change, ticks, one edit, one undo."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from taqabul.domain.search import Kind, Query
from taqabul.ui.search.replace_dialog import ReplaceDialog
from taqabul.workflow.rows import iter_rows

KEY = Qt.Key


@pytest.fixture
def preview(at_work, qtbot):
    """Asks to replace by key; ``act`` does something with the dialog that comes."""

    def asked(query, new, act):
        bar, seen = at_work.page.find_bar, []
        bar.open(replacing=True)
        bar.form.choose(query, with_text=True)
        bar.replacement.setFocus()
        bar.replacement.setText(new)
        waiting = QTimer()

        def look():
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, ReplaceDialog):
                waiting.stop()
                dialog.grab()
                seen.append([(one.old, one.new) for one in dialog.changes])
                try:
                    act(dialog)
                finally:
                    dialog.close()

        waiting.timeout.connect(look)
        waiting.start(20)
        QTest.keyClick(bar.replacement, KEY.Key_Return)
        qtbot.waitUntil(lambda: bool(seen) and not at_work.runner.jobs)
        waiting.stop()
        return seen[0]

    return asked


def texts(window, library):
    return [
        one.text for row in iter_rows(library, window.page.summary.id) for one in (*row.source, *row.target)
    ]


def test_what_is_ticked_is_replaced_and_one_undo_takes_it_back(at_work, library, preview, qtbot):
    before = texts(at_work, library)

    def leave_out_the_first(dialog):
        QTest.keyClick(dialog.list, KEY.Key_Space)
        assert [one.old for one in dialog.ticked] == ["The", "The"]
        QTest.keyClick(dialog, KEY.Key_Return)

    changes = preview(Query("the", Kind.WORD), "a", leave_out_the_first)
    assert changes == [("the", "a"), ("The", "a"), ("The", "a")]
    assert texts(at_work, library)[4] == "a pupils read it."
    assert at_work.page.model.row(1).target[1].text == "a pupils read it."
    at_work.page.reviewer.undo()
    assert texts(at_work, library) == before


def test_leaving_the_preview_changes_nothing(at_work, library, preview):
    before = texts(at_work, library)
    preview(Query("كتاب"), "دفتر", lambda dialog: QTest.keyClick(dialog, KEY.Key_Escape))
    assert texts(at_work, library) == before


def test_nothing_ticked_cannot_be_replaced(preview):
    def untick(dialog):
        dialog.none.click()
        assert not dialog.replace.isEnabled()
        dialog.all.click()
        assert dialog.replace.isEnabled()
        dialog.reject()

    preview(Query(r"(\w+) Al (\w+)", Kind.REGEX), r"\1 al-\2", untick)


def test_what_cannot_be_replaced_is_told_in_the_bar(at_work, qtbot):
    bar = at_work.page.find_bar
    bar.open(replacing=True)
    for query, words in ((Query("x", Kind.FUZZY), "can be replaced"), (Query("zzz"), "Nothing to replace")):
        bar.form.choose(query, with_text=True)
        bar.replace_asked.emit()
        qtbot.waitUntil(lambda words=words: words in bar.result.text())


def test_changes_are_not_wider_than_their_list(preview):
    def look(dialog):
        dialog.resize(dialog.width(), 180)
        dialog.grab()
        assert dialog.list.verticalScrollBar().maximum() > 0
        assert dialog.list.horizontalScrollBar().maximum() == 0
        dialog.reject()

    preview(Query("ا"), "x", look)
