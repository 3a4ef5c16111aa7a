"""Files come in by the window's ways; errors are told, never thrown at the person."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox

from taqabul.domain.errors import AppError
from taqabul.ui.core.errors import BugHook
from taqabul.ui.core.settings import Settings, Theme, load_settings, save_settings
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.workflow import projects, shelving


def drop(window, *files: Path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    left, nothing = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(100, 100), Qt.DropAction.CopyAction, data, left, nothing)
    QApplication.sendEvent(window, enter)
    event = QDropEvent(QPointF(100, 100), Qt.DropAction.CopyAction, data, left, nothing)
    QApplication.sendEvent(window, event)


def test_a_dropped_bilingual_file_is_read_aligned_and_shown(window, text_file, qtbot):
    drop(window, text_file)
    assert window.runner.jobs[0].title == "Reading and aligning statement.txt"
    qtbot.waitUntil(lambda: window.has_page)
    assert window.page.model.count >= 6
    assert "utf-8" in window.messages.text.text().lower()
    assert window.settings.recent_files == [str(text_file)]
    window.show_start()
    assert window.start.table.rowCount() == 1


def test_texts_that_are_no_translations_are_told_so_first(window, tmp_path, qtbot):
    strangers = tmp_path / "strangers.txt"
    strangers.write_text(
        "القمر يدور حول الأرض مرة كل شهر.\n\nافتتحت الحكومة مدرسة جديدة للبنات.\n\nنصح الطبيب المريض بالراحة.\n\n"
        "Interest rates rose again, to the surprise of most banks.\n\nThe team lost the final after extra time.\n\n"
        "Two lorries collided on the motorway.",
        encoding="utf-8",
    )
    drop(window, strangers)
    qtbot.waitUntil(lambda: window.has_page)
    assert window.messages.text.text().startswith("These texts do not look like translations of each other")


def test_texts_that_the_library_has_are_shown_as_they_were_left_whatever_the_file_is_called(
    window, bitext, text_file, library, qtbot
):
    drop(window, text_file.rename(text_file.with_name("renamed.txt")))
    qtbot.waitUntil(lambda: window.has_page)
    assert window.page.summary.id == bitext
    assert projects.bitext_summary(window.library, window.page.summary.id).engine == "by hand"
    assert len(projects.list_bitexts(library)) == 1
    assert len(projects.list_documents(library)) == 2
    assert "in the library already" in window.messages.text.text()


def test_texts_whose_bitext_is_in_the_bin_come_back_when_asked_for(window, bitext, text_file, library, qtbot):
    shelving.bin_bitexts(library, [bitext])
    drop(window, text_file)
    qtbot.waitUntil(window.messages.isVisible)
    assert "in the bin" in window.messages.text.text()
    assert not window.has_page
    window.messages.answers[0].click()
    assert window.page.summary.id == bitext
    assert [one.id for one in projects.list_bitexts(library)] == [bitext]


def test_a_text_in_one_language_is_told_and_its_counterpart_asked_for(
    window, tmp_path, library, qtbot, monkeypatch
):
    only = tmp_path / "only.txt"
    only.write_text("هذا نص بالعربية فقط.\n\nوهذه فقرة أخرى.", encoding="utf-8")
    drop(window, only)
    qtbot.waitUntil(window.messages.isVisible)
    assert "only.txt is in Arabic only" in window.messages.text.text()
    assert projects.list_documents(library) == []
    asked = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (asked.append(1), ("", ""))[1])
    window.messages.answers[0].click()
    assert asked == [1]


def test_a_text_in_one_language_that_the_library_uses_stays_there(
    window, bitext, text_file, tmp_path, library, qtbot
):
    half = tmp_path / "half.txt"
    half.write_text(text_file.read_text("utf-8").split("A statement")[0], encoding="utf-8")
    drop(window, half)
    qtbot.waitUntil(window.messages.isVisible)
    assert "half.txt is in Arabic only" in window.messages.text.text()
    assert len(projects.list_documents(library)) == 2


def test_a_binary_file_is_refused_with_a_hint_and_nothing_is_kept(window, tmp_path, library, qtbot):
    broken = tmp_path / "broken.txt"
    broken.write_bytes(bytes(range(256)) * 20)
    drop(window, broken)
    qtbot.waitUntil(window.messages.isVisible)
    assert not window.has_page
    assert projects.list_documents(library) == []


def test_three_files_at_once_are_too_many(window, tmp_path):
    drop(window, *(tmp_path / f"{n}.txt" for n in range(3)))
    assert "These are 3 files." in window.messages.text.text()


def test_the_start_page_goes_on_with_a_bitext_of_the_library(window, bitext):
    window.show_start()
    assert window.start.table.item(0, 2).text() == "0 / 7 (0 %)"
    window.start.open_chosen()
    assert window.page.summary.id == bitext


def test_exporting_counts_before_it_writes(at_work, tmp_path, qtbot, monkeypatch):
    out = tmp_path / "pairs.csv"
    counts = []

    def agree(dialog):
        dialog.output.file.setText(str(tmp_path / "pairs.nothing"))
        dialog.count()
        assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
        dialog.output.file.setText(str(out))
        dialog.choices.one_sided.setChecked(True)
        dialog.choices.confidence.setValue(50)
        dialog.count()
        qtbot.waitUntil(lambda: "of 7" in dialog.counts.text() and dialog.counts.isEnabled())
        counts.append(dialog.counts.text())
        assert dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", agree)
    at_work.export()
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(at_work.messages.isVisible)
    assert "of 7" in counts[0]
    assert str(out) in at_work.messages.text.text()
    assert "Haifa Zangana" in out.read_text("utf-8-sig")


def test_closing_during_a_job_asks_first_and_then_stops_it(window, qtbot, monkeypatch):
    def work(progress):
        for step in range(100_000):
            progress(step, 100_000)

    job = window.runner.start(work, lambda _: None, lambda _: None, "Counting")
    answers = iter([QMessageBox.StandardButton.No, QMessageBox.StandardButton.Yes])
    monkeypatch.setattr(QMessageBox, "question", lambda *_: next(answers))
    assert not window.close()
    assert window.isVisible()
    assert window.close()
    assert job.stop.is_set()
    assert window.runner.jobs == ()


def test_what_another_program_changes_is_shown(at_work, library, bitext, qtbot):
    from taqabul.workflow import reviewing
    from taqabul.workflow.library import open_library

    other = open_library(library.location, "Sami")
    try:
        reviewing.merge_with_next(other, bitext, at_work.page.model.link_at(0))
    finally:
        other.close()
    at_work.page.check_others()
    qtbot.waitUntil(lambda: at_work.page.model.count == 6)
    assert "Changed by \u2068Sami\u2069" in at_work.statusBar().currentMessage()


def test_a_bug_goes_to_the_log_and_to_a_report(caplog):
    reports = []
    hook = BugHook(reports.append, pytest.fail)
    error = ZeroDivisionError("oh")
    hook(ZeroDivisionError, error, None)
    assert "ZeroDivisionError: oh" in reports[0]
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    caplog.clear()


def test_an_error_for_people_shows_its_message_and_hint(window):
    window.messages.show_error(AppError("The file is empty.", "Choose another."))
    assert window.messages.text.text() == "The file is empty. Choose another."
    window.messages.dismiss()
    assert not window.messages.isVisible()


@pytest.mark.parametrize("theme", list(Theme))
def test_settings_come_back_as_they_were_left(tmp_path, theme):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    left = Settings(zoom=125, theme=theme, author="Rana", last_folder="/tmp")
    left.remember_files([tmp_path / "a.txt"])
    save_settings(left, store)
    left.remember_files([tmp_path / "b.txt"])
    save_settings(left, store)
    if os.name == "posix":
        assert stat.S_IMODE((tmp_path / "s.ini").stat().st_mode) == 0o600
    found = load_settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    assert found == left
    assert found.recent_files == [str(tmp_path / "b.txt"), str(tmp_path / "a.txt")]


def test_a_text_in_one_language_can_be_opened_alone_and_read_through_by_key(window, tmp_path, library, qtbot):
    only = tmp_path / "only.txt"
    only.write_text("هذا نص بالعربية فقط.\n\nوهذه فقرة أخرى.", encoding="utf-8")
    drop(window, only)
    qtbot.waitUntil(window.messages.isVisible)
    window.messages.answers[1].click()
    qtbot.waitUntil(lambda: window.has_page)
    assert window.page.model.count == 2
    assert window.page.summary.title == "only"
    qtbot.waitUntil(lambda: window.page.details.evidence.who.text().startswith("Kept alone, 2"))
    widths = [window.page.view.horizontalHeader().sectionSize(column) for column in (1, 3)]
    assert widths[0] > 5 * widths[1]  # the text has the room of the one that is not there
    assert len(projects.all_documents(library)) == 1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_M, Qt.Key.Key_H):
        qtbot.keyClick(window.page.view, key)
    qtbot.keyClick(window.page.view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.overview.shown and not window.runner.jobs)
    assert projects.list_bitexts(library)[0].links == 2


def test_what_an_earlier_version_remembered_goes_from_the_settings(tmp_path):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    store.setValue("reasons", ["what somebody said of a text"])
    save_settings(Settings(zoom=125), store)
    assert "somebody" not in (tmp_path / "s.ini").read_text("utf-8")
    assert load_settings(store) == Settings(zoom=125)


def test_three_files_of_which_one_links_the_others_are_a_bitext(window, tmp_path, qtbot):
    contents = {
        "ar": "وصل الوفد إلى القاهرة.",
        "en": "They came.\nThey reached Cairo.",
        "links": "[0]:[0,1]:0.3",
    }
    for name, content in contents.items():
        (tmp_path / f"{name}.txt").write_text(f"{content}\n", encoding="utf-8")
    drop(window, *(tmp_path / f"{name}.txt" for name in contents))
    qtbot.waitUntil(lambda: window.has_page)
    assert window.page.model.count == 1
