"""The scorecard by keyboard: live figures, the way to a row, corrections put into the text, reports."""

from contextlib import closing
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.annotation import NOTHING, attributes_from
from taqabul.domain.language import Language
from taqabul.ui.quality.printing import pdf_of
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.reading import annotation
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch

KEY, MOD = Qt.Key, Qt.KeyboardModifier


def put(library, bitext, words, label, severity, correction=""):
    for row in iter_rows(library, bitext):
        for paragraph in row.source + row.target:
            at = paragraph.text.find(words)
            if at >= 0:
                values = {"severity": [severity]} | ({"correction": [correction]} if correction else {})
                given = Given("mqm-core", label, attributes_from(values), "why not?")
                return mark(library, bitext, [Stretch(paragraph.id, at, at + len(words))], given)
    raise LookupError(words)


@pytest.fixture
def scored(at_work, library, bitext, qtbot):
    """The window on the scorecard of a bitext with two errors."""
    put(library, bitext, "came back", "grammar", "major", "returned")
    put(library, bitext, "Haifa", "spelling", "minor")
    at_work.page.reload()
    qtbot.waitUntil(at_work.isActiveWindow)
    QTest.keyClick(at_work.page.view, KEY.Key_S, MOD.ControlModifier | MOD.AltModifier)
    settle(at_work, qtbot)
    return at_work


def settle(window, qtbot):
    qtbot.waitUntil(lambda: not window.scores.waits)  # scipy is slow to load


def errors(window):
    model = window.scores.page.model
    return [
        tuple(model.data(model.index(row, column)) for column in (0, 2, 4, 5))
        for row in range(model.rowCount())
    ]


def choose(combo, index):
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_what_draws_the_card_is_loaded_beside_the_window_and_waits_for_nobody(at_work, qtbot, loaded_in):
    at_work.scores.toggle()
    assert not at_work.scores.shown
    at_work.scores.toggle()  # changed one's mind
    settle(at_work, qtbot)
    assert not at_work.scores.shown
    at_work.scores.toggle()
    at_work.claims.toggle()  # went elsewhere
    settle(at_work, qtbot)
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert at_work.claims.shown
    assert not at_work.scores.shown
    at_work.scores.toggle()
    settle(at_work, qtbot)
    assert at_work.scores.shown
    assert ("taqabul.ui.quality.score_page", False) in loaded_in
    assert not any(in_window for _, in_window in loaded_in)


def test_the_score_its_types_and_its_errors_are_shown(scored):
    page = scored.scores.page
    assert page.card.points == 6
    assert page.head.score.text() == f"{(1 - 6 / page.card.words) * 100:.2f}"
    assert "(1 − APT / EWC) · 100" in page.head.formula.text()
    assert "below 500 a score says little" in page.head.warnings.text()
    assert errors(scored) == [("3", "major", "came back", "returned"), ("4", "minor", "Haifa", "")]
    assert [page.types.item(row, 0).text()[:8] for row in range(2)] == ["\u2068Grammar", "\u2068Spellin"]


def test_another_profile_and_basis_reckon_anew(scored, qtbot):
    page = scored.scores.page
    source = page.card.words
    choose(page.head.profile, 1)
    settle(scored, qtbot)
    assert page.card.profile.key == "wmt"
    assert page.card.score == pytest.approx(6 / 7)
    assert not page.head.passing.isEnabled()
    choose(page.head.basis, 1)
    settle(scored, qtbot)
    assert page.card.words != source


def test_enter_leads_to_the_row_and_escape_back(scored, qtbot):
    page = scored.scores.page
    page.errors.setFocus()
    page.errors.selectRow(1)
    page.errors.setCurrentIndex(page.model.index(1, 0))
    QTest.keyClick(page.errors, KEY.Key_Return)
    assert not scored.scores.shown
    assert scored.page.view.place().position == 3
    QTest.keyClick(scored.page.view, KEY.Key_S, MOD.ControlModifier | MOD.AltModifier)
    settle(scored, qtbot)
    QTest.keyClick(scored.scores.page, KEY.Key_Escape)
    assert not scored.scores.shown
    assert scored.page.view.hasFocus()


