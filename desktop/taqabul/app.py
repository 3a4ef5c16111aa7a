"""Wires the parts: the log, the command line, and the window only where it is asked for."""

import logging
import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

from taqabul import paths
from taqabul.cli.application import run
from taqabul.domain.errors import AppError
from taqabul.text.discreet import DiscreetFormatter
from taqabul.workflow import window_system


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, which opens the window where no command is named; return the exit code."""
    return run(sys.argv[1:] if arguments is None else arguments, open_window, keep_log())


def open_window(location: str | None, files: list[Path]) -> int:
    """Open the window and return when it is closed; raises AppError where there can be none."""
    window_system.check_window()
    try:
        from taqabul.ui.application import run_window  # noqa: PLC0415  (Qt may be missing)
    except ImportError as error:
        if not _is_about_qt(error):
            raise
        raise AppError(f"The window cannot start: {error}.", window_system.remedy(error)) from error
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # until there is a window: it keeps what is typed first
    return run_window(location, files)


def keep_log() -> Path | None:
    """Send the program's log to a file of the user's; None where none can be written."""
    try:
        file = paths.logs() / "taqabul.log"
        if not os.access(file.parent, os.W_OK):
            return None
        handler = _PrivateLog(file, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("taqabul").addHandler(handler)
    return file


class _PrivateLog(RotatingFileHandler):
    """A log for its owner's eyes only."""

    def _open(self) -> TextIOWrapper:
        descriptor = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), self.encoding)


def _is_about_qt(error: ImportError) -> bool:
    """Whether Qt or a library of the system is missing, and not a module of ours."""
    name = error.name or ""
    return name.startswith(("PySide6", "shiboken6")) or ".so" in str(error)
