"""The export dialog: the first pairs as they will be written, and templates."""

import threading

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QInputDialog

from taqabul.domain.options import ExportOptions, Level, PairOrder
from taqabul.ui.dialogs import export_look
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.workflow import export_templates
from taqabul.workflow.exporting import first_pairs


@pytest.fixture
def dialog(at_work, tmp_path, qtbot, monkeypatch):
    monkeypatch.setattr(export_templates, "user_data", lambda: tmp_path)
    made = ExportDialog(at_work.library, at_work.page.summary.id, tmp_path / "a.tmx", at_work.runner, at_work)
    yield made
    made.done(0)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)


def shown(dialog):
    return [
        tuple(dialog.pairs.item(row, column).text().strip("\u200e\u200f") for column in range(3))
        for row in range(dialog.pairs.rowCount())
    ]


def told(library, bitext, options):
    return [
        (
            f"{' '.join(row.source_ids) or '–'} | {' '.join(row.target_ids) or '–'}",
            *(" ".join(text[:300].split()) for text in (row.source, row.target)),
        )
        for row in first_pairs(library, bitext, options, 10)
    ]


def test_the_first_pairs_are_shown_as_they_will_be_written(dialog, at_work, qtbot):
    library, bitext = at_work.library, at_work.page.summary.id
    qtbot.waitUntil(lambda: shown(dialog) == told(library, bitext, ExportOptions()) != [])
    dialog.choices.level.setCurrentIndex(dialog.choices.level.findData(Level.SENTENCE))
    dialog.choices.order.setCurrentIndex(dialog.choices.order.findData(PairOrder.TARGET))
    wanted = ExportOptions(level=Level.SENTENCE, order=PairOrder.TARGET)
    assert dialog.options == wanted
    qtbot.waitUntil(lambda: shown(dialog) == told(library, bitext, wanted))
    assert 5 < dialog.pairs.rowCount() <= 10


def test_a_file_without_a_name_and_a_home_that_nobody_has_are_told(dialog, tmp_path, qtbot):
    output, save = dialog.output, dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
    output.file.setText("")
    output.choose(".csv")
    assert output.file.text() == ""
    assert "Choose a file." in dialog.counts.text()
    output.file.setText("~nobody-of-this-name/a.csv")
    dialog.count()
    assert "nobody-of-this-name" in dialog.counts.text()
    assert not save.isEnabled()
    output.file.setText(str(tmp_path / "a.tmx"))
    output.choose(".csv")
    assert dialog.path == tmp_path / "a.csv"
    qtbot.waitUntil(save.isEnabled)


def test_what_a_format_of_pairs_cannot_hold_is_told(dialog, tmp_path, qtbot):
    dialog.output.file.setText(str(tmp_path / "a.moses"))
    dialog.count()
    qtbot.waitUntil(lambda: "statuses: left out." in dialog.losses.toPlainText())
    assert [file.name for file in dialog.files] == ["a.ar", "a.en"]
    dialog.output.file.setText(str(tmp_path / "a.parquet"))
    dialog.count()
    qtbot.waitUntil(lambda: not dialog.losses.isVisibleTo(dialog))


def saves(dialog):
    return dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()


def test_nothing_chosen_cannot_be_written(dialog, qtbot):
    qtbot.waitUntil(lambda: "5 pair(s) will be written of 7" in dialog.counts.text())
    for tick in dialog.choices.statuses.values():
        tick.setChecked(False)
    qtbot.waitUntil(lambda: not saves(dialog))
    assert "0 pair(s) will be written of 7. Left out: 7 by status" in dialog.counts.text()


def test_one_text_alone_asks_for_nothing_but_its_wording(dialog, tmp_path, qtbot):
    dialog.output.file.setText(str(tmp_path / "a.ar.docx"))
    dialog.count()
    assert dialog.counts.text() == "The whole Arabic text will be written."
    assert not dialog.pairs.isVisibleTo(dialog)
    assert saves(dialog)
    assert dialog.choices.wording.isEnabled()
    assert not dialog.choices.level.isEnabled()
    dialog.output.file.setText(str(tmp_path / "a.tmx"))
    dialog.count()
    assert dialog.choices.level.isEnabled()
    qtbot.waitUntil(lambda: "of 7" in dialog.counts.text())


def test_the_window_does_not_wait_for_sentences_to_be_counted(dialog, at_work, qtbot, monkeypatch):
    began, go_on = threading.Event(), threading.Event()
    whole = export_look.foretell

    def slow(*given):
        began.set()
        go_on.wait(30)
        return whole(*given)

    monkeypatch.setattr(export_look, "foretell", slow)
    dialog.choices.level.setCurrentIndex(dialog.choices.level.findData(Level.SENTENCE))
    dialog.count()
    qtbot.waitUntil(began.is_set)
    assert not dialog.counts.isEnabled()
    go_on.set()
    qtbot.waitUntil(lambda: dialog.counts.isEnabled() and "of 8" in dialog.counts.text())


def test_choices_are_kept_under_a_name_and_come_back(dialog, tmp_path, monkeypatch):
    dialog.output.file.setText(str(tmp_path / "a.v1.xlf"))
    dialog.choices.one_sided.setChecked(True)
    dialog.choices.confidence.setValue(40)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("For Rim", True))
    dialog.templates.keep.click()
    assert dialog.templates.names.currentText() == "For Rim"
    kept = export_templates.export_template("For Rim")
    assert (kept.ending, kept.options) == (".v1.xlf", ExportOptions(min_confidence=0.4, one_sided=True))

    dialog.choices.options = ExportOptions()
    dialog.output.file.setText(str(tmp_path / "b.csv"))
    dialog.templates.names.activated.emit(dialog.templates.names.currentIndex())
    assert dialog.options == kept.options
    assert dialog.path == tmp_path / "b.v1.xlf"

    dialog.templates.forget.click()
    assert export_templates.export_templates() == {}
    assert not dialog.templates.forget.isEnabled()


def test_a_template_without_a_name_is_refused_in_the_dialog(dialog, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("  ", True))
    dialog.templates.keep.click()
    assert "needs a name" in dialog.counts.text()


def test_a_byte_order_mark_is_offered_where_it_does_something(dialog, tmp_path, qtbot):
    assert not dialog.choices.mark.isEnabled()
    for name, useful in (("a.csv", True), ("a.xlsx", False), ("a.tsv", True), ("a.ar.txt", False)):
        dialog.output.file.setText(str(tmp_path / name))
        qtbot.waitUntil(lambda useful=useful: dialog.choices.mark.isEnabled() is useful)
