"""From a path to an open library: made where there is none, upgraded where it is older."""

import os
import re
from contextlib import closing, suppress
from pathlib import Path

from sqlalchemy import delete, false

from taqabul.domain.errors import LibraryError
from taqabul.storage import backups, schema, tables
from taqabul.storage.ciphering import connect_file, driver_errors, tried
from taqabul.storage.database import PATIENCE, Database, Transaction
from taqabul.storage.guarding import guard, strangers
from taqabul.storage.sqlite import connect
from taqabul.storage.troubles import explained
from taqabul.storage.versions import refuse_newer, sign

_FORMAT = re.compile(r"\d{4}")
_VERSION = re.compile(r"\d+(\.\w+)*")


def open_encrypted(path: Path, password: str | None) -> Database:
    """``open_database``, with the password of an encrypted library; None: with what is known. Raises LibraryLocked."""
    return tried(path, password, open_database)


def open_database(path: Path, patience: float = PATIENCE) -> Database:
    """The library at ``path``, ready for use; a new one where nothing is there yet.

    Raises LibraryError where that is not possible, NewerLibrary where a newer program wrote it. Then
    the file is as it was, and no new one is left behind.
    """
    made = _make_file(path)
    try:
        return _open(path, patience)
    except BaseException:
        if made:
            _remove(path)
        raise


def _make_file(path: Path) -> bool:
    if path.is_dir():
        raise LibraryError(f"{path} is a folder, not a library.", "Give the name of a file in it.")
    try:
        # SQLite gives the files it makes beside this one the same mode: for their owner only.
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        if path.exists() and not path.is_file():
            raise LibraryError(
                f"{path} is no file, but a device or a pipe.", "Give the name of a library, or of a new file."
            ) from None
        return False
    except FileNotFoundError:
        raise LibraryError(
            f"The folder {path.parent} does not exist.", "Make it first, or choose another place."
        ) from None
    except OSError as error:
        raise LibraryError(
            f"No library can be made at {path}: {error.strerror}.", "Choose a folder you may write to."
        ) from error
    return True


def _remove(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _open(path: Path, patience: float) -> Database:
    with explained(path):
        written_by = _schema_of(path)
    if written_by > schema.HEAD:
        refuse_newer(path, written_by, _version_needed(path))
    database = connect(path, patience)
    try:
        with database.write() as transaction:
            if written_by != schema.HEAD:
                _bring_up_to_date(path, transaction)
            # SQLite opens what it may not write for reading, and only says so when something is written.
            transaction.connection.execute(delete(tables.library_info).where(false()))
    except BaseException:
        database.close()
        raise
    return database


def _schema_of(path: Path) -> str:
    """The schema a file was written with, "" for an empty file; looks without changing anything."""
    with closing(connect_file(path)) as connection:
        guard(connection)
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        if not names:
            return ""
        if not {"alembic_version", "library_info"} <= names:
            raise LibraryError(
                f"{path} is a database, but not a library of Taqabul.",
                "Choose a library made by this program, or a new name to begin one.",
            )
        versions = connection.execute("SELECT version_num FROM alembic_version LIMIT 2").fetchall()
        known = [str(told) for (told,) in versions if _FORMAT.fullmatch(str(told))]
        if len(known) != 1 or len(versions) != 1:
            raise LibraryError(
                f"The library {path} does not say which format it has: it is damaged.",
                "Open a copy of it made earlier.",
            )
        if known[0] <= schema.HEAD and (strange := strangers(connection)):
            raise LibraryError(
                f"{path} holds what no library of Taqabul holds, and was not opened: {'; '.join(strange[:3])}.",
                "Another program put it there, perhaps to do harm. Ask whoever sent it for what taqabul export writes.",
            )
        return known[0]


def _version_needed(path: Path) -> str:
    """The version that can read a library whose schema this program does not know."""
    with suppress(*driver_errors()), closing(connect_file(path)) as connection:
        row = connection.execute("SELECT needs FROM library_info").fetchone()
        if row and isinstance(row[0], str) and _VERSION.fullmatch(row[0]):
            return f"Taqabul {row[0]} or a newer one"
    return "the newest Taqabul"


def _bring_up_to_date(path: Path, transaction: Transaction) -> None:
    """Make the tables or upgrade them, after a second look: another program may have done so."""
    written_by = _schema_of(path)
    if written_by == schema.HEAD:
        return
    if written_by:
        _keep_copy(path)
    from taqabul.storage import migrations  # noqa: PLC0415  (Alembic is slow to load and rarely needed)

    with explained(path):
        migrations.upgrade(transaction.connection)
    sign(transaction.connection, is_new=not written_by)


def _keep_copy(path: Path) -> None:
    """A copy of the library as it was before the upgrade."""
    try:
        backups.make(path, backups.Reason.UPGRADE)
    except (OSError, LibraryError) as error:
        raise LibraryError(
            f"The library {path} has to be upgraded, but no copy of it could be made first ({error}).",
            "Make room on the disk, or move the library to a folder you may write to; nothing was changed.",
        ) from error
