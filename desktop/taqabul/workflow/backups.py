"""Copies of the library: made once a day and before what cannot be undone, listed, brought back."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from taqabul.domain.errors import AppError, LibraryError
from taqabul.storage import backups, documents, inspection
from taqabul.storage.backups import Copy, Reason, folder_of
from taqabul.workflow.library import Library, library_path, open_library


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy and what it holds; ``fault`` says why it cannot be used, where it cannot."""

    copy: Copy
    documents: int
    bitexts: int
    edits: int
    schema: str
    fault: str = ""


def folder(library: Library) -> Path:
    """Where the copies lie; raises InvalidInput where a server keeps the library."""
    return folder_of(library_path(library.location))


def keep_daily(library: Library) -> Copy | None:
    """Copy the library unless that was done today, or nothing is in it, or nothing changed since the last copy.

    What a server keeps is copied by the server's own means. Raises LibraryError.
    """
    if library.file is None:
        return None
    with library.database.read() as transaction:
        if not documents.read_documents(transaction):
            return None
    today = datetime.now(UTC).date()
    if any(one.at.date() == today for one in backups.copies(library.file)):
        return None
    return keep(library, Reason.DAILY)


def keep(library: Library, reason: Reason = Reason.BEFORE) -> Copy | None:
    """Copy the library as it is; None where the latest copy holds the same, or a server keeps it.

    Raises LibraryError where it cannot be, InvalidInput where a copy is asked for of what a server keeps.
    """
    if reason is Reason.ASKED:
        library_path(library.location)
    path = library.file
    if path is None:
        return None
    try:
        return backups.make(path, reason)
    except OSError as error:
        raise _no_copy(path, error) from error


def list_copies(location: Path) -> list[Kept]:
    """The copies of a library with what they hold, the newest first; each is looked into."""
    return [_looked_into(one) for one in backups.copies(location)]


def choose(location: Path, name: str) -> Path:
    """The copy of that name, or the file of that path. Raises LibraryError where there is none."""
    beside = backups.folder_of(location) / name
    path = beside if beside.is_file() else Path(name).expanduser()
    if not path.is_file():
        raise LibraryError(f"There is no copy {name}.", "taqabul backup --list shows those there are.")
    return path


def restore(location: Path, copy: Path) -> Copy | None:
    """Have the library hold what a copy holds; what it held is kept as a copy of its own, which comes back.

    None where the latest copy held that already. A copy that an older program made is brought up to date. Raises
    LibraryError, and then the library is as it was.
    """
    opened = _checked(copy)
    try:
        before = _kept_before(location)
    except OSError as error:
        raise _no_copy(location, error) from error
    backups.put_back(location, opened)
    open_library(location).close()
    return before


def _kept_before(location: Path) -> Copy | None:
    if not location.exists():
        return None
    try:
        return backups.make(location, Reason.RESTORE) or backups.copies(location)[0]
    except LibraryError:
        return backups.keep_as_file(location)


def _checked(copy: Path) -> Path:
    state = inspection.inspect(copy)
    if state.faults:
        raise LibraryError(f"The copy {copy} is damaged.", "Choose another.")
    if state.schema > state.known_schema:
        raise LibraryError(f"The copy {copy} was written by a newer Taqabul.", "Install that to use it.")
    return copy


def _looked_into(one: Copy) -> Kept:
    try:
        state = inspection.inspect(one.path)
    except AppError as error:
        return Kept(one, 0, 0, 0, "", error.message.replace(str(one.path), one.path.name))
    counts = state.counts
    return Kept(
        one,
        counts["documents"],
        counts["bitexts"],
        counts["edits"],
        state.schema,
        "; ".join(state.faults[:1]),
    )


def _no_copy(path: Path, error: OSError) -> LibraryError:
    return LibraryError(
        f"No copy of the library could be made in {backups.folder_of(path)}: {error.strerror or error}.",
        "Make room on the disk, or make that folder writable; nothing was changed.",
    )


__all__ = [
    "Copy",
    "Kept",
    "Reason",
    "choose",
    "folder",
    "folder_of",
    "keep",
    "keep_daily",
    "list_copies",
    "restore",
]
