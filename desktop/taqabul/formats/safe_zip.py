"""Archives from strangers: bounded, read in memory, never unpacked to disk."""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Final

from taqabul.domain.errors import UnreadableFile

MOST_MEMBERS: Final = 10_000
MOST_BYTES: Final = 256 * 1024 * 1024
"""What all members together may unpack to, by what they say and by what they do."""
MOST_RATIO: Final = 200
"""A member that unpacks to so many times its size, and is not small, is a bomb."""
_SMALL: Final = 1024 * 1024
_METHODS: Final = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""What documents are packed by; others may ask for memory without end."""
_DAMAGE: Final = (
    zipfile.BadZipFile, struct.error, ValueError, OverflowError, EOFError, OSError, NotImplementedError
)  # fmt: skip
_HINT: Final = "Get the file anew from where it comes, or save it again in the program that wrote it."


class Archive:
    """The members of an archive by their names; what is read counts towards the bound."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name, self._left = archive, name, MOST_BYTES
        self.names: Final = frozenset(one.filename for one in archive.infolist() if not one.is_dir())

    def __contains__(self, member: str) -> bool:
        return member in self.names

    def read(self, member: str) -> bytes:
        """A member's bytes. Raises UnreadableFile where it is missing, damaged, locked or too large."""
        try:
            if self._archive.getinfo(member).compress_type not in _METHODS:
                raise NotImplementedError(member)
            with self._archive.open(member) as opened:
                data = opened.read(self._left + 1)
        except KeyError as error:
            raise UnreadableFile(f"“{self._name}” lacks its part {member}.", _HINT) from error
        except (*_DAMAGE, zlib.error) as error:
            raise UnreadableFile(f"“{self._name}” is damaged: {member} cannot be read.", _HINT) from error
        except RuntimeError as error:
            raise UnreadableFile(
                f"“{self._name}” is locked by a password.", "Take the password off and import it again."
            ) from error
        self._left -= len(data)
        if self._left < 0:
            raise _bomb(self._name)
        return data


@contextmanager
def open_zip(data: bytes, name: str) -> Iterator[Archive]:
    """An archive in memory. ``name`` is the file's, for messages. Raises UnreadableFile."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableFile(f"“{name}” is damaged: it is not the archive it should be.", _HINT) from error
    with archive:
        members = archive.infolist()
        too_many = len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_BYTES
        if too_many or any(_is_bomb(one) for one in members):
            raise _bomb(name)
        yield Archive(archive, name)


def _is_bomb(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _SMALL and member.file_size > MOST_RATIO * max(1, member.compress_size)


def _bomb(name: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” would unpack to far more than a text holds, and was not opened.",
        "If you trust it, take pictures and other parts out in the program that wrote it.",
    )
