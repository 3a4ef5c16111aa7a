"""The bytes of a file, or a word on why there are none."""

import stat
from pathlib import Path
from typing import Final

from taqabul.domain.errors import UnreadableFile

MAX_BYTES: Final = 64 * 1024 * 1024

KNOWN_KINDS: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""How files begin that are no plain text, and what they are."""


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """All bytes of a file of at most ``most``.

    Raises UnreadableFile, with its own message for each thing that can be wrong: no such file, a folder, no
    permission, too large, empty.
    """
    name = f"“{path.name or path.absolute().name}”"
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(f"{name} is a folder.", "Choose a file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{name} is not an ordinary file.", "Choose a file with text in it.")
        if status.st_size > most:
            size = status.st_size / 1024 / 1024
            raise UnreadableFile(
                f"{name} is too large: {size:,.0f} MiB, and {most // 1024 // 1024} MiB is the most.",
                "Cut it into several files.",
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"There is no file {path}.", "Check the name and the folder.") from error
    except PermissionError as error:
        raise UnreadableFile(
            f"You may not read {name}.", "Ask its owner for the right to read it."
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"{name} cannot be read: {error}.", "Copy it to a local disk and try again."
        ) from error
    if not data:
        raise UnreadableFile(f"{name} is empty.", "Choose a file with text in it.")
    return data


def kind_of(data: bytes) -> str | None:
    """What a file is that begins so, where that is no plain text: "a PDF document"."""
    return next((kind for beginning, kind in KNOWN_KINDS if data.startswith(beginning)), None)
