"""Opens the scorecard of the bitext at work, keeps it in step with what is marked, and prints it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QStackedWidget

from taqabul.domain.errors import AppError
from taqabul.domain.ids import AnnotationId, LinkId
from taqabul.ui.core import theme
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.pages.laid_over_flow import LaidOverFlow
from taqabul.workflow.annotating.correcting import correct
from taqabul.workflow.marked_errors import Evaluated, evaluated
from taqabul.workflow.printed_score import report_html, write_report
from taqabul.workflow.scoring import Group, Scorecard, score, score_groups

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow
    from taqabul.ui.quality.score_page import ScorePage

PAUSE_MS = 250
REMARK_MS = 8000
PAGE = "taqabul.ui.quality.score_page"


class ScoreFlow(LaidOverFlow):
    """One scorecard at a time, over the page of the open bitext."""

    page: "ScorePage | None"

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        super().__init__(window, stack)
        self._job: Job[Any] | None = None
        self._groups_job: Job[Any] | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)

    @property
    def waits(self) -> bool:
        """Whether something is being reckoned, or about to be."""
        return self._pause.isActive() or any((self._job, self._groups_job, self._loading))

    def toggle(self) -> None:
        """Look at the score of the open bitext, or go back to its rows."""
        if self.page is not None or self._loading is not None:
            self.close()
            return
        window = self._window
        if not window.page.editing.finish():
            return
        for other in (window.claims, window.overview):
            other.close()
        self._when_loaded(PAGE, self._lay)

    def _lay(self) -> None:
        from taqabul.ui.quality.score_page import ScorePage  # noqa: PLC0415 - see ``toggle``

        window = self._window
        if not window.page.editing.finish():  # one may write while it loads
            return
        page = ScorePage(window)
        self.page = page
        page.row_asked.connect(self._go_to)
        page.correction_asked.connect(self._correct)
        page.head.corrected.setChecked(window.settings.score_corrected)
        page.head.report_in.setCurrentIndex(int(window.settings.report_arabic))
        page.head.report_in.activated.connect(self._on_report_language_chosen)
        page.options_changed.connect(self._on_options_changed)
        page.report_asked.connect(self._ask_report)
        page.left.connect(self.close)
        page.groups.asked.connect(self._read_groups)
        page.tabs.currentChanged.connect(lambda at: self._read_groups() if at == 1 else None)
        window.page.reviewer.changed.connect(self._on_changed)
        window.labels.changed.connect(self._on_changed)
        self.apply_theme()
        self._over.lay(page)
        self._read()

    def drop(self) -> None:
        """The bitext is left: so is its scorecard."""
        self._pause.stop()
        for job in (self._job, self._groups_job):
            if job is not None:
                job.cancel()
        self._job = self._groups_job = None
        if self.page is not None:
            self._window.page.reviewer.changed.disconnect(self._on_changed)
            self._window.labels.changed.disconnect(self._on_changed)
        super().drop()

    def apply_theme(self) -> None:
        """Take over the theme in force."""
        if self.page is not None:
            self.page.set_colours(theme.colours(self._window.settings.theme))

    def write(self, path: Path) -> None:
        """Write the report, as PDF or HTML by the extension."""
        page = self.page
        if page is None or page.material is None:
            return
        material, options, language = page.material, page.head.options, page.head.report_language
        try:
            if path.suffix.lower() == ".pdf":
                from taqabul.ui.quality.printing import write_pdf  # noqa: PLC0415 - seldom needed

                write_pdf(path, report_html(material, options, language), material.title)
            else:
                write_report(path, material, options, language)
        except AppError as error:
            self._window.messages.show_error(error)
            return
        told = translate("Quality", "Written: {path}").format(path=path)
        self._window.statusBar().showMessage(told, REMARK_MS)

    def correct_chosen(self) -> None:
        """Put the correction of the mark that is picked out into the text."""
        desk = self._window.annotating.desk
        mark = None if desk is None else desk.marker.mark_chosen()
        if mark is None:
            self._window.statusBar().showMessage(
                translate("Quality", "Pick out a mark first, then its correction can be put into the text."),
                REMARK_MS,
            )
            return
        self._correct([mark.id])

    def _on_options_changed(self) -> None:
        if self.page is not None:
            self._window.settings.score_corrected = self.page.head.options.corrected
        self._pause.start(0)

    def _on_report_language_chosen(self, at: int) -> None:
        self._window.settings.report_arabic = bool(at)

    def _on_changed(self, _changes: object) -> None:
        self._pause.start()

    def _read(self) -> None:
        """Reckon anew beside the window."""
        page = self.page
        if page is None:
            return
        if self._job is not None:
            self._job.cancel()
        library, summary, options = self._window.library, self._window.page.summary, page.head.options

        def reckon(_progress: object) -> tuple[Evaluated, Scorecard]:
            material = evaluated(library, summary.id, summary.title)
            return material, score(material, options)

        self._job = self._window.runner.start(reckon, self._show, self._failed)

    def _show(self, found: tuple[Evaluated, Scorecard]) -> None:
        self._job = None
        if self.page is not None:
            self.page.show_card(*found)
            if self.page.tabs.currentIndex() == 1:
                self._read_groups()

    def _read_groups(self) -> None:
        page = self.page
        if page is None:
            return
        if self._groups_job is not None:
            self._groups_job.cancel()
        library, by, options = self._window.library, page.groups.grouping, page.head.options
        self._groups_job = self._window.runner.start(
            lambda progress: score_groups(library, by, options, progress), self._show_groups, self._failed
        )

    def _show_groups(self, groups: list[Group]) -> None:
        self._groups_job = None
        if self.page is not None:
            self.page.groups.show_groups(groups)

    def _correct(self, marks: list[AnnotationId]) -> None:
        window = self._window
        bitext = window.page.summary.id
        window.page.reviewer.perform(lambda: correct(window.library, bitext, marks), follow=False)

    def _go_to(self, row: int) -> None:
        self.close()
        model = self._window.page.model
        links = model.everything.links
        at = model.row_of(LinkId(int(links[row]))) if row < len(links) else -1
        self._window.page.view.go_to(at if at >= 0 else min(row, model.count - 1))

    def _ask_report(self) -> None:
        page = self.page
        if page is None or page.material is None:
            return
        folder = Path(self._window.settings.last_folder or Path.home())
        name, _ = QFileDialog.getSaveFileName(
            page,
            translate("Quality", "Write the report"),
            str(folder / "scorecard.pdf"),
            translate("Quality", "Reports (*.pdf *.html)"),
        )
        if name:
            self.write(Path(name))

    def _failed(self, error: Exception) -> None:
        self._job = self._groups_job = None
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
