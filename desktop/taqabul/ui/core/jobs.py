"""Long work beside the window: threads that hold no Qt object, and results delivered by a timer.

Workers put what they have to say on a queue; the runner reads it on the window's thread. Python's own
thread pool is used in place of ``QThreadPool``: a ``QRunnable`` must outlive its run in C++, and nothing
tells Python when that is.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from threading import Event
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from taqabul.domain.errors import Cancelled
from taqabul.domain.options import Progress
from taqabul.ui.core.garbage import GarbageCollector

Result = TypeVar("Result")
POLL_MS = 20


@dataclass(eq=False)
class Job(Generic[Result]):
    """One piece of work under way. ``title`` is shown to people; empty for silent work.

    ``holds`` where what is done to the open texts has to wait for it.
    """

    function: Callable[[Progress], Result]
    on_done: Callable[[Result], None]
    on_error: Callable[[Exception], None]
    title: str = ""
    holds: bool = False
    done: int = 0
    total: int = 0
    stop: Event = field(default_factory=Event)

    def cancel(self) -> None:
        """Ask the work to stop; it ends at its next report of progress, without a result."""
        self.stop.set()


class JobRunner(QObject):
    """Runs jobs in threads and hands their results over on the window's thread."""

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)

    def __init__(self, parent: QObject | None = None, threads: int = 2) -> None:
        super().__init__(parent)
        self._garbage = GarbageCollector(self, lambda: bool(self._jobs))
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="taqabul-job")
        self._news: SimpleQueue[tuple[Job[Any], str, Any]] = SimpleQueue()
        self._jobs: list[Job[Any]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._deliver)
        self._delivering = False

    @property
    def jobs(self) -> tuple[Job[Any], ...]:
        """The jobs under way, oldest first."""
        return tuple(self._jobs)

    @property
    def holding(self) -> tuple[Job[Any], ...]:
        """Those for which what else may be done has to wait, oldest first."""
        return tuple(job for job in self._jobs if job.holds)

    def start(
        self,
        function: Callable[[Progress], Result],
        on_done: Callable[[Result], None],
        on_error: Callable[[Exception], None],
        title: str = "",
        *,
        holds: bool = True,
    ) -> Job[Result]:
        """Run ``function(progress)`` in a thread; ``on_done`` or ``on_error`` follows, unless cancelled.

        What has a title holds up what else may be done, unless told otherwise.
        """
        job = Job(function, on_done, on_error, title, bool(title) and holds)
        self._jobs.append(job)
        self._pool.submit(_run, [job], self._news)
        # To start it again would begin its wait anew, but while it delivers (and a dialog may be open inside of that) it fires no more.
        if self._delivering or not self._timer.isActive():
            self._timer.start()
        self.started.emit(job)
        return job

    def cancel_all(self) -> None:
        """Ask every job to stop."""
        for job in self._jobs:
            job.cancel()

    def close(self) -> None:
        """Stop everything and wait until the threads have ended; nothing more is delivered."""
        self.cancel_all()
        self._timer.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._garbage.close()
        self._jobs.clear()

    def _deliver(self) -> None:
        self._delivering = True
        try:
            self._hand_out()
        finally:
            self._delivering = False

    def _hand_out(self) -> None:
        """Hand over what was told until now; a job that tells its progress without a pause must not keep the window."""
        told: dict[Job[Any], tuple[int, int]] = {}
        with suppress(Empty):  # a result may open a dialog, in which the rest is handed over
            for _ in range(self._news.qsize()):
                job, kind, value = self._news.get_nowait()
                if kind == "progress":
                    told[job] = value
                elif job in self._jobs:
                    self._finish(job, kind, value)
        for job in [one for one in self._jobs if one in told]:
            job.done, job.total = told[job]
            self.progressed.emit(job)
        if not self._jobs:
            self._timer.stop()

    def _finish(self, job: Job[Any], kind: str, value: object) -> None:
        self._jobs.remove(job)
        self.ended.emit(job)
        if job.stop.is_set() or isinstance(value, Cancelled):
            return
        if kind == "done":
            job.on_done(value)
        else:
            job.on_error(cast("Exception", value))


def _run(given: list[Job[Any]], news: "SimpleQueue[tuple[Job[Any], str, Any]]") -> None:
    """The work itself, on a worker's thread; ``given`` holds the job, and nothing when its end is told.

    What a job calls may be the last to hold a closed window, which only the window's thread may let go. So the
    worker has nothing of the job any more when the window hears of its end.
    """
    told = [_worked(given.pop(), news)]
    news.put(told.pop())


def _worked(job: Job[Any], news: "SimpleQueue[tuple[Job[Any], str, Any]]") -> tuple[Job[Any], str, Any]:
    """What is to be told of the job's end."""

    def progress(done: int, total: int) -> None:
        if job.stop.is_set():
            raise Cancelled
        news.put((job, "progress", (done, total)))

    try:
        progress(0, 0)
        return job, "done", job.function(progress)
    except Exception as error:  # noqa: BLE001 - handed over to whoever started the job
        return job, "error", error