def test_a_correction_is_put_into_the_text_and_the_card_follows(scored, library, bitext, qtbot):
    page = scored.scores.page
    page.errors.setFocus()
    assert not page.apply.isEnabled()
    page.errors.selectionModel().select(
        page.model.index(0, 0),
        QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
    )
    assert page.apply.isEnabled()
    QTest.keyClick(page.errors, KEY.Key_Return, MOD.ControlModifier)
    settle(scored, qtbot)
    texts = [one.text for row in iter_rows(library, bitext) for one in row.target]
    assert "The teacher returned on 3 May." in texts
    assert errors(scored)[0] == ("3", "major", "returned", "returned")
    assert not page.apply.isEnabled()
    scored.scores.close()
    QTest.keyClick(scored.page.view, KEY.Key_Z, MOD.ControlModifier)
    texts = [one.text for row in iter_rows(library, bitext) for one in row.target]
    assert "The teacher came back on 3 May." in texts


def test_the_correction_of_a_mark_picked_out_is_put_in_by_key(at_work, library, bitext, qtbot):
    made = put(library, bitext, "came back", "grammar", "major", "returned").annotations[0]
    at_work.page.reload()
    qtbot.waitUntil(at_work.isActiveWindow)
    key, held = KEY.Key_Return, MOD.ControlModifier | MOD.AltModifier
    QTest.keyClick(at_work.page.view, key, held)
    assert "Pick out a mark" in at_work.statusBar().currentMessage()
    at_work.annotating.desk.marker.choose(annotation(library, made))
    QTest.keyClick(at_work.page.view, key, held)
    texts = [one.text for row in iter_rows(library, bitext) for one in row.target]
    assert "The teacher returned on 3 May." in texts


def test_the_whole_library_is_put_together(scored, qtbot):
    page = scored.scores.page
    page.tabs.setCurrentIndex(1)
    settle(scored, qtbot)
    choose(page.groups.by, 5)
    settle(scored, qtbot)
    table = page.groups.table
    assert [table.item(0, column).text() for column in (0, 1, 3, 4)] == ["Rana", "1", "2", "6"]


@pytest.mark.parametrize(("name", "begins"), [("card.pdf", b"%PDF-"), ("card.html", b"<!DOCTYPE html>")])
def test_the_report_is_written(scored, tmp_path, monkeypatch, name, begins):
    path = tmp_path / name
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    scored.scores.page.head.report.click()
    content = path.read_bytes()
    assert content.startswith(begins)
    assert content.rstrip().endswith(b"%%EOF" if name.endswith("pdf") else b"</html>")
    if name.endswith(
        "pdf"
    ):  # the list of errors begins a page, or its heading might stand alone below the rest
        with closing(pypdfium2.PdfDocument(content)) as pdf:
            assert [page.get_textpage().get_text_bounded().split()[0] for page in pdf][1:] == ["Errors"]
    scored.scores.write(Path(tmp_path / "no" / name))
    assert not scored.messages.isHidden()


@pytest.mark.parametrize(("word", "whole"), [("Mistranslation", True), ("x" * 140, False)])
def test_words_in_print_break_only_where_they_would_run_off_the_page(qapp, word, whole):
    cells = "".join(f"<td width='{width}%'>{word}</td>" for width in (5, 5, 40, 40))
    with closing(pypdfium2.PdfDocument(pdf_of(f"<table width='100%'><tr>{cells}</tr></table>", "A"))) as pdf:
        text = pdf[0].get_textpage().get_text_bounded()
    assert (word in text) is whole
    assert text.count("x" if not whole else word) == 4 * (140 if not whole else 1)


def test_the_report_is_written_in_the_language_that_was_chosen_last(scored, tmp_path, qtbot):
    head = scored.scores.page.head
    QTest.keyClick(head.report_in, KEY.Key_Down)
    assert scored.settings.report_arabic
    scored.scores.write(tmp_path / "card.html")
    assert "<html lang='ar' dir='rtl'>" in (tmp_path / "card.html").read_text("utf-8")
    scored.scores.close()
    scored.scores.toggle()
    settle(scored, qtbot)
    assert scored.scores.page.head.report_language is Language.ARABIC


def test_leaving_the_bitext_leaves_the_card(scored, qtbot):
    scored.show_start()
    assert not scored.scores.shown
    settle(scored, qtbot)


