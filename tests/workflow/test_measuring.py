"""What work costs is told where the system tells it."""

import subprocess
import sys

import pytest

from taqabul.workflow.measuring import Meter


def test_time_goes_on_and_memory_is_in_bytes() -> None:
    meter = Meter()
    first = meter.read()
    sum(range(200_000))
    then = meter.read()
    assert then.seconds > first.seconds >= 0
    assert then.processor_seconds >= first.processor_seconds >= 0
    assert then.memory is not None
    assert then.memory > 10_000_000


def test_the_memory_of_a_child_is_told_once_it_has_ended() -> None:
    subprocess.run([sys.executable, "-c", "b = bytearray(100_000_000)"], check=True)
    child = Meter().read().largest_child
    assert child is not None
    assert child > 100_000_000


def test_a_system_that_does_not_tell_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    cost = Meter().read()
    assert cost.memory is None
    assert cost.largest_child is None
