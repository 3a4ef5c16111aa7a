"""Checking beside the window: all pairs when asked, and after an edit those that changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import LinkId
from taqabul.domain.options import Progress
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.workflow.checking import Check, Checker, CheckReport

PAUSE_MS = 300
TITLE = QT_TRANSLATE_NOOP("Checks", "Checking the translation")


class CheckWatch(QObject):
    """``reported`` gives what was found, ``failed`` what people can do something about."""

    reported = Signal(CheckReport)
    failed = Signal(AppError)

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._job: Job[Any] | None = None
        self._checker: Checker | None = None
        self._changed: set[LinkId] = set()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._look_again)
        runner.ended.connect(self._on_ended)

    @property
    def waits(self) -> bool:
        """Whether something is being checked, or about to be."""
        return self._job is not None or self._pause.isActive()

    def begin(self, checker: Checker) -> None:
        """Check a bitext from now on."""
        self.stop()
        self._checker = checker

    def stop(self) -> None:
        """Check nothing any more."""
        self._pause.stop()
        self._changed.clear()
        self._drop()
        self._checker = None

    def choose(self, checks: Sequence[Check]) -> None:
        """Make other checks: all pairs are looked at anew."""
        checker = self._checker
        if checker is None:
            return

        def work(progress: Progress) -> CheckReport:
            checker.choose(checks)  # waits for the check under way
            return checker.all(progress)

        self._start(work, say(TITLE))

    def check_all(self) -> None:
        """Check all pairs."""
        if self._checker is not None:
            self._changed.clear()
            self._start(self._checker.all, say(TITLE))

    def look_again(self) -> None:
        """Tell anew what is known, which people may have suppressed."""
        self._pause.start(0)

    def on_changed(self, changes: ChangeSet) -> None:
        """Check what an edit changed, when no other follows at once."""
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
        self._drop()
        self._job = self._runner.start(work, self._report, self._fail, title, holds=False)

    def _drop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _report(self, report: CheckReport) -> None:
        self._job = None
        self.reported.emit(report)

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)

    def _on_ended(self, job: Job[Any]) -> None:
        """A job that was cancelled gives no result."""
        if job is self._job:
            self._job = None