def test_errors_struck_by_key_are_corrected_and_counted_or_not(at_work, library, bitext, qtbot):
    put(library, bitext, "Haifa", "spelling", "minor")
    mark_ = put(library, bitext, "without counterpart", "addition", "major").annotations[0]
    at_work.page.reload()
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.annotating.desk.refresh()
    at_work.annotating.desk.mode.set_on(on=True)
    at_work.annotating.go_to(mark_)
    view = at_work.page.view
    QTest.keyClick(view, KEY.Key_Delete, MOD.ShiftModifier)
    assert annotation(library, mark_).value("correction") == NOTHING
    at_work.scores.correct_chosen()
    assert "A line." in [one.text for row in iter_rows(library, bitext) for one in row.target]
    QTest.keyClick(view, KEY.Key_Escape)
    QTest.keyClick(view, KEY.Key_Escape)
    at_work.scores.toggle()
    settle(at_work, qtbot)
    head = at_work.scores.page.head
    assert at_work.scores.page.card.errors == 2
    assert "1 corrected since, counted" in head.facts.text()
    head.corrected.setFocus()
    QTest.keyClick(head.corrected, KEY.Key_Space)
    settle(at_work, qtbot)
    assert at_work.scores.page.card.errors == 1
    assert "1 corrected since, not counted" in head.facts.text()
    assert at_work.settings.score_corrected is False
    at_work.scores.toggle()
    at_work.scores.toggle()
    settle(at_work, qtbot)
    assert at_work.scores.page.head.corrected.isChecked() is False


def test_what_stands_beside_the_rows_goes_while_the_card_is_read_and_comes_back(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    view = at_work.page.view
    QTest.keyClick(view, KEY.Key_F10)
    QTest.keyClick(view, KEY.Key_H)
    beside = (at_work.annotating.dock, at_work.history.dock)
    assert not any(dock.isHidden() for dock in beside)
    QTest.keyClick(view, KEY.Key_S, MOD.ControlModifier | MOD.AltModifier)
    settle(at_work, qtbot)
    assert all(dock.isHidden() for dock in beside)
    QTest.keyClick(at_work.scores.page, KEY.Key_C, MOD.ControlModifier | MOD.AltModifier)
    qtbot.waitUntil(lambda: at_work.claims.shown and not at_work.claims.waits)
    assert not at_work.scores.shown
    assert all(dock.isHidden() for dock in beside)
    QTest.keyClick(at_work.claims.page.table, KEY.Key_Escape)
    assert not any(dock.isHidden() for dock in beside)
    assert at_work.page.view.hasFocus()


def test_a_page_that_needs_the_room_of_what_stands_beside_the_rows_does_not_widen_the_window(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.claims.toggle()
    qtbot.waitUntil(lambda: at_work.claims.shown and not at_work.claims.waits)
    width = at_work.minimumSizeHint().width() + 20
    at_work.resize(width, at_work.height())
    at_work.claims.close()
    at_work.annotating.toggle_panel()
    assert at_work.annotating.dock.isVisible()
    for _ in range(2):
        at_work.claims.toggle()
        qtbot.waitUntil(lambda: at_work.claims.shown and not at_work.claims.waits)
        assert at_work.width() == width
        assert at_work.annotating.dock.isHidden()
        at_work.claims.close()
        assert at_work.annotating.dock.isVisible()
        assert at_work.width() == width


def test_what_stood_beside_a_bitext_does_not_come_to_the_list_of_bitexts(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    QTest.keyClick(at_work.page.view, KEY.Key_F10)
    QTest.keyClick(at_work.page.view, KEY.Key_C, MOD.ControlModifier | MOD.AltModifier)
    qtbot.waitUntil(lambda: at_work.claims.shown and not at_work.claims.waits)
    at_work.show_start()
    assert at_work.annotating.dock.isHidden()


def test_comments_have_the_room_that_is_left(scored):
    table = scored.scores.page.errors
    columns = [table.model().headerData(at, Qt.Orientation.Horizontal) for at in range(9)]
    narrow = table.columnWidth(columns.index("Comment"))
    scored.resize(scored.width() + 200, scored.height())
    QTest.qWait(0)
    assert table.columnWidth(columns.index("Comment")) > narrow
