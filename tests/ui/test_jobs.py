"""Long work beside the window: results arrive, errors arrive, cancelling stops, nothing is left running."""

import gc
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QTimer

from taqabul.domain.errors import InvalidInput
from taqabul.ui.core import jobs
from taqabul.ui.core.garbage import GarbageCollector
from taqabul.ui.core.job_bar import JobBar
from taqabul.ui.core.jobs import JobRunner


@pytest.fixture
def runner(qtbot):
    made = JobRunner()
    yield made
    made.close()
    assert not [one for one in threading.enumerate() if one.name.startswith("taqabul-job")]


def unwanted(value):
    raise AssertionError(f"not expected: {value}")


def test_results_of_many_jobs_all_arrive(runner, qtbot):
    results = []
    for number in range(200):
        runner.start(lambda _progress, number=number: number, results.append, unwanted)
    qtbot.waitUntil(lambda: len(results) == 200)
    assert sorted(results) == list(range(200))
    assert runner.jobs == ()


def test_jobs_of_a_dialog_that_a_result_opened_arrive_in_it(runner, qtbot):
    results = []

    def open_dialog(value):
        results.append(value)
        if value < 3:
            runner.start(lambda _progress: value + 1, open_dialog, unwanted)
            qtbot.waitUntil(lambda: 3 in results)

    runner.start(lambda _progress: 0, open_dialog, unwanted)
    qtbot.waitUntil(lambda: 3 in results)
    assert results == [0, 1, 2, 3]


def test_an_error_arrives_on_the_windows_thread(runner, qtbot):
    errors = []

    def fail(_progress):
        raise InvalidInput("No.", "Try yes.")

    runner.start(fail, unwanted, lambda error: errors.append((error, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0][0], InvalidInput)
    assert errors[0][1] is threading.main_thread()


def test_a_cancelled_job_ends_without_a_result_and_the_bar_goes(runner, qtbot):
    bar = JobBar(runner)
    qtbot.addWidget(bar)
    go_on = threading.Event()

    def work(progress):
        for step in range(1000):
            progress(step, 1000)
            go_on.wait(0.01)

    job = runner.start(work, unwanted, unwanted, "Counting")
    qtbot.waitUntil(lambda: job.done > 2)
    assert bar.isVisible()
    assert bar.title.text() == "Counting"
    bar.cancel.click()
    assert bar.title.text() == "Stopping…"
    qtbot.waitUntil(lambda: not runner.jobs)
    assert not bar.isVisible()


def test_a_job_that_tells_its_progress_without_a_pause_does_not_keep_the_window(runner, qtbot):
    steps, turned = [], threading.Event()
    told, shown = threading.Semaphore(0), threading.Semaphore(0)

    def work(progress):
        while not turned.is_set() and len(steps) < 2000:
            steps.append(None)
            progress(len(steps), 2000)
            told.release()
            shown.acquire(timeout=30)

    def show(_job):
        """Take until there is more to show."""
        shown.release()
        told.acquire(timeout=1)

    runner.progressed.connect(show)
    runner.start(work, lambda _result: None, unwanted)
    QTimer.singleShot(50, turned.set)
    qtbot.waitUntil(lambda: not runner.jobs)
    assert len(steps) < 2000


class _Held:
    """What only the functions of a job hold: a window that was closed, for instance."""


@pytest.mark.parametrize("fails", [False, True])
def test_a_worker_is_never_the_last_to_hold_what_a_job_calls(runner, qtbot, monkeypatch, fails):
    gone, go_on, ended = [], threading.Event(), jobs._run

    def lingering(*given):
        ended(*given)
        go_on.wait(30)

    def start():
        held = _Held()
        weakref.finalize(held, lambda: gone.append(threading.current_thread()))

        def work(_progress, held=held):
            return held.missing if fails else 1

        runner.start(work, lambda _result, held=held: None, lambda _error, held=held: None)

    monkeypatch.setattr(jobs, "_run", lingering)
    start()
    qtbot.waitUntil(lambda: not runner.jobs)
    gc.collect()
    go_on.set()
    assert gone == [threading.main_thread()]


def test_news_come_however_often_jobs_are_started(runner, qtbot):
    results = []
    clock = QTimer()
    clock.timeout.connect(lambda: runner.start(lambda _progress: 1, results.append, unwanted))
    clock.start(1)
    qtbot.waitUntil(lambda: len(results) > 5)
    clock.stop()
    qtbot.waitUntil(lambda: not runner.jobs)


class _Left(QTimer):
    """What a closed page leaves behind: a Qt object that only a search for cycles finds."""

    def __init__(self, gone):
        super().__init__()
        self.itself, self.gone = self, gone
        self.start(1000)

    def __del__(self):
        self.gone.append(threading.current_thread())


def test_qt_objects_are_never_destroyed_by_a_worker_that_makes_many_objects(runner, qtbot):
    gone, made = [], []
    gc.collect()
    for _ in range(20):
        _Left(gone)
    runner.start(lambda _progress: [[] for _ in range(100_000)], made.append, unwanted)
    qtbot.waitUntil(lambda: bool(made))
    qtbot.waitUntil(lambda: len(gone) == 20)
    assert set(gone) == {threading.main_thread()}


def test_garbage_is_left_to_python_when_the_last_window_has_closed(qtbot):
    first, second = GarbageCollector(), GarbageCollector()
    first.close()
    searched = [gc.isenabled()]
    second.close()
    assert [*searched, gc.isenabled()] == [False, True]


def test_everything_is_searched_for_garbage_less_often_while_a_worker_reads(qtbot):
    searched, at_work = [], [True]
    collector = GarbageCollector(at_work=lambda: at_work[0])
    kept, held = gc.get_threshold(), sys.getallocatedblocks()
    gc.set_threshold(1, 0, 0)

    def watch(phase, info):
        if phase == "start":
            searched.append(info["generation"])

    def looked(grown):
        """Look when so many times as many objects are held as after the last search of everything."""
        for young in (1, 0):
            gc.collect(young)
        collector._held = int(held / grown)
        gc.callbacks.append(watch)
        young_ones = [set() for _ in range(9)]
        collector._look()
        assert young_ones
        gc.callbacks.remove(watch)
        return searched.pop()

    try:
        assert [looked(grown) for grown in (1.1, 1.5, 2.5, 3.5)] == [1, 1, 1, 2]
        at_work[0] = False
        assert [looked(grown) for grown in (1.1, 1.5)] == [1, 2]
    finally:
        gc.set_threshold(*kept)
        collector.close()


def test_garbage_is_left_to_python_when_no_worker_is_left(qtbot):
    runner = JobRunner()
    assert not gc.isenabled()
    runner.close()
    assert gc.isenabled()
