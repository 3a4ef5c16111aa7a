"""Word documents (DOCX and its kin). Macros, pictures and comments are not looked at."""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import Block, BlockKind, Metadata, TextFile
from taqabul.domain.options import ImportOptions
from taqabul.formats.blocks import iso_date, running_head, text_file, what_stands_beside
from taqabul.formats.docx_body import Body, rows
from taqabul.formats.docx_styles import Styles
from taqabul.formats.parts import attribute, child, children, text_of, xml_part
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import local_name
from taqabul.formats.safe_zip import Archive, open_zip


def read(path: Path, options: ImportOptions) -> TextFile:  # noqa: ARG001 - a package says itself how it is encoded
    """The paragraphs of a Word document, its notes after the text, its headers and footers as asides at the end.

    Tracked changes are read as accepted; numbers and bullets that Word makes by itself are not part of the text.
    Raises UnreadableFile.
    """
    data = read_bytes(path)
    with open_zip(data, path.name) as archive:
        package = _Package(archive, path.name)
        body = Body(Styles(package.related("styles")))
        main = list(body.blocks(package.document))
        notes = [*package.notes(body, "footnote"), *package.notes(body, "endnote")]
        heads = [*package.running(body, "header"), *package.running(body, "footer")]
        return text_file(
            path,
            data,
            [*main, *notes, *heads],
            findings=_findings(package.document, notes, heads),
            metadata=package.metadata(),
        )


def tables(path: Path) -> list[list[list[str]]]:
    """The tables of a document outside of one another: rows of cells, each with its paragraphs parted by line feeds.

    A cell that goes over several columns is one; tables inside a cell are part of its text. Raises UnreadableFile.
    """
    with open_zip(read_bytes(path), path.name) as archive:
        package = _Package(archive, path.name)
        body = Body(Styles(package.related("styles")))
        return [
            [
                ["\n".join(block.text for block in body.blocks(cell)).strip() for cell in row]
                for row in rows(table)
            ]
            for table in package.document.iter("{*}tbl")
            if next(table.iterancestors("{*}tbl"), None) is None
        ]


class _Package:
    """An archive's parts by what they are for, which relations tell and not names."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self._main = next(self._targets("", "officeDocument"), "word/document.xml")
        self.document = xml_part(archive, self._main, name)
        if local_name(self.document) != "document":
            raise UnreadableFile(f"“{name}” is no Word document.", "Choose a document with text in it.")

    def related(self, purpose: str) -> "etree._Element | None":
        """The first part that serves the document as ``purpose`` ("styles"); None where there is none."""
        return next(self._related(purpose), None)

    def notes(self, body: Body, which: str) -> list[Block]:
        """The footnotes or endnotes that the text refers to, in the order of their marks."""
        found = {
            attribute(note, "id"): note
            for note in children(self.related(f"{which}s"), which)
            if attribute(note, "type") in {"", "normal"}
        }
        marks = dict.fromkeys(body.footnotes if which == "footnote" else body.endnotes)
        return [
            block for mark in marks if mark in found for block in body.blocks(found[mark], BlockKind.FOOTNOTE)
        ]

    def running(self, body: Body, which: str) -> list[Block]:
        """Headers or footers, each text once."""
        found = [block.text.strip() for part in self._related(which) for block in body.blocks(part)]
        return [running_head(text) for text in dict.fromkeys(found) if text]

    def metadata(self) -> Metadata:
        """What the document's properties say of it."""
        member = next(self._targets("", "core-properties"), None)
        core = None if member is None else xml_part(self._archive, member, self._name)
        return Metadata(
            title=text_of(child(core, "title")),
            author=text_of(child(core, "creator")),
            date=iso_date(text_of(child(core, "created"))),
        )

    def _related(self, purpose: str) -> "Iterator[etree._Element]":
        for target in self._targets(self._main, purpose):
            yield xml_part(self._archive, target, self._name)

    def _targets(self, part: str, purpose: str) -> Iterator[str]:
        """The members that serve a part (the whole package: "") for a purpose; what lies outside is left there."""
        folder, file = posixpath.split(part)
        member = posixpath.join(folder, "_rels", f"{file}.rels")
        if member not in self._archive:
            return
        for relation in children(xml_part(self._archive, member, self._name), "Relationship"):
            target = posixpath.normpath(posixpath.join("/", folder, attribute(relation, "Target"))).lstrip(
                "/"
            )
            if attribute(relation, "Type").rpartition("/")[2] == purpose and target in self._archive:
                yield target


def _findings(document: "etree._Element", notes: list[Block], heads: list[Block]) -> Iterator[str]:
    yield "Read as a Word document."
    changes = sum(1 for _ in document.iter("{*}ins", "{*}del", "{*}moveFrom"))
    comments = sum(1 for _ in document.iter("{*}commentReference"))
    yield from what_stands_beside(changes, len(notes), len(heads), comments)
