"""What a worker does once, before its first pair: it loads the encoder, and keeps matrix products to one thread."""

from distributed import Worker, WorkerPlugin
from threadpoolctl import threadpool_limits

from taqabul.align.encoder import find_encoder
from taqabul.domain.options import AlignOptions


class Readiness(WorkerPlugin):
    """Sent to each worker, also to those that come later."""

    def __init__(self, name: str, options: AlignOptions) -> None:
        self.name = name
        self._options = options

    def setup(self, worker: Worker) -> None:  # noqa: ARG002
        """Raises InvalidInput where the encoder asked for is not on this worker's machine."""
        encoder = find_encoder(self._options)
        if encoder is not None:
            encoder.encode([""])
        # For good, for the whole process: a worker of several threads would else set and lift the limit by turns.
        threadpool_limits(limits=1, user_api="blas")
