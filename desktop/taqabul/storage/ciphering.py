"""Library files that are encrypted as a whole, by SQLCipher: told from others, opened with their password, made.

Passwords and what is derived from them stay in this process's memory. A copy that lies in the folder of copies of a library
has its password.
"""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Any, Final, TypeVar

from taqabul.domain.errors import LibraryError, LibraryLocked

Read = TypeVar("Read")

COPIES: Final = ".backups"
_PLAIN: Final = b"SQLite format 3\0"
_ROUNDS: Final = 256_000
_PAGE: Final = 4_096
_EVEN: Final = 200
"""Values that a page of noise has of the 256 there are, at the least."""

_passwords: dict[Path, str] = {}
_salts: dict[Path, bytes] = {}
_derived: dict[tuple[str, bytes], str] = {}
_lock = Lock()


def use_password(path: Path, password: str) -> None:
    """The library at a place is encrypted, or will be, with this password."""
    with _lock:
        _passwords[path.absolute()] = password
        _salts.pop(path.absolute(), None)


def forget_password(path: Path) -> None:
    """The library at a place is not encrypted, or has another password."""
    with _lock:
        _passwords.pop(path.absolute(), None)


def tried(path: Path, password: str | None, read: Callable[[Path], Read]) -> Read:
    """What ``read`` gives of a file with this password, which is forgotten where it does not open it; None: with what is known."""
    if password is None:
        return read(path)
    use_password(path, password)
    try:
        return read(path)
    except LibraryLocked:
        forget_password(path)
        raise


def password_of(path: Path) -> str | None:
    """The password of a file, as far as it is known."""
    place = path.absolute()
    with _lock:
        if place in _passwords:
            return _passwords[place]
        folder = place.parent
        if folder.name.endswith(COPIES):
            known = _passwords.get(folder.with_name(folder.name.removesuffix(COPIES)))
            # Copies made before the library was encrypted are as they were. Nobody works in a copy: it may be looked into.
            return None if known is None or _head(place).startswith(_PLAIN) else known
    return None


def looks_encrypted(path: Path) -> bool:
    """Whether a file that SQLite cannot read may be an encrypted library: whole pages, of noise."""
    with suppress(OSError):
        size = path.stat().st_size
        head = _head(path)
        return size >= _PAGE and size % _PAGE == 0 and len(set(head)) >= _EVEN
    return False


def connect_file(path: Path, *, reading: bool = False, timeout: float = 5.0) -> sqlite3.Connection:
    """A connection to a file, decrypted where its password is known; ``reading``: for nothing else.

    Raises LibraryLocked where the password is another's, and the driver's errors.
    """
    password = password_of(path)
    uri = f"{path.absolute().as_uri()}?mode={'ro' if reading else 'rwc'}"
    if password is None:
        return sqlite3.connect(uri, uri=True, timeout=timeout, check_same_thread=False)
    return _opened(path, uri, password, timeout)


def _opened(path: Path, uri: str, password: str, timeout: float) -> sqlite3.Connection:
    place = path.absolute()
    salt = _salts.get(place)
    connection: sqlite3.Connection = driver().connect(uri, uri=True, timeout=timeout, check_same_thread=False)
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = {_quoted(password) if salt is None else _key(password, salt)}")
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] and salt is None:
            # Never read from the file: to close it would take away the locks of whoever works in it.
            _salts[place] = bytes.fromhex(connection.execute("PRAGMA cipher_salt").fetchone()[0])
    except driver().Error as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_NOTADB:
            raise
        if _salts.pop(place, None) is not None:  # another file may have taken its place
            return _opened(path, uri, password, timeout)
        raise locked(path, wrong=True) from None
    return connection


def locked(path: Path, *, wrong: bool = False) -> LibraryLocked:
    """What is said of a library that its password does not open, or that none was given for."""
    if wrong:
        return LibraryLocked(
            f"This password does not open {path}.",
            "Give the one it was encrypted with. Where you are sure of it the file is damaged: open a copy of it.",
        )
    return LibraryLocked(
        f"{path} is encrypted, or no library.",
        "Its password is asked for in the window and on a terminal, or taken from the system's keyring.",
    )


def driver() -> Any:  # noqa: ANN401 - an extra, without types
    """SQLCipher's own sqlite3; raises LibraryError where it is not installed."""
    if not is_installed():
        raise LibraryError(
            "Encrypted libraries need SQLCipher, which is not installed.",
            "Install it with: pip install 'taqabul[encrypted]'",
        )
    from sqlcipher3 import dbapi2  # noqa: PLC0415 - an extra

    return dbapi2


def is_installed() -> bool:
    """Whether encrypted libraries can be opened."""
    return find_spec("sqlcipher3") is not None


def driver_errors() -> tuple[type[Exception], ...]:
    """The errors of all drivers that may be in use."""
    return (sqlite3.Error, driver().Error) if _passwords and is_installed() else (sqlite3.Error,)


def rewrite(path: Path, to: Path, password: str | None) -> None:
    """Write what a library holds into a new file, encrypted with a password, or plain; the library stays as it is.

    Nobody else writes meanwhile. Neither may be open in this process. Raises LibraryError, OSError and the driver's errors.
    """
    module = driver()
    held = password_of(path)
    os.close(os.open(to, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(module.connect(str(to), isolation_level=None)) as made:
        made.execute("PRAGMA cipher_log_level = NONE")
        if password is not None:
            made.execute(f"PRAGMA key = {_quoted(password)}")
        made.execute("PRAGMA synchronous = FULL")
        made.execute(f"ATTACH {_quoted(str(path))} AS old KEY {_quoted(held or '')}")
        made.execute("BEGIN IMMEDIATE")
        made.execute("SELECT sqlcipher_export('main', 'old')")
        for name in ("user_version", "application_id"):
            value = int(made.execute(f"PRAGMA old.{name}").fetchone()[0])
            made.execute(f"PRAGMA main.{name} = {value}")
        made.execute("COMMIT")


def _key(password: str, salt: bytes) -> str:
    """The key itself: to derive it takes a fifth of a second, and each connection asks."""
    if (password, salt) not in _derived:
        key = hashlib.pbkdf2_hmac("sha512", password.encode(), salt, _ROUNDS, 32)
        _derived[password, salt] = f"\"x'{key.hex()}{salt.hex()}'\""
    return _derived[password, salt]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return stream.read(_PAGE)
    except OSError:
        return b""
