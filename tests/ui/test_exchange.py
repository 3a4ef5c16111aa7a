"""Annotations out of the window and into it, by key: what a format loses is shown before, and all is one step."""

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QFileDialog

from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.workflow.annotating.marking import Given, mark, unmark
from taqabul.workflow.annotating.reading import all_annotations, annotated_bitext
from taqabul.workflow.word_links import Stretch

KEY, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def marked(at_work):
    """The window with a bitext on which two words are marked."""
    library, bitext = at_work.library, at_work.page.summary.id
    whole = annotated_bitext(library, bitext)
    for side, label in ((whole.source, "place"), (whole.target, "person")):
        mark(library, bitext, [Stretch(side.paragraphs[0].id, 0, 3)], Given("entities", label, comment="why"))
    return at_work


def press(window, key, modifiers):
    QTest.keyClick(window.page.view, key, modifiers)


def test_the_dialog_tells_what_a_format_loses_before_it_writes(marked, tmp_path, qtbot, monkeypatch):
    out = tmp_path / "out.conll.zip"
    seen = []

    def agree(dialog):
        at = dialog.output.format.findData(".conll.zip")
        dialog.output.format.setCurrentIndex(at)
        dialog.output.format.activated.emit(at)
        assert dialog.path.name.endswith(".conll.zip")
        assert not dialog.choices.level.isEnabled()
        qtbot.waitUntil(lambda: "2 comments" in dialog.losses.toPlainText())
        seen.append(dialog.losses.toPlainText())
        dialog.output.file.setText(str(tmp_path / "pairs.csv"))
        dialog.count()
        assert dialog.choices.level.isEnabled()
        assert dialog.output.format.currentData() == ".csv"
        dialog.output.file.setText(str(out))
        dialog.count()
        assert dialog.output.format.currentData() == ".conll.zip"
        assert dialog.losses.toPlainText() == seen[0]
        assert dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", agree)
    press(marked, KEY.Key_E, CTRL)
    qtbot.waitUntil(marked.messages.isVisible)
    assert out.read_bytes().startswith(b"PK")
    assert "2 annotation" in marked.messages.text.text()
    assert not out.exists() or str(out) in marked.messages.text.text()


def test_a_format_that_holds_everything_says_so(marked, tmp_path, qtbot, monkeypatch):
    def look(dialog):
        dialog.output.file.setText(str(tmp_path / "out.json"))
        dialog.count()
        qtbot.waitUntil(lambda: "holds everything" in dialog.counts.text())
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportDialog, "exec", look)
    press(marked, KEY.Key_E, CTRL)
    assert not list(tmp_path.glob("out.json"))


def test_leaving_the_dialog_while_it_looks_is_no_harm(marked, tmp_path, qtbot, monkeypatch):
    def leave(dialog):
        dialog.output.file.setText(str(tmp_path / "out.xmi.zip"))
        dialog.count()
        dialog.done(0)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(ExportDialog, "exec", leave)
    press(marked, KEY.Key_E, CTRL)
    qtbot.waitUntil(lambda: not marked.runner.jobs)


def test_annotations_come_in_by_key_and_go_by_undo(marked, tmp_path, qtbot, monkeypatch):
    library, bitext = marked.library, marked.page.summary.id
    out = tmp_path / "out.json"
    marked.exports.write_annotations(marked.page.summary, out)
    qtbot.waitUntil(lambda: not marked.runner.jobs)
    unmark(library, bitext, [one.id for one in all_annotations(library, bitext)])
    asked = []

    def choose(_parent, title, folder, kinds):
        asked.append((title, folder, kinds))
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    qtbot.waitUntil(marked.actions_table["import-annotations"].isEnabled)
    press(marked, KEY.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(all_annotations(library, bitext)) == 2)
    qtbot.waitUntil(lambda: "came in" in marked.messages.text.text())
    assert "*.jsonld" in asked[0][2]
    qtbot.waitUntil(lambda: not marked.runner.jobs and marked.actions_table["undo"].isEnabled())
    press(marked, KEY.Key_Z, CTRL)
    qtbot.waitUntil(lambda: all_annotations(library, bitext) == ())
    assert json.loads(out.read_text("utf-8"))["format"] == "taqabul-annotations"


def test_a_wrong_file_is_told_and_choosing_none_does_nothing(marked, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    press(marked, KEY.Key_E, CTRL | SHIFT)
    assert not [job for job in marked.runner.jobs if job.title]
    (tmp_path / "x.json").write_text("[]")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "x.json"), ""))
    press(marked, KEY.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: "holds no Web Annotation" in marked.messages.text.text())
