"""Checks beside the rows: a dock that is filled by a job, kept in step with edits, and leads to both places."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QMenu, QMessageBox

from taqabul.domain.annotation import attributes_from
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.bitext.cell_painter import Highlights
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.checks.suppress_dialog import REACHES, SuppressDialog
from taqabul.ui.checks.words import LABEL_SET, check_name, error_of, message_of
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.jobs import Job
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.checking import Checker, CheckReport, Found, fixed_text
from taqabul.workflow.reviewing import edit_text
from taqabul.workflow.suppressing import Suppression, allow_again, suppress, suppressions

if TYPE_CHECKING:
    from taqabul.ui.checks.panel import ChecksPanel
    from taqabul.ui.main_window import MainWindow

WIDTH = 380
PAUSE_MS = 300


class ChecksFlow(QObject):
    """Shows what checks find in the open bitext on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[Any] | None = None
        self._checker: Checker | None = None
        self._changed: set[LinkId] = set()
        self.panel: ChecksPanel | None = None
        self.dock = QDockWidget(translate("Checks", "Checks"), window)
        self.dock.setObjectName("checks")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_again)
        window.runner.ended.connect(self._on_ended)

    @property
    def shown(self) -> bool:
        """Whether the findings are in sight."""
        return self.panel is not None

    @property
    def waits(self) -> bool:
        """Whether something is being checked, or about to be."""
        return self._job is not None or self._pause.isActive()

    def toggle(self) -> None:
        """Check the open bitext, or put the findings away."""
        if self.panel is not None:
            self.detach()
            self._window.page.view.setFocus()
            self._window.refresh()
            return
        from taqabul.ui.checks.panel import ChecksPanel  # noqa: PLC0415 - the window comes up sooner without

        window = self._window
        self.panel = ChecksPanel(self.dock)
        self.panel.asked.connect(self.go_to)
        self.panel.fix_asked.connect(self.put_right)
        self.panel.error_asked.connect(self.mark_error)
        self.panel.anew_asked.connect(self.check)
        self.panel.suppress_asked.connect(self.suppress)
        self.panel.list_asked.connect(self.list_suppressed)
        window.page.reviewer.changed.connect(self._on_changed)
        self.dock.setWidget(self.panel)
        self.dock.show()
        window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
        self._checker = Checker(window.library, window.page.summary.id)
        self.panel.table.setFocus()
        self.check()
        window.refresh()

    def detach(self) -> None:
        """The bitext is left, or nobody wants to see the findings."""
        self._pause.stop()
        self._changed.clear()
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if self.panel is not None:
            self._window.page.reviewer.changed.disconnect(self._on_changed)
            self._light(None)
            self.panel.deleteLater()
            self.panel = None
        self._checker = None
        self.dock.hide()

    def check(self) -> None:
        """Check all pairs."""
        if self._checker is None or not self._window.page.editing.finish():
            return
        self._changed.clear()
        self._start(self._checker.all, translate("Checks", "Checking the translation"))

    def step(self, step: int) -> None:
        """Go to the next finding, or the one before."""
        if self.panel is not None:
            self.panel.step(step)

    def go_to(self, found: Found) -> None:
        """Show the pair of a finding, with its places lit on both sides."""
        view = self._window.page.view
        position = view.rows.reveal(found.link)
        if position < 0:
            return
        side = Side.TARGET if found.target and not found.source else Side.SOURCE
        places = found.side(side)
        part = 0
        if places:
            ids = [one.id for one in paragraphs_of(view.rows.row(position), side)]
            here = places[0].stretch
            part = ids.index(here.paragraph) if here.paragraph in ids else 0
        view.go_to(position, side, part)
        self._light(found)
        if places:
            view.reveal_stretch(view.place_in(position, side, part), here.start, here.end)
        view.say(message_of(found))

    def put_right_chosen(self) -> None:
        """Put the finding under the cursor right."""
        if self.panel is not None and self.panel.chosen is not None:
            self.put_right(self.panel.chosen)

    def put_right(self, found: Found) -> None:
        """Show what a text would become, and make it so if agreed to: one edit."""
        if found.fix is None:
            return
        window = self._window
        paragraph, before, after = fixed_text(window.library, found)
        question = translate("Checks", "Replace this text by the one below?\n\n{before}\n\n{after}")
        answer = QMessageBox.question(
            window,
            translate("Checks", "Put right"),
            question.format(before=isolated(before), after=isolated(after)),
        )
        if answer == QMessageBox.StandardButton.Yes:
            bitext = window.page.summary.id
            window.page.reviewer.perform(
                lambda: edit_text(window.library, bitext, paragraph, after, before=before), follow=False
            )

    def mark_chosen(self) -> None:
        """Mark the finding under the cursor as an error."""
        if self.panel is not None and self.panel.chosen is not None:
            self.mark_error(self.panel.chosen)

    def mark_error(self, found: Found) -> None:
        """Make an error of MQM out of a finding, on its places."""
        window = self._window
        label, severity = error_of(found)
        given = Given(LABEL_SET, label, attributes_from({"severity": [severity]}), found.text)
        stretches = [place.stretch for place in (*found.source, *found.target)]
        bitext = window.page.summary.id
        window.page.reviewer.perform(lambda: mark(window.library, bitext, stretches, given), follow=False)

    def suppress_chosen(self) -> None:
        """Suppress the finding under the cursor."""
        if self.panel is not None and self.panel.chosen is not None:
            self.suppress(self.panel.chosen)

    def suppress(self, found: Found) -> None:
        """Ask how far and why, then tell a finding no longer."""
        dialog = SuppressDialog(message_of(found), self._window)
        if dialog.exec() == SuppressDialog.DialogCode.Accepted:
            window = self._window
            suppress(window.library, window.page.summary.id, found, dialog.reach, dialog.reason)
            self._pause.start(0)
        dialog.deleteLater()

    def list_suppressed(self) -> None:
        """Offer what is suppressed in this bitext; what is chosen is told again."""
        window, panel = self._window, self.panel
        if panel is None:
            return
        bitext = window.page.summary.id
        menu = QMenu(panel.silent)
        for one in suppressions(window.library, bitext):
            reach = say(REACHES[one.reach]).replace("&", "")
            action = menu.addAction(
                " – ".join(filter(None, (check_name(one.check), reach, isolated(one.reason), one.author)))
            )
            action.setData(one)
        if menu.isEmpty():
            menu.addAction(translate("Checks", "Nothing is suppressed")).setEnabled(False)
        menu.triggered.connect(lambda action: self._allow_again(action.data()))
        menu.popup(panel.silent.mapToGlobal(panel.silent.rect().topLeft()))

    def _allow_again(self, kept: Suppression) -> None:
        allow_again(self._window.library, self._window.page.summary.id, kept)
        self._pause.start(0)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.annotations and not changes.paragraphs:
            return
        self._changed.update(changes.removed, changes.touched, (link for link, _ in changes.inserted))
        self._pause.start()

    def _look_again(self) -> None:
        """Check what changed, once the check under way is done."""
        if self._checker is None:
            return
        if self._job is not None:
            self._pause.start()
            return
        checker, links = self._checker, frozenset(self._changed)
        self._changed.clear()
        self._start(lambda progress: checker.again(links, progress), "")

    def _start(self, work: Any, title: str) -> None:  # noqa: ANN401 - a bound method or a function
        if self._job is not None:
            self._job.cancel()
        self._job = self._window.runner.start(work, self._show, self._failed, title)

    def _show(self, report: CheckReport) -> None:
        self._job = None
        if self.panel is not None:
            self.panel.show_found(report.found, report.pairs)

    def _on_ended(self, job: Job[Any]) -> None:
        """A job that was cancelled gives no result."""
        if job is self._job:
            self._job = None

    def _light(self, found: Found | None) -> None:
        view = self._window.page.view
        painting = view.painting.cells
        spans: dict[ParagraphId, list[tuple[int, int]]] = {}
        for place in (*found.source, *found.target) if found is not None else ():
            spans.setdefault(place.stretch.paragraph, []).append((place.stretch.start, place.stretch.end))
        painting.highlights = Highlights(spans, None, painting.highlights.picked)
        view.viewport().update()

    def _failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        self._window.messages.show_error(error)
