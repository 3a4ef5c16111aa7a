"""Whole copies of a library's file, made while others may be at work in it."""

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from taqabul.storage.troubles import explained


def copy_file(path: Path, to: Path) -> None:
    """Copy an SQLite file as it is at this moment; the copy is new and its owner's only.

    The file itself is opened for reading only. Raises LibraryError where it is none, OSError where the copy
    cannot be made.
    """
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    uri = f"{path.absolute().as_uri()}?mode=ro"
    with explained(path), closing(sqlite3.connect(uri, uri=True)) as old, closing(sqlite3.connect(to)) as new:
        old.backup(new)


def shrink(path: Path) -> None:
    """Give the room that nothing needs any more back to the disk; where there is none to do it in, leave it."""
    with contextlib.suppress(sqlite3.OperationalError), closing(sqlite3.connect(path)) as connection:
        connection.execute("VACUUM")
