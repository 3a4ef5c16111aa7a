"""What a file is by its content, whatever its name says."""

from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_zip import open_zip

NAMES: Final = {
    ".docx": "a Word document", ".odt": "an OpenDocument text", ".fodt": "an OpenDocument text", ".epub": "an EPUB book", ".xlsx": "an Excel workbook",
    ".pdf": "a PDF document", ".rtf": "an RTF document", ".html": "a web page", ".mhtml": "a saved web page",
    ".srt": "a file of subtitles", ".vtt": "a file of subtitles", ".ass": "a file of subtitles", ".txt": "plain text",
}  # fmt: skip
"""What people call what ``ending_of`` tells."""

_BEGINNING: Final = 4096
_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MIMETYPES: Final = {
    b"mimetypeapplication/vnd.oasis.opendocument.text": ".odt",
    b"mimetypeapplication/epub+zip": ".epub",
}
_OTHERS: Final = {
    b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet": ("an OpenDocument spreadsheet", ".xlsx"),
    b"mimetypeapplication/vnd.oasis.opendocument.presentation": ("an OpenDocument presentation", ".pdf"),
}
_OLD: Final = {
    "Workbook": ("an old Excel workbook", ".xlsx"),
    "PowerPoint Document": ("an old PowerPoint presentation", ".pdf"),
    "WordDocument": ("an old Word document", ".docx"),
}
"""What is not read, by what tells it, and as what its own program can save it."""
_FOLDERS: Final = {"word/": ".docx", "xl/": ".xlsx", "META-INF/container.xml": ".epub"}
_TEXTS: Final = {
    ".fodt": regex.compile(r"\s*(?:<\?xml[^>]*>\s*)?<office:document\b"),
    ".rtf": regex.compile(r"\s*\{\\rtf"),
    ".html": regex.compile(
        r"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--(?s:.*?)-->)\s*)*+(?:<!doctype\s+html|<html)\b", regex.I
    ),
    ".mhtml": regex.compile(
        r"(?=(?s:.*?)^content-type:\s*multipart/related)(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:mime-version|content-type):",
        regex.I | regex.M,
    ),
    ".vtt": regex.compile(r"WEBVTT\b"),
    ".ass": regex.compile(r"(?:[^\S\n]*(?:;[^\n]*)?\n)*\[Script Info\]", regex.I),
    ".srt": regex.compile(r"\s*\d+\s*\n\d+:\d\d:\d\d[,.]\d+ *--> *\d+:\d\d:\d\d"),
}
_WIDE: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


def ending_of(path: Path) -> str:
    """The usual ending of what a file holds (".docx"), ".txt" for text, empty where its bytes do not tell.

    Raises UnreadableFile where it cannot be opened, and for documents that nobody here reads: old ones,
    presentations, those locked by a password.
    """
    beginning = _beginning(path)
    if beginning.startswith(_ZIP):
        return _archive(read_bytes(path), path.name)
    if beginning.startswith(_OLE):
        _refuse_old(read_bytes(path), path.name)
    if b"%PDF-" in beginning[:1024]:
        return ".pdf"
    text = beginning.decode(_WIDE.get(beginning[:2], "utf-8"), errors="replace").lstrip("\ufeff")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = next((ending for ending, pattern in _TEXTS.items() if pattern.match(text)), None)
    return found or ("" if "\0" in text else ".txt")


def _beginning(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size:
            with path.open("rb") as opened:
                return opened.read(_BEGINNING)
    except (OSError, ValueError):
        pass
    return read_bytes(path)[:_BEGINNING]  # which tells what is wrong


def _archive(data: bytes, name: str) -> str:
    for mimetype, ending in _MIMETYPES.items():
        if data[30:].startswith(mimetype):
            return ending
    for mimetype, (kind, instead) in _OTHERS.items():
        if data[30:].startswith(mimetype):
            raise _not_read(name, kind, instead)
    try:
        with open_zip(data, name) as archive:
            members = archive.names
    except UnreadableFile:
        return ""  # what the name says is tried, and tells what is wrong
    if any(one.startswith("ppt/") for one in members):
        raise _not_read(name, "a PowerPoint presentation", ".pdf")
    return next(
        (ending for begins, ending in _FOLDERS.items() if any(one.startswith(begins) for one in members)), ""
    )


def _refuse_old(data: bytes, name: str) -> None:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile(
            f"“{name}” is locked by a password.",
            "Open it in the program that wrote it, take the password off, save it and import it again.",
        )
    kind, instead = next(
        (found for stream, found in _OLD.items() if stream.encode("utf-16-le") in data),
        ("an old Word or Office document", ".docx"),
    )
    raise _not_read(name, kind, instead)


def _not_read(name: str, kind: str, instead: str) -> UnreadableFile:
    return UnreadableFile(
        f"“{name}” is {kind}, which is not read.",
        f"Open it in the program that wrote it or in LibreOffice, save it as {NAMES[instead]} ({instead}) and import that.",
    )
