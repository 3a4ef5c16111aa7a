"""Web pages (HTML, and MHTML, which browsers save): their main text, the rest as asides."""

import email
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

import regex
from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.blocks import counted, text_file
from taqabul.formats.encodings import Decoded
from taqabul.formats.html_blocks import places
from taqabul.formats.html_tree import decode_page, parse_page
from taqabul.formats.main_text import judge, sorted_out
from taqabul.formats.parts import text_of
from taqabul.formats.raw import read_bytes

_TAG: Final = regex.compile(r"<[!/?]?[a-zA-Z]")


def read(path: Path, options: ImportOptions) -> TextFile:
    """The blocks of a page; menus, captions, comments and the like are kept as asides.

    Nothing of the page is run and nothing fetched. Text without a tag is read as plain text. Raises UnreadableFile.
    """
    data = read_bytes(path)
    decoded = decode_page(data, path.name, options.encoding)
    if not _TAG.search(decoded.text):
        file = plain_text.read(path, options)
        return replace(file, findings=(*file.findings, "There are no tags in it: read as plain text."))
    return _as_file(path, data, decoded)


def read_saved(path: Path, options: ImportOptions) -> TextFile:
    """The page in a file by which a browser keeps a page with its pictures (MHTML). Raises UnreadableFile."""
    data = read_bytes(path)
    message = email.message_from_bytes(data)
    page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    content = page.get_payload(decode=True) if page is not None else None
    if page is None or not isinstance(content, bytes) or not content.strip():
        raise UnreadableFile(f"“{path.name}” holds no web page.", "Save it again in the browser, as HTML.")
    decoded = decode_page(content, path.name, options.encoding, page.get_content_charset())
    file = _as_file(path, data, decoded)
    said = file.metadata
    return replace(
        file,
        metadata=replace(
            said, source=said.source or _address(message, page), date=said.date or _date(message)
        ),
    )


_PAGES: Final = {"text/html", "application/xhtml+xml"}


def tables(path: Path) -> list[list[list[str]]]:
    """The tables of a page outside of one another, as ``docx.tables`` gives them. Raises UnreadableFile."""
    decoded = decode_page(read_bytes(path), path.name, None)
    root = parse_page(decoded.text, path.name)
    return [
        [
            ["\n".join(place.block.text for place in places(cell)) for cell in row.iterchildren("td", "th")]
            for row in table.iter("tr")
            if next(row.iterancestors("table"), None) is table
        ]
        for table in root.iter("table")
        if next(table.iterancestors("table"), None) is None
    ]


def _as_file(path: Path, data: bytes, decoded: Decoded) -> TextFile:
    root = parse_page(decoded.text, path.name)
    found = places(root)
    judgement = judge(decoded.text, sum(1 for _ in root.iter()))
    said = judgement.metadata
    blocks = sorted_out(found, judgement)
    return text_file(
        path,
        data,
        blocks,
        encoding=decoded.encoding,
        certain=decoded.certain,
        findings=[decoded.how, *_findings(blocks)],
        metadata=replace(
            said, title=said.title or text_of(root.find(".//title")), author=said.author or _author(root)
        ),
    )


def _findings(blocks: list[Block]) -> Iterator[str]:
    aside = sum(block.aside is not None for block in blocks)
    yield f"Read as a web page: {counted(len(blocks) - aside, 'paragraph')} of text."
    if aside:
        yield f"{counted(aside, 'other')}, such as menus, captions and comments, left out of it."


def _author(root: "etree._Element") -> str:
    found = root.find(".//meta[@name='author']")
    return "" if found is None else found.get("content", "").strip()


def _address(message: Message, page: Message) -> str:
    found = message.get("Snapshot-Content-Location") or page.get("Content-Location") or ""
    return str(found).strip() if str(found).strip().startswith(("http://", "https://")) else ""


def _date(message: Message) -> str:
    """The day on which the page was saved, where it says nothing of its own."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
