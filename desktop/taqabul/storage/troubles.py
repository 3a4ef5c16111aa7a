"""Tells the database's troubles people can do something about (full, locked, broken) from bugs."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from taqabul.domain.errors import LibraryError
from taqabul.storage.ciphering import driver_errors, locked, looks_encrypted

_BUSY = (
    "The library {path} is in use by another program.",
    "Wait until it is done, or close it; nothing was changed.",
)
_READ_ONLY = (
    "The library {path} cannot be written.",
    "Every step is saved at once: make the file and its folder writable, or open a copy elsewhere.",
)
_BROKEN = (
    "The library {path} is damaged.",
    "Open a copy of it made earlier, or import the texts again into a new library.",
)
_TROUBLES = {
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_CORRUPT: _BROKEN,
    sqlite3.SQLITE_FULL: (
        "There is no room left for the library {path}.",
        "Free some space on the disk and try again; nothing was changed.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The library {path} cannot be read or written: the disk reports an error.",
        "See that the disk is connected and has room, then try again.",
    ),
    sqlite3.SQLITE_NOTADB: (
        "{path} is not a library.",
        "Choose a library made by this program, or a name that does not exist yet to begin a new one.",
    ),
}


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Raises LibraryError in the place of a trouble people can do something about."""
    try:
        yield
    except DBAPIError as error:
        raise _explanation(error.orig, path) or error from error
    except driver_errors() as error:
        raise _explanation(error, path) or error from error


def _explanation(error: BaseException | None, path: Path) -> LibraryError | None:
    primary_code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary_code not in _TROUBLES:
        return None
    if primary_code == sqlite3.SQLITE_NOTADB and looks_encrypted(path):
        return locked(path)
    message, hint = _TROUBLES[primary_code]
    return LibraryError(message.format(path=path), hint)
