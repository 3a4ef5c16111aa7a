"""A library in an SQLite file: how it is opened, and how its transactions begin."""

import sqlite3
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from taqabul.storage.ciphering import connect_file, driver, password_of
from taqabul.storage.database import PATIENCE, Database
from taqabul.storage.guarding import guard
from taqabul.storage.shares import share_of
from taqabul.storage.troubles import explained


def connect(path: Path, patience: float = PATIENCE) -> Database:
    """A database on a file that is a library already, or is empty."""
    url = URL.create("sqlite+pysqlite", database=str(path))
    # What an error tells goes into the log, where no text of anybody's shall stand.
    module = driver() if password_of(path) is not None else sqlite3
    engine = create_engine(
        url,
        module=module,
        creator=partial(connect_file, path, timeout=patience),
        hide_parameters=True,
    )
    event.listen(engine, "connect", _prepare_on_share if share_of(path) else _prepare)
    event.listen(engine, "begin", _begin)
    writing = engine.execution_options(taqabul_begin="BEGIN IMMEDIATE")
    return Database(engine, writing, partial(explained, path))


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
