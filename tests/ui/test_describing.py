"""Document details by key: beside an open bitext, and on the library page, with the way back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox

from taqabul.ui.dialogs.describe_dialog import DescribeDialog
from taqabul.workflow import describing

CTRL = Qt.KeyboardModifier.ControlModifier


def details(library, bitext):
    return [one.document.metadata for one in describing.sides_described(library, bitext)]


def filled_in(monkeypatch, qtbot, fill):
    """Have ``fill`` work on the dialog when it opens; gives the dialogs that opened."""
    opened = []

    def run(dialog):
        opened.append(dialog)
        dialog.show()
        fill(dialog)
        return dialog.result()

    monkeypatch.setattr(DescribeDialog, "exec", run)
    return opened


def save(dialog):
    dialog.buttons.button(QDialogButtonBox.StandardButton.Save).click()


def test_details_are_changed_beside_the_bitext_and_taken_back(window, bitext, library, qtbot, monkeypatch):
    def fill(dialog):
        assert [form.fields["title"].text() for form in dialog.forms] == ["statement", "statement"]
        arabic, english = (form.fields for form in dialog.forms)
        for field, words in (
            (arabic["author"], "أحمد"),
            (english["date"], "May"),
            (english["source"], "BBC"),
        ):
            field.setFocus()
            field.insert(words)
        save(dialog)
        assert "no date" in dialog.problem.text()
        assert dialog.result() == 0
        english["date"].setText("٢٠٢٥-٠٣")
        save(dialog)

    window.open_bitext(bitext)
    opened = filled_in(monkeypatch, qtbot, fill)
    qtbot.keyClick(window.page.view, Qt.Key.Key_I, CTRL)
    assert len(opened) == 1
    arabic, english = details(library, bitext)
    assert (arabic.author, english.date, english.source) == ("أحمد", "2025-03", "BBC")
    window.show_start()
    window.start.table.setFocus()
    qtbot.waitUntil(window.actions_table["undo"].isEnabled)
    qtbot.keyClick(window.start.table, Qt.Key.Key_Z, CTRL)
    assert {one.author + one.date + one.source for one in details(library, bitext)} == {""}


def test_details_of_the_chosen_entry(window, bitext, library, qtbot, monkeypatch):
    window.show_start()
    table = window.start.table
    table.setFocus()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.waitUntil(lambda: table.setCurrentCell(0, 0) or bool(table.chosen()))
    window.refresh()

    def fill(dialog):
        dialog.forms[1].fields["title"].setText("A statement")
        save(dialog)

    filled_in(monkeypatch, qtbot, fill)
    qtbot.keyClick(table, Qt.Key.Key_I, CTRL)
    assert [one.title for one in details(library, bitext)] == ["statement", "A statement"]


def test_saying_nothing_new_changes_nothing(window, bitext, qtbot, monkeypatch):
    window.open_bitext(bitext)
    filled_in(monkeypatch, qtbot, save)
    qtbot.keyClick(window.page.view, Qt.Key.Key_I, CTRL)
    assert not window.messages.isVisible()
