"""The history beside the rows: what was done, what it changed, and the way back to an earlier version."""

import pytest
from PySide6.QtCore import QLocale, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from taqabul.domain.annotation import attributes_from
from taqabul.ui.history.acts_model import ActsModel
from taqabul.ui.history.version_painter import CHANGES
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.annotating.relating import relate
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch

START = ["A1 | B1", "A2 | B2 B3", "A3 | B4", "A4 | B6", "A5 | B5", "- | B7", "A6 | -"]
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def past(at_work, library, bitext, qtbot):
    """The window on a bitext to which something was done, with its history open."""
    rows = list(iter_rows(library, bitext))
    reviewing.edit_text(library, bitext, rows[0].source[0].id, "بيان من دمشق.")
    reviewing.merge(library, bitext, [rows[2].link.id, rows[3].link.id])
    reviewing.confirm(library, bitext, [rows[4].link.id])
    add_note(library, bitext, rows[4].link.id, "really?")
    history.undo(library, bitext)
    at_work.page.reload()
    at_work.refresh()
    qtbot.waitUntil(at_work.isActiveWindow)
    QTest.keyClick(at_work.page.view, KEY.Key_H)
    settle(at_work, qtbot)
    return at_work


def settle(window, qtbot):
    panel = window.history.panel
    qtbot.waitUntil(lambda: not panel._pause.isActive() and not window.runner.jobs)


def acts(window):
    model = window.history.panel.acts
    return [model.data(model.index(row, 2)) for row in range(model.rowCount())]


def changes(window):
    table = window.history.panel.changes
    return [tuple(table.item(row, column).text() for column in range(3)) for row in range(table.rowCount())]


def choose(window, qtbot, row):
    window.history.panel.table.selectRow(row)
    settle(window, qtbot)


def go_to(window, qtbot, row):
    window.page.view.go_to(row)
    settle(window, qtbot)


def whole(window, qtbot):
    window.history.panel.of.setCurrentIndex(1)
    settle(window, qtbot)


def test_the_history_follows_the_row(past, qtbot):
    assert acts(past) == ["edit text"]
    assert changes(past) == [("Text 1", "بيان من القاهرة.", "بيان من دمشق.")]
    table = past.history.panel.changes
    option = QStyleOptionViewItem()
    for column, direction in ((0, Qt.LayoutDirection.LeftToRight), (1, Qt.LayoutDirection.RightToLeft)):
        option.direction = Qt.LayoutDirection.LeftToRight
        table.itemDelegate().initStyleOption(option, table.model().index(0, column))
        assert option.direction is direction
    go_to(past, qtbot, 2)
    assert acts(past) == ["merge"]
    assert ("Pair", "3 – 4 · Proposed · 85 %", "3+4 – 4+6 · Confirmed") in changes(past)
    go_to(past, qtbot, 3)
    assert acts(past) == ["undid “add note”", "add note", "confirm"]
    choose(past, qtbot, 2)
    assert changes(past) == [("5 – 5", "Proposed", "Confirmed")]
    go_to(past, qtbot, 4)
    assert acts(past) == changes(past) == []
    assert not past.history.panel.before.isEnabled()


def test_the_history_of_the_whole_bitext_strikes_out_what_was_undone(past, qtbot):
    whole(past, qtbot)
    assert acts(past) == ["undid “add note”", "add note", "confirm", "merge", "edit text"]
    model = past.history.panel.acts
    struck = [
        bool((font := model.data(model.index(row, 2), Qt.ItemDataRole.FontRole)) and font.strikeOut())
        for row in range(5)
    ]
    assert struck == [False, True, False, False, False]
    assert model.data(model.index(4, 1)) == "Rana"
    choose(past, qtbot, 0)
    assert changes(past) == [("Note", "really?", "–")]
    assert not past.history.panel.before.isEnabled()


def test_an_earlier_text_comes_back_as_a_new_step(past, qtbot, picture):
    past.history.panel.before.click()
    assert past.page.model.row(0).source[0].text == "بيان من القاهرة."
    settle(past, qtbot)
    assert acts(past) == ["edit text", "edit text"]
    choose(past, qtbot, 1)
    past.history.panel.after.click()
    assert past.page.model.row(0).source[0].text == "بيان من دمشق."
    QTest.keyClick(past.page.view, KEY.Key_Z, CTRL)
    assert past.page.model.row(0).source[0].text == "بيان من القاهرة."


def test_an_earlier_pair_comes_back_as_a_new_step(past, qtbot, picture, shown):
    go_to(past, qtbot, 2)
    (line,) = [row for row, change in enumerate(changes(past)) if change[1].startswith("4 – 6")]
    past.history.panel.changes.selectRow(line)
    assert not past.history.panel.after.isEnabled()
    past.history.panel.before.click()
    settle(past, qtbot)
    assert picture() == shown(past)
    assert picture()[2:4] == ["A3 | B4", "A4 | B6"]
    assert past.actions_table["undo"].text() == "&Undo “restore link”"
    QTest.keyClick(past.page.view, KEY.Key_Z, CTRL)
    assert picture()[2] == "A3 A4 | B4 B6 confirmed"


