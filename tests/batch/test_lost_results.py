"""What comes back from a cluster is taken as it is done; what was lost on the way is waited for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from taqabul.batch.streaming import Workers
from taqabul.domain.errors import AlignerStopped


@dataclass(frozen=True)
class Item:
    number: int
    size: int = 1


class Future:
    """Done at once; ``states`` are what it says of itself, one a look."""

    def __init__(self, key: int, work: Callable[[], Any], states: list[str]) -> None:
        self.key, self._work, self._states = key, work, states

    @property
    def status(self) -> str:
        return self._states[0]

    def add_done_callback(self, told: Callable[["Future"], None]) -> None:
        told(self)

    def result(self) -> Any:
        return self._work()

    def cancel(self) -> None:
        pass


class Client:
    """Does the work here; the second bundle goes through ``states``."""

    status = "running"

    def __init__(self, *states: str) -> None:
        self._states = list(states)
        self._sent = 0

    def nthreads(self) -> dict[str, int]:
        return {"here": 1}

    def submit(self, work: Callable[..., Any], *given: Any, pure: bool) -> Future:
        self._sent += 1
        states = self._states if self._sent == 2 else ["finished"]
        looks = iter(states)
        future = Future(self._sent, lambda: work(*given), [next(looks)])
        told = future.add_done_callback

        def again(callback: Callable[[Future], None]) -> None:
            told(callback)
            future.add_done_callback = later  # type: ignore[method-assign]

        def later(callback: Callable[[Future], None]) -> None:
            future._states[0] = next(looks)
            told(callback)

        future.add_done_callback = again  # type: ignore[method-assign]
        return future


def done(*states: str) -> list[tuple[int, Any]]:
    workers = Workers(Client(*states))  # type: ignore[arg-type]
    items = [Item(number) for number in range(5)]
    return sorted((item.number, result) for item, result in workers.stream(lambda one: -one.number, items))


def test_each_item_comes_back_once() -> None:
    assert done("finished") == [(number, -number) for number in range(5)]


def test_what_a_worker_took_with_it_is_waited_for() -> None:
    assert done("lost", "pending", "finished") == [(number, -number) for number in range(5)]


def test_work_that_was_cancelled_tells_that_the_scheduler_is_gone() -> None:
    with pytest.raises(AlignerStopped, match="scheduler is gone"):
        done("cancelled")
