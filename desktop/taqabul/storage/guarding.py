"""A library file may be a stranger's: nothing that stands in it may run, and nothing be written outside of it.

SQLite keeps more in a file than tables. Triggers, views, virtual tables, computed columns and conditions run what
their author wrote when somebody reads or writes; libraries of ours have none, so a file that has any is refused.
"""

import re
import sqlite3
import sys
from collections.abc import Iterator
from typing import Any

from taqabul.storage.tables import Row

_OF_SQLITE = re.compile(r"sqlite_(autoindex_.+|sequence|stat\d)")
_COMPUTED = re.compile(r"\b(CHECK|GENERATED)\b", re.IGNORECASE)
_VIRTUAL = re.compile(r"\s*CREATE\s+VIRTUAL\b", re.IGNORECASE)
_CONSTANT = re.compile(r"'(?:[^']|'')*'|-?\d+(\.\d+)?|NULL", re.IGNORECASE)
_EXPRESSION = -2
_NAMED = re.compile(r"[\w .-]{1,60}")


def guard(connection: Any) -> None:  # noqa: ANN401 - a connection of SQLite's or SQLCipher's driver
    """Let nothing in the file act of itself, and no other file be reached through it."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if not isinstance(connection, sqlite3.Connection):
        connection.set_authorizer(_no_other_file)  # SQLCipher's driver knows no limits
        return
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)


def _no_other_file(action: int, *_: str | None) -> int:
    return (
        sqlite3.SQLITE_DENY if action in (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH) else sqlite3.SQLITE_OK
    )


def strangers(connection: sqlite3.Connection) -> list[str]:
    """What stands in the file that no library of ours has, in words; nothing of it is run to find out."""
    return sorted(_strangers(connection))


def _strangers(connection: sqlite3.Connection) -> Iterator[str]:
    tables = {"alembic_version", *Row.metadata.tables}
    indexes = {index.name for table in Row.metadata.tables.values() for index in table.indexes}
    found = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    for kind, name, of, sql in found:
        told = f"{_printable(kind)} {_printable(name)}"
        if isinstance(name, str) and _OF_SQLITE.fullmatch(name) and kind in ("table", "index"):
            continue
        if kind == "table" and name in tables and isinstance(sql, str):
            yield from (f"{told}: {fault}" for fault in _table_faults(connection, name, sql))
        elif kind == "index" and name in indexes and of in tables and isinstance(sql, str):
            yield from (f"{told}: {fault}" for fault in _index_faults(connection, name, sql))
        else:
            yield told


def _table_faults(connection: sqlite3.Connection, name: str, sql: str) -> Iterator[str]:
    if _VIRTUAL.match(sql):
        yield "is virtual"
        return
    if _COMPUTED.search(sql):
        yield "computes"
    for _, column, _, _, default, _, hidden in connection.execute(f'PRAGMA table_xinfo("{name}")'):
        if hidden:
            yield f"column {_printable(column)} is computed"
        if default is not None and not _CONSTANT.fullmatch(default):
            yield f"column {_printable(column)} begins with what is computed"


def _index_faults(connection: sqlite3.Connection, name: str, sql: str) -> Iterator[str]:
    columns = connection.execute(f'PRAGMA index_xinfo("{name}")').fetchall()
    if any(place == _EXPRESSION for _, place, *_ in columns):
        yield "computes"
    _, _, condition = sql.upper().partition(" WHERE ")
    if "(" in condition:
        yield "computes"


def _printable(name: object) -> str:
    """A name that may be shown: it is a stranger's too."""
    return name if isinstance(name, str) and _NAMED.fullmatch(name) else "of an odd name"
