"""Lets people look at and change what is known of documents, from the library page and beside an open bitext."""

from typing import TYPE_CHECKING

from taqabul.domain.errors import AppError
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.describe_dialog import DescribeDialog
from taqabul.workflow import describing
from taqabul.workflow.describing import Described
from taqabul.workflow.projects import BitextSummary

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class DescribingFlow:
    """Document details on behalf of a main window; undone on the library page, as names are."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def ask(self) -> None:
        """Show what is known of the open bitext's documents, or of the chosen entry's."""
        window = self._window
        try:
            documents = self._documents()
        except AppError as error:
            window.messages.show_error(error)
            return
        if not documents:
            return
        dialog = DescribeDialog(documents, window)
        agreed = dialog.exec() == DescribeDialog.DialogCode.Accepted
        told = {
            one.document.id: dialog.described[one.document.id]
            for one in documents
            if agreed and dialog.described[one.document.id] != one.document.metadata
        }
        dialog.deleteLater()
        if told and window.entries.do(
            "describe", lambda: describing.describe_documents(window.library, told)
        ):
            window.messages.show_message(
                translate("Describe", "The document details are changed."),
                (translate("Describe", "Take back"), window.entries.undo),
            )
            window.refresh()

    def _documents(self) -> list[Described]:
        window = self._window
        if window.has_page:
            return describing.sides_described(window.library, window.page.summary.id)
        chosen = window.start.table.chosen()
        if not chosen:
            return []
        one = chosen[0]
        if isinstance(one, BitextSummary):
            return describing.sides_described(window.library, one.id)
        return [describing.described(window.library, one.document.id)]
