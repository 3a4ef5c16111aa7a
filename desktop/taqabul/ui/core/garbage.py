"""Cyclic garbage is looked for on the window's thread alone.

Python looks for it in whichever thread makes one object too many. A worker holds no Qt object, but what it would find and
free may be one: a model, a timer or an item of a chart that a closed page left behind. Qt ends the process then.
"""

import gc
import sys
from collections.abc import Callable
from typing import Final
from weakref import WeakSet

from PySide6.QtCore import QObject, QTimer

LOOK_MS: Final = 50
_GROWTH: Final = 1.25
_GROWTH_AT_WORK: Final = 3
"""Everything is searched when so many times as many objects are held as after the last search of everything.

What a worker reads are millions of objects that are no garbage: to search them again and again stops the window for seconds.
"""


class GarbageCollector(QObject):
    """Does between two events, as often as is needed, what Python would do in any thread."""

    def __init__(self, parent: QObject | None = None, at_work: Callable[[], bool] = lambda: False) -> None:
        super().__init__(parent)
        self._at_work = at_work
        gc.disable()
        _ALIVE.add(self)
        self._held = sys.getallocatedblocks()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def close(self) -> None:
        """Leave it to Python again, once the threads of no window are at work any more."""
        self._timer.stop()
        _ALIVE.discard(self)
        if not _ALIVE:
            gc.enable()

    def _look(self) -> None:
        young, middle, old = (
            count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if not young:
            return
        growth = _GROWTH_AT_WORK if self._at_work() else _GROWTH
        if middle and old and sys.getallocatedblocks() >= self._held * growth:
            gc.collect()
            self._held = sys.getallocatedblocks()
        else:
            gc.collect(1 if middle else 0)


_ALIVE: Final[WeakSet[GarbageCollector]] = WeakSet()
