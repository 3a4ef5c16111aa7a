"""What a worker does once, before its first pair: it loads the encoder, and keeps matrix products to one thread."""

from datetime import UTC, datetime
from typing import Final

from distributed import Worker, WorkerPlugin
from threadpoolctl import threadpool_limits

from taqabul.align.encoder import find_encoder
from taqabul.batch.work import Choices, FileBytes, Job, align_job
from taqabul.domain.options import AlignOptions, ExportOptions, ImportOptions

_SMALL: Final = Job(
    0,
    "first",
    (
        FileBytes("ar.txt", 0, "بُني الميناء في 3 سنوات.".encode()),
        FileBytes("en.txt", 0, b"The harbour was built in 3 years."),
    ),
    datetime(2000, 1, 1, tzinfo=UTC),
)


class Readiness(WorkerPlugin):
    """Sent to each worker, also to those that come later."""

    def __init__(self, name: str, options: AlignOptions) -> None:
        self.name = name
        self._options = options

    def setup(self, worker: Worker) -> None:  # noqa: ARG002
        """Raises InvalidInput where the encoder asked for is not on this worker's machine."""
        find_encoder(self._options)
        align_job(
            _SMALL, Choices(ImportOptions(), self._options, ExportOptions())
        )  # loads all that a pair needs
        # For good, for the whole process: a worker of several threads would else set and lift the limit by turns.
        threadpool_limits(limits=1, user_api="blas")
