"""A question asked again and again beside the window: the last one asked wins, and none is asked once it is over."""

from collections.abc import Callable
from typing import Generic

from taqabul.domain.errors import AppError
from taqabul.domain.options import Progress
from taqabul.ui.core.jobs import Job, JobRunner, Result


class Asking(Generic[Result]):
    """Hands answers to ``take``, errors that people can do something about to ``fail``.

    Nothing is handed over after ``stop``, and no later question is taken: who asked may be gone then.
    """

    def __init__(
        self, runner: JobRunner, take: Callable[[Result], None], fail: Callable[[AppError], None]
    ) -> None:
        self._runner, self._take, self._fail = runner, take, fail
        self._job: Job[Result] | None = None
        self._over = False

    @property
    def waits(self) -> bool:
        """Whether an answer is still to come."""
        return self._job is not None

    def ask(self, function: Callable[[Progress], Result]) -> None:
        """Ask this, and want no answer to what was asked before."""
        self.drop()
        if not self._over:
            self._job = self._runner.start(function, self._on_done, self._on_error)

    def drop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def stop(self) -> None:
        """Want no answer any more, and ask nothing from now on."""
        self._over = True
        self.drop()

    def _on_done(self, result: Result) -> None:
        self._job = None
        self._take(result)

    def _on_error(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        self._fail(error)
