"""Whether two files hold the same library."""

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

from taqabul.storage.ciphering import connect_file, password_of
from taqabul.storage.guarding import guard
from taqabul.storage.troubles import explained

_COUNTED_ON = ((24, 28), (92, 100))
"""Where SQLite's header counts changes and names its own version: that differs between files that hold the same."""


def reading(path: Path) -> sqlite3.Connection:
    """A connection to a file that may be a stranger's, for nothing but reading."""
    connection = connect_file(path, reading=True)
    guard(connection)
    return connection


def same(one: Path, other: Path) -> bool:
    """Whether they do, whenever they were written."""
    if password_of(one) is not None:  # what is encrypted twice differs in every page
        return password_of(other) is not None and rows_digest(one) == rows_digest(other)
    return one.stat().st_size == other.stat().st_size and _digest(one) == _digest(other)


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        head = bytearray(stream.read(100))
        for first, end in _COUNTED_ON:
            head[first:end] = bytes(end - first)
        found = hashlib.sha256(head)
        while portion := stream.read(1 << 20):
            found.update(portion)
    return found.hexdigest()


def rows_digest(path: Path) -> bytes:
    """A digest of all rows of all tables, whatever the file is like that holds them."""
    found = hashlib.sha256()
    with explained(path), closing(reading(path)) as connection:
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY name"
        for name, sql in connection.execute(query).fetchall():
            found.update(repr((name, sql)).encode())
            for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  (a name in our own file)
                found.update(repr(row).encode())
    return found.digest()
