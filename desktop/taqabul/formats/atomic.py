"""Files that are there whole or not at all: written beside their place, then renamed into it."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from taqabul.domain.errors import CannotWrite

_REASONS = {
    errno.ENOSPC: ("the disk is full", "Free some space, or choose a folder on another disk."),
    errno.EDQUOT: ("your share of the disk is used up", "Free some space, or choose another folder."),
    errno.EACCES: ("you may not write there", "Choose a folder of your own, or change its permissions."),
    errno.EPERM: ("you may not write there", "Choose a folder of your own, or change its permissions."),
    errno.EROFS: ("the disk can only be read", "Choose a folder on another disk."),
    errno.ENOENT: ("its folder does not exist", "Make the folder first, or choose another."),
    errno.ENOTDIR: ("its folder is a file", "Choose another folder."),
    errno.EISDIR: ("a folder has this name", "Choose another name."),
    errno.ENAMETOOLONG: ("its name is too long", "Choose a shorter name."),
}

_BESIDE = ".taqabul-*.part"


@contextmanager
def replacing(path: Path, mode: int = 0o666) -> Iterator[BinaryIO]:
    """A stream to write a file's new content to; it takes the file's place when the block ends well.

    ``mode`` says who may read a file that was not there, as far as this user lets others at all. Whatever goes wrong,
    the file that was there stays as it was, and nothing is left beside it but by a program that is killed. Raises
    CannotWrite where the system refuses.
    """
    try:
        place = _place(path)
        beside = place.with_name(_BESIDE.replace("*", secrets.token_hex(6)))
        try:
            with _created(beside, place, mode) as stream:
                yield stream
                stream.flush()
                os.fsync(stream.fileno())
            beside.replace(place)
        finally:
            with suppress(OSError):
                beside.unlink()
        _sync_folder(place.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def drop_unfinished(folder: Path) -> None:
    """Take away what programs that were killed left in a folder that nobody writes into now. Raises OSError."""
    for path in list(folder.glob(_BESIDE)):
        path.unlink()


def check_place(path: Path) -> None:
    """Raise CannotWrite where it is known beforehand that a file cannot be written there."""
    try:
        _place(path)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> CannotWrite:
    """The error for people, made from the system's."""
    known = _REASONS.get(error.errno or 0)
    reason, hint = known or (error.strerror or str(error), "Try another folder.")
    return CannotWrite(f"Cannot write {path}: {reason}.", hint)


def _place(path: Path) -> Path:
    """Where the file really is; raises OSError where no file can be put."""
    place = path.resolve()
    if not place.parent.is_dir():
        number = errno.ENOTDIR if place.parent.exists() else errno.ENOENT
        raise OSError(number, os.strerror(number))
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, "a folder has this name")
    if place.exists() and not place.is_file():
        raise OSError(errno.EINVAL, "it is a device or a pipe")
    if not os.access(place if place.exists() else place.parent, os.W_OK):
        raise PermissionError(errno.EACCES, "you may not write there")
    return place


def _created(beside: Path, like: Path, mode: int) -> BinaryIO:
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    stream = os.fdopen(descriptor, "wb")
    if like.exists():
        beside.chmod(like.stat().st_mode & 0o777)
    return stream


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some systems cannot open a folder, and the file is safe all the same."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