def test_an_earlier_status_comes_back_as_a_new_step(past, qtbot, picture):
    go_to(past, qtbot, 3)
    choose(past, qtbot, 2)
    past.history.panel.before.click()
    settle(past, qtbot)
    assert picture()[3] == "A5 | B5"


def test_what_cannot_be_restored_is_said(past, qtbot, library, bitext, picture):
    whole(past, qtbot)
    choose(past, qtbot, 3)
    (line,) = [row for row, change in enumerate(changes(past)) if change[1].startswith("4 – 6")]
    page = past.page
    numbers = {p.number: p.id for row in iter_rows(library, bitext) for p in row.source}
    page.reviewer.perform(lambda: reviewing.merge_paragraphs(library, bitext, [numbers[3], numbers[4]]))
    settle(past, qtbot)
    choose(past, qtbot, 4)
    before = picture()
    past.history.panel.changes.selectRow(line)
    past.history.panel.before.click()
    assert "are there any more" in past.messages.text.text()
    assert picture() == before


def test_a_long_history_is_read_page_by_page(past, qtbot, library, bitext):
    (link, *_) = [row.link.id for row in iter_rows(library, bitext)]
    for on in (True, False) * 120:
        reviewing.set_bookmarks(library, bitext, [link], on=on)
    model = ActsModel(library, bitext, past)
    model.show_all()
    assert model.rowCount() == 200
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 245
    assert model.data(model.index(244, 2)) == "edit text"
    del tester


def test_the_history_stays_open_with_the_next_bitext_and_goes_with_the_last(past, bitext, qtbot):
    past.show_start()
    assert past.history.dock.isHidden()
    past.open_bitext(bitext)
    settle(past, qtbot)
    assert past.history.dock.isVisible()
    assert acts(past) == ["edit text"]
    past.page.view.setFocus()
    past.refresh()
    QTest.keyClick(past.page.view, KEY.Key_H)
    assert past.history.dock.isHidden()
    assert not past.settings.history


def marked(window, row):
    """What stands out in a line of changes, before and after."""
    table = window.history.panel.changes
    index = [table.model().index(row, column) for column in (1, 2)]
    return tuple([(one.kind, one.text) for one in each.data(CHANGES) if one.kind != "same"] for each in index)


def test_what_differs_between_two_versions_stands_out(past, qtbot):
    assert marked(past, 0) == ([("removed", "القاهرة")], [("added", "دمشق")])
    table = past.history.panel.changes
    option = QStyleOptionViewItem()
    option.rect = table.visualRect(table.model().index(0, 1))
    painter = table.itemDelegate()
    painter.initStyleOption(option, table.model().index(0, 1))
    layout = painter._laid_out(option, table.model().index(0, 1), 200)
    [shape] = layout.formats()
    assert layout.text()[shape.start : shape.start + shape.length] == "القاهرة"
    assert shape.format.fontStrikeOut()


def test_a_turned_direction_is_told(past, library, bitext, qtbot):
    reviewing.turn(library, bitext, past.page.model.row(0).target[0].id)
    past.page.reload()
    whole(past, qtbot)
    choose(past, qtbot, 0)
    assert changes(past) == [("Direction of text 1", "left to right", "right to left")]


@pytest.mark.parametrize(
    ("language", "label", "severity", "tie"),
    [
        (QLocale.Language.English, "Omission", "Severity: Major: changes", "Same"),
        (QLocale.Language.Arabic, "حذف", "درجة الخطورة: جسيم", "هو نفسه"),
    ],
)
def test_labels_are_named_in_the_language_of_the_window(
    at_work, library, bitext, qtbot, language, label, severity, tie
):
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    try:
        row = next(iter_rows(library, bitext))
        given = Given("mqm-core", "omission", attributes_from({"severity": ["major"]}))
        mark(library, bitext, [Stretch(row.source[0].id, 0, 4)], given)
        ends = [
            mark(library, bitext, [Stretch(text.id, 0, 4)], Given("entities", "person")).annotations[0]
            for text in (row.source[0], row.target[0])
        ]
        relate(library, bitext, *ends, "entities", "same")
        at_work.page.reload()
        QTest.keyClick(at_work.page.view, KEY.Key_H)
        settle(at_work, qtbot)
        whole(at_work, qtbot)
        choose(at_work, qtbot, acts(at_work).index("relate"))
        assert tie in changes(at_work)[0][2]
        choose(at_work, qtbot, acts(at_work).index("mark") + 2)
        (line,) = changes(at_work)
        assert label in line[2]
        assert severity in line[2]
        assert "omission" not in line[2]
    finally:
        QLocale.setDefault(before)
