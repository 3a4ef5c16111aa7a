"""Whole copies of a library's file, made while others may be at work in it."""

import contextlib
import os
from contextlib import closing
from pathlib import Path

from taqabul.storage.ciphering import connect_file, driver_errors, password_of, use_password
from taqabul.storage.troubles import explained


def copy_file(path: Path, to: Path) -> None:
    """Copy an SQLite file as it is at this moment; the copy is new and its owner's only.

    The file itself is opened for reading only; a copy of an encrypted one has its password. Raises LibraryError where it is none, OSError where the copy
    cannot be made.
    """
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    password = password_of(path)
    if password is not None:
        use_password(to, password)
    with explained(path), closing(connect_file(path, reading=True)) as old, closing(connect_file(to)) as new:
        old.backup(new)


def shrink(path: Path) -> None:
    """Give the room that nothing needs any more back to the disk; where there is none to do it in, leave it."""
    with contextlib.suppress(*driver_errors()), closing(connect_file(path)) as connection:
        connection.execute("VACUUM")
