"""Long work beside the window: results arrive, errors arrive, cancelling stops, nothing is left running."""

import threading

import pytest

from taqabul.domain.errors import InvalidInput
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
