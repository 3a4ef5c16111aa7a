"""The whole job in the window, on the sample: opened, aligned, corrected, closed, opened again, exported."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from translate.storage.tmx import tmxfile

from taqabul import paths
from taqabul.domain.language import Side
from taqabul.ui.dialogs.export_dialog import ExportDialog
from taqabul.ui.main_window import MainWindow
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows

pytestmark = pytest.mark.long

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def position_of(window, number, side):
    """The row that holds the paragraph with this number."""
    rows = (window.page.model.row(k) for k in range(window.page.model.count))
    members = ([p.number for p in (row.source if side is Side.SOURCE else row.target)] for row in rows)
    return next(k for k, numbers in enumerate(members) if number in numbers)


def press(window, key, modifiers=NONE):
    QTest.keyClick(window.page.view, key, modifiers)


def snapshot(library, bitext):
    return [
        (
            [p.text for p in row.source],
            [p.text for p in row.target],
            row.link.status,
            [note.text for note in row.notes],
        )
        for row in iter_rows(library, bitext)
    ]


def test_the_sample_from_opening_to_export(window, library, settings, qtbot, monkeypatch, tmp_path):
    window.files.open([paths.seeds() / "000_ed9df4b2a4667265.txt"])
    qtbot.waitUntil(lambda: window.has_page)
    (bitext,) = [one.id for one in list_bitexts(library)]
    page = window.page
    as_aligned = snapshot(library, bitext)
    assert sum(map(len, (row[0] for row in as_aligned))) == 27
    assert sum(map(len, (row[1] for row in as_aligned))) == 29

    page.view.setFocus()
    page.view.go_to(position_of(window, 4, Side.TARGET), Side.TARGET)
    press(window, KEY.Key_Space)
    page.view.go_to(position_of(window, 8, Side.SOURCE), Side.SOURCE)
    press(window, KEY.Key_Backspace, ALT)
    page.view.go_to(position_of(window, 29, Side.TARGET), Side.TARGET)
    press(window, KEY.Key_E)
    QTest.keyClicks(page.editing.editor, "Gijon, ")
    QTest.keyClick(page.editing.editor, KEY.Key_F2)
    press(window, KEY.Key_I)
    QTest.keyClicks(window.focusWidget(), "The place was missing.")
    QTest.keyClick(window.focusWidget(), KEY.Key_Return, CTRL)
    corrected = snapshot(library, bitext)
    assert corrected[position_of(window, 29, Side.TARGET)][1:] == (
        ["Gijon, 19 June 2025."],
        "proposed",
        ["The place was missing."],
    )
    assert any(len(source) == 2 and len(target) == 2 for source, target, _, _ in corrected)
    window.close()

    again = MainWindow(library, settings)
    qtbot.addWidget(again)
    again.show()
    again.open_bitext(bitext)
    qtbot.waitUntil(lambda: again.page.view.places.height > 0)
    assert snapshot(library, bitext) == corrected
    out = tmp_path / "pairs.tmx"

    def agree(dialog):
        dialog.output.file.setText(str(out))
        dialog.count()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(ExportDialog, "exec", agree)
    again.export()
    qtbot.waitUntil(lambda: out.exists() and not again.runner.jobs)
    with out.open("rb") as file:
        units = tmxfile(file, "ar", "en").units
    two_sided = [row for row in corrected if row[0] and row[1]]
    assert [unit.target for unit in units] == ["\n".join(target) for _, target, _, _ in two_sided]
    assert [unit.source for unit in units] == ["\n".join(source) for source, _, _, _ in two_sided]

    again.page.view.setFocus()
    for _ in range(4):
        qtbot.waitUntil(again.actions_table["undo"].isEnabled)
        press(again, KEY.Key_Z, CTRL)
    assert snapshot(library, bitext) == as_aligned
    again.close()
