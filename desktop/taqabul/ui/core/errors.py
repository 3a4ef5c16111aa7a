"""Two families of error: those for people become a message, bugs go to the log and a report."""

import logging
import platform
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as qt_version

from taqabul import paths
from taqabul.domain.errors import LibraryError
from taqabul.text.discreet import discreet

LOG_NAME = "taqabul.log"
_log = logging.getLogger("taqabul")


def log_file() -> Path:
    """Where the log is written."""
    return paths.logs() / LOG_NAME


def report_of(error: BaseException) -> str:
    """What a person can send us about a bug: versions and the traceback, none of their text."""
    return f"Python {platform.python_version()}, Qt {qt_version}, {platform.platform()}\n\n{discreet(error)}"


class BugHook:
    """Stands in for ``sys.excepthook``: writes the traceback to the log, then shows a report.

    A library may fail wherever it is read, a server's above all: that is no bug, and goes to ``tell`` instead.
    """

    def __init__(self, show: Callable[[str], None], tell: Callable[[LibraryError], None]) -> None:
        self._show, self._tell = show, tell
        self._showing = False
        self._before = sys.excepthook

    def install(self) -> None:
        """Catch what nobody caught."""
        self._before = sys.excepthook
        sys.excepthook = self

    def remove(self) -> None:
        """Give the hook back to whoever had it before."""
        sys.excepthook = self._before

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log the bug and show it once, even when showing it fails too."""
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error, trace)
            return
        if isinstance(error, LibraryError):
            self._tell(error)
            return
        _log.error("A bug", exc_info=(kind, error, trace))
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report_of(error))
        finally:
            self._showing = False
