"""Looks what there is to clean in the open bitext, asks, and cleans; both beside the window."""

from typing import TYPE_CHECKING

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.language import Side
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.cleaning_dialog import CleaningDialog
from taqabul.workflow import cleaning
from taqabul.workflow.cleaning import Cleaning, Unclean

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow
    from taqabul.ui.pages.bitext_page import BitextPage


class CleaningFlow:
    """Cleans the texts of a main window's bitext."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask(self) -> None:
        """Look, then show what was found."""
        page = self._window.page
        if not page.editing.finish():
            return
        library, bitext = self._window.library, page.summary.id
        self._window.runner.start(
            lambda progress: cleaning.unclean(library, bitext, progress),
            lambda found: self._offer(page, found),
            self._on_failed,
            translate("Cleaning", "Looking what there is to clean"),
        )

    def _offer(self, page: "BitextPage", found: list[Unclean]) -> None:
        if not self._is_open(page):
            return
        if not found:
            self._window.messages.show_message(
                translate("Cleaning", "There is nothing to clean in these texts.")
            )
            return
        languages = {side: page.model.language(side) for side in Side}
        dialog = CleaningDialog(found, languages, self._window.reading.look, self._window)
        if dialog.exec() == CleaningDialog.DialogCode.Accepted and dialog.chosen:
            self.write(page, dialog.chosen)
        dialog.deleteLater()

    def write(self, page: "BitextPage", chosen: list[Cleaning]) -> None:
        """Give texts the words that were agreed to, in one edit, and show them."""
        library, bitext = self._window.library, page.summary.id

        def show(changes: ChangeSet) -> None:
            if self._is_open(page):
                page.reviewer.show(changes)

        def failed(error: Exception) -> None:
            if isinstance(error, EditConflict) and self._is_open(page):
                page.reload()
            self._on_failed(error)

        self._window.runner.start(
            lambda _progress: cleaning.clean(library, bitext, chosen),
            show,
            failed,
            translate("Cleaning", "Cleaning the texts"),
        )

    def _is_open(self, page: "BitextPage") -> bool:
        return self._window.has_page and self._window.page is page

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
