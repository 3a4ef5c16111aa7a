"""Keys: chosen by a person, in force at once everywhere, on an Arabic keyboard too; the card that lists them."""

import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.action_table import ACTIONS
from taqabul.ui.annotation.keys import mode_keys
from taqabul.ui.core import keymap
from taqabul.ui.core.settings import Settings, load_settings, save_settings
from taqabul.ui.dialogs.keys_dialog import KeysDialog
from taqabul.ui.dialogs.shortcuts_dialog import card_html, card_page
from taqabul.ui.main_window import MainWindow

KEY = Qt.Key


def statuses(window):
    return [str(window.page.model.status_at(row)) for row in range(3)]


def test_every_letter_works_while_an_arabic_keyboard_is_active(at_work, shown, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    view = at_work.page.view
    for row, letter in ((0, "س"), (1, "ق"), (2, "ء")):
        view.go_to(row)
        QTest.keySequence(view, QKeySequence(letter))
    assert statuses(at_work) == [LinkStatus.CONFIRMED, LinkStatus.NEEDS_REVIEW, LinkStatus.REJECTED]
    view.go_to(0)
    QTest.keySequence(view, QKeySequence("Shift+\u064d"))
    assert statuses(at_work)[0] == LinkStatus.PROPOSED
    QTest.keySequence(view, QKeySequence("Ctrl+ئ"))
    assert statuses(at_work)[0] == LinkStatus.CONFIRMED
    QTest.keySequence(view, QKeySequence("ة"))
    assert shown(at_work)[0] == "A1 A2 | B1 B2 B3 confirmed"


def test_arabic_letters_typed_into_a_text_are_letters(at_work, picture, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    before = picture()
    QTest.keyClick(at_work.page.view, KEY.Key_E)
    editor = at_work.page.editing.editor
    for letter in "سةق":
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(editor, event)
        override = QKeyEvent(
            QEvent.Type.ShortcutOverride, ord(letter), Qt.KeyboardModifier.NoModifier, letter
        )
        override.ignore()
        QApplication.sendEvent(editor, override)
        assert override.isAccepted()
    assert editor.text.startswith("سةق")
    QTest.keyClick(editor, KEY.Key_Escape)
    assert picture() == before


def test_the_two_layouts_agree_key_by_key_and_no_key_means_two_things():
    pairs = dict(zip("MSCDXEIUNLRFJK", "ةسؤيءثهعىمقبتن", strict=True))
    assert {latin: keymap.ON_ARABIC[latin] for latin in pairs} == pairs
    keys = [sequence.toString() for spec in ACTIONS for sequence in keymap.sequences(spec.keys)]
    assert len(keys) == len(set(keys))
    assert keymap.latin(QKeySequence("ة")) == "M"
    assert keymap.latin(QKeySequence("Ctrl+ؤ")) == "Ctrl+C"
    assert keymap.latin(QKeySequence()) == ""


def test_the_last_word_of_the_first_menu_ends_the_program(at_work):
    menu = at_work.menuBar().actions()[0].menu()
    assert menu.actions()[-1] is at_work.actions_table["quit"]


def test_no_underlined_letter_takes_a_key_from_a_verb_or_a_menu(at_work, qtbot):
    at_work.history.toggle()
    at_work.page.find_bar.open(replacing=True)
    at_work.search.open_library()
    at_work.overview.toggle()
    qtbot.waitUntil(lambda: at_work.overview.shown and not at_work.runner.jobs)
    taken = {key: spec.id for spec in ACTIONS for key in spec.keys}
    bar = at_work.menuBar().actions()  # the letters of menus in menus are keys only where those are open
    taken |= {QKeySequence.mnemonic(one.text()).toString(): one.text() for one in bar}
    labels = [label for label in at_work.findChildren(QLabel) if label.buddy() is not None]
    parts = (*at_work.findChildren(QAbstractButton), *labels)
    letters = {part.text(): QKeySequence.mnemonic(part.text()).toString() for part in parts if part.text()}
    clashes = {text: taken[letter] for text, letter in letters.items() if letter in taken and letter}
    assert not clashes
    assert "Alt+B" in taken
    assert "Alt+F" in taken


def letters_twice(actions):
    """What is said of entries that share an underlined letter."""
    by_letter = {}
    for one in actions:
        letter = QKeySequence.mnemonic(one.text()).toString()
        if letter and not one.isSeparator():
            by_letter.setdefault(letter, []).append(one.text())
    return [texts for texts in by_letter.values() if len(texts) > 1]


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_no_two_entries_of_a_menu_have_the_same_letter(at_work, qapp, way):
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(way)
    try:
        for name in ("confirm", "reject", "undo"):  # undo and redo name what they would do
            at_work.actions_table[name].trigger()
        at_work.refresh()
        assert "“" in at_work.actions_table["redo"].text()
        bar = at_work.menuBar()
        menus = [*bar.findChildren(QMenu), at_work.actions_table.context_menu(at_work)]
        assert len(menus) > 10
        clashes = {menu.title(): letters_twice(menu.actions()) for menu in menus}
        clashes["the bar"] = letters_twice(bar.actions())
        assert {title: found for title, found in clashes.items() if found} == {}
    finally:
        qapp.setLayoutDirection(before)


def test_every_verb_stands_in_one_menu_and_no_menu_is_higher_than_a_small_screen(at_work):
    menus = at_work.menuBar().findChildren(QMenu)
    assert {menu.title(): menu.sizeHint().height() for menu in menus if menu.sizeHint().height() > 600} == {}
    listed = [one.objectName() for menu in menus for one in menu.actions() if one.objectName()]
    assert sorted(listed) == sorted(spec.id for spec in ACTIONS if spec.menu is not None)


def test_space_presses_the_button_that_has_the_keyboard_and_confirms_nothing(at_work, qtbot):
    at_work.page.reviewer.add_note(at_work.page.model.link_at(0), "gone soon")
    at_work.page.details.refresh()
    notes = at_work.page.details.notes
    qtbot.waitUntil(at_work.isActiveWindow)
    notes.delete.setFocus()
    QTest.keyClick(notes.delete, KEY.Key_Space)
    assert at_work.page.model.row(0).notes == ()
    assert statuses(at_work)[0] == LinkStatus.PROPOSED
    at_work.page.view.setFocus()
    QTest.keyClick(at_work.page.view, KEY.Key_Space)
    assert statuses(at_work)[0] == LinkStatus.CONFIRMED


def drive(window, steps):
    """Open the dialog for keys, do something in it, and leave it."""

    def work():
        dialog = next(one for one in window.findChildren(KeysDialog) if one.isVisible())
        steps(dialog)

    QTimer.singleShot(0, work)
    window.commands.change_keys()


def press_into(dialog, key):
    dialog.edit.setKeySequence(QKeySequence(key))


def test_a_chosen_key_is_in_force_at_once_and_after_a_restart(at_work, library, tmp_path, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)

    def steps(dialog):
        dialog.choose("review")
        press_into(dialog, "ز")
        assert "is free" in dialog.remark.text()
        dialog.replace_button.click()
        dialog.accept()

    drive(at_work, steps)
    action = at_work.actions_table["review"]
    assert action.shortcut().toString() == "."
    assert "(.)" in action.toolTip()
    at_work.activateWindow()
    qtbot.waitUntil(at_work.isActiveWindow)
    assert "<b dir='ltr'>.</b></td><td>Mark for review<" in card_html(at_work.actions_table)
    QTest.keyClick(at_work.page.view, KEY.Key_R)
    assert statuses(at_work)[0] == LinkStatus.PROPOSED
    QTest.keyClick(at_work.page.view, KEY.Key_Period)
    assert statuses(at_work)[0] == LinkStatus.NEEDS_REVIEW
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    save_settings(at_work.settings, store)
    again = MainWindow(library, load_settings(store))
    qtbot.addWidget(again)
    assert again.actions_table["review"].shortcut().toString() == "."
    again.close()


def test_a_key_that_is_taken_goes_over_only_when_that_is_chosen(at_work, qtbot):
    def cancelled(dialog):
        dialog.choose("merge")
        press_into(dialog, "X")
        assert "belongs to “Reject”" in dialog.remark.text()
        dialog.add_button.click()
        assert dialog.keys["reject"] == ()
        dialog.reject()

    drive(at_work, cancelled)
    assert at_work.actions_table.keys["reject"] == ("X",)

    def agreed(dialog):
        cancelled_keys = dialog.keys["merge"]
        dialog.choose("merge")
        press_into(dialog, "X")
        dialog.add_button.click()
        assert dialog.keys["merge"] == (*cancelled_keys, "X")
        press_into(dialog, "X")
        assert "already" in dialog.remark.text()
        dialog.accept()

    drive(at_work, agreed)
    assert at_work.actions_table["reject"].shortcuts() == []
    assert "X" in at_work.actions_table.keys["merge"]

    def back(dialog):
        dialog.choose("reject")
        dialog.reset_button.click()
        assert "X" not in dialog.keys["merge"]
        dialog.choose("merge")
        dialog.remove_button.click()
        assert dialog.keys["merge"] == ()
        dialog.reset_all_button.click()
        assert dialog.keys == {spec.id: spec.keys for spec in ACTIONS}
        press_into(dialog, "Up")
        assert not dialog.replace_button.isEnabled()
        dialog.search.setText("bookmark")
        assert not dialog._items["bookmark"].isHidden()
        assert dialog._items["merge"].isHidden()
        dialog.accept()

    drive(at_work, back)
    assert at_work.settings.shortcuts == "{}"


def test_damaged_settings_leave_the_keys_as_they_are(library, qtbot):
    for line in ("{", "[1]", '{"merge": 3}', '{"gone": ["M"]}'):
        window = MainWindow(library, Settings(shortcuts=line))
        qtbot.addWidget(window)
        assert window.actions_table.keys["merge"] == ("Alt+Backspace", "M")
        window.close()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_card_is_a_page_of_its_own_in_both_directions(at_work, monkeypatch, way):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    monkeypatch.setattr(QGuiApplication, "layoutDirection", lambda: way)
    page = at_work.commands.open_card_page()
    assert opened == [str(page)]
    text = page.read_text("utf-8")
    assert ('dir="rtl"' in text) == (way == Qt.LayoutDirection.RightToLeft)
    body = ET.fromstring(text[text.index("<body>") : text.index("</html>")])
    cells = [cell.text or "".join(cell.itertext()) for cell in body.iter("td")]
    held = [spec for spec in ACTIONS if spec.keys and spec.menu]
    assert len(cells) == 2 * (len(held) + 9 + len(mode_keys()))
    assert "Space" in cells
    assert card_page(at_work.actions_table) == text
