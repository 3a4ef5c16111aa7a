"""A library as a new file, encrypted or plain again; the one there is stays as it is."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from taqabul.domain.errors import InvalidInput, LibraryError, LibraryLocked
from taqabul.formats.atomic import cannot_write
from taqabul.storage import ciphering, inspection, sameness
from taqabul.storage.troubles import explained
from taqabul.workflow.library import Library, open_library
from taqabul.workflow.passwords import AskPassword, let_in, remember


def encrypt(
    location: Path, to: Path, password: str, ask: AskPassword | None = None, *, keep: bool = False
) -> bool:
    """Write a library into a new file that only its password opens; ``keep``: the system's keyring shall remember that.

    An encrypted library has another password there. False where there is no keyring to remember it. Raises
    LibraryError, CannotWrite, and InvalidInput where the password is empty.
    """
    if not password:
        raise InvalidInput("An empty password protects nothing.", "Choose one that nobody guesses.")
    _written(location, to, password, ask)
    return not keep or remember(to, password)


def decrypt(location: Path, to: Path, ask: AskPassword | None = None) -> None:
    """Write an encrypted library into a new file that everybody can read who gets it. Raises as ``encrypt``."""
    _written(location, to, None, ask)


def is_encrypted(library: Library) -> bool:
    """Whether an open library is encrypted."""
    return library.file is not None and ciphering.password_of(library.file) is not None


def rewrite_beside(library: Library, to: Path, password: str | None, *, keep: bool = False) -> bool:
    """``encrypt``, or without a password ``decrypt``, for a library that is open here: in a process of its own.

    Two drivers in one process would take each other's locks away.
    """
    if library.file is None:
        raise InvalidInput(
            f"The library {library.location} is on a server.", "Its keeper encrypts its disks."
        )
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        held = ciphering.password_of(library.file)
        return pool.submit(_rewritten, library.file, held, to, password, keep).result()


def _rewritten(location: Path, held: str | None, to: Path, password: str | None, keep: bool) -> bool:
    if held is not None:
        ciphering.use_password(location, held)
    if password is not None:
        return encrypt(location, to, password, keep=keep)
    decrypt(location, to)
    return True


def unlock_copy(location: Path, copy: Path, ask: AskPassword | None = None) -> None:
    """Have the password known of a library that a copy is to be brought back into; the copy tells whether it is right.

    Raises LibraryLocked where it is not.
    """

    def looked_into(password: str | None) -> None:
        if password is not None:
            for path in (location, copy):
                ciphering.use_password(path, password)
        try:
            inspection.inspect(copy)
        except LibraryLocked:
            for path in (location, copy):
                ciphering.forget_password(path)
            raise

    let_in(location, looked_into, ask)


def _written(location: Path, to: Path, password: str | None, ask: AskPassword | None) -> None:
    ciphering.driver()
    open_library(location, ask_password=ask).close()  # it is one of ours, and of this version
    if to.exists():
        raise LibraryError(f"{to} is there already.", "Name a file that is not there yet.")
    try:
        if password is not None:
            ciphering.use_password(to, password)
        with explained(to):
            ciphering.rewrite(location, to, password)
        _compare(location, to)
    except BaseException as error:
        for suffix in ("", "-journal", "-wal", "-shm"):
            to.with_name(to.name + suffix).unlink(missing_ok=True)
        ciphering.forget_password(to)
        if isinstance(error, OSError):
            raise cannot_write(to, error) from error
        raise


def _compare(location: Path, to: Path) -> None:
    if sameness.rows_digest(location) != sameness.rows_digest(to):
        raise LibraryError(
            f"The library {location} was changed meanwhile.", "Close it in other programs, and try again."
        )
