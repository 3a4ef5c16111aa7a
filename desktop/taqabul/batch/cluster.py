"""Who does the work: workers of our own on this machine, or those of a Dask cluster that somebody else runs.

Texts go to workers over the loopback by TLS with keys made for the occasion, or to where people say.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from taqabul.align.pool import processors
from taqabul.batch.own_cluster import own_cluster
from taqabul.batch.streaming import Presence, Streaming, Workers, gone, unfit
from taqabul.domain.errors import AppError, InvalidInput
from taqabul.domain.options import AlignOptions

if TYPE_CHECKING:
    from distributed import Security

LOCAL: Final = "local"
OWN_SHARE: Final = "auto"
_PROTOCOLS: Final = ("tcp://", "tls://")
_TO_CONNECT: Final = 15


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
    memory: str = OWN_SHARE
    tls: Tls | None = None

    def check(self) -> None:
        """Raise InvalidInput where Dask is missing, the address is none or no memory is told."""
        if find_spec("distributed") is None:
            raise InvalidInput(
                "Batches need Dask, which is not installed.", "Install it with: pip install 'taqabul[batch]'"
            )
        if self.scheduler != LOCAL and not self.scheduler.startswith(_PROTOCOLS):
            raise InvalidInput(
                f"“{self.scheduler}” is no address of a scheduler.",
                f"Write {LOCAL}, or an address that begins with {' or '.join(_PROTOCOLS)}",
            )
        if not _is_size(self.memory):
            raise InvalidInput(f"“{self.memory}” is no amount of memory.", "Write it as 2GB or 800MB.")
        if self.tls and not self.scheduler.startswith("tls://"):
            raise InvalidInput(
                "Certificates are for tls:// addresses.", "Give the scheduler's tls:// address."
            )


def _is_size(memory: str) -> bool:
    from dask.utils import parse_bytes  # noqa: PLC0415 - an extra, found by now

    if memory == OWN_SHARE:
        return True
    try:
        return bool(parse_bytes(memory) > 0)
    except ValueError:
        return False


@contextmanager
def opened_once(
    opening: Callable[[], AbstractContextManager[Streaming]],
) -> Iterator[Callable[[], AbstractContextManager[Streaming]]]:
    """Workers for work that comes in parts: opened when they are first asked for, closed with the block."""
    opened: list[Streaming] = []
    with ExitStack() as kept:

        def workers() -> AbstractContextManager[Streaming]:
            if not opened:
                opened.append(kept.enter_context(opening()))
            return nullcontext(opened[0])

        yield workers


@contextmanager
def opened_workers(
    choice: ClusterChoice, options: AlignOptions, presence: Presence = lambda _: None
) -> Iterator[Workers]:
    """Workers that are ready to align; those of our own end with the block.

    A cluster may have none yet, or lose them all: they are waited for, which ``presence`` is told. Raises InvalidInput where there is no cluster, or its workers cannot align.
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
                raise gone() from error
            except Exception as error:
                raise unfit(error) from error
            try:
                yield Workers(client, presence)
            finally:
                with suppress(Exception):  # a cluster that is gone needs no tidying
                    client.unregister_worker_plugin(_NAME)


@contextmanager
def _scheduler(choice: ClusterChoice) -> "Iterator[tuple[str, Security | None]]":
    from distributed import Security  # noqa: PLC0415 - as above

    if choice.scheduler == LOCAL:
        with own_cluster(processors(choice.jobs), choice.memory) as own:
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


_NAME: Final = "taqabul"


def _plugin(options: AlignOptions) -> Any:  # noqa: ANN401 - Dask is not there to name its class
    from taqabul.batch.readiness import Readiness  # noqa: PLC0415 - as above

    return Readiness(_NAME, options)
