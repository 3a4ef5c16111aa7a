"""The concordance: hits of the library with what faces them, by key, from bitext to bitext."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.language import Side
from taqabul.domain.options import ImportOptions
from taqabul.domain.search import Kind, Query
from taqabul.workflow import aligning, reviewing
from taqabul.workflow.importing import import_files

KEY = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def other(library, tmp_path):
    """A second bitext of the library."""
    path = tmp_path / "second.txt"
    path.write_text(
        "زار أحمد القاهرة.\n\n😀 والقاهِرة كبيرة.\n\nAhmad visited Cairo.\n\nCairo is big.", encoding="utf-8"
    )
    pair = import_files(library, [path], ImportOptions()).pair
    links = (ProposedLink((0,), (0,), 0.9), ProposedLink((1,), (1,), 0.9))
    return aligning.create_bitext(library, *pair, Alignment(links, links, "by hand"))


@pytest.fixture
def ask(at_work, other, qtbot):
    """Asks in the panel and waits for the answer."""
    finder = at_work.search.library
    at_work.settings.word_links = False

    def asked(text, kind=Kind.PART, *, whole_library=True):
        panel = finder.panel
        panel.tell("")
        finder.open(Query(text, kind), whole_library=whole_library)
        qtbot.waitUntil(lambda: panel.result.text() != "")
        return [panel.model.line(row).matched for row in range(panel.model.rowCount())]

    return asked


def test_the_whole_library_is_searched_with_what_faces_each_hit(ask, at_work, bitext, other):
    assert ask("القاهرة") == ["القاهرة", "القاهرة", "القاهِرة"]
    panel = at_work.search.library.panel
    lines = [panel.model.line(row) for row in range(3)]
    assert [line.hit.bitext for line in lines] == [bitext, other, other]
    assert [line.facing()[0].text for line in lines] == [
        "A statement from Cairo.",
        "Ahmad visited Cairo.",
        "Cairo is big.",
    ]
    assert ask("القاهرة", whole_library=False) == ["القاهرة"]
    panel.grab()


def test_the_words_that_face_a_hit_are_marked(ask, at_work, qtbot):
    at_work.settings.word_links = True
    ask("القاهرة")
    model = at_work.search.library.panel.model
    qtbot.waitUntil(lambda: bool(model.snippet(0, 2).marks))
    for row in range(3):
        shown = model.snippet(row, 2)
        assert [shown.text[mark.start : mark.end] for mark in shown.marks] == ["Cairo"]


def test_keys_lead_from_line_to_line_and_from_bitext_to_bitext(ask, at_work, bitext, other):
    ask("القاهرة")
    panel = at_work.search.library.panel
    assert at_work.search.library.step(1)
    assert (at_work.page.summary.id, at_work.page.view.place().position) == (bitext, 0)
    at_work.search.step(1)
    at_work.search.step(1)
    assert (at_work.page.summary.id, at_work.page.view.place().position) == (other, 1)
    paragraph = at_work.page.view.place().paragraph
    assert at_work.page.view.painting.cells.highlights.current == (
        paragraph.id,
        paragraph.text.index("القاهِرة"),
    )
    at_work.search.step(1)
    assert at_work.page.summary.id == bitext
    at_work.search.step(-1)
    assert (at_work.page.summary.id, panel.row) == (other, 2)


def test_return_goes_to_the_row_and_escape_closes(ask, at_work, other):
    ask("Cairo")
    panel = at_work.search.library.panel
    QTest.keyClick(panel.form.query, KEY.Key_Return)
    QTest.keyClick(panel.lines, KEY.Key_Down)
    QTest.keyClick(panel.lines, KEY.Key_Return)
    assert at_work.page.summary.id == other
    assert at_work.page.view.place().side is Side.TARGET
    QTest.keyClick(panel.form.query, KEY.Key_Escape)
    assert panel.isHidden()
    assert not at_work.search.library.step(1)


def test_a_place_of_the_list_is_annotated_by_one_key(ask, at_work, other):
    ask("القاهِرة")
    panel = at_work.search.library.panel
    panel.lines.setFocus()
    panel.go_to(2)
    QTest.keyClick(panel.lines, KEY.Key_M, CTRL | SHIFT)
    assert at_work.page.summary.id == other
    assert at_work.annotating.is_on
    place, laid, cursor = at_work.annotating.desk.mode.now()
    assert laid.paragraph.text[slice(*cursor.span)] == "القاهِرة"
    assert place.side is Side.SOURCE


def test_home_and_end_go_to_the_first_line_and_the_last(ask, at_work):
    ask("القاهرة")
    panel = at_work.search.library.panel
    panel.lines.setFocus()
    panel.go_to(1)
    QTest.keyClick(panel.lines, KEY.Key_End)
    assert panel.row == 2
    QTest.keyClick(panel.lines, KEY.Key_Home)
    assert panel.row == 0


def test_the_list_gives_its_room_to_the_claims_and_comes_back(ask, at_work, qtbot):
    ask("القاهرة")
    panel = at_work.search.library.panel
    QTest.keyClick(at_work, KEY.Key_C, CTRL | Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: at_work.claims.shown and not at_work.claims.waits)
    assert panel.isHidden()
    QTest.keyClick(at_work.claims.page.table, KEY.Key_Escape)
    assert not panel.isHidden()
    assert panel.model.rowCount() == 3
    assert not at_work.details.shown


def test_an_edit_is_followed(ask, at_work, library, bitext, qtbot):
    ask("القاهرة")
    paragraph = at_work.page.model.row(0).source[0]
    at_work.page.reviewer.show(reviewing.edit_text(library, bitext, paragraph.id, "بيان من دمشق."))
    qtbot.waitUntil(lambda: at_work.search.library.panel.model.rowCount() == 2)


def test_lines_are_exported(ask, at_work, tmp_path, monkeypatch, qtbot):
    ask("Cairo")
    out = tmp_path / "cairo.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    at_work.search.library.panel.export.click()
    qtbot.waitUntil(lambda: not at_work.messages.isHidden())
    with out.open(encoding="utf-8-sig", newline="") as stream:
        assert [row["found"] for row in csv.DictReader(stream)] == ["Cairo"] * 3


def test_the_library_can_be_searched_from_the_start_page(ask, at_work, bitext, qtbot):
    at_work.show_start()
    assert ask("statement") == ["statement"]
    at_work.search.step(1)
    assert at_work.page.summary.id == bitext


def test_a_wrong_pattern_is_told(ask, at_work):
    assert ask("(", Kind.REGEX) == []
    assert at_work.search.library.panel.result.text().startswith("The regular expression is wrong")


def test_the_list_takes_the_place_of_the_details_in_a_low_window_and_keeps_its_height(ask, at_work, qtbot):
    page, panel = at_work.page, at_work.search.library.panel
    assert page.details.isVisible()
    ask("القاهرة")
    assert not page.details.isVisible()
    assert not at_work.details.shown
    qtbot.waitUntil(lambda: panel.height() > at_work.height() * 0.4)
    at_work.resizeDocks([panel], [200], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: panel.height() == 200)
    QTest.keyClick(panel.form.query, KEY.Key_Escape)
    assert page.details.isVisible()
    assert at_work.settings.concordance_height == 200
    ask("القاهرة")
    qtbot.waitUntil(lambda: panel.height() == 200)
    at_work.details.toggle()
    assert page.details.isVisible()
    at_work.details.write_note()
    assert page.details.isVisible()


def test_tab_goes_through_the_form_to_the_lines(ask, at_work):
    ask("القاهرة")
    panel = at_work.search.library.panel
    seen = []
    for _ in range(8):
        seen.append(at_work.focusWidget())
        QTest.keyClick(at_work.focusWidget(), KEY.Key_Tab)
    form = panel.form
    wanted = [form.query, form.kind, form.where, form.spelling, panel.scope, panel.export, panel.lines]
    assert [one for one in seen if one in wanted] == wanted
