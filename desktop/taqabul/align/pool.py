"""Work shared out among the processors this process may use: to threads, or to processes of our own.

Whoever hands out the work cuts it into tasks without regard to how many processors there are, so that
what comes back is the same with one as with many.
"""

import multiprocessing
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from functools import cache
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from threadpoolctl import ThreadpoolController

from taqabul.domain.errors import AlignerStopped

Task = TypeVar("Task")
Result = TypeVar("Result")


def processors(jobs: int = 0) -> int:
    """How many processors to use: those asked for, never more than this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(jobs, allowed) if jobs > 0 else allowed


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Within it matrices are multiplied by one thread: the sums are added up in one order."""
    with _blas().limit(limits=1, user_api="blas"):
        yield


@cache
def _blas() -> ThreadpoolController:
    import numpy as np  # noqa: F401, PLC0415 - only what is loaded can be limited, and helpers begin with nothing

    return ThreadpoolController()


def share_out(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    receive: Callable[[int, Result], None],
    jobs: int = 0,
    *,
    long: bool = False,
) -> None:
    """Do every task; ``receive`` is called in this thread with each one's number and result as it is done.

    ``long`` work goes to processes, which take a second to start: ``work`` and the tasks are sent to
    them. What ``work`` or ``receive`` raises is raised here once all helpers have stopped. Raises
    AlignerStopped where a process ends before its time.
    """
    count = min(processors(jobs), len(tasks))
    with one_blas_thread():
        if count < 2:
            for number, task in enumerate(tasks):
                receive(number, work(task))
        elif long and not multiprocessing.current_process().daemon:
            _by_processes(work, tasks, receive, count)
        else:  # a daemonic process may have no children
            _by_threads(work, tasks, receive, count)


def _by_threads(
    work: Callable[[Task], Result], tasks: Sequence[Task], receive: Callable[[int, Result], None], count: int
) -> None:
    executor = ThreadPoolExecutor(count)
    try:
        numbers = {executor.submit(work, task): number for number, task in enumerate(tasks)}
        for done in as_completed(numbers):
            receive(numbers[done], done.result())
    finally:
        executor.shutdown(cancel_futures=True)


def _by_processes(
    work: Callable[[Task], Result], tasks: Sequence[Task], receive: Callable[[int, Result], None], count: int
) -> None:
    helpers: list[_Helper] = []
    try:
        helpers += (_Helper() for _ in range(count))
        waiting = iter(enumerate(tasks))
        busy: dict[object, tuple[_Helper, int]] = {}
        for helper, (number, task) in zip(helpers, islice(waiting, count), strict=True):
            helper.send((work, task))
            busy[helper.pipe] = helper, number
        while busy:
            for pipe in wait([helper.pipe for helper, _ in busy.values()]):
                helper, number = busy.pop(pipe)
                result = helper.receive()
                for following, task in islice(waiting, 1):
                    helper.send((work, task))
                    busy[helper.pipe] = helper, following
                receive(number, result)
    finally:
        for helper in helpers:
            helper.stop()


class _Helper:
    """A process that does what it is sent, and the pipe to it."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._process: BaseProcess = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def send(self, job: tuple[Callable[[Any], Any], Any]) -> None:
        """Hand over a task and what to do with it."""
        try:
            self.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            raise self._ended() from None

    def receive(self) -> Any:  # noqa: ANN401 - whatever the work gives
        """What became of the task; raises what went wrong over there."""
        try:
            result, failure = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended() from None
        if failure is not None:
            raise failure
        return result

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self._process.kill()
        self._process.join()
        self._process.close()

    def _ended(self) -> AlignerStopped:
        self._process.join()
        return AlignerStopped(
            f"A process of the aligner ended before it was done (exit code {self._process.exitcode}).",
            "If memory was short, close other programs; then try again.",
        )


def _serve(pipe: Connection) -> None:
    """What a helper does: tasks come in, results go out, until the pipe closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    with one_blas_thread():
        try:
            while True:
                work, task = pipe.recv()
                pipe.send(_outcome(work, task))
        except (EOFError, BrokenPipeError, ConnectionResetError):
            return  # nobody is waiting any more


def _outcome(work: Callable[[Any], Any], task: Any) -> tuple[Any, Exception | None]:  # noqa: ANN401
    """The result, or what to raise: a bug's story goes to whoever asked."""
    try:
        return work(task), None
    except Exception:  # noqa: BLE001
        return None, RuntimeError(traceback.format_exc())
