"""How far long work is, how fast it goes and how long it will take: a bar for people, a line now and then for a log."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Final

from taqabul.cli.terminal import say

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
        share = share_words(done, total)
        if done <= before or now <= began:
            return share
        rate = (done - before) / (now - began)
        left = timedelta(seconds=round((total - done) / rate))
        return f"{share}, {rate_words(rate)}, {left} left"

    def begin_again(self) -> None:
        """The work stood still: what comes is counted by itself."""
        self._last = -1


def share_words(done: int, total: int) -> str:
    """How much is done: "120 of 1,000 (12%)"."""
    return f"{done:,} of {total:,} ({done / total:.0%})" if total else f"{done:,}"


def rate_words(a_second: float) -> str:
    """A rate by the second, or by the minute or hour where less than one comes in a second or minute."""
    for seconds, unit in ((1, "second"), (60, "minute")):
        if a_second * seconds >= 1:
            return f"{a_second * seconds:,.1f} a {unit}"
    return f"{a_second * 3600:,.1f} an hour"


class Paced:
    """Tells how work goes, each time it is called with what is done and what there is: by ``show``, or by lines now and then."""

    def __init__(self, title: str, show: Callable[[int, int, str], None] | None) -> None:
        self._title, self._show = title, show
        self._pace = Pace()
        self._at = 0, 0
        self._why = ""
        self._said = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """So much is done."""
        self._at = done, total
        told = self._pace.told(done, total) if not self._why else f"{share_words(done, total)}, {self._why}"
        if self._show:
            self._show(done, total, told)
        elif time.monotonic() - self._said >= _EVERY:
            self._said = time.monotonic()
            say(f"{self._title}: {told}.")

    def stand(self, why: str) -> None:
        """The work waits, and why; without a word it goes on, and its rate is counted from now."""
        self._why = why
        self._pace.begin_again()
        done, total = self._at
        if done < total:
            self(done, total)


@contextmanager
def paced(title: str) -> Iterator[Paced]:
    """Tells on standard error how the work in the block goes."""
    if not sys.stderr.isatty():
        yield Paced(title, None)
        return
    from taqabul.cli.drawn import paced_bar  # noqa: PLC0415 - the window comes up sooner without

    with paced_bar(title) as show:
        yield Paced(title, show)
