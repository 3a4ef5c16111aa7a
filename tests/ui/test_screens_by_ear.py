"""Every page, panel and dialog as a screen reader finds it: all controls named, the focus going as people read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QTableView, QWidget
from tests.ui.test_accessibility import nameless

from taqabul.domain.language import Language, Side
from taqabul.ui.annotation.propagate_dialog import PropagateDialog
from taqabul.ui.dialogs.bug_dialog import BugDialog
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.ui.dialogs.fonts_dialog import FontsDialog
from taqabul.ui.dialogs.keys_dialog import KeysDialog
from taqabul.ui.dialogs.realign_dialog import RealignDialog
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from taqabul.ui.dialogs.split_dialog import SplitDialog
from taqabul.ui.dialogs.sure_dialog import SureDialog
from taqabul.ui.importing.doctor_dialog import DoctorDialog
from taqabul.ui.labels.sets_dialog import LabelSetsDialog
from taqabul.ui.library.listing import Kind, Shelf
from taqabul.ui.library.pairs_dialog import PairsDialog
from taqabul.ui.palette.palette import Palette
from taqabul.ui.search.replace_dialog import ReplaceDialog
from taqabul.workflow.differences import Difference, Differences, Pair
from taqabul.workflow.doctoring import Examination
from taqabul.workflow.pairing import find_pairs
from taqabul.workflow.replacing import Change

LINE = 14
"""Controls whose upper edges differ by less stand on one line."""
COLUMN = 40
"""What begins so much further on stands in another column."""


def languages(window):
    return {side: window.page.model.language(side) for side in Side}


def change(window):
    row = window.page.model.row(0)
    paragraph = row.target[0]
    return Change(row.link.id, Side.TARGET, paragraph.id, paragraph.number, paragraph.text, 0, 1, "The")


def differences(window):
    row = window.page.model.row(1)
    before = Pair(row.source, row.target, row.link.confidence)
    after = (Pair(row.source, row.target[:1], 0.5), Pair((), row.target[1:], None))
    return Differences((Difference((before,), after),), 1, 2)


def doctor(window, path):
    examination = Examination([path])
    return DoctorDialog(examination, examination.look(), window.runner, window.reading.look, window)


DIALOGS = {
    "export": lambda w, folder: ExportDialog(w.library, w.page.summary.id, folder / "a.tmx", w.runner, w),
    "fonts": lambda w, _folder: FontsDialog(w.settings, w),
    "doctor": lambda w, folder: doctor(w, folder / "a.txt"),
    "keys": lambda w, _folder: KeysDialog(w.actions_table.table, {}, w),
    "realign": lambda w, _folder: RealignDialog(
        differences(w), ["Few words."], languages(w), w.page.view.look, w
    ),
    "reason": lambda w, _folder: ReasonDialog("", ["date"], 2, w),
    "split": lambda w, _folder: SplitDialog(w.page.model.row(1), 1, 1, languages(w), w),
    "sure": lambda w, _folder: SureDialog(w.page.model, w),
    "card": lambda w, _folder: ShortcutsDialog(w.actions_table, w),
    "bug": lambda w, _folder: BugDialog("Traceback", w),
    "pairs": lambda w, folder: PairsDialog(find_pairs(folder), ["Iraq"], "texts", w),
    "palette": lambda w, _folder: Palette(w.commands.registry.entries(), [], w),
    "replace": lambda w, _folder: ReplaceDialog([change(w)], languages(w), w.page.view.look, w),
    "propagate": lambda w, _folder: PropagateDialog("Person", "المعلم", Language.ARABIC, w.page.view.look, w),
    "labels": lambda w, folder: LabelSetsDialog(w.library, str(folder), "", w),
}


def untitled(top: QWidget) -> list[tuple[str, int]]:
    """Columns of tables that nobody could name; a table is a table for whoever listens."""
    found = []
    for table in top.findChildren(QTableView):
        assert QAccessible.queryAccessibleInterface(table).role() is QAccessible.Role.Table
        model, orientation = table.model(), Qt.Orientation.Horizontal
        shown = [column for column in range(model.columnCount()) if not table.isColumnHidden(column)]
        found += [(table.accessibleName(), one) for one in shown if not model.headerData(one, orientation)]
    return found


def focus_order(top: QWidget) -> list[QWidget]:
    """What Tab goes through, from the upper edge on."""
    found, one = [], top.nextInFocusChain()
    first = one
    while True:
        reached = one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if reached and top.isAncestorOf(one) and one.focusProxy() is None:
            found.append(one)
        one = one.nextInFocusChain()
        if one is first:
            return found


def going_back(top: QWidget) -> list[tuple[str, str]]:
    """Where Tab leads up again in one column."""
    order = focus_order(top)
    places = [one.mapTo(top, one.rect().topLeft()) for one in order]
    return [
        (order[at].accessibleName(), order[at + 1].accessibleName())
        for at in range(len(order) - 1)
        if places[at + 1].y() < places[at].y() - LINE and places[at + 1].x() <= places[at].x() + COLUMN
    ]


@pytest.mark.parametrize("name", DIALOGS)
def test_dialogs_name_their_controls_and_lead_through_them_as_people_read(at_work, name, tmp_path: Path):
    for language, text in (("ar", "بيان من القاهرة."), ("en", "A statement from Cairo.")):
        (tmp_path / f"report_{language}.txt").write_text(text, encoding="utf-8")
    dialog: QDialog = DIALOGS[name](at_work, tmp_path)
    dialog.show()
    assert nameless(QAccessible.queryAccessibleInterface(dialog)) == []
    assert len(dialog.windowTitle()) > 3
    assert focus_order(dialog)
    assert going_back(dialog) == []
    assert untitled(dialog) == []
    dialog.close()


def named(widget: QWidget) -> None:
    assert nameless(QAccessible.queryAccessibleInterface(widget)) == []
    assert going_back(widget) == []
    assert untitled(widget) == []


def test_the_library_page(window, bitext):
    window.start.read_again()
    named(window.start)
    window.start.shelves.choose(Shelf(Kind.DOCUMENTS))
    window.start.show_shelf()
    named(window.start)


def test_the_find_bar_and_the_filter_bar(at_work):
    at_work.page.find_bar.open(replacing=True)
    named(at_work.page.find_bar)
    at_work.page.filter_bar.open()
    named(at_work.page.filter_bar)


def test_the_details(at_work):
    at_work.page.view.go_to(1)
    at_work.page.details.refresh()
    named(at_work.page.details)


def test_the_history(at_work, qtbot):
    at_work.history.toggle()
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    named(at_work.history.panel)


def test_the_concordance(at_work, qtbot):
    at_work.search.open_library()
    qtbot.waitUntil(lambda: not at_work.runner.jobs)
    named(at_work.search.library.panel)


def test_the_overview(at_work, qtbot):
    at_work.overview.toggle()
    qtbot.waitUntil(lambda: at_work.overview.shown and not at_work.runner.jobs)
    named(at_work.overview.page)
