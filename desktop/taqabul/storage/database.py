"""Opens a library file and gives transactions; turns the database's troubles into clear errors."""

import gc
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from taqabul.domain.bitext import Link
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.storage.guarding import guard
from taqabul.storage.shares import share_of
from taqabul.storage.troubles import explained

PATIENCE = 15.0
"""Seconds to wait for another program that is writing before giving up."""


@dataclass
class Transaction:
    """One consistent view of the library, and what was already read through it.

    While it lasts nobody else can change what it sees, so a record read once need not be read again.
    """

    connection: Connection
    links: dict[LinkId, Link] = field(default_factory=dict)
    paragraphs: dict[ParagraphId, Paragraph] = field(default_factory=dict)


class Database:
    """An open library file. Safe to share between threads: each transaction has its own connection."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that only reads; writers do not disturb it nor wait for it."""
        with explained(self.path), self._engine.begin() as connection:
            yield Transaction(connection)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A transaction that may write: the only one of its kind at a time, all of it or nothing."""
        with explained(self.path), undisturbed(), self._engine.connect() as connection:
            connection.execution_options(taqabul_begin="BEGIN IMMEDIATE")
            with connection.begin():
                yield Transaction(connection)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()


def connect(path: Path, patience: float = PATIENCE) -> Database:
    """A database on a file that is a library already, or is empty."""
    url = URL.create("sqlite+pysqlite", database=str(path))
    # What an error tells goes into the log, where no text of anybody's shall stand.
    engine = create_engine(url, connect_args={"timeout": patience}, hide_parameters=True)
    event.listen(engine, "connect", _prepare_on_share if share_of(path) else _prepare)
    event.listen(engine, "begin", _begin)
    return Database(path, engine)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Holds the garbage collector back.

    A whole document is a million small records without a cycle among them; to search them for cycles
    again and again while they come in takes as long as the work itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _prepare_on_share(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    _begin_connection(connection)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = EXTRA")


def _prepare(connection: sqlite3.Connection, _: ConnectionPoolEntry) -> None:
    _begin_connection(connection)
    connection.execute("PRAGMA journal_mode = WAL")
    # In WAL mode NORMAL loses nothing when the program is killed, FULL nothing when the power goes
    # either. It costs one fsync an edit, and edits come at a person's pace.
    connection.execute("PRAGMA synchronous = FULL")


def _begin_connection(connection: sqlite3.Connection) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver would say it too late
    guard(connection)
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("taqabul_begin", "BEGIN"))
