"""Plain text files, read with care for what they really hold."""

import hashlib
import stat
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.document import TextFile
from taqabul.domain.errors import UnreadableFile
from taqabul.formats.encodings import decode
from taqabul.formats.plausibility import misread_as
from taqabul.text.newlines import normalise_newlines

MAX_BYTES: Final = 64 * 1024 * 1024

_VISIBLE: Final = regex.compile(r"[^\s\p{Cf}]")
_KNOWN_KINDS: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a Word, OpenDocument or ZIP file"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def read(path: Path, encoding: str | None = None) -> TextFile:
    """Read a text file; its newlines become LF, all else stays as it is.

    Raises UnreadableFile, with its own message for each thing that can be wrong: no such file, a folder, no
    permission, too large, empty, nothing but space, another kind of document, no text, a wrong encoding.
    """
    data = _read_bytes(path)
    _refuse_other_kinds(path, data)
    try:
        decoded = decode(data, encoding)
    except UnreadableFile as error:
        raise UnreadableFile(f"“{path.name}”: {error.message}", error.hint) from error
    if not _VISIBLE.search(decoded.text):
        raise UnreadableFile(f"“{path.name}” holds nothing but space.", "Choose a file with text in it.")
    findings = [decoded.how]
    misread = misread_as(decoded.text)
    if misread:
        findings.append(
            f"The text looks garbled: UTF-8 that was once read as {misread} and saved so. "
            "Get the file anew from where it comes."
        )
    return TextFile(
        name=path.name,
        text=normalise_newlines(decoded.text),
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        findings=tuple(findings),
    )


def _read_bytes(path: Path) -> bytes:
    name = f"“{path.name or path.absolute().name}”"
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableFile(f"{name} is a folder.", "Choose a text file in it.")
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{name} is not an ordinary file.", "Choose a text file.")
        if status.st_size > MAX_BYTES:
            size = status.st_size / 1024 / 1024
            raise UnreadableFile(
                f"{name} is too large: {size:,.0f} MiB, and {MAX_BYTES // 1024 // 1024} MiB is the most.",
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


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    for beginning, kind in _KNOWN_KINDS:
        if data.startswith(beginning):
            raise UnreadableFile(
                f"“{path.name}” is {kind}, not plain text.",
                "Save it as plain text (.txt, UTF-8) and import that.",
            )
