"""EPUB books: the chapters in reading order. Tables of contents, pictures and fonts are not looked at."""

import posixpath
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import regex
from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, BlockKind, Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.blocks import counted, iso_date, text_file
from taqabul.formats.html_blocks import places
from taqabul.formats.html_tree import decode_page, parse_page
from taqabul.formats.parts import attribute, child, children, refuse_long, text_of, xml_part
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import parse_xml
from taqabul.formats.safe_zip import Archive, open_zip

_CONTAINER: Final = "META-INF/container.xml"
_LOCKS: Final = "META-INF/encryption.xml"
_PAGES: Final = {"application/xhtml+xml", "text/html"}
_UNASKED: Final = {"Unknown Title", "Unknown Author", "Unknown"}
"""What programs write where nobody said anything."""
_EMPTY_TAG: Final = regex.compile(
    r"<(?!(?:br|hr|img|input|meta|link|area|base|col|wbr)\b)([\w:]+)([^<>]*)/>", regex.I
)


def read(path: Path, options: ImportOptions) -> TextFile:  # noqa: ARG001 - a book says itself how it is encoded
    """The blocks of a book's chapters, its notes after the text. Raises UnreadableFile."""
    data = read_bytes(path)
    with open_zip(data, path.name) as archive:
        book = _Book(archive, path.name)
        chapters = book.chapters()
        blocks = [block for chapter in chapters for block in book.blocks(chapter)]
    notes = [block for block in blocks if block.kind is BlockKind.FOOTNOTE]
    text = [block for block in blocks if block.kind is not BlockKind.FOOTNOTE]
    findings = [f"Read as an EPUB book: {counted(len(chapters), 'part')}."]
    if notes:
        findings.append(f"{counted(len(notes), 'paragraph')} of notes after the text.")
    return text_file(path, data, [*text, *notes], findings=findings, metadata=book.metadata())


class _Book:
    """An archive by what its package file says of it."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        container = xml_part(archive, _CONTAINER, name)
        root = attribute(child(container, "rootfiles", "rootfile"), "full-path")
        self._folder = posixpath.dirname(root)
        self._package = xml_part(archive, root, name)

    def chapters(self) -> list[str]:
        """The members that hold the text, in reading order. Raises UnreadableFile where they are locked."""
        items = {attribute(item, "id"): item for item in children(child(self._package, "manifest"), "item")}
        spine = [attribute(one, "idref") for one in children(child(self._package, "spine"), "itemref")]
        found = [
            posixpath.normpath(posixpath.join(self._folder, unquote(attribute(item, "href"))))
            for item in (items[one] for one in dict.fromkeys(spine) if one in items)
            if attribute(item, "media-type") in _PAGES and "nav" not in attribute(item, "properties").split()
        ]
        if locked := self._locked().intersection(found):
            raise UnreadableFile(
                f"“{self._name}” is locked: {counted(len(locked), 'part')} of its text cannot be read.",
                "Get it without copy protection from where you bought it.",
            )
        return [member for member in found if member in self._archive]

    def blocks(self, member: str) -> Iterator[Block]:
        """The blocks of a chapter, even where it is no good XML."""
        data = self._archive.read(member)
        refuse_long(data, member, self._name)
        try:
            root = parse_xml(data, self._name)
        except UnreadableFile:
            text = decode_page(data, self._name, None).text
            root = parse_page(_EMPTY_TAG.sub(r"<\1\2></\1>", text), self._name)
        return (place.block for place in places(root))

    def metadata(self) -> Metadata:
        """What the package says of the book; a translator is a creator or contributor with that role."""
        said = child(self._package, "metadata")
        roles = {
            attribute(one, "refines").removeprefix("#"): text_of(one)
            for one in children(said, "meta")
            if attribute(one, "property") == "role"
        }
        people = [
            (attribute(one, "role") or roles.get(attribute(one, "id"), ""), kind, text_of(one))
            for kind in ("creator", "contributor")
            for one in children(said, kind)
        ]
        title = text_of(child(said, "title"))
        return Metadata(
            title="" if title in _UNASKED else title,
            author="; ".join(
                name
                for role, kind, name in people
                if kind == "creator" and role != "trl" and name not in _UNASKED
            ),
            translator="; ".join(name for role, _, name in people if role == "trl"),
            date=iso_date(text_of(child(said, "date"))),
            source=text_of(child(said, "source")) or text_of(child(said, "publisher")),
        )

    def _locked(self) -> set[str]:
        """The members that are encrypted; those are often fonts only."""
        if _LOCKS not in self._archive:
            return set()
        references: list[etree._Element] = list(
            xml_part(self._archive, _LOCKS, self._name).iter("{*}CipherReference")
        )
        return {unquote(attribute(one, "URI")) for one in references}
