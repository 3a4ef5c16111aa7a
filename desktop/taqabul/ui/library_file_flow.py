"""The library as a file, in the window: another one opened, this one encrypted or written without a password."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QFileDialog

from taqabul.domain.errors import AppError, LibraryLocked
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.dialogs.new_password_dialog import NewPasswordDialog
from taqabul.ui.dialogs.password_dialog import ask_password
from taqabul.workflow import encrypting
from taqabul.workflow.library import library_path, open_library
from taqabul.workflow.passwords import Answer, once, wrong_password

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class LibraryFileFlow:
    """On behalf of a main window; all of it is done beside the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask(self) -> None:
        """Let the person choose a library, and open it in the place of this one."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            translate("LibraryFile", "Open another library"),
            str(self._folder()),
            translate("LibraryFile", "Libraries (*.db);;All files (*)"),
        )
        if name:
            self.open(Path(name))

    def open(self, path: Path, answer: Answer | None = None) -> None:
        """Open a library in the place of this one; its password is asked for where it has one."""
        if self._window.library.file is not None and path.absolute() == self._window.library.file.absolute():
            self._window.messages.show_message(translate("LibraryFile", "This library is open already."))
            return
        self._window.runner.start(
            lambda _: open_library(path, ask_password=once(answer)),
            self._window.servers.hand_over,
            lambda error: self._on_not_opened(path, answer, error),
            translate("LibraryFile", "Opening {name}").format(name=path.name),
        )

    def encrypt(self) -> None:
        """Write the library into a new file that a password opens."""
        to = self._new_file(translate("LibraryFile", "Encrypt the library into a new file"), "-encrypted")
        if to is None:
            return
        dialog = NewPasswordDialog(to.name, self._window)
        answer = dialog.answer() if dialog.exec() == QDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if answer is not None:
            self._write(to, answer)

    def decrypt(self) -> None:
        """Write the library into a new file that everybody can read who gets it."""
        library = self._window.library
        if not encrypting.is_encrypted(library):
            told = translate("LibraryFile", "The library is not encrypted.")
            self._window.messages.show_message(told)
            return
        to = self._new_file(translate("LibraryFile", "Write the library without a password"), "-plain")
        if to is not None:
            self._write(to, None)

    def _write(self, to: Path, answer: Answer | None) -> None:
        window, library = self._window, self._window.library
        if window.has_page and not window.page.editing.finish():
            return
        password, keep = (answer.password, answer.keep) if answer is not None else (None, False)
        window.runner.start(
            lambda _: encrypting.rewrite_beside(library, to, password, keep=keep),
            lambda kept: self._on_written(to, answer, kept=kept),
            self._on_failed,
            translate("LibraryFile", "Writing {name}").format(name=to.name),
        )

    def _on_written(self, to: Path, answer: Answer | None, *, kept: bool) -> None:
        if answer is None:
            words = translate(
                "LibraryFile", "Who has {path} can read it. The encrypted library is as it was."
            )
        else:
            words = translate(
                "LibraryFile",
                "{path} is encrypted. The library that is open is as it was, with its copies: delete them when the new one has opened.",
            )
        told = words.format(path=isolated(str(to)))
        if not kept:
            told += " " + translate("LibraryFile", "There is no keyring that could remember the password.")
        open_it = (translate("LibraryFile", "&Open it"), lambda: self.open(to, answer))
        self._window.messages.show_message(told, open_it)

    def _new_file(self, title: str, suffix: str) -> Path | None:
        """Where to write; None where the person gave up."""
        file = library_path(self._window.library.location)
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            title,
            str(file.with_name(f"{file.stem}{suffix}.db")),
            translate("LibraryFile", "Libraries (*.db)"),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def _folder(self) -> Path:
        file = self._window.library.file
        return Path(self._window.settings.last_folder) if file is None else file.parent

    def _on_not_opened(self, path: Path, answer: Answer | None, error: Exception) -> None:
        if not isinstance(error, LibraryLocked):
            self._on_failed(error)
            return
        again = wrong_password(path) if answer is not None else ""
        QTimer.singleShot(0, self._window, lambda: self._ask_password(path, again))

    def _ask_password(self, path: Path, trouble: str) -> None:
        answer = ask_password(str(path), trouble, self._window)
        if answer is not None:
            self.open(path, answer)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_message(f"{error.message} {error.hint}".strip(), kind=Kind.PROBLEM)
