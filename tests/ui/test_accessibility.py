"""What a screen reader finds: a name for every control, the pairs as a table, and the paragraph gone to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from taqabul.domain.language import Language, Side
from taqabul.text.cleaning import CleanRule
from taqabul.ui.bitext import view as view_module
from taqabul.ui.dialogs.cleaning_dialog import CleaningDialog
from taqabul.ui.dialogs.fonts_dialog import FontsDialog
from taqabul.ui.dialogs.shortcuts_dialog import ShortcutsDialog
from taqabul.workflow.cleaning import Unclean

ROLE = QAccessible.Role
CONTROLS = {
    ROLE.Button,
    ROLE.ButtonMenu,
    ROLE.CheckBox,
    ROLE.ComboBox,
    ROLE.EditableText,
    ROLE.List,
    ROLE.MenuItem,
    ROLE.PageTab,
    ROLE.ProgressBar,
    ROLE.RadioButton,
    ROLE.Slider,
    ROLE.SpinBox,
    ROLE.Table,
    ROLE.Tree,
}


def name_of(interface) -> str:
    return interface.text(QAccessible.Text.Name)


def nameless(interface, above="") -> list[str]:
    """The controls below an interface that have no name, each as its way from the top; Qt's own parts apart."""
    way = f"{above} > {interface.role().name} {name_of(interface)!r}"
    found = [way] if interface.role() in CONTROLS and not name_of(interface).strip() else []
    if interface.role() in {ROLE.ComboBox, ROLE.ScrollBar} or isinstance(interface.object(), QLineEdit):
        return found
    for place in range(min(interface.childCount(), 60)):
        child = interface.child(place)
        if child is not None and child.isValid():
            found += nameless(child, way)
    return found


@pytest.fixture
def tree():
    return QAccessible.queryAccessibleInterface


def test_every_control_of_the_window_has_a_name(at_work, tree):
    assert nameless(tree(at_work)) == []


def test_boxes_are_named_for_what_they_choose_not_for_what_is_chosen(at_work, tree):
    boxes = at_work.findChildren(QComboBox)
    assert [box.currentText() for box in boxes if box.accessibleName() in {"", box.currentText()}] == []


def test_every_control_of_the_dialogs_has_a_name(at_work, tree, qtbot):
    paragraph = at_work.page.model.row(0).source[0]
    languages = {Side.SOURCE: Language.ARABIC, Side.TARGET: Language.ENGLISH}
    dialogs = [
        FontsDialog(at_work.settings, at_work),
        CleaningDialog([Unclean(paragraph, Side.SOURCE)], languages, at_work.reading.look, at_work),
        ShortcutsDialog(at_work.actions_table, at_work),
    ]
    for dialog in dialogs:
        dialog.show()
        assert nameless(tree(dialog)) == []
        assert len(dialog.windowTitle()) > 3
        dialog.close()
    assert len(CleanRule) == len(dialogs[1].rules)


def test_the_pairs_are_a_table_with_rows_columns_and_words(at_work, tree):
    view = at_work.page.view
    table = tree(view)
    assert (table.role(), name_of(table)) == (ROLE.Table, "Pairs of paragraphs")
    cells = [table.child(place) for place in range(table.childCount())]
    headers = [name_of(cell) for cell in cells if cell.role() is ROLE.ColumnHeader]
    assert headers == ["State", "Arabic", "Links", "English"]
    said = [name_of(cell) for cell in cells if cell.role() is ROLE.Cell]
    assert len(said) == 4 * view.rows.count
    state, source, shape, target = said[4:8]
    assert state.startswith("Proposed, 1-2, 70 %")
    assert source.startswith("2. وصل كِتَابُ أحمد")
    assert shape == "1-2"
    assert target == "2. Ahmad's book reached the school.\n3. The pupils read it."


def test_a_step_inside_a_cell_says_the_paragraph_gone_to(at_work, monkeypatch):
    said = []
    monkeypatch.setattr(view_module.QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(
        view_module.QAccessible, "updateAccessibility", lambda event: said.append(event.message())
    )
    view = at_work.page.view
    view.go_to(1, Side.TARGET)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.place().part == 1
    assert said == ["3. The pupils read it."]
