"""The library page by keyboard: shelves, search, order, and what is done with entries."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QInputDialog, QMessageBox

from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.files import TextFile
from taqabul.domain.language import Language
from taqabul.ui.library import folder_flow
from taqabul.ui.library.listing import Kind, Shelf
from taqabul.ui.library.pairs_dialog import FIRST, SECOND, PairsDialog
from taqabul.workflow import projects, reviewing, shelving
from taqabul.workflow.aligning import create_bitext
from taqabul.workflow.intake import SegmentedText, keep
from taqabul.workflow.rows import outline

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ARABIC = "هذا بيان من القاهرة.\n\nوصل الوفد في ٣ أيار."
ENGLISH = "A statement from Cairo.\n\nThe delegation came on 3 May."


@pytest.fixture
def three(library):
    """Three bitexts; of the second, half is confirmed."""
    ids = []
    for title in ("تقرير القاهرة", "Baghdad report", "أخبار بيروت"):
        with library.database.write() as transaction:
            pair = [
                keep(
                    transaction,
                    TextFile(f"{title}.txt", title, "utf-8", "0" * 64),
                    [
                        SegmentedText(
                            language, title, [(f"{title} {n}", [(0, len(title) + 2)]) for n in (1, 2)]
                        )
                    ],
                )[0]
                for language in Language
            ]
        pairs = (ProposedLink((0,), (0,), 0.9), ProposedLink((1,), (1,), 0.9))
        ids.append(create_bitext(library, *pair, Alignment(pairs, pairs, "by hand"), title))
    first = int(outline(library, ids[1]).links[0])
    reviewing.confirm(library, ids[1], [first])
    return ids


@pytest.fixture
def page(window, three, qtbot):
    window.show_start()
    window.start.table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(window.actions_table["entry-tags"].isEnabled)
    return window.start


@pytest.mark.parametrize("shelf", [Kind.ALL, Kind.DOCUMENTS])
def test_a_narrow_window_shows_titles_before_all_else(page, window, shelf):
    page.shelves.choose(Shelf(shelf))
    window.resize(1500, 600)
    QApplication.processEvents()
    table = page.table
    shown = [column for column in range(6) if not table.isColumnHidden(column)]
    assert len(shown) == (6 if shelf is Kind.ALL else 5)
    window.resize(683, 600)
    QApplication.processEvents()
    assert table.columnWidth(0) >= table.viewport().width() // 3
    assert not table.horizontalScrollBar().isVisible()
    window.resize(1500, 600)
    QApplication.processEvents()
    assert shown == [column for column in range(6) if not table.isColumnHidden(column)]


def titles(page):
    return [page.table.item(row, 0).text() for row in range(page.table.rowCount())]


def settled(window, qtbot, action):
    qtbot.waitUntil(window.actions_table[action].isEnabled)


def test_a_shelf_is_searched_without_marks_and_sorted(window, page, qtbot):
    assert titles(page) == ["أخبار بيروت", "Baghdad report", "تقرير القاهرة"]
    qtbot.keyClick(page.table, Qt.Key.Key_F, CTRL)
    assert page.search.hasFocus()
    page.search.insert("اخبار")
    assert titles(page) == ["أخبار بيروت"]
    page.search.clear()
    for order, expected in (
        ("By name", "Baghdad report"),
        ("Most confirmed first", "Baghdad report"),
        ("Last changed first", "Baghdad report"),
    ):
        page.order.setCurrentText(order)
        page.order.activated.emit(page.order.currentIndex())
        assert titles(page)[0] == expected
    page.order.setCurrentText("Least confirmed first")
    page.order.activated.emit(page.order.currentIndex())
    assert titles(page)[2] == "Baghdad report"
    assert window.settings.library_order == "least"


def test_enter_opens_and_escape_of_the_menu_brings_back(window, page, three, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert window.page.summary.id == three[1]
    qtbot.keyClick(window.page.view, Qt.Key.Key_W, CTRL)
    assert not window.has_page


def test_progress_is_told_in_figures(page):
    assert page.table.item(1, 2).text() == "1 / 2 (50 %)"
    assert page.table.item(1, 2).data(Qt.ItemDataRole.UserRole) == 0.5


def test_f2_renames(window, page, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: (" Beirut ", True))
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert titles(page)[0] == "Beirut"


def test_f2_renames_a_document(window, page, library, qtbot, monkeypatch):
    page.shelves.choose(Shelf(Kind.DOCUMENTS))
    page.table.setFocus()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("بيان", True))
    settled(window, qtbot, "entry-rename")
    qtbot.keyClick(page.table, Qt.Key.Key_F2)
    assert titles(page)[0] == "بيان"
    settled(window, qtbot, "undo")
    qtbot.keyClick(page.table, Qt.Key.Key_Z, CTRL)
    assert titles(page)[0] == "أخبار بيروت"


def test_what_was_done_on_the_shelves_is_undone_and_redone_by_key(window, page, library, qtbot, monkeypatch):
    def stands():
        here = {
            one.title: (one.in_bin, one.place.archived, one.place.tags)
            for one in projects.all_bitexts(library)
        }
        return here, [one.name for one in shelving.list_projects(library)]

    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("Lebanon", True))
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_named: ("Papers", True))
    window.refresh()
    assert not window.actions_table["undo"].isEnabled()
    steps = (
        (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier, "rename"),
        (Qt.Key.Key_T, CTRL | SHIFT, "tag"),
        (Qt.Key.Key_J, CTRL, "move to a project"),
        (Qt.Key.Key_A, CTRL | SHIFT, "archive"),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "move to the bin"),
    )
    seen = [stands()]
    for key, modifiers, verb in steps:
        qtbot.keyClick(page.table, key, modifiers)
        seen.append(stands())
        window.refresh()
        assert window.actions_table["undo"].text() == f"&Undo “{verb}”"
        window.messages.dismiss()
    assert len(set(map(str, seen))) == len(seen)
    for before in seen[-2::-1]:
        qtbot.keyClick(page.table, Qt.Key.Key_Z, CTRL)
        window.refresh()
        assert stands() == before
    assert not window.actions_table["undo"].isEnabled()
    for after in seen[1:]:
        qtbot.keyClick(page.table, Qt.Key.Key_Y, CTRL)
        window.refresh()
        assert stands() == after
    assert not window.actions_table["redo"].isEnabled()


def test_once_the_bin_is_emptied_there_is_no_way_back(window, page, library, qtbot, monkeypatch):
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    monkeypatch.setattr(QMessageBox, "question", lambda *_args, **_named: QMessageBox.StandardButton.Yes)
    window.actions_table["empty-bin"].trigger()
    qtbot.waitUntil(lambda: not window.runner.jobs)
    window.refresh()
    assert len(projects.all_bitexts(library)) == 2
    assert not window.actions_table["undo"].isEnabled()


def test_delete_moves_to_the_bin_from_where_it_comes_back(window, page, library, three, qtbot, monkeypatch):
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert titles(page) == []
    assert page.empty.isVisible()
    assert "3 entry(s) moved" in window.messages.text.text()
    window.messages.answers[0].click()
    assert len(titles(page)) == 3
    qtbot.keyClick(page.table, Qt.Key.Key_Home, CTRL)
    settled(window, qtbot, "entry-bin")
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    page.shelves.choose(Shelf(Kind.BIN))
    assert len(titles(page)) == 1
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert not window.has_page
    settled(window, qtbot, "entry-restore")
    qtbot.keyClick(page.table, Qt.Key.Key_B, CTRL | SHIFT)
    assert titles(page) == []
    assert len(projects.list_bitexts(library)) == 3
    shelving.bin_bitexts(library, three[:1])
    for answer, left in ((QMessageBox.StandardButton.No, 3), (QMessageBox.StandardButton.Yes, 2)):
        monkeypatch.setattr(QMessageBox, "question", lambda *_args, answer=answer, **_named: answer)
        window.actions_table["empty-bin"].trigger()
        qtbot.waitUntil(lambda: not window.runner.jobs)
        assert len(projects.all_bitexts(library)) == left


def test_a_project_is_a_shelf(window, page, library, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getItem", lambda *_args, **_named: ("Papers", True))
    qtbot.keyClick(page.table, Qt.Key.Key_J, CTRL)
    (project,) = shelving.list_projects(library)
    page.shelves.choose(Shelf(Kind.PROJECT, project.id))
    assert titles(page) == ["أخبار بيروت"]
    assert page.table.item(0, 3).text() == "Papers"
    settled(window, qtbot, "project-rename")
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **_named: ("Letters", True))
    window.actions_table["project-rename"].trigger()
    assert page.shelves.currentItem().text().split() == ["\u2068Letters\u2069", "(1)"]
    window.actions_table["project-delete"].trigger()
    assert page.shelf == Shelf()
    assert len(titles(page)) == 3


def test_tags_of_several_keep_what_only_one_has(window, page, library, three, qtbot, monkeypatch):
    shelving.tag(library, three[0], ["old", "both"])
    shelving.tag(library, three[1], ["both"])
    shelving.tag(library, three[2], ["both"])
    page.read_again()
    asked = []

    def answer(*_args, text):
        asked.append(text)
        return "new، newer", True

    monkeypatch.setattr(QInputDialog, "getText", answer)
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL)
    qtbot.keyClick(page.table, Qt.Key.Key_T, CTRL | SHIFT)
    assert asked == ["both"]
    assert {one.id: one.place.tags for one in projects.list_bitexts(library)} == {
        three[0]: ("new", "newer", "old"),
        three[1]: ("new", "newer"),
        three[2]: ("new", "newer"),
    }
    page.search.setText("old")
    assert titles(page) == ["تقرير القاهرة"]


def test_the_archive_keeps_what_is_out_of_the_way(window, page, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL | SHIFT)
    assert len(titles(page)) == 2
    page.shelves.choose(Shelf(Kind.ARCHIVE))
    assert titles(page) == ["أخبار بيروت"]
    settled(window, qtbot, "entry-archive")
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_A, CTRL | SHIFT)
    assert titles(page) == []


def test_a_copy_is_made_beside_the_window(window, page, library, qtbot, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getText", lambda *_args, **named: (named["text"], True))
    qtbot.keyClick(page.table, Qt.Key.Key_Y, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(titles(page)) == 4)
    assert titles(page)[0] == "أخبار بيروت (copy)"


def test_two_documents_are_aligned_anew(window, page, library, qtbot):
    page.shelves.choose(Shelf(Kind.DOCUMENTS))
    assert len(titles(page)) == 6
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    qtbot.keyClick(page.table, Qt.Key.Key_Down, SHIFT)
    assert len(page.table.chosen()) == 2
    chosen = {one.document.id for one in page.table.chosen()}
    settled(window, qtbot, "pair-documents")
    qtbot.keyClick(page.table, Qt.Key.Key_N, CTRL | SHIFT)
    qtbot.waitUntil(lambda: window.has_page)
    assert {window.page.summary.source, window.page.summary.target} == chosen


@pytest.fixture
def folder(tmp_path):
    there = tmp_path / "many"
    there.mkdir()
    for name, text in {
        "report_ar.txt": f"{ARABIC}\n\n١",
        "report_en.txt": f"{ENGLISH}\n\n1",
        "letter_ar.txt": ARABIC,
        "letter_en.txt": ENGLISH,
        "stray.txt": ENGLISH,
        "notes_ar.txt": ARABIC,
    }.items():
        (there / name).write_text(text, "utf-8")
    (there / "broken.txt").write_bytes(bytes(range(256)) * 20)
    return there


def test_the_pairs_of_a_folder_are_shown_corrected_and_imported(window, library, folder, qtbot, monkeypatch):
    seen = []

    def correct(dialog):
        table = dialog.table
        rows = {table.item(row, FIRST).text(): row for row in range(table.rowCount())}
        seen.append({name: table.item(row, SECOND).text() for name, row in rows.items()})
        dialog.show()
        row = rows["letter_ar.txt"]
        table.setCurrentCell(row, FIRST)
        qtbot.keyClick(table, Qt.Key.Key_Space)
        assert len(dialog.pairs()) == 1
        table.setCurrentCell(rows["notes_ar.txt"], SECOND)
        qtbot.keyClick(table, Qt.Key.Key_F2)
        box = table.findChild(QComboBox)
        box.setCurrentText("letter_en.txt")
        qtbot.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: table.item(row, SECOND).text() == "")
        assert "stray.txt" in dialog.left_over.text()
        assert dialog.agree.text() == "Import 2 pair(s)"
        dialog.hide()
        return PairsDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(folder))
    monkeypatch.setattr(PairsDialog, "exec", correct)
    window.show_start()
    qtbot.keyClick(window.start.table, Qt.Key.Key_O, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(projects.list_bitexts(library)) == 2)
    qtbot.waitUntil(window.messages.isVisible)
    assert seen == [{"letter_ar.txt": "letter_en.txt", "report_ar.txt": "report_en.txt", "notes_ar.txt": ""}]
    assert {one.title for one in projects.list_bitexts(library)} == {
        "report_ar / report_en",
        "notes_ar / letter_en",
    }
    assert {one.project for one in projects.list_bitexts(library)} == {"many"}
    assert "2 pair(s) imported" in window.messages.text.text()
    assert window.start.table.rowCount() == 2


def test_a_folder_import_that_is_stopped_says_what_is_done(window, library, folder, qtbot, monkeypatch):
    stopped, import_pairs = Event(), folder_flow.import_pairs

    def import_till_stopped(library, pairs, project, progress, *more):
        def told(done, total):
            progress(done, total)
            if done >= 1000:
                stopped.wait(60)

        import_pairs(library, pairs, project, told, *more)

    monkeypatch.setattr(folder_flow, "import_pairs", import_till_stopped)
    pairs = [[folder / f"{name}_ar.txt", folder / f"{name}_en.txt"] for name in ("report", "letter")]
    window.folders.start([[folder / "broken.txt"], *pairs], None)
    (job,) = window.runner.jobs
    qtbot.waitUntil(lambda: job.done >= 1000)
    job.cancel()
    stopped.set()
    qtbot.waitUntil(lambda: not window.runner.jobs)
    words = window.messages.text.text()
    assert "1 pair(s) skipped" in words
    assert "broken.txt" in words
    assert "not begun" in words
    assert len(projects.list_documents(library)) == 2 * len(projects.list_bitexts(library))


def test_the_list_stays_on_who_was_chosen(window, page, three, qtbot):
    qtbot.keyClick(page.table, Qt.Key.Key_Down)
    page.read_again()
    assert [one.id for one in page.table.chosen()] == [three[1]]
