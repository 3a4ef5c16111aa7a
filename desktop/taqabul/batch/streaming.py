"""Work handed to the workers of a cluster, and taken back as it is done; at any time only so much is under way."""

import queue
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from taqabul.domain.errors import AlignerStopped, AppError, InvalidInput

if TYPE_CHECKING:
    from distributed import Client, Future

_JOBS_A_THREAD: Final = 8
_BYTES_UNDER_WAY: Final = 64 << 20
"""No more than so many jobs, and bytes of them, are sent at once: what is done frees the place of the next."""
_GLANCE: Final = 0.5
"""Seconds between two looks at whether there still is a cluster."""
_RECOUNT: Final = 2.0
"""Seconds between two counts of the workers."""


class Sized(Protocol):
    """Work that can be sent; ``size`` are its bytes."""

    @property
    def number(self) -> int:
        """By which it is known."""

    @property
    def size(self) -> int:
        """Bytes it holds."""


Item = TypeVar("Item", bound=Sized)
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Lost:
    """What became of work whose workers ended again and again."""

    reason: str


class Streaming(Protocol):
    """Whoever does the work; ``Workers`` are."""

    def stream(
        self, work: Callable[..., Result], items: Iterable[Item], *arguments: object
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """Do it for each item, in any order."""


class Workers:
    """The workers of a cluster, while it is open."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        self._threads = 0
        self._counted = -_RECOUNT

    @property
    def threads(self) -> int:
        """How many jobs they do at once; they come and go."""
        if time.monotonic() - self._counted >= _RECOUNT:
            self._threads = sum(self._client.nthreads().values())
            self._counted = time.monotonic()
        return self._threads

    def stream(
        self, work: Callable[..., Result], items: Iterable[Item], *arguments: object
    ) -> Iterator[tuple[Item, Result | Lost]]:
        """Do ``work(item, *arguments)`` for each item, and give what is done as it is done.

        Items are taken as there is room for them. A worker that ends hands its work to another. Raises AlignerStopped
        where the cluster is gone, and what the work raises.
        """
        from distributed.comm.core import CommClosedError  # noqa: PLC0415 - as below

        answers: queue.SimpleQueue[Future[Any]] = queue.SimpleQueue()
        under_way: dict[object, tuple[Item, Future[Any]]] = {}
        held = 0
        waiting = iter(items)
        following = next(waiting, None)
        try:
            while following is not None or under_way:
                room = max(2, _JOBS_A_THREAD * self.threads)
                while following is not None and (
                    not under_way or (len(under_way) < room and held + following.size <= _BYTES_UNDER_WAY)
                ):
                    future = self._client.submit(work, following, *arguments, pure=False)
                    under_way[future.key] = following, future
                    held += following.size
                    future.add_done_callback(answers.put)
                    following = next(waiting, None)
                for done in self._answered(answers):
                    item, _ = under_way.pop(done.key)
                    held -= item.size
                    yield item, self._outcome(done)
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

    def _outcome(self, future: "Future[Any]") -> Any:  # noqa: ANN401 - whatever the work gives
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - as below

        if future.status == "finished":
            return future.result()
        if future.status != "error":
            raise gone()
        error = future.exception()
        if isinstance(error, KilledWorker):
            return Lost("The workers that had this pair ended, one after the other.")
        raise error if isinstance(error, AppError) else unfit(error)


def gone() -> AlignerStopped:
    """What is said where the scheduler went away."""
    return AlignerStopped(
        "The scheduler is gone.", "Start it again and give the same command: what is done is kept."
    )


def unfit(error: object) -> InvalidInput:
    """What is said where workers cannot do our work."""
    return InvalidInput(
        f"The cluster cannot run Taqabul: {error}",
        "Install the same version of Taqabul, with its extra “batch”, for the scheduler and all workers.",
    )
