"""Opens bitexts in the window, one at a time, ties the page to what stands around it, and leaves it again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QStackedWidget

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.text.direction import isolated
from taqabul.ui.bitext.row_source import LibraryRows
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow import projects
from taqabul.workflow import rows as workflow_rows

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

REMARK_MS = 8000


class PageFlow(QObject):
    """The page of the open bitext; ``page`` is None where none is open."""

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window, self._stack = window, stack
        self.page: BitextPage | None = None
        self._coming: tuple[BitextId, Job[None]] | None = None
        self._then: Callable[[], None] = lambda: None

    def open(self, bitext: BitextId, then: Callable[[], None] = lambda: None) -> None:
        """Show a bitext of the library, once the one before it may be left; ``then`` is done when it is in sight.

        The rows of a long one are read beside the window, with the library in sight; what is opened meanwhile
        is shown in its place.
        """
        self._then = then
        if self._is_coming(bitext) or not self.leave():
            return
        library = self._window.library
        rows = LibraryRows(library, projects.bitext_head(library, bitext))
        if workflow_rows.are_many(library, bitext):
            self._read_beside(rows)
        else:
            self._show(rows)

    def at(self, bitext: BitextId, then: Callable[[], None]) -> None:
        """Do something on the page of a bitext, which is opened first where it is not."""
        if self.page is not None and self.page.summary.id == bitext:
            then()
        else:
            self.open(bitext, then)

    def _is_coming(self, bitext: BitextId) -> bool:
        """Whether a bitext is being read to be shown; another is not wanted any more."""
        if self._coming is None or self._coming[1].stop.is_set():
            return False
        if self._coming[0] != bitext:
            self._coming[1].cancel()
        return self._coming[0] == bitext

    def _read_beside(self, rows: LibraryRows) -> None:
        window = self._window
        window.show_start()
        job = window.runner.start(
            lambda _progress: rows.read_ahead(),
            lambda _read: self._show(rows),
            self._on_unread,
            translate("PageFlow", "Opening {name}").format(name=isolated(rows.summary.title)),
        )
        self._coming = (rows.summary.id, job)

    def _on_unread(self, error: Exception) -> None:
        self._coming = None
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)

    def _show(self, rows: LibraryRows) -> None:
        self._coming = None
        window, summary = self._window, rows.summary
        window.claims.drop()
        page = BitextPage(window.library, rows, window.reading.look, window.runner, window)
        page.details.setVisible(window.details.shown)
        page.word_lights.set_shown(window.settings.word_links)
        page.minimap.setVisible(window.settings.minimap)
        window.search.attach(page)
        if not window.settings.details_splitter.isEmpty():
            page.splitter.restoreState(window.settings.details_splitter)
        self._connect(page)
        self.page = page
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        window.setWindowTitle(window.company.title(isolated(summary.title)))
        window.company.attach()
        window.history.attach()
        window.labels.show_guidelines()
        window.annotating.attach()
        page.view.setFocus()
        window.refresh()
        then, self._then = self._then, lambda: None
        then()

    def leave(self) -> bool:
        """Close the page, where there is one; False where what is typed there cannot be kept."""
        page, window = self.page, self._window
        if page is None:
            return True
        if not page.close_page():
            return False
        window.overview.drop()
        window.scores.drop()
        window.messages.dismiss()
        window.reading.leave_mode()
        window.settings.details_splitter = page.splitter.saveState()
        window.history.detach()
        window.company.detach()
        window.checking.detach()
        window.annotating.detach()
        self.page = None
        window.labels.show_guidelines()
        self._stack.removeWidget(page)
        page.deleteLater()
        return True

    def _connect(self, page: BitextPage) -> None:
        window = self._window
        page.situation_changed.connect(window.refresh_soon)
        page.reviewer.changed.connect(self._on_written)
        page.reviewer.written.connect(window.messages.overcome)
        page.failed.connect(window.messages.show_error)
        page.told.connect(lambda text: window.statusBar().showMessage(text, REMARK_MS))
        page.announced.connect(window.messages.show_message)
        page.view.zoom_asked.connect(window.reading.zoom)
        page.view.customContextMenuRequested.connect(self._on_view_menu_asked)

    def _on_written(self, changes: ChangeSet) -> None:
        """Tell how things are at once, as the next key may be the one that undoes; after a mark, once it is painted."""
        window = self._window
        if changes.removed or changes.inserted or changes.moved or changes.touched != changes.marked:
            window.refresh()
            return
        for name in ("undo", "redo"):
            window.actions_table[name].setEnabled(True)
        window.refresh_soon()

    def _on_view_menu_asked(self, place: QPoint) -> None:
        window = self._window
        window.actions_table.context_menu(window).popup(window.page.view.viewport().mapToGlobal(place))
