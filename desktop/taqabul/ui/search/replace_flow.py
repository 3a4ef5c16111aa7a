"""From the words in the find bar to a changed text: proposes, asks, replaces in one edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.language import Side
from taqabul.domain.options import Progress
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.ui.search.replace_dialog import ReplaceDialog
from taqabul.workflow import replacing
from taqabul.workflow.replacing import Change

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

REPLACED = QT_TRANSLATE_NOOP("ReplaceFlow", "%n place(s) replaced")


class ReplaceFlow(QObject):
    """Replaces on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def ask(self, page: BitextPage) -> None:
        """Find out what would change, then show it."""
        if not page.editing.finish():
            return
        bar = page.find_bar
        query, new = bar.form.question(), bar.replacement.text()
        library, bitext = self._window.library, page.summary.id

        def propose(progress: Progress) -> list[Change]:
            return replacing.proposed(library, bitext, query, new, progress)

        def failed(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            bar.tell(error.message, error.hint)

        def show(changes: list[Change]) -> None:
            # The runner is handing over: a dialog waits until it has done so.
            QTimer.singleShot(0, page, lambda: self._show(page, changes))

        self._window.runner.start(propose, show, failed)

    def _show(self, page: BitextPage, changes: list[Change]) -> None:
        if not self._is_open(page):
            return
        if not changes:
            page.find_bar.tell(translate("ReplaceFlow", "Nothing to replace"))
            return
        languages = {side: page.model.language(side) for side in Side}
        dialog = ReplaceDialog(changes, languages, page.view.look, self._window)
        if dialog.exec() == ReplaceDialog.DialogCode.Accepted:
            self._replace(page, dialog.ticked)
        dialog.deleteLater()

    def _replace(self, page: BitextPage, changes: list[Change]) -> None:
        library, bitext = self._window.library, page.summary.id

        def done(made: ChangeSet) -> None:
            if self._is_open(page):
                page.reviewer.show(made)
                there = set(made.paragraphs)
                page.told.emit(plural(REPLACED, sum(one.paragraph in there for one in changes)))

        def failed(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            if isinstance(error, EditConflict) and self._is_open(page):
                page.reload()
            self._window.messages.show_error(error)

        title = translate("ReplaceFlow", "Replacing")
        self._window.runner.start(
            lambda _progress: replacing.replace(library, bitext, changes), done, failed, title
        )

    def _is_open(self, page: BitextPage) -> bool:
        return self._window.has_page and self._window.page is page
