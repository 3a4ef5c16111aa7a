"""Looks at a library file without opening it for work: nothing is made, upgraded or changed."""

from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from taqabul.domain.errors import LibraryError
from taqabul.storage import schema
from taqabul.storage.ciphering import connect_file
from taqabul.storage.guarding import guard
from taqabul.storage.troubles import explained

_COUNTED = {
    "documents": "document",
    "bitexts": "bitext",
    "links": "link",
    "notes": "note",
    "edits": "journal",
}
_COUNTED_LATER = {"remembered vectors": "vector", "annotations": "annotation", "claims": "claim"}
"""What libraries of the first format have not."""


@dataclass(frozen=True, slots=True)
class LibraryState:
    """What a library file holds. ``faults`` are SQLite's own words on what is broken in it."""

    schema: str
    known_schema: str
    faults: tuple[str, ...]
    counts: dict[str, int]


def inspect(path: Path) -> LibraryState:
    """The state of the library at ``path``; raises LibraryError where it is none or cannot be read."""
    with (
        explained(path),
        closing(connect_file(path, reading=True)) as connection,
    ):
        guard(connection)
        if connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'view' LIMIT 1").fetchone():
            raise LibraryError(f"{path} is not a library of Taqabul.", "Choose another file.")
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not {"alembic_version", *_COUNTED.values()} <= tables:
            raise LibraryError(f"{path} is not a library of Taqabul.", "Choose another file.")
        version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        faults = [text for (text,) in connection.execute("PRAGMA integrity_check(5)") if text != "ok"]
        strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        faults += [
            f"a row of {table} points to a row of {parent} that is not there"
            for table, _, parent, _ in strays[:5]
        ]
        counts = {
            name: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608  (ours)
            for name, table in (_COUNTED | _COUNTED_LATER).items()
            if table in tables
        }
    return LibraryState(str(version[0]) if version else "", schema.HEAD, tuple(faults), counts)
