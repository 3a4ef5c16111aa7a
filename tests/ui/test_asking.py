"""Questions asked beside the window: the last one wins, and nothing comes after the end."""

from threading import Event

import pytest

from taqabul.domain.errors import InvalidInput
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.jobs import JobRunner


@pytest.fixture
def runner(qapp):
    made = JobRunner()
    yield made
    made.close()


@pytest.fixture
def heard():
    return []


@pytest.fixture
def asking(runner, heard):
    return Asking(runner, heard.append, heard.append)


def test_the_last_question_asked_wins(asking, runner, heard, qtbot):
    go_on = Event()

    def slow(_progress):
        go_on.wait(30)
        return "first"

    asking.ask(slow)
    asking.ask(lambda _progress: "second")
    assert asking.waits
    qtbot.waitUntil(lambda: heard == ["second"])
    go_on.set()
    qtbot.waitUntil(lambda: not runner.jobs)
    assert heard == ["second"]
    assert not asking.waits


def test_nothing_is_handed_over_nor_asked_after_the_end(asking, runner, heard, qtbot):
    go_on = Event()
    asking.ask(lambda _progress: go_on.wait(30))
    asking.stop()
    asking.ask(lambda _progress: "too late")
    go_on.set()
    qtbot.waitUntil(lambda: not runner.jobs)
    assert heard == []
    assert not asking.waits


def test_what_people_can_mend_is_told_and_a_bug_is_not_hidden(asking, runner, heard, qtbot):
    trouble = InvalidInput("No.", "Try again.")

    def refuse(_progress):
        raise trouble

    def stumble(_progress):
        raise ZeroDivisionError

    asking.ask(refuse)
    qtbot.waitUntil(lambda: heard == [trouble])
    with qtbot.captureExceptions() as caught:
        asking.ask(stumble)
        qtbot.waitUntil(lambda: not runner.jobs and bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not asking.waits
