"""How far long work is, how fast it goes and how long it will take: a bar for people, a line now and then for a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

from taqabul.cli.terminal import say
from taqabul.domain.options import Progress

_EVERY: Final = 30.0
"""Seconds between two lines."""


class Pace:
    """The rate of work since it began, not counting what was done before; work that counts from less again is other work."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = 0.0, 0
        self._last = -1

    def told(self, done: int, total: int) -> str:
        """How far it is: "120 of 1,000 (12 %), 3.1 a second, 0:04:44 left"; what is slow is counted by the minute or hour."""
        now = self._clock()
        if self._last < 0 or done < self._last:
            self._began = now, done
        self._last = done
        began, before = self._began
        share = f"{done:,} of {total:,} ({done / total:.0%})" if total else f"{done:,}"
        if done <= before or now <= began:
            return share
        rate = (done - before) / (now - began)
        left = timedelta(seconds=round((total - done) / rate))
        return f"{share}, {rate_words(rate)}, {left} left"


def rate_words(a_second: float) -> str:
    """A rate by the second, or by the minute or hour where less than one comes in a second or minute."""
    for seconds, unit in ((1, "second"), (60, "minute")):
        if a_second * seconds >= 1:
            return f"{a_second * seconds:,.1f} a {unit}"
    return f"{a_second * 3600:,.1f} an hour"


@contextmanager
def paced(title: str) -> Iterator[Progress]:
    """Tells on standard error how the work in the block goes."""
    pace = Pace()
    if sys.stderr.isatty():
        from taqabul.cli.drawn import paced_bar  # noqa: PLC0415 - the window comes up sooner without

        with paced_bar(title) as show:
            yield lambda done, total: show(done, total, pace.told(done, total))
        return
    last = time.monotonic()

    def line(done: int, total: int) -> None:
        nonlocal last
        told = pace.told(done, total)
        if time.monotonic() - last >= _EVERY:
            last = time.monotonic()
            say(f"{title}: {told}.")

    yield line
