"""OpenDocument texts (ODT, and FODT, which is the same in one XML file)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, BlockKind, Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.blocks import iso_date, running_head, text_file, what_stands_beside
from taqabul.formats.odt_body import Body, cell_rows
from taqabul.formats.parts import text_of, xml_part
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import local_name, parse_xml
from taqabul.formats.safe_zip import Archive, open_zip

_NO_TEXT: Final = "Choose a document with text in it."


def read(path: Path, options: ImportOptions) -> TextFile:  # noqa: ARG001 - a document says itself how it is encoded
    """The paragraphs of a text, its notes after it, its headers and footers as asides at the end.

    Tracked changes are read as accepted; numbers and bullets that the program makes by itself are not part of the
    text. Raises UnreadableFile.
    """
    data = read_bytes(path)
    content, styles, meta = _roots(data, path.name)
    text = _text(content, path.name)
    body = Body(content)
    main = list(body.blocks(text))
    notes = list(body.notes())
    heads = list(_running(body, styles))
    return text_file(
        path, data, [*main, *notes, *heads], findings=_findings(text, notes, heads), metadata=_metadata(meta)
    )


def tables(path: Path) -> list[list[list[str]]]:
    """The tables of a text outside of one another, as ``docx.tables`` gives them. Raises UnreadableFile."""
    content, _, _ = _roots(read_bytes(path), path.name)
    body = Body(content)
    return [
        [
            ["\n".join(block.text for block in body.blocks(cell, BlockKind.CELL)).strip() for cell in row]
            for row in cell_rows(table)
        ]
        for table in _text(content, path.name).iter("{*}table")
        if next(table.iterancestors("{*}table"), None) is None
    ]


def _roots(data: bytes, name: str) -> "tuple[etree._Element, etree._Element | None, etree._Element | None]":
    """What holds the text, the styles and what is said of it; all one where the file is one piece of XML."""
    if not data.startswith(b"PK"):
        root = parse_xml(data, name)
        return root, root, root
    with open_zip(data, name) as archive:
        _refuse_locked(archive, name)
        return (
            xml_part(archive, "content.xml", name),
            xml_part(archive, "styles.xml", name) if "styles.xml" in archive else None,
            xml_part(archive, "meta.xml", name) if "meta.xml" in archive else None,
        )


def _refuse_locked(archive: Archive, name: str) -> None:
    manifest = "META-INF/manifest.xml"
    if "encrypted-package" in archive or (
        manifest in archive and b"encryption-data" in archive.read(manifest)
    ):
        raise UnreadableFile(
            f"“{name}” is locked by a password.",
            "Open it in the program that wrote it, take the password off, save it and import it again.",
        )


def _text(content: "etree._Element", name: str) -> "etree._Element":
    found = content.find("{*}body/{*}text")
    if found is None:
        raise UnreadableFile(f"“{name}” is no OpenDocument text.", _NO_TEXT)
    return found


def _running(body: Body, styles: "etree._Element | None") -> Iterator[Block]:
    """Headers and footers of all kinds of pages, each text once."""
    pages = [] if styles is None else list(styles.iterfind(".//{*}master-page/*"))
    found = (
        block.text.strip()
        for part in pages
        if local_name(part).startswith(("header", "footer"))
        for block in body.blocks(part)
    )
    return (running_head(text) for text in dict.fromkeys(found) if text)


def _metadata(meta: "etree._Element | None") -> Metadata:
    found = None if meta is None else meta.find("{*}meta")
    if found is None:
        return Metadata()
    return Metadata(
        title=text_of(found.find("{*}title")),
        author=text_of(found.find("{*}initial-creator")) or text_of(found.find("{*}creator")),
        date=iso_date(text_of(found.find("{*}creation-date"))),
    )


def _findings(text: "etree._Element", notes: list[Block], heads: list[Block]) -> Iterator[str]:
    yield "Read as an OpenDocument text."
    changes = sum(1 for _ in text.iter("{*}changed-region"))
    comments = sum(1 for _ in text.iter("{*}annotation"))
    yield from what_stands_beside(changes, len(notes), len(heads), comments)
