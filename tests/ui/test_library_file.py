"""The library as a file, in the window: encrypted, opened with its password, written without one, merged from."""

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog

from taqabul.domain.errors import LibraryLocked
from taqabul.ui.dialogs.new_password_dialog import NewPasswordDialog
from taqabul.ui.dialogs.password_dialog import PasswordDialog
from taqabul.workflow import encrypting
from taqabul.workflow.library import open_library
from taqabul.workflow.passwords import once
from taqabul.workflow.rows import iter_rows

pytest.importorskip("sqlcipher3")
PASSWORD = "open, سمسم"
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture(autouse=True)
def nothing_known():
    """No password stays known from one test to the next, and no keyring is asked."""
    from taqabul.storage import ciphering

    yield
    ciphering._passwords.clear()
    ciphering._salts.clear()


@pytest.fixture
def secret(tmp_path, monkeypatch) -> Path:
    """A place that the person names whenever one is asked for."""
    file = tmp_path / "secret.db"
    for asking in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, asking, lambda *_, **__: (str(file), ""))
    return file


@pytest.fixture
def typing(monkeypatch):
    """Types passwords into the dialogs that ask for one; gives what these said."""
    said = []

    def given(*passwords):
        left = list(passwords)
        said.clear()

        def new(dialog):
            dialog.first.setText(left[0])
            assert not dialog.buttons.button(OK).isEnabled()
            QTest.keyClicks(dialog.again, "other")
            said.append(dialog.differ.text())
            dialog.again.clear()
            dialog.again.setText(left.pop(0))
            dialog.first.setText(dialog.again.text())
            assert dialog.buttons.button(OK).isEnabled()
            return QDialog.DialogCode.Accepted

        def old(dialog):
            said.append(dialog.trouble.text())
            dialog.password.setText(left.pop(0))
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(NewPasswordDialog, "exec", new)
        monkeypatch.setattr(PasswordDialog, "exec", old)
        return said

    return given


def idle(window, qtbot):
    qtbot.waitUntil(lambda: not window.runner.jobs)


def forget(path):
    from taqabul.storage import ciphering

    ciphering.forget_password(path)
    ciphering._salts.clear()


@pytest.fixture
def encrypted(at_work, library, secret, typing, qtbot):
    """The window, with its library written into an encrypted file by the menu; what is done next knows no password."""
    said = typing(PASSWORD)
    at_work.actions_table["encrypt-library"].trigger()
    idle(at_work, qtbot)
    assert said == ["The two are not the same."]
    assert "is encrypted" in at_work.messages.text.text()
    forget(secret)
    return at_work


def test_the_library_is_encrypted_and_opened_with_its_password(
    encrypted, library, bitext, secret, typing, qtbot
):
    assert b"SQLite format 3" not in secret.read_bytes()
    with pytest.raises(LibraryLocked):
        open_library(secret)
    rows = list(iter_rows(library, bitext))
    encrypted.page.reviewer.confirm()  # the library that is open goes on being one
    said = typing("wrong", PASSWORD)
    encrypted.actions_table["open-library"].trigger()
    qtbot.waitUntil(lambda: encrypted.servers.successor is not None)
    assert said[0] == ""
    assert "does not open" in said[1]
    assert "damaged" in said[1], "a damaged first page looks just so"
    with closing(encrypted.servers.successor) as opened:
        assert opened.location == str(secret)
        assert [row.link.id for row in iter_rows(opened, bitext)] == [row.link.id for row in rows]
        assert encrypting.is_encrypted(opened)
    assert not encrypted.isVisible()


def test_what_was_just_encrypted_opens_without_being_asked(at_work, secret, typing, qtbot):
    said = typing(PASSWORD)
    at_work.actions_table["encrypt-library"].trigger()
    idle(at_work, qtbot)
    at_work.messages.answers[0].click()
    qtbot.waitUntil(lambda: at_work.servers.successor is not None)
    at_work.servers.successor.close()
    assert len(said) == 1


def test_a_plain_library_is_not_written_without_a_password(at_work, secret):
    at_work.actions_table["decrypt-library"].trigger()
    assert "not encrypted" in at_work.messages.text.text()
    assert not secret.exists()


def test_an_encrypted_library_is_written_without_a_password(
    encrypted, secret, tmp_path, monkeypatch, qtbot, settings, bitext
):
    from taqabul.ui.main_window import MainWindow

    plain = tmp_path / "plain.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(plain), ""))
    with closing(open_library(secret, "Rana", once(encrypting_answer()))) as opened:
        window = MainWindow(opened, settings)
        qtbot.addWidget(window)
        window.actions_table["decrypt-library"].trigger()
        idle(window, qtbot)
        assert "can read it" in window.messages.text.text()
        window.close()
        rows = [row.link.id for row in iter_rows(opened, bitext)]
    with closing(open_library(plain)) as written:
        assert [row.link.id for row in iter_rows(written, bitext)] == rows


def encrypting_answer():
    from taqabul.workflow.passwords import Answer

    return Answer(PASSWORD)


def test_merging_from_an_encrypted_library_asks_for_its_password(
    encrypted, library, bitext, secret, typing, qtbot
):
    said = typing("wrong", PASSWORD)
    encrypted.agreeing.merge_file(secret)
    qtbot.waitUntil(lambda: len(said) == 2 and not encrypted.runner.jobs)
    assert said[0] == ""
    assert "does not open" in said[1]
    assert str(secret) in said[1]
    qtbot.waitUntil(encrypted.messages.isVisible)
    assert "password" not in encrypted.messages.text.text()


def test_no_file_is_written_over(at_work, secret, typing, qtbot):
    secret.write_text("mine")
    typing(PASSWORD)
    at_work.actions_table["encrypt-library"].trigger()
    idle(at_work, qtbot)
    assert "is there already" in at_work.messages.text.text()
    assert secret.read_text() == "mine"
