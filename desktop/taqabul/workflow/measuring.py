"""What work costs: seconds by the clock, seconds of processors, memory."""

import os
import sys
import time
from dataclasses import dataclass
from typing import Final

# getrusage counts in kilobytes, but for macOS, which counts in bytes
_UNIT: Final = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What some work took.

    ``seconds`` by the clock, ``processor_seconds`` of this process and of those it started that have
    ended. ``memory`` the most bytes this process ever held, ``largest_child`` the most that any one
    process it started held; None where the system does not tell.
    """

    seconds: float
    processor_seconds: float
    memory: int | None
    largest_child: int | None


class Meter:
    """Counts from when it is made."""

    def __init__(self) -> None:
        self._clock, self._processors = time.perf_counter(), _processor_seconds()

    def read(self) -> Cost:
        """The cost so far."""
        seconds = time.perf_counter() - self._clock
        return Cost(seconds, _processor_seconds() - self._processors, *_peaks())


def _processor_seconds() -> float:
    return sum(os.times()[:4])


def _peaks() -> tuple[int | None, int | None]:
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return None, None
    kinds = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, child = (resource.getrusage(kind).ru_maxrss * _UNIT for kind in kinds)
    return own, child
