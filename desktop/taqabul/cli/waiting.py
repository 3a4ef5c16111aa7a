"""What is said while work waits for workers: nobody should sit before a silent program."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from taqabul.batch.cluster import LOCAL
from taqabul.cli.pacing import Paced, paced
from taqabul.cli.terminal import say

_WAITS: Final = "waiting for a worker"
_STOP: Final = "To stop, press Ctrl+C; the same command goes on from here, and nothing is lost."


class Waiting:
    """Told whether workers are there (a ``Presence``), it tells the person, on the lines of the work that is under way too."""

    def __init__(self, scheduler: str) -> None:
        self._scheduler = scheduler
        self._lines: list[Paced] = []

    @contextmanager
    def paced(self, title: str) -> Iterator[Paced]:
        """As ``pacing.paced``, for work that workers do."""
        with paced(title) as line:
            self._lines.append(line)
            try:
                yield line
            finally:
                self._lines.remove(line)

    def __call__(self, there: bool) -> None:
        """They have come, or all left."""
        if there:
            say("A worker is there: the work goes on.")
        elif self._scheduler == LOCAL:
            say(f"The workers here have ended; others are being started. {_STOP}")
        else:
            say(f"No worker is there. Waiting until one is: dask worker {self._scheduler}")
            say(_STOP)
        for line in self._lines:
            line.stand("" if there else _WAITS)
