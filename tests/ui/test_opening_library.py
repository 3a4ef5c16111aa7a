"""A library is opened beside the event loop: what is waited for is said, and people may give up."""

import gc
import io
import sqlite3
import sys
import threading
import weakref
from contextlib import closing
from threading import Event

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QProgressBar

from taqabul.domain.errors import Cancelled, LibraryError
from taqabul.ui import application, opening_library
from taqabul.ui.core.settings import Settings, Theme, save_settings
from taqabul.ui.core.theme import apply_theme
from taqabul.ui.dialogs.password_dialog import PasswordDialog
from taqabul.ui.opening_library import OpeningNotice, open_beside
from taqabul.workflow.library import open_library


@pytest.fixture
def when(qtbot, monkeypatch):
    """Has something done as soon as a widget of a kind is shown."""
    monkeypatch.setattr(opening_library, "NOTICE_MS", 1)
    clocks = []

    def arrange(kind, then):
        clock = QTimer()

        def look():
            shown = [
                one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
            ]
            if shown:
                clock.stop()
                then(shown[0])

        clock.timeout.connect(look)
        clock.start(1)
        clocks.append(clock)

    yield arrange
    for clock in clocks:
        clock.stop()


def test_a_library_that_opens_at_once_is_opened(qtbot, tmp_path):
    with closing(open_beside("x", lambda ask: open_library(tmp_path / "x.db", ask_password=ask))) as library:
        assert library.file == tmp_path / "x.db"
    assert not [
        one for one in QApplication.topLevelWidgets() if isinstance(one, OpeningNotice) and one.isVisible()
    ]


def test_who_waits_for_another_program_is_told_so(qtbot, tmp_path, when):
    path = tmp_path / "x.db"
    open_library(path).close()
    told = []
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        def release(notice):
            told.append(notice.words.text())
            assert notice.findChild(QProgressBar).isVisible()
            other.execute("ROLLBACK")

        when(OpeningNotice, release)
        with closing(open_beside(str(path), open_library_at(path))):
            pass
    assert len(told) == 1
    assert str(path) in told[0]
    assert "another program" in told[0]


def open_library_at(path):
    return lambda ask: open_library(path, ask_password=ask)


@pytest.fixture
def go_on():
    """Lets a thread that opens a library go on; at the end it is waited for: only then may garbage be looked for."""
    event = Event()
    yield event
    event.set()
    for thread in threading.enumerate():
        if thread.name == "taqabul-opening":
            thread.join()
    gc.enable()


def test_who_gives_up_waits_no_longer_and_the_library_is_let_go(qtbot, tmp_path, when, go_on):
    opened, closed = [], Event()

    def slowly(ask):
        go_on.wait()
        library = open_library(tmp_path / "x.db", ask_password=ask)
        close = library.database.close
        library.database.close = lambda: (close(), closed.set())
        opened.append(library)
        return library

    when(OpeningNotice, lambda notice: notice.reject())
    with pytest.raises(Cancelled):
        open_beside("x", slowly)
    assert not opened
    go_on.set()
    assert closed.wait(30)


def test_the_thread_of_who_gave_up_holds_nothing_of_the_window(qtbot, when, go_on):
    notices = []

    def never(ask):
        go_on.wait()
        raise LibraryError("too late", "")

    def give_up(notice):
        notices.append(weakref.ref(notice))
        notice.reject()

    when(OpeningNotice, give_up)
    with pytest.raises(Cancelled):
        open_beside("x", never)
    searched = gc.isenabled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert [one() for one in notices] == [None]
    assert not searched


def test_what_goes_wrong_is_raised_where_it_is_waited_for(qtbot, tmp_path):
    path = tmp_path / "text.db"
    path.write_text("no library " * 500)
    with pytest.raises(LibraryError):
        open_beside(str(path), open_library_at(path))


def test_a_password_is_asked_for_on_the_windows_thread(qtbot, when):
    asked = []

    def answer(dialog):
        asked.append([one.text() for one in dialog.findChildren(QLabel)])
        dialog.password.setText("secret")
        dialog.accept()

    when(PasswordDialog, answer)

    def needs_one(ask):
        raise LibraryError(repr(ask("the library", "not that one")), "")

    with pytest.raises(LibraryError, match="secret"):
        open_beside("x", needs_one)
    assert any("not that one" in words for words in asked[0])


def test_a_library_that_does_not_open_is_told_in_a_window_where_there_is_no_terminal(
    qtbot, tmp_path, monkeypatch, when
):
    path = tmp_path / "text.db"
    path.write_text("no library " * 500)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    told = []
    when(QMessageBox, lambda box: (told.append((box.text(), box.informativeText())), box.accept()))
    monkeypatch.setattr(application, "nobody_looks", lambda: False)
    with pytest.raises(LibraryError) as raised:
        application.run_window(path, [], QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    assert told == [(raised.value.message, raised.value.hint)]


def test_who_gives_no_password_is_told_nothing_more(qtbot, tmp_path, monkeypatch, when):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    monkeypatch.setattr(application, "nobody_looks", lambda: False)
    when(PasswordDialog, lambda dialog: dialog.reject())
    when(QMessageBox, lambda box: pytest.fail("told what they know"))
    opened = []

    def needs_one(_location, _author, ask_password):
        opened.append(ask_password("the library", ""))
        raise LibraryError("Nobody knows the password.", "")

    monkeypatch.setattr(application, "open_library", needs_one)
    with pytest.raises(LibraryError, match="Nobody knows"):
        application.run_window(
            tmp_path / "x.db", [], QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
        )
    assert opened == [None]


@pytest.mark.parametrize(("theme", "dark"), [(Theme.DARK, True), (Theme.LIGHT, False)])
def test_what_is_asked_before_there_is_a_window_wears_its_colours(
    qtbot, tmp_path, monkeypatch, when, theme, dark
):
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    save_settings(Settings(theme=theme), store)
    apply_theme(QApplication.instance(), Theme.LIGHT if dark else Theme.DARK)
    grounds = []

    def look(dialog):
        dialog.ensurePolished()
        grounds.append(dialog.grab().toImage().pixelColor(2, 2).lightnessF())
        dialog.reject()

    when(PasswordDialog, look)

    def needs_one(_location, _author, ask_password):
        ask_password("the library", "")
        raise LibraryError("Nobody knows the password.", "")

    monkeypatch.setattr(application, "open_library", needs_one)
    try:
        with pytest.raises(LibraryError):
            application.run_window(tmp_path / "x.db", [], store)
    finally:
        apply_theme(QApplication.instance(), Theme.SYSTEM)
    assert [one < 0.5 for one in grounds] == [dark]
