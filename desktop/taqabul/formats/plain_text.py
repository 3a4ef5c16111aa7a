"""Plain text files, read with care for what they really hold."""

import hashlib
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.encodings import Decoded, decode
from taqabul.formats.raw import kind_of, read_bytes
from taqabul.text.mojibake import misread_as
from taqabul.text.newlines import normalise_newlines

_HINTS: Final = {
    "a Word, OpenDocument or ZIP file": (
        "If it is an archive, unpack it and import what is in it; else give it the extension of what it is."
    ),
    "a compressed file": "Unpack it, and import what is in it.",
    "a picture": "Have its text recognised (OCR), and import the document that comes of it.",
}
_OTHERWISE: Final = "Save it as plain text (.txt, UTF-8) and import that."
_VISIBLE: Final = regex.compile(r"[^\s\p{Cf}]")


def read(path: Path, options: ImportOptions) -> TextFile:
    """Read a text file; its newlines become LF, all else stays as it is.

    Raises UnreadableFile, with its own message for each thing that can be wrong: no such file, a folder, no
    permission, too large, empty, nothing but space, another kind of document, no text, a wrong encoding.
    """
    data = read_bytes(path)
    _refuse_other_kinds(path, data)
    decoded = decode_named(data, path.name, options.encoding)
    if not _VISIBLE.search(decoded.text):
        raise UnreadableFile(f"“{path.name}” holds nothing but space.", "Choose a file with text in it.")
    findings = [decoded.how]
    misread = misread_as(decoded.text)
    if misread:
        findings.append(
            f"The text looks garbled: UTF-8 that was once read as {misread} and saved so. "
            "Get the file anew from where it comes, or have it mended when it is imported."
        )
    return TextFile(
        name=path.name,
        text=normalise_newlines(decoded.text),
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        findings=tuple(findings),
        certain=decoded.certain,
    )


def decode_named(data: bytes, name: str, encoding: str | None) -> Decoded:
    """``decode``, whose word on what is wrong begins with the file's name."""
    try:
        return decode(data, encoding)
    except UnreadableFile as error:
        raise UnreadableFile(f"“{name}”: {error.message}", error.hint) from error


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    kind = kind_of(data)
    if kind is not None:
        raise UnreadableFile(f"“{path.name}” is {kind}, not plain text.", _HINTS.get(kind, _OTHERWISE))
