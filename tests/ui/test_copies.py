"""Copies of the library in the window: made, shown with what they hold, brought back, taken back."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu, QToolTip

from taqabul.ui.dialogs.copies_dialog import CopiesDialog
from taqabul.ui.main_window import MainWindow
from taqabul.workflow import backups
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows


def texts_of_notes(library, bitext):
    return [note.text for row in iter_rows(library, bitext) for note in row.notes]


def idle(window, qtbot):
    qtbot.waitUntil(lambda: not window.runner.jobs)


@pytest.fixture
def kept(library, bitext):
    """A copy of the library, which was noted on since."""
    made = backups.keep(library)
    add_note(library, bitext, next(iter_rows(library, bitext)).link.id, "since")
    return made


@pytest.fixture
def answer(monkeypatch):
    """Stands in for the person before the dialog; what it showed is in the list."""
    shown = []

    def execute(dialog):
        table = dialog.table
        shown.append(
            [[table.item(row, column).text() for column in range(7)] for row in range(table.rowCount())]
        )
        return CopiesDialog.DialogCode.Accepted

    monkeypatch.setattr(CopiesDialog, "exec", execute)
    return shown


def test_what_a_copy_held_comes_back_and_goes_again(at_work, bitext, kept, answer, qtbot):
    at_work.actions_table["restore-copy"].trigger()
    idle(at_work, qtbot)
    qtbot.waitUntil(lambda: bool(answer) and not at_work.runner.jobs)
    assert [row[2:5] for row in answer[0]] == [["2", "1", "0"]]
    assert texts_of_notes(at_work.library, bitext) == []
    assert not at_work.has_page
    (back,) = at_work.messages.answers
    back.click()
    idle(at_work, qtbot)
    assert texts_of_notes(at_work.library, bitext) == ["since"]
    at_work.open_bitext(bitext)
    assert at_work.page.model.count == 7


def test_what_is_being_typed_is_kept_before_a_copy_comes_back(at_work, bitext, kept, answer, qtbot):
    QTest.keyClick(at_work.page.view, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    QTest.keyClicks(editor, "typed ")
    at_work.copies.restore(kept.path)
    idle(at_work, qtbot)
    (back,) = at_work.messages.answers
    back.click()
    idle(at_work, qtbot)
    texts = [text.text for row in iter_rows(at_work.library, bitext) for text in row.source + row.target]
    assert any("typed" in text for text in texts)


def test_a_copy_that_cannot_be_used_says_why_and_is_not_taken(at_work, kept, qtbot):
    broken = kept.path.with_name("20010101T000000Z-daily.db")
    broken.write_bytes(b"none" * 2000)
    dialog = CopiesDialog(backups.list_copies(Path(at_work.library.location)), kept.path.parent, at_work)
    qtbot.addWidget(dialog)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.isEnabled()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.chosen is None
    assert not ok.isEnabled()


def test_a_copy_is_made_by_a_verb_and_its_place_told(at_work, qtbot):
    at_work.actions_table["keep-copy"].trigger()
    idle(at_work, qtbot)
    (kept,) = backups.list_copies(Path(at_work.library.location))
    assert str(kept.copy.path) in at_work.messages.text.text()


def test_the_first_work_of_a_day_is_copied_and_a_share_is_told(window, bitext, qtbot):
    window.library.remark = "It is on a network share."
    window.copies.begin()
    idle(window, qtbot)
    (kept,) = backups.list_copies(Path(window.library.location))
    assert kept.copy.reason is backups.Reason.DAILY
    assert "network share" in window.messages.text.text()


def test_a_library_is_looked_through_and_its_faults_told(at_work, library, qtbot):
    at_work.actions_table["verify-library"].trigger()
    idle(at_work, qtbot)
    assert "is whole" in at_work.messages.text.text()
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE link SET rank = 1024")
    qtbot.waitUntil(at_work.actions_table["verify-library"].isEnabled)
    at_work.actions_table["verify-library"].trigger()
    idle(at_work, qtbot)
    assert "rank" in at_work.messages.text.text()
    assert [button.text() for button in at_work.messages.answers] == ["Show the copies"]


@pytest.mark.parametrize(
    ("verb", "why"),
    [
        ("keep-copy", "pg_dump"),
        ("restore-copy", "pg_restore"),
        ("encrypt-library", "disks"),
        ("decrypt-library", "disks"),
    ],
)
def test_what_needs_a_file_is_grey_on_a_server_and_says_why_at_the_pointer(
    qtbot, settings, address, verb, why
):
    with closing(open_library(address)) as library:
        window = MainWindow(library, settings)
        qtbot.addWidget(window)
        window.show()
        window.copies.begin()
        idle(window, qtbot)
        assert window.messages.text.text() == ""
        assert not window.actions_table[verb].isEnabled()
        menu = next(
            one for one in window.menuBar().findChildren(QMenu) if window.actions_table[verb] in one.actions()
        )
        menu.popup(window.pos())
        at = menu.actionGeometry(window.actions_table[verb]).center()
        QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, at, menu.mapToGlobal(at)))
        assert why in QToolTip.text()
        free = menu.actionGeometry(window.actions_table["verify-library"]).center()
        QApplication.sendEvent(menu, QHelpEvent(QEvent.Type.ToolTip, free, menu.mapToGlobal(free)))
        qtbot.waitUntil(lambda: not QToolTip.isVisible())
        menu.close()
        window.close()


def test_a_library_on_a_server_is_looked_through(qtbot, settings, address):
    with closing(open_library(address)) as library:
        window = MainWindow(library, settings)
        qtbot.addWidget(window)
        window.show()
        window.actions_table["verify-library"].trigger()
        idle(window, qtbot)
        assert "is whole" in window.messages.text.text()
        window.close()
