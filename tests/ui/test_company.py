"""Others at one library on a server: what they do appears by itself, and who is where can be seen."""

from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.server import programs

from taqabul.ui.main_window import MainWindow
from taqabul.workflow import reviewing
from taqabul.workflow.company import Company
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.skipif(programs() is None, reason="PostgreSQL is not installed")
KEY = Qt.Key


@pytest.fixture
def salma(address):
    with closing(open_library(address, "Salma Hadi")) as library:
        yield library


@pytest.fixture
def at_work(mine, fill, qtbot, settings):
    bitext = fill(mine, 80)
    window = MainWindow(mine, settings)
    qtbot.addWidget(window)
    window.resize(1200, 760)
    window.show()
    window.activateWindow()
    window.open_bitext(bitext)
    qtbot.waitUntil(lambda: window.page.view.places.height > 0)
    window.page.view.setFocus()
    qtbot.waitUntil(lambda: bool(window.company.company.news().connected))
    yield window
    if window.has_page:
        window.page.editing.discard()
    window.close()


def test_what_others_do_appears_and_neither_place_nor_typing_is_disturbed(at_work, salma, mine, qtbot):
    page = at_work.page
    view, bitext = page.view, page.summary.id
    view.go_to(40)
    place = view.place()
    link, paragraph = place.row.link.id, place.paragraph.id
    top = view.rows.link_at(view.places.visible()[0][0])
    heights = view.places.y_of(40), view.places.y_of(view.rows.row_of(top))
    view.edit_asked.emit()
    QTest.keyClicks(page.editing.editor, "mine ")
    links = [row.link.id for row in iter_rows(salma, bitext)]
    reviewing.merge_with_next(salma, bitext, links[0])
    reviewing.unlink(salma, bitext, [links[5]])
    reviewing.confirm(salma, bitext, [links[41]])
    qtbot.waitUntil(lambda: page.model.count == 80)
    status = reviewing.statuses.LinkStatus.CONFIRMED
    qtbot.waitUntil(lambda: page.model.status_at(page.model.row_of(links[41])) is status)
    assert page.model.row_of(links[1]) == -1
    assert view.place().row.link.id == link
    assert (view.places.y_of(view.rows.row_of(link)), view.places.y_of(view.rows.row_of(top))) == heights
    assert page.editing.editor.isVisible()
    assert page.editing.editor.text == "mine A40"
    assert "Salma" in at_work.statusBar().currentMessage()
    QTest.keyClick(page.editing.editor, KEY.Key_F2)
    texts = {one.id: one.text for row in iter_rows(mine, bitext) for one in row.source}
    assert texts[paragraph] == "mine A40"


def test_rows_that_come_above_leave_the_reader_where_they_are(at_work, salma, qtbot):
    view, bitext = at_work.page.view, at_work.page.summary.id
    view.go_to(50)
    view.go_to(0)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    row, y = view.places.visible()[0]
    top = view.rows.link_at(row)
    links = [row.link.id for row in iter_rows(salma, bitext)]
    reviewing.unlink(salma, bitext, links[3:6])
    qtbot.waitUntil(lambda: view.rows.count == 83)
    assert view.rows.link_at(view.places.visible()[0][0]) == top
    assert view.places.visible()[0][1] == y
    assert view.currentIndex().row() == 0


def test_who_is_where_is_seen_and_goes_with_them(at_work, salma, qtbot):
    page, flow = at_work.page, at_work.company
    assert page.summary.title in at_work.windowTitle()
    assert flow.label.isVisible()
    assert mine_is_named(at_work)
    row = page.model.row(2)
    company = Company(salma)
    company.be_at(page.summary.id, row.link.id, row.source[0].id)
    company.start()
    qtbot.waitUntil(lambda: [one.name for one in flow.at(row.link.id)] == ["Salma Hadi"])
    assert "other" in flow.label.text()
    assert "Salma Hadi" in flow.label.toolTip()
    with_tag = page.view.grab().toImage()
    page.view.go_to(2)
    assert "editing" in at_work.statusBar().currentMessage()
    state = page.model.index(2, 0)
    assert "Salma Hadi" in page.model.data(state, Qt.ItemDataRole.AccessibleTextRole)
    assert "Salma Hadi" in page.model.data(state, Qt.ItemDataRole.ToolTipRole)
    page.view.edit_asked.emit()
    assert page.editing.editor is not None, "a colleague's being there forbids nothing"
    page.editing.discard()
    page.view.go_to(0)
    company.stop()
    qtbot.waitUntil(lambda: not flow.at(row.link.id))
    assert "nobody else" in flow.label.text()
    assert page.view.grab().toImage() != with_tag


def test_rows_that_others_make_match_a_filter_are_told_and_come_when_asked_for(at_work, salma, mine, qtbot):
    page, bitext = at_work.page, at_work.page.summary.id
    view, more = page.view, page.filter_bar.more
    links = [row.link.id for row in iter_rows(mine, bitext)]
    reviewing.mark_for_review(mine, bitext, links[20:60])
    page.reload()
    at_work.actions_table["filter-needs-review"].trigger()
    assert page.model.count == 40
    assert more.isHidden()
    view.go_to(30)
    height = view.places.y_of(30)
    reviewing.mark_for_review(salma, bitext, links[3:6])
    qtbot.waitUntil(more.isVisible)
    assert "3 more" in more.text()
    assert (page.model.count, view.currentIndex().row(), view.places.y_of(30)) == (40, 30, height)
    more.click()
    assert (page.model.count, view.place().row.link.id) == (43, links[50])
    assert view.places.y_of(33) == height
    assert more.isHidden()


def mine_is_named(window):
    """The library's name stands in the title and in the status bar."""
    name = window.library.server.database
    return name in window.windowTitle() and name in window.company.label.text()
