"""Work that waits for workers says so, and what can be done."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from taqabul.batch.cluster import LOCAL
from taqabul.cli import drawn
from taqabul.cli.waiting import Waiting

AT = "tcp://127.0.0.1:8790"


class Terminal(io.StringIO):
    """Takes what is said for a person who looks on."""

    def isatty(self) -> bool:
        return True


def test_the_line_of_the_work_tells_that_it_waits_instead_of_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[str, int, int, str]] = []

    @contextmanager
    def bar(title: str) -> Iterator[Any]:
        yield lambda done, total, told: shown.append((title, done, total, told))

    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(drawn, "paced_bar", bar)
    waiting = Waiting(AT)
    with waiting.paced("Aligning") as aligning, waiting.paced("Pieces") as pieces, waiting.paced("Other"):
        aligning(3, 40)
        pieces(5, 5)
        waiting(False)
        assert shown[2:] == [("Aligning", 3, 40, "3 of 40 (8%), waiting for a worker")]
        aligning(4, 40)
        assert shown[-1][3] == "4 of 40 (10%), waiting for a worker"
        waiting(True)
        assert shown[-1][3] == "4 of 40 (10%)"
        assert len(shown) == 5


def test_what_is_said_tells_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    waiting = Waiting(AT)
    waiting(False)
    told = capsys.readouterr().err
    assert f"Waiting until one is: dask worker {AT}\n" in told
    assert "Ctrl+C" in told
    waiting(True)
    assert capsys.readouterr().err == "A worker is there: the work goes on.\n"


def test_nobody_is_asked_to_start_workers_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    Waiting(LOCAL)(False)
    told = capsys.readouterr().err
    assert "others are being started" in told
    assert "dask worker" not in told
