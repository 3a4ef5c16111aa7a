"""What a long session must not leave behind: stray words in any log, and anything that grows.

Used by ``soak.py`` and by the short session among the tests.
"""

import ctypes
import gc
import logging
import os
import sys
import threading
import warnings
from collections import Counter
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

OFFSCREEN = "This plugin does not support "
"""How the offscreen platform begins to say what only a real screen can do."""


KEPT = {"Step", "Message"}
"""What is meant to be kept: each step on the shelves can be undone, and messages are a module's, loaded when first wanted."""


class Listener(logging.Handler):
    """Hears what nobody should have to say: warnings in any log, exceptions nobody caught, Qt's messages."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def __enter__(self):
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning
        sys.excepthook = lambda kind, error, trace: self._tell("exception", error, trace)
        threading.excepthook = lambda args: self._tell("in a thread", args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self._tell("unraisable", args.exc_value, args.exc_traceback)
        warnings.showwarning = lambda message, *_rest, **_named: self.heard.append(f"warning: {message}")
        self._qt = qInstallMessageHandler(self._on_qt)
        logging.getLogger().addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        logging.getLogger().removeHandler(self)
        qInstallMessageHandler(self._qt)
        sys.excepthook, threading.excepthook, sys.unraisablehook, warnings.showwarning = self._before

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")

    def _tell(self, where: str, error: BaseException | None, trace: TracebackType | None) -> None:
        import traceback

        story = "".join(traceback.format_exception(error)) if error is not None else ""
        self.heard.append(f"{where}: {story}")

    def _on_qt(self, kind: QtMsgType, _context: object, text: str | None) -> None:
        if kind is not QtMsgType.QtDebugMsg and not str(text).startswith(OFFSCREEN):
            self.heard.append(f"Qt: {text}")


def clean_up() -> None:
    """Let go of everything that only waits to be let go of, as far as Qt, Python and the allocator can."""
    for _ in range(2):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    if trim is not None:
        trim(0)


def resident_mb() -> float:
    """The memory of this process that is in use."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def census() -> Counter[str]:
    """How many there are of everything that could leak: threads, files, processes, Qt's and our own objects."""
    found: Counter[str] = Counter()
    found["threads"] = len(list(Path("/proc/self/task").iterdir()))
    found["files"] = len(list(Path("/proc/self/fd").iterdir()))
    found["processes"] = len(children(os.getpid()))
    found["windows"] = len(QApplication.topLevelWidgets())
    found["widgets"] = len(QApplication.allWidgets())
    roots: list[QObject] = [*QApplication.topLevelWidgets(), QCoreApplication.instance()]
    objects = {shiboken6.getCppPointer(one)[0]: one for root in roots for one in root.findChildren(QObject)}
    found["objects of Qt"] = len(objects)
    found["timers"] = sum(isinstance(one, QTimer) for one in objects.values())
    for one in gc.get_objects():
        kind = type(one)
        if str(kind.__module__).startswith("taqabul.ui") and kind.__name__ not in KEPT:
            found[f"{kind.__module__}.{kind.__name__}"] += 1
    return found


def children(pid: int) -> list[int]:
    """The processes that a process started and that are still there."""
    found: list[str] = []
    ended = (FileNotFoundError, ProcessLookupError)  # as a process and a thread may while they are asked
    with suppress(*ended):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with suppress(*ended):
                found += (task / "children").read_text("ascii").split()
    return list(map(int, found))


def holders(thing: object) -> list[str]:
    """Who holds on to something, for the one who has to find out."""
    found = []
    for holder in gc.get_referrers(thing):
        if isinstance(holder, FrameType) or (isinstance(holder, list) and thing in holder[-1:]):
            continue
        beyond = [type(one).__qualname__ for one in gc.get_referrers(holder)][:4]
        told = getattr(holder, "__qualname__", "") or (list(holder)[:6] if isinstance(holder, dict) else "")
        found.append(f"{type(holder).__qualname__} {told} < {beyond}")
    return found


def growth(before: Counter[str], after: Counter[str]) -> dict[str, tuple[int, int]]:
    """What there is more of."""
    return {name: (before[name], count) for name, count in after.items() if count > before[name]}


def slope(points: list[tuple[float, float]]) -> float:
    """How much the second value grows with one of the first: the least-squares line."""
    n = len(points)
    if n < 2:
        return 0.0
    middle = [sum(axis) / n for axis in zip(*points, strict=True)]
    spread = sum((x - middle[0]) ** 2 for x, _ in points)
    return sum((x - middle[0]) * (y - middle[1]) for x, y in points) / spread if spread else 0.0
