"""Work shared out among threads and processes comes back the same, and leaves nobody behind."""

import multiprocessing
import operator
import os
import signal
import threading
from functools import partial

import numpy as np
import pytest
from threadpoolctl import threadpool_info

from taqabul.align import pool as module
from taqabul.align.pool import one_blas_thread, processors, share_out
from taqabul.domain.errors import AlignerStopped, Cancelled

TASKS = list(range(20))
KEPT: list[multiprocessing.Process] = []


@pytest.fixture(autouse=True)
def _processes_kept_before() -> None:
    KEPT[:] = multiprocessing.active_children()


@pytest.fixture(autouse=True)
def _two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the machine has only one."""
    monkeypatch.setattr(module.os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)


def collected(work, tasks, jobs: int, *, long: bool = False) -> list[object]:
    found: dict[int, object] = {}
    share_out(work, tasks, found.__setitem__, jobs, long=long)
    return [found[number] for number in range(len(tasks))]


def helpers() -> list[multiprocessing.Process]:
    """Processes of this test; the rest of the program may keep one ready for the next alignment."""
    return [one for one in multiprocessing.active_children() if one not in KEPT]


def test_never_more_processors_than_this_process_may_use() -> None:
    assert processors(10_000) == processors() >= processors(1) == 1


def test_processors_are_counted_where_the_system_tells_no_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module.os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(module.os, "cpu_count", lambda: None)
    assert processors() == 1


@pytest.mark.parametrize(("jobs", "long"), [(1, False), (2, False), (2, True)])
def test_every_task_is_done_once(jobs: int, long: bool) -> None:
    assert collected(partial(pow, 2), TASKS, jobs, long=long) == [2**task for task in TASKS]
    assert helpers() == []


def test_no_task_is_no_matter() -> None:
    assert collected(abs, [], 2, long=True) == []


def test_one_task_stays_in_this_process() -> None:
    assert collected(lambda _: os.getpid(), [None], 2, long=True) == [os.getpid()]


def test_long_work_is_done_by_processes_no_more_than_asked_for() -> None:
    workers = set(collected(operator.call, [os.getpid] * 20, 2, long=True))
    assert os.getpid() not in workers
    assert 1 <= len(workers) <= 2


def test_a_daemonic_process_uses_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(multiprocessing.current_process()._config, "daemon", True)
    assert set(collected(operator.call, [os.getpid] * 20, 2, long=True)) == {os.getpid()}


@pytest.mark.parametrize(("jobs", "long"), [(1, False), (2, False), (2, True)])
def test_whoever_cancels_ends_the_helpers(jobs: int, long: bool) -> None:
    def cancel(number: int, result: object) -> None:
        raise Cancelled

    before = threading.active_count()
    with pytest.raises(Cancelled):
        share_out(abs, TASKS, cancel, jobs, long=long)
    assert helpers() == []
    assert threading.active_count() == before


def test_a_process_that_dies_is_an_error_and_no_hang() -> None:
    with pytest.raises(AlignerStopped, match="-9"):
        collected(signal.raise_signal, [signal.SIGKILL] * 20, 2, long=True)
    assert helpers() == []


def test_a_process_that_died_while_it_waited_is_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    helper = module._Helper()
    os.kill(helper._process.pid or 0, signal.SIGKILL)
    helper._process.join()
    with pytest.raises(AlignerStopped, match="-9"):
        helper.send((abs, -1))
    helper.stop()


def test_a_bug_over_there_is_told_here() -> None:
    with pytest.raises(RuntimeError, match="ZeroDivisionError"):
        collected(partial(operator.floordiv, 1), [0, 0], 2, long=True)
    assert helpers() == []


def test_a_helper_works_until_its_pipe_closes() -> None:
    ours, theirs = multiprocessing.Pipe()
    answers = []

    def ask() -> None:
        ours.send((abs, -3))
        answers.append(ours.recv())
        ours.send((operator.floordiv, 3))
        answers.append(ours.recv())
        ours.close()

    handler = signal.getsignal(signal.SIGINT)
    asking = threading.Thread(target=ask)
    asking.start()
    try:
        module._serve(theirs)
    finally:
        signal.signal(signal.SIGINT, handler)
        asking.join()
        theirs.close()
    assert answers[0] == (3, None)
    assert isinstance(answers[1][1], RuntimeError)


def test_matrices_are_multiplied_by_one_thread() -> None:
    assert np.ones(1)[0] == 1
    with one_blas_thread():
        numpys = [found for found in threadpool_info() if "numpy" in found["filepath"]]
        assert {found["num_threads"] for found in numpys} == {1}


def test_helpers_multiply_by_one_thread_too() -> None:
    tasks = [
        "[(one['num_threads'], one['filepath']) for one in __import__('threadpoolctl').threadpool_info()]"
    ]
    for found in collected(eval, 2 * tasks, 2, long=True):
        assert {threads for threads, path in found if "numpy" in path} == {1}
