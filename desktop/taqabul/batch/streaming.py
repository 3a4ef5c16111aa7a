"""Work handed to the workers of a cluster, and taken back as it is done; at any time only so much is under way."""

import queue
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from taqabul.batch.bundles import Bundles, Sized
from taqabul.domain.errors import AlignerStopped, AppError, InvalidInput

if TYPE_CHECKING:
    from distributed import Client, Future

_BUNDLES_A_THREAD: Final = 3
_BYTES_UNDER_WAY: Final = 64 << 20
"""No more than so many bundles, and bytes of them, are sent at once: what is done frees the place of the next."""
_GLANCE: Final = 0.5
"""Seconds between two looks at whether there still is a cluster."""
_RECOUNT: Final = 2.0
"""Seconds between two counts of the workers."""
_UNTOLD: Final = {"distributed.admin.large-graph-warning-threshold": "1TB"}
"""Dask advises whoever sends much at once, in words for programmers: texts may be large."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of work whose workers ended again and again."""

    reason: str


Item = TypeVar("Item", bound=Sized)
Result = TypeVar("Result")


class Streaming(Protocol):
    """Whoever does the work; ``Workers`` are."""

    def stream(
        self, work: Callable[..., Result], items: Iterable[Item], *arguments: object
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """Do it for each item, in any order."""


Presence = Callable[[bool], None]
"""Told False when the last worker has gone, or none is there at first, and True when there is one again."""


class Workers:
    """The workers of a cluster, while it is open; ``presence`` is told where they all leave while there is work."""

    def __init__(self, client: "Client", presence: Presence = lambda _: None) -> None:
        self._client = client
        self._presence = presence
        self._threads = 0
        self._counted = -_RECOUNT
        self._waited_for = False

    @property
    def threads(self) -> int:
        """How many jobs they do at once; they come and go."""
        if time.monotonic() - self._counted >= _RECOUNT:
            self._threads = sum(self._client.nthreads().values())
            self._counted = time.monotonic()
            if self._waited_for is bool(self._threads):
                self._waited_for = not self._threads
                self._presence(bool(self._threads))
        return self._threads

    def stream(
        self, work: Callable[..., Result], items: Iterable[Item], *arguments: object
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """Do ``work(item, *arguments)`` for each item, and give what is done as it is done.

        Items are taken as there is room for them. A worker that ends hands its work to another; what was under way
        together when workers ended again and again is all Lost, though only one of it may be to blame. Raises
        AlignerStopped where the cluster is gone, and what the work raises.
        """
        import dask  # noqa: PLC0415 - large, and only batches need it
        from distributed.comm.core import CommClosedError  # noqa: PLC0415

        answers: queue.SimpleQueue[Future[Any]] = queue.SimpleQueue()
        under_way: dict[object, tuple[list[Item], Future[Any]]] = {}
        held = 0
        bundles = Bundles(items)
        try:
            while bundles.left or under_way:
                threads = max(1, self.threads)
                while bundles.left and (
                    not under_way
                    or (len(under_way) < _BUNDLES_A_THREAD * threads and held < _BYTES_UNDER_WAY)
                ):
                    bundle = bundles.take(threads)
                    with dask.config.set(_UNTOLD):
                        future = self._client.submit(_each, work, bundle, arguments, pure=False)
                    under_way[future.key] = bundle, future
                    held += sum(item.size for item in bundle)
                    future.add_done_callback(answers.put)
                for done in self._answered(answers):
                    if done.status in {"lost", "pending"}:  # it went with its worker, and is made again
                        done.add_done_callback(answers.put)
                        continue
                    bundle, _ = under_way.pop(done.key)
                    held -= sum(item.size for item in bundle)
                    yield from zip(bundle, self._outcomes(done, len(bundle)), strict=True)
        except CommClosedError as error:
            raise gone() from error
        finally:
            for _, future in under_way.values():
                with suppress(Exception):
                    future.cancel()

    def _answered(self, answers: "queue.SimpleQueue[Future[Any]]") -> "Iterator[Future[Any]]":
        try:
            yield answers.get(timeout=_GLANCE)
            while True:
                yield answers.get_nowait()
        except queue.Empty:
            if self._client.status not in {"running", "connecting"}:
                raise gone() from None

    def _outcomes(self, future: "Future[Any]", size: int) -> list[Any]:
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - as above

        if future.status == "finished":
            return list(future.result())
        if future.status != "error":
            raise gone()
        error = future.exception()
        if isinstance(error, KilledWorker):
            return [Lost("The workers that had this pair ended, one after the other.")] * size
        raise error if isinstance(error, AppError) else unfit(error)


def _each(work: Callable[..., Result], bundle: Sequence[Item], arguments: tuple[object, ...]) -> list[Result]:
    """What a worker does of a bundle."""
    return [work(item, *arguments) for item in bundle]


def gone() -> AlignerStopped:
    """What is said where the scheduler went away."""
    return AlignerStopped(
        "The scheduler is gone.",
        "Start it and its workers again and give the same command: what is done is kept.",
    )


def unfit(error: object) -> InvalidInput:
    """What is said where workers cannot do our work."""
    return InvalidInput(
        f"The cluster cannot run Taqabul: {error}",
        "Install the same version of Taqabul, with its extra “batch”, for the scheduler and all workers.",
    )
