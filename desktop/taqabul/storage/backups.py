"""Copies of a library that are made by themselves, where they lie, and which of them stay.

They lie in a folder beside the library, each a library of its own, for its owner only. Two that hold the same are
never kept.
"""

import os
import re
import sqlite3
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from taqabul.domain.errors import LibraryError, LibraryLocked
from taqabul.storage.ciphering import COPIES, connect_file, driver_errors, password_of
from taqabul.storage.database import PATIENCE
from taqabul.storage.guarding import strangers
from taqabul.storage.sameness import reading, same
from taqabul.storage.troubles import explained

DAYS, WEEKS, LATEST = 7, 4, 3
"""Of the last so many days and weeks with any copies the newest stays, and of each reason so many of the latest."""

_NAME = re.compile(r"(\d{8}T\d{6}Z)-(\w+?)(?:-\d+)?\.db")
_PAUSE = 0.25
_STAMP = "%Y%m%dT%H%M%SZ"


class Reason(StrEnum):
    """Why a copy was made."""

    DAILY = "daily"
    UPGRADE = "upgrade"
    BEFORE = "before"
    RESTORE = "restore"
    ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a library as it was at a moment."""

    path: Path
    at: datetime
    reason: Reason
    size: int


def folder_of(library: Path) -> Path:
    """Where the copies of a library lie."""
    return library.with_name(library.name + COPIES)


def copies(library: Path) -> list[Copy]:
    """The copies of a library, the newest first; what else lies in their folder is passed over."""
    try:
        found = [_copy(path) for path in folder_of(library).iterdir()]
    except OSError:
        return []
    whole = [one for one in found if one is not None]
    return sorted(whole, key=lambda one: (one.at, one.path.stat().st_mtime_ns), reverse=True)


def make(library: Path, reason: Reason) -> Copy | None:
    """Copy a library as it is at this moment, while others may be at work in it; None where the latest copy is the same.

    Raises LibraryError where the library cannot be read, OSError where the copy cannot be made; nothing is left then.
    """
    folder = folder_of(library)
    folder.mkdir(mode=0o700, exist_ok=True)
    at = datetime.now(UTC).replace(microsecond=0)
    part = folder / f".{os.getpid()}-{at.strftime(_STAMP)}.part"
    try:
        _write(library, part)
        latest = next(iter(copies(library)), None)
        if reason is not Reason.ASKED and latest is not None and same(part, latest.path):
            return None
        place = _free_name(folder, at, reason)
        part.rename(place)
        _sync(folder)
    finally:
        part.unlink(missing_ok=True)
        part.with_name(f"{part.name}-journal").unlink(missing_ok=True)
    for one in going(copies(library)):
        with suppress(OSError):
            one.path.unlink()
    return Copy(place, at, reason, place.stat().st_size)


def going(kept: Sequence[Copy]) -> list[Copy]:
    """Which of the copies, the newest first, give way; by their own times alone, whatever the clock says now."""
    staying: set[Path] = {one.path for one in kept if one.reason is Reason.ASKED}
    for reason in Reason:
        staying.update(one.path for one in [one for one in kept if one.reason is reason][:LATEST])
    for per, how_many in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS)):
        newest: dict[str, Path] = {}
        for one in kept:
            newest.setdefault(one.at.strftime(per), one.path)
        staying.update(list(newest.values())[:how_many])
    return [one for one in kept if one.path not in staying]


def put_back(library: Path, copy: Path) -> None:
    """Have a library hold what a copy holds: in one step of the database, or not at all.

    Other programs that have it open see it change. A library too damaged for that is replaced as a file. Raises
    LibraryError.
    """
    with explained(copy), closing(reading(copy)) as source:
        damage = source.execute("PRAGMA quick_check(1)").fetchone()[0]
        if damage != "ok":
            raise LibraryError(f"The copy {copy} is damaged.", "Choose another.")
        if strangers(source):
            raise LibraryError(f"{copy} holds what no library of Taqabul holds.", "Choose another.")
    if (password_of(copy) is None) != (password_of(library) is None):
        raise LibraryError(
            f"Of {copy.name} and the library one is encrypted, the other not.",
            "taqabul encrypt and taqabul decrypt make the one of the other.",
        )
    try:
        _pour(copy, library)
    except LibraryLocked:  # the copy has its password: it is damaged
        _replace(copy, library)
    except (*driver_errors(), LibraryError) as error:  # type: ignore[misc]
        if getattr(error, "sqlite_errorcode", 0) & 0xFF not in (
            sqlite3.SQLITE_NOTADB,
            sqlite3.SQLITE_CORRUPT,
        ):
            with explained(library):
                raise
        _replace(copy, library)


def keep_as_file(library: Path) -> Copy:
    """Copy a library that SQLite cannot read any more byte by byte. Raises OSError."""
    folder = folder_of(library)
    folder.mkdir(mode=0o700, exist_ok=True)
    at = datetime.now(UTC).replace(microsecond=0)
    place = _free_name(folder, at, Reason.RESTORE)
    _copy_bytes(library, place)
    return Copy(place, at, Reason.RESTORE, place.stat().st_size)


def _write(library: Path, to: Path) -> None:
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        with explained(library), closing(reading(library)) as old, closing(connect_file(to)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode = DELETE")  # one file, which needs no other to be read
    except LibraryError as error:
        if getattr(error.__cause__, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
        ):
            raise OSError(f"{error.__cause__}") from error
        raise
    with to.open("rb+") as stream:
        os.fsync(stream.fileno())


def _pour(copy: Path, library: Path) -> None:
    with closing(reading(copy)) as source, closing(connect_file(library, timeout=PATIENCE)) as target:
        target.isolation_level = None
        target.execute("PRAGMA synchronous = FULL")
        # Whoever is writing is waited for here, and not for ever, as the driver does while it copies.
        target.execute("BEGIN IMMEDIATE")
        target.execute("ROLLBACK")
        tries = iter(range(int(PATIENCE / _PAUSE)))

        def waited(_status: int, remaining: int, _total: int) -> None:
            if remaining and next(tries, None) is None:
                raise LibraryError(
                    f"The library {library} is in use by another program.",
                    "Close it there; nothing was changed.",
                )

        source.backup(target, progress=waited, sleep=_PAUSE)


def _replace(copy: Path, library: Path) -> None:
    part = library.with_name(f".{library.name}.part")
    part.unlink(missing_ok=True)
    _copy_bytes(copy, part)
    for suffix in ("-wal", "-shm", "-journal"):
        library.with_name(library.name + suffix).unlink(missing_ok=True)
    part.replace(library)
    _sync(library.parent)


def _copy_bytes(one: Path, to: Path) -> None:
    with (
        one.open("rb") as source,
        os.fdopen(os.open(to, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target,
    ):
        while portion := source.read(1 << 20):
            target.write(portion)
        target.flush()
        os.fsync(target.fileno())


def _copy(path: Path) -> Copy | None:
    name = _NAME.fullmatch(path.name)
    if name is None or name[2] not in set(Reason):
        return None
    at = datetime.strptime(name[1], _STAMP).replace(tzinfo=UTC)
    return Copy(path, at, Reason(name[2]), path.stat().st_size)


def _free_name(folder: Path, at: datetime, reason: Reason) -> Path:
    names = (
        f"{at.strftime(_STAMP)}-{reason}{again}.db" for again in ("", *(f"-{k}" for k in range(2, 1000)))
    )
    return next(folder / name for name in names if not (folder / name).exists())


def _sync(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
