"""Copies of the library: made beside the window, shown, brought back; and the library looked through."""

from pathlib import Path
from typing import TYPE_CHECKING

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.dialogs.copies_dialog import CopiesDialog
from taqabul.workflow import backups
from taqabul.workflow.backups import Copy, Kept
from taqabul.workflow.library import library_path
from taqabul.workflow.verifying import Verification, verify

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

FAULTS = QT_TRANSLATE_NOOP("Copies", "%n fault(s) were found in the library. The first: {first}.")


class CopiesFlow:
    """Copies of the library on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def begin(self) -> None:
        """Copy the library before the first work of a day; a word where it lies on a share of the network."""
        library = self._window.library
        if library.remark:
            self._window.messages.show_message(library.remark, kind=Kind.PROBLEM)
        self._window.runner.start(lambda _: backups.keep_daily(library), lambda _: None, self._on_failed)

    def keep(self) -> None:
        """Copy the library now."""
        library = self._window.library
        self._window.runner.start(
            lambda _: backups.keep(library, backups.Reason.ASKED),
            self._on_kept,
            self._on_failed,
            translate("Copies", "Copying the library"),
        )

    def ask(self) -> None:
        """Show the copies there are, and bring one back where the person chooses it."""
        library = self._window.library
        self._window.runner.start(
            lambda _: backups.list_copies(library_path(library.location)),
            self._on_listed,
            self._on_failed,
            translate("Copies", "Looking into the copies"),
        )

    def look_through(self) -> None:
        """Look through the whole library, beside the window."""
        library = self._window.library
        self._window.runner.start(
            lambda progress: verify(library, progress),
            self._on_verified,
            self._on_failed,
            translate("Copies", "Looking through the library"),
        )

    def restore(self, copy: Path) -> None:
        """Have the library hold what a copy holds; what is being typed is kept first."""
        window = self._window
        window.show_start()
        if window.has_page:  # what is being typed cannot be kept, and was said to be wrong
            return
        window.entries.undoing.forget()
        library = window.library
        window.runner.start(
            lambda _: backups.restore(library_path(library.location), copy),
            self._on_restored,
            self._on_failed,
            translate("Copies", "Restoring the library"),
        )

    def _on_kept(self, copy: Copy | None) -> None:
        if copy is not None:
            self._window.messages.show_message(
                translate("Copies", "The library was copied to {path}.").format(path=copy.path)
            )

    def _on_listed(self, copies: list[Kept]) -> None:
        window = self._window
        if not copies:
            window.messages.show_message(translate("Copies", "There is no copy of the library yet."))
            return
        dialog = CopiesDialog(copies, backups.folder(window.library), window)
        accepted = dialog.exec() == CopiesDialog.DialogCode.Accepted
        chosen = dialog.chosen
        dialog.deleteLater()
        if accepted and chosen is not None:
            self.restore(chosen.copy.path)

    def _on_restored(self, before: Copy | None) -> None:
        window = self._window
        window.library.begin_anew()
        window.show_start()
        answers = (
            [(translate("Copies", "Take back"), lambda: self.restore(before.path))]
            if before is not None
            else []
        )
        window.messages.show_message(translate("Copies", "The library holds what the copy held."), *answers)

    def _on_verified(self, found: Verification) -> None:
        messages = self._window.messages
        if found.faults:
            told = plural(FAULTS, len(found.faults)).format(first=found.faults[0].message)
            in_file = self._window.library.file is not None
            answers = [(translate("Copies", "Show the copies"), self.ask)] if in_file else []
            messages.show_message(told, *answers, kind=Kind.PROBLEM)
        else:
            messages.show_message(
                translate("Copies", "The library is whole, and its history leads to what it holds.")
            )

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
