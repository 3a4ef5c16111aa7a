"""The message above the texts: its buttons are reached, pressed and left by key alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from taqabul.domain.errors import LibraryError
from taqabul.ui.core.i18n import translate

KEY = Qt.Key


@pytest.fixture
def pressed(at_work, qtbot):
    """What was pressed of a message with two answers; the keyboard is with the rows."""
    qtbot.waitUntil(at_work.isActiveWindow)
    found = []
    at_work.messages.show_message(
        "Done.", ("Take back", lambda: found.append("back")), ("More", lambda: found.append("more"))
    )
    return found


def with_keyboard(window):
    return window.focusWidget()


@pytest.mark.parametrize(
    ("keys", "done"),
    [
        ([KEY.Key_Return], ["back"]),
        ([KEY.Key_Space], ["back"]),
        ([KEY.Key_Right, KEY.Key_Return], ["more"]),
        ([KEY.Key_Tab, KEY.Key_Enter], ["more"]),
        ([KEY.Key_Tab, KEY.Key_Tab, KEY.Key_Return], []),
        ([KEY.Key_Escape], []),
    ],
)
def test_a_key_goes_there_and_the_keyboard_comes_back(at_work, picture, pressed, keys, done):
    before = picture()
    view = at_work.page.view
    QTest.keyClick(view, KEY.Key_F12)
    assert at_work.messages.isAncestorOf(with_keyboard(at_work))
    for key in keys:
        QTest.keyClick(with_keyboard(at_work), key)
    assert pressed == done
    assert at_work.messages.isHidden()
    assert with_keyboard(at_work) is view
    assert picture() == before


def test_another_message_gives_the_keyboard_back(at_work, pressed):
    QTest.keyClick(at_work.page.view, KEY.Key_F12)
    at_work.messages.show_message("Something else.")
    assert with_keyboard(at_work) is at_work.page.view
    QTest.keyClick(at_work.page.view, KEY.Key_F12)
    QTest.keyClick(with_keyboard(at_work), KEY.Key_Return)
    assert at_work.messages.isHidden()
    assert pressed == []


def test_without_a_message_that_is_said(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    at_work.messages.dismiss()
    QTest.keyClick(at_work.page.view, KEY.Key_F12)
    assert at_work.statusBar().currentMessage() == translate("Prompts", "There is no message now.")
    assert with_keyboard(at_work) is at_work.page.view


def test_a_refusal_goes_by_what_is_done_next_and_other_messages_stay(at_work, qtbot):
    qtbot.waitUntil(at_work.isActiveWindow)
    view, messages = at_work.page.view, at_work.messages
    view.go_to(view.rows.count - 1)
    QTest.keyClick(view, KEY.Key_M)
    assert not messages.isHidden(), "the last pair has none to merge with"
    QTest.keyClick(view, KEY.Key_Up)
    assert not messages.isHidden()
    QTest.keyClick(view, KEY.Key_C)
    assert messages.isHidden()
    messages.show_error(LibraryError("The disk is full.", "Make room."))
    QTest.keyClick(view, KEY.Key_C)
    assert not messages.isHidden(), "it is as full as before"
