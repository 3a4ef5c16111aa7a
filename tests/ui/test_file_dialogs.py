"""The system's file dialogs: what they are asked for, and what is done with their answer."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox, QPushButton

from taqabul.ui.dialogs.export_dialog import ExportDialog

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def test_opening_starts_where_the_last_file_was_and_opens_what_is_chosen(
    window, text_file, qtbot, monkeypatch
):
    asked = []

    def choose(_parent, title, folder, kinds):
        asked.append((title, folder, kinds))
        return [str(text_file)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    QTest.keyClick(window, KEY.Key_O, CTRL)
    qtbot.waitUntil(lambda: window.has_page)
    ((title, folder, kinds),) = asked
    assert "Arabic and an English" in title
    assert folder == str(text_file.parent)
    assert kinds.startswith("Texts and pairs (")
    assert {"*.txt", "*.docx", "*.pdf", "*.tmx"} <= set(kinds.split(")")[0].partition("(")[2].split())
    assert window.settings.recent_files == [str(text_file)]


def test_choosing_nothing_opens_nothing(window, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    QTest.keyClick(window, KEY.Key_O, CTRL)
    assert not window.runner.jobs
    assert not window.has_page


def test_the_file_to_export_to_is_chosen_and_an_old_one_only_replaced_after_asking(
    at_work, tmp_path, qtbot, monkeypatch
):
    out = tmp_path / "chosen.jsonl"
    out.write_text("old", "utf-8")
    asked = []

    def choose(_parent, _title, suggestion, kinds, options):
        asked.append((Path(suggestion), kinds, options))
        return str(out), ""

    def browse(dialog):
        (button,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "&Browse…")
        button.click()
        assert dialog.path == out
        return QDialog.DialogCode.Accepted

    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(ExportDialog, "exec", browse)
    monkeypatch.setattr(QMessageBox, "question", lambda *_args, **_named: next(answers))
    QTest.keyClick(at_work.page.view, KEY.Key_E, CTRL)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert out.read_text("utf-8") == "old"
    QTest.keyClick(at_work.page.view, KEY.Key_E, CTRL)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert len(out.read_text("utf-8").splitlines()) == 5
    suggestion, kinds, options = asked[0]
    assert (suggestion.parent, suggestion.suffix) == (tmp_path, ".tmx")
    assert "(*.jsonl)" in kinds
    assert options is QFileDialog.Option.DontConfirmOverwrite
