"""Opens the overview of the bitext at work, and leads back to its rows."""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtWidgets import QStackedWidget

from taqabul.domain.errors import AppError
from taqabul.domain.options import Progress
from taqabul.ui.core import theme
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.pages.laid_over_flow import LaidOverFlow
from taqabul.ui.pages.late_modules import load
from taqabul.workflow import overview

if TYPE_CHECKING:
    from taqabul.ui.glance.overview_page import OverviewPage
    from taqabul.ui.main_window import MainWindow

REMARK_MS = 8000
PAGE = "taqabul.ui.glance.overview_page"


class OverviewFlow(LaidOverFlow):
    """One overview at a time, over the page of the open bitext."""

    page: "OverviewPage | None"

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        super().__init__(window, stack)
        self._job: Job[Any] | None = None
        window.runner.progressed.connect(self._on_progress)

    def toggle(self) -> None:
        """Look at all of the open bitext, or go back to its rows."""
        if self.page is not None:
            self.close()
            return
        window = self._window
        if not window.page.editing.finish():
            return
        for other in (window.claims, window.scores):
            other.close()
        library, summary = window.library, window.page.summary

        def found(progress: Progress) -> overview.Overview:
            load(PAGE)  # so that the window need not wait for it
            return overview.overview(library, summary.id, progress)

        self._job = window.runner.start(
            found,
            self._show,
            self._failed,
            translate("Overview", "Looking at all of {title}").format(title=summary.title),
        )

    def drop(self) -> None:
        """The bitext is left: so is its overview."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().drop()

    def apply_theme(self) -> None:
        """Take over the theme in force."""
        if self.page is not None:
            self.page.set_colours(theme.colours(self._window.settings.theme))

    def _show(self, found: overview.Overview) -> None:
        from taqabul.ui.glance.overview_page import OverviewPage  # noqa: PLC0415 - see ``found``

        window = self._window
        self._job = None
        page = OverviewPage(window.page.summary, found, window.settings.last_folder, window)
        self.page = page
        page.row_asked.connect(self._go_to)
        page.rows_asked.connect(self._pick)
        page.left.connect(self.close)
        page.failed.connect(window.messages.show_error)
        page.saved.connect(lambda words: window.statusBar().showMessage(words, REMARK_MS))
        self.apply_theme()
        self._over.lay(page)
        self._look_for_likeness()

    def _look_for_likeness(self) -> None:
        """Compare all paragraphs beside the window: it takes no time of hers, and is not waited for."""
        library, bitext = self._window.library, self._window.page.summary.id

        def compare(progress: Progress) -> NDArray[np.float32] | None:
            from taqabul.workflow.mapping import heat_of  # noqa: PLC0415 - the aligner is slow to load

            return heat_of(library, bitext, progress)

        self._job = self._window.runner.start(compare, self._show_likeness, self._failed)

    def _show_likeness(self, table: NDArray[np.float32] | None) -> None:
        self._job = None
        if self.page is not None:
            self.page.show_heat(table)

    def _on_progress(self, job: Job[Any]) -> None:
        if job is self._job and self.page is not None:
            self.page.tell_share(job.done, job.total)

    def _pick(self, rows: NDArray[np.int64]) -> None:
        """Show the rows behind a bar, and no others."""
        if self.page is None:
            return
        links = self.page.shown.outline.links[rows]
        self.close()
        self._window.page.filtering.pick(links)

    def _go_to(self, row: int) -> None:
        """Rows are counted as they were when the overview was made; their links tell where they are now."""
        if self.page is None:
            return
        link = int(self.page.shown.outline.links[row])
        self.close()
        model = self._window.page.model
        at = model.row_of(link)  # type: ignore[arg-type]
        self._window.page.view.go_to(at if at >= 0 else min(row, model.count - 1))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
