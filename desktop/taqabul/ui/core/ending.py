"""The program is asked to end from outside, when people log out or the machine goes down: what is typed is kept first."""

import signal
import socket
from collections.abc import Callable
from types import FrameType
from typing import Final

from PySide6.QtCore import QSocketNotifier

ASKING: Final = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)
"""What Windows does not know is left out."""


class Ending:
    """Calls ``close`` when the program is asked to end, between ``install`` and ``remove``; asked again, it ends at once.

    Python would only look at a signal when it has something to do, and Qt may be waiting: so it wakes a socket.
    """

    def __init__(self, close: Callable[[], None]) -> None:
        self._close = close
        self._hears, self._wakes = socket.socketpair()
        for one in (self._hears, self._wakes):
            one.setblocking(False)
        self._notifier = QSocketNotifier(self._hears.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._on_activated)
        # What is ignored stays so: nohup has a program outlive its terminal.
        self._before = {one: found for one in ASKING if (found := signal.getsignal(one)) != signal.SIG_IGN}
        self._woken = -1

    def install(self) -> None:
        """Be asked from now on. For the main thread."""
        self._woken = signal.set_wakeup_fd(self._wakes.fileno(), warn_on_full_buffer=False)
        for one in self._before:
            signal.signal(one, _heard)

    def remove(self) -> None:
        """Give everything back to whoever had it before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._woken)
        for one, before in self._before.items():
            signal.signal(one, before)
        self._hears.close()
        self._wakes.close()

    def _on_activated(self) -> None:
        if not self._before.keys() & set(self._hears.recv(64)):
            return
        for one in self._before:
            signal.signal(one, signal.SIG_DFL)
        self._close()


def _heard(_number: int, _frame: FrameType | None) -> None:
    """The socket tells it; without a handler of its own the signal would end the program."""
