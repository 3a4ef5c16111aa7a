"""A scheduler and workers of our own, on this machine, for one batch: nobody else reaches them."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from taqabul.domain.errors import AlignerStopped

if TYPE_CHECKING:
    from distributed import Security

_SETTINGS: Final = {
    "distributed.worker.daemon": False,  # they may start processes themselves, to read PDF
    "distributed.worker.memory.target": False,  # nothing is written to disk, and nobody waits for
    "distributed.worker.memory.spill": False,  # memory that the encoder never gives back; a worker that
    "distributed.worker.memory.pause": False,  # takes too much is ended and its work done again
    "distributed.worker.memory.monitor-interval": "400ms",  # not ten times a second
    "distributed.scheduler.allowed-failures": 1,  # what ended two workers is tried by itself
    "distributed.scheduler.worker-saturation": 2.0,  # the next pair is there when one is done
    "distributed.worker.profile.enabled": False,  # looks at the workers a hundred times a second
    "distributed.admin.tick.interval": "1s",  # each process looks fifty times a second whether it is late
    "distributed.admin.system-monitor.interval": "5s",  # figures for a page that is not there
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
def own_cluster(workers: int, memory: str) -> "Iterator[tuple[str, Security]]":
    """A scheduler in this process and workers in processes of their own, nobody else's and without a web page."""
    import dask  # noqa: PLC0415 - large, and only batches need it
    from distributed import LocalCluster, Security  # noqa: PLC0415

    security = Security.temporary()
    with (
        dask.config.set(_SETTINGS),
        TemporaryDirectory(prefix="taqabul-batch-", ignore_cleanup_errors=True) as place,
    ):
        try:
            cluster = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                host="127.0.0.1",
                security=security,
                dashboard_address="127.0.0.1:0",
                worker_dashboard_address="127.0.0.1:0",
                memory_limit=memory,
                local_directory=place,
                silence_logs=logging.CRITICAL,
            )
        except RuntimeError as error:  # all that Dask tells of a worker that was killed
            raise AlignerStopped(
                "A worker ended while it was starting.",
                "Give the same command again; where it ends again, give fewer --jobs, or each more --memory.",
            ) from error
        with cluster:
            yield cluster.scheduler_address, security
