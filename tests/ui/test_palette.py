"""The command palette: verbs, bitexts and documents, found by a few letters and run by Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from taqabul.ui.core.settings import Settings
from taqabul.ui.palette.entries import Entry
from taqabul.ui.palette.ranking import ranked
from taqabul.workflow import projects

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(at_work, qtbot):
    """Opens the palette by its key, and types."""

    def typed(text):
        at_work.activateWindow()
        qtbot.waitUntil(at_work.isActiveWindow)
        QTest.keyClick(at_work.page.view, KEY.Key_K, CTRL)
        palette = at_work.commands.palette
        palette.query.setText(text)
        return palette

    yield typed
    if at_work.commands.palette is not None:
        at_work.commands.palette.reject()


def entries(*titles):
    return [Entry(f"x:{title}", title, "Thing", lambda: None) for title in titles]


def titles(query, *among, recent=()):
    return [entry.title for entry in ranked(query, entries(*among), recent)]


def test_what_begins_so_comes_before_what_holds_it_and_slips_are_forgiven():
    among = ("Unlink", "Link what is picked", "Show word links", "Merge with next", "Quit")
    assert titles("link", *among)[:3] == ["Link what is picked", "Show word links", "Unlink"]
    assert titles("mwn", *among) == ["Merge with next"]
    assert titles("merg wiht", *among)[0] == "Merge with next"
    assert titles("zzz", *among) == []
    assert titles("", *among, recent=["x:Quit", "x:Unlink"])[:2] == ["Quit", "Unlink"]


def test_arabic_is_found_in_any_spelling():
    among = ("رِوايةُ إميل حبيبي", "حقوق الإنسان")
    assert titles("اميل", *among) == ["رِوايةُ إميل حبيبي"]
    assert titles("الانسان", *among) == ["حقوق الإنسان"]
    assert titles("رواية", *among) == ["رِوايةُ إميل حبيبي"]


def test_a_verb_is_found_and_run_by_enter_and_comes_first_next_time(at_work, opened, picture, qtbot):
    palette = opened("mark for rev")
    assert palette.chosen.id == "action:review"
    assert palette.chosen.hint == "R"
    QTest.keyClick(palette.query, KEY.Key_Return)
    qtbot.waitUntil(lambda: picture()[0].endswith("needs-review"))
    assert at_work.settings.recent_commands == ["action:review"]
    palette = opened("")
    assert palette.found[0].id == "action:review"
    QTest.keyClick(palette.query, KEY.Key_Escape)
    assert at_work.commands.palette is None


def test_what_is_not_possible_now_is_grey_and_does_nothing(at_work, opened, picture):
    before = picture()
    palette = opened("redo")
    assert palette.chosen.id == "action:redo"
    assert not palette.chosen.enabled
    QTest.keyClick(palette.query, KEY.Key_Return)
    assert palette.isVisible()
    assert picture() == before


def test_arrows_choose_and_every_action_of_the_table_is_offered(at_work, opened):
    palette = opened("")
    offered = {entry.id for entry in at_work.commands.registry.entries()}
    assert {f"action:{spec.id}" for spec in at_work.actions_table.table} <= offered
    first = palette.chosen
    QTest.keyClick(palette.query, KEY.Key_Down)
    assert palette.chosen is palette.found[1]
    QTest.keyClick(palette.query, KEY.Key_Up)
    QTest.keyClick(palette.query, KEY.Key_Up)
    assert palette.chosen is first


def test_bitexts_and_documents_of_the_library_open(window, library, bitext, qtbot):
    projects.rename_bitext(library, bitext, "بيان القاهرة")
    window.commands.show_palette()
    window.commands.palette.query.setText("القاهره")
    assert window.commands.palette.chosen.id == f"bitext:{bitext}"
    window.commands.palette.take()
    qtbot.waitUntil(lambda: window.has_page)
    window.show_start()
    kinds = {entry.kind for entry in window.commands.registry.entries() if entry.id.startswith("document:")}
    assert kinds == {"Arabic document", "English document"}
    window.commands.show_palette()
    window.commands.palette.query.setText("statement english document")
    assert window.commands.palette.chosen.kind == "English document"
    window.commands.palette.take()
    qtbot.waitUntil(lambda: window.has_page)


def test_another_kind_of_entry_can_be_added(at_work, opened, qtbot):
    done = []
    entry = Entry("label:1", "Omission", "Label", lambda: done.append("label"))
    at_work.commands.registry.add(lambda: [entry])
    palette = opened("omis")
    assert palette.chosen is entry
    palette.take()
    qtbot.waitUntil(lambda: done == ["label"])
    assert Settings().recent_commands == []
