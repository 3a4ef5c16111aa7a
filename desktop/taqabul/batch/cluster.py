"""Who does the work: workers of our own on this machine, or those of a Dask cluster that somebody else runs.

The only module that knows Dask. Texts go to workers over the loopback by TLS with keys made for the occasion, or to
where people say.
"""

import logging
import queue
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar

from taqabul.align.pool import processors
from taqabul.domain.errors import AlignerStopped, AppError, InvalidInput
from taqabul.domain.options import AlignOptions

if TYPE_CHECKING:
    from distributed import Client, Future, Security

LOCAL: Final = "local"
_PROTOCOLS: Final = ("tcp://", "tls://")
_JOBS_A_THREAD: Final = 8
_BYTES_UNDER_WAY: Final = 64 << 20
"""No more than so many jobs, and bytes of them, are sent at once: what is done frees the place of the next."""
_GLANCE: Final = 0.5
"""Seconds between two looks at whether there still is a cluster."""
_RECOUNT: Final = 2.0
"""Seconds between two counts of the workers."""
_TO_CONNECT: Final = 15


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


@dataclass(frozen=True, slots=True)
class Tls:
    """The files by which a cluster knows us and we know it."""

    authority: Path
    certificate: Path
    key: Path


@dataclass(frozen=True, slots=True)
class ClusterChoice:
    """Where the work is done. ``jobs`` 0: on all processors; ``memory`` of a worker as Dask writes it ("2GB").

    Both are for workers of our own; ``tls`` is for a cluster.
    """

    scheduler: str = LOCAL
    jobs: int = 0
    memory: str = "auto"
    tls: Tls | None = None

    def check(self) -> None:
        """Raise InvalidInput where Dask is missing or the address is none."""
        if find_spec("distributed") is None:
            raise InvalidInput(
                "Batches need Dask, which is not installed.", "Install it with: pip install 'taqabul[batch]'"
            )
        if self.scheduler != LOCAL and not self.scheduler.startswith(_PROTOCOLS):
            raise InvalidInput(
                f"“{self.scheduler}” is no address of a scheduler.",
                f"Write {LOCAL}, or an address that begins with {' or '.join(_PROTOCOLS)}",
            )
        if self.tls and not self.scheduler.startswith("tls://"):
            raise InvalidInput(
                "Certificates are for tls:// addresses.", "Give the scheduler's tls:// address."
            )


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
            raise _gone() from error
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
                raise _gone() from None

    def _outcome(self, future: "Future[Any]") -> Any:  # noqa: ANN401 - whatever the work gives
        from distributed.scheduler import KilledWorker  # noqa: PLC0415 - as below

        if future.status == "finished":
            return future.result()
        if future.status != "error":
            raise _gone()
        error = future.exception()
        if isinstance(error, KilledWorker):
            return Lost("The workers that had this pair ended, one after the other.")
        raise error if isinstance(error, AppError) else _unfit(error)


@contextmanager
def opened_workers(choice: ClusterChoice, options: AlignOptions) -> Iterator[Workers]:
    """Workers that are ready to align; those of our own end with the block.

    Raises InvalidInput where there is no cluster, or its workers cannot align.
    """
    choice.check()
    from distributed import Client  # noqa: PLC0415 - large, and only batches need it

    for name in list(logging.Logger.manager.loggerDict):  # Dask has set each of them when it was loaded
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)
    with _scheduler(choice) as (address, security):
        try:
            client = Client(
                address, security=security, timeout=_TO_CONNECT, set_as_default=False, name="taqabul"
            )
        except (OSError, ValueError, TypeError) as error:
            raise InvalidInput(
                f"There is no scheduler at {choice.scheduler}: {error}",
                "Start one with: dask scheduler; or give its address, with its certificates where it wants them.",
            ) from error
        with client:
            try:
                client.register_plugin(_plugin(options))
            except AppError:
                raise
            except OSError as error:
                raise _gone() from error
            except Exception as error:
                raise _unfit(error) from error
            try:
                yield Workers(client)
            finally:
                with suppress(Exception):  # a cluster that is gone needs no tidying
                    client.unregister_worker_plugin(_NAME)


@contextmanager
def _scheduler(choice: ClusterChoice) -> "Iterator[tuple[str, Security | None]]":
    from distributed import Security  # noqa: PLC0415 - as above

    if choice.scheduler == LOCAL:
        with _own(choice) as own:
            yield own
    elif choice.tls is None:
        yield choice.scheduler, None  # Dask's own settings may name certificates
    else:
        yield (
            choice.scheduler,
            Security(
                tls_ca_file=str(choice.tls.authority),
                tls_client_cert=str(choice.tls.certificate),
                tls_client_key=str(choice.tls.key),
                require_encryption=True,
            ),
        )


_SETTINGS: Final = {
    "distributed.worker.daemon": False,  # they may start processes themselves, to read PDF
    "distributed.worker.memory.target": False,  # nothing is written to disk, and nobody waits for
    "distributed.worker.memory.spill": False,  # memory that the encoder never gives back; a worker that
    "distributed.worker.memory.pause": False,  # takes too much is ended and its work done again
    "distributed.scheduler.worker-saturation": 2.0,  # the next pair is there when one is done
    "distributed.worker.profile.enabled": False,  # looks at the workers a hundred times a second
    "distributed.scheduler.http.routes": [],  # the web servers cannot be left out: they have no page
    "distributed.worker.http.routes": [],
    "distributed.nanny.http.routes": [],
    # Without Dask's own MALLOC_TRIM_THRESHOLD_, which gives memory back that the next product wants again.
    "distributed.nanny.pre-spawn-environ": {
        "OMP_NUM_THREADS": 1,
        "MKL_NUM_THREADS": 1,
        "OPENBLAS_NUM_THREADS": 1,
    },
}


@contextmanager
def _own(choice: ClusterChoice) -> "Iterator[tuple[str, Security | None]]":
    """A scheduler in this process and workers in processes of their own, nobody else's and without a web page."""
    import dask  # noqa: PLC0415 - as above
    from distributed import LocalCluster, Security  # noqa: PLC0415

    security = Security.temporary()
    with (
        dask.config.set(_SETTINGS),
        TemporaryDirectory(prefix="taqabul-batch-", ignore_cleanup_errors=True) as place,
        LocalCluster(
            n_workers=processors(choice.jobs),
            threads_per_worker=1,
            host="127.0.0.1",
            security=security,
            dashboard_address="127.0.0.1:0",
            worker_dashboard_address="127.0.0.1:0",
            memory_limit=choice.memory,
            local_directory=place,
            silence_logs=logging.CRITICAL,
        ) as cluster,
    ):
        yield cluster.scheduler_address, security


_NAME: Final = "taqabul"


def _plugin(options: AlignOptions) -> Any:  # noqa: ANN401 - Dask is not there to name its class
    from taqabul.batch.readiness import Readiness  # noqa: PLC0415 - as above

    return Readiness(_NAME, options)


def _gone() -> AlignerStopped:
    return AlignerStopped(
        "The scheduler is gone.", "Start it again and give the same command: what is done is kept."
    )


def _unfit(error: object) -> InvalidInput:
    return InvalidInput(
        f"The cluster cannot run Taqabul: {error}",
        "Install the same version of Taqabul, with its extra “batch”, for the scheduler and all workers.",
    )
