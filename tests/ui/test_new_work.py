"""Work that is given to somebody who has the library open: told at once, quietly, and shown when asked for."""

from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.server import programs

from taqabul.ui.main_window import MainWindow
from taqabul.workflow import assigning, projects
from taqabul.workflow.library import open_library

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")


@pytest.fixture
def sami(address):
    with closing(open_library(address, "Sami")) as library:
        yield library


@pytest.fixture
def bitexts(mine, fill):
    """Two bitexts; of the second, rows are assigned already."""
    made = [fill(mine, 80), fill(mine, 5)]
    for bitext, title in zip(made, ("Harbour", "Market"), strict=True):
        projects.rename_bitext(mine, bitext, title)
    assigning.assign(mine, [made[1]], "Rana", (1, 2), "known before")
    return made


@pytest.fixture
def at_work(mine, bitexts, qtbot, settings):
    """Rana's window with the first bitext open, listening."""
    window = MainWindow(mine, settings)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show()
    window.activateWindow()
    window.open_bitext(bitexts[0])
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    window.page.view.setFocus()
    qtbot.waitUntil(lambda: bool(window.company.company.news().connected))
    qtbot.waitUntil(lambda: not window.runner.jobs)
    yield window
    if window.has_page:
        window.page.editing.discard()
    window.close()


def on_screen(view, link):
    """Where in the window a row begins."""
    y = view.places.y_of(view.rows.row_of(link))
    return view.viewport().mapTo(view.window(), QPoint(0, y)).y()


def told(window, qtbot):
    qtbot.waitUntil(window.messages.isVisible)
    return window.messages.text.text()


def test_new_work_is_told_and_neither_place_nor_typing_is_disturbed(at_work, sami, bitexts, qtbot):
    page, view = at_work.page, at_work.page.view
    assert not at_work.messages.isVisible(), "what was known before is no news"
    view.go_to(40)
    view.edit_asked.emit()
    editor = page.editing.editor
    QTest.keyClicks(editor, "mine ")
    link = view.place().row.link.id
    before = on_screen(view, link)
    assigning.assign(sami, [bitexts[0]], "Rana", (3, 6), "names of places", date(2030, 1, 31))
    words = told(at_work, qtbot)
    for said in ("Sami", "Harbour", "rows 3–6", "2030-01-31", "names of places"):
        assert said in words
    assert on_screen(view, link) == before
    QTest.keyClicks(editor, "too ")
    assert editor.text == "mine too A40"
    assert view.place().row.link.id == link
    at_work.messages.dismiss()
    at_work.centralWidget().layout().activate()
    assert on_screen(view, link) == before
    page.editing.discard()


def test_the_message_leads_to_the_rows_in_whichever_bitext_they_are(at_work, sami, bitexts, qtbot):
    assigning.assign(sami, [bitexts[0]], "Rana", (3, 6))
    told(at_work, qtbot)
    at_work.messages.answers[0].click()
    qtbot.waitUntil(lambda: at_work.page.model.count == 4)
    assigning.assign(sami, [bitexts[1]], "Rana", (5, 5))
    assert "Market" in told(at_work, qtbot)
    assert at_work.messages.begin()
    QTest.keyClick(at_work.messages.answers[0], Qt.Key.Key_Return)
    assert at_work.page.summary.id == bitexts[1]
    qtbot.waitUntil(lambda: at_work.page.model.count == 3)


def test_several_bitexts_are_listed_where_the_library_is(at_work, sami, bitexts, qtbot):
    assigning.assign(sami, bitexts, "Rana")
    words = told(at_work, qtbot)
    assert words.index("Harbour") < words.index("Market")
    at_work.messages.answers[0].click()
    assert not at_work.has_page
    assert {one.title for one in at_work.start.table.entries} == {"Harbour", "Market"}
    assert at_work.start.search.text() == "Rana"


def test_what_is_told_waits_until_another_message_is_read(at_work, sami, bitexts, qtbot):
    at_work.messages.show_message("Something else", ("Take back", lambda: None))
    assigning.assign(sami, [bitexts[0]], "Rana")
    qtbot.waitUntil(lambda: bool(at_work.work._waiting))
    assert at_work.messages.text.text() == "Something else"
    at_work.messages.dismiss()
    assert "Harbour" in told(at_work, qtbot)


def test_work_of_others_and_ones_own_is_no_news_and_an_open_queue_keeps_up(
    at_work, sami, mine, bitexts, qtbot
):
    at_work.actions_table["filter-assigned"].trigger()
    qtbot.waitUntil(lambda: at_work.page.findings.work == [])
    with closing(open_library(str(mine.server), "Rana")) as elsewhere:
        (ours,) = assigning.assign(elsewhere, [bitexts[0]], "Rana", (1, 1))
    qtbot.waitUntil(lambda: bool(at_work.page.findings.work))
    (theirs,) = assigning.assign(sami, [bitexts[0]], "Sami")
    assigning.set_done(sami, ours.id)
    qtbot.waitUntil(lambda: at_work.page.findings.work == [])
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    assert theirs.person == "Sami"
    assert not at_work.messages.isVisible()
