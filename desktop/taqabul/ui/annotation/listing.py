"""Keeps the list of marks in step with the bitext; reading goes on beside the window."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from taqabul.domain.language import Language, Side
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.marks_list import MarksList
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.jobs import JobRunner
from taqabul.workflow.annotating import listing
from taqabul.workflow.annotating.listing import Listed

PAUSE_MS = 250


class Listing(QObject):
    """Reads the marks of one bitext when the list is seen and something changed."""

    def __init__(
        self, desk: Desk, runner: JobRunner, look: Look, languages: dict[Side, Language], parent: QWidget
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self.view = MarksList(look, languages, parent)
        self._reading = Asking(runner, self._take, desk.page.failed.emit)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._read)
        self._stale = True
        self.view.shown.connect(self._on_view_shown)
        self.view.gone_to.connect(self._on_gone_to)
        self.view.passed.connect(lambda one: self._desk.steps.go_to(one.annotation, one.link))
        desk.marks_changed.connect(self._on_marks_changed)

    @property
    def waits(self) -> bool:
        """Whether marks are about to be read, or being read."""
        return self._pause.isActive() or self._reading.waits

    def set_look(self, look: Look) -> None:
        """Another theme or zoom."""
        self.view.delegate.look = look
        self.view.list.viewport().update()

    def stop(self) -> None:
        """The page closes."""
        self._pause.stop()
        self._reading.stop()

    def _on_marks_changed(self) -> None:
        self._stale = True
        if self.view.isVisible():
            self._pause.start()

    def _on_view_shown(self) -> None:
        if self._stale:
            self._pause.start(0)

    def _read(self) -> None:
        library, bitext = self._desk.page.library, self._desk.page.summary.id
        self._stale = False
        self._reading.ask(lambda _progress: listing.listed(library, bitext))

    def _take(self, marks: list[Listed]) -> None:
        self.view.show_marks(marks, self._desk.marker.book)

    def _on_gone_to(self, one: Listed) -> None:
        if self._desk.steps.go_to(one.annotation, one.link):
            self._desk.page.view.setFocus()
