"""The text in OpenDocument's elements: what is seen of them once all tracked changes are accepted."""

from collections.abc import Iterator
from typing import Final

import regex
from lxml import etree

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.formats.parts import attribute, child
from taqabul.formats.safe_xml import local_name

_LEFT_OUT: Final = frozenset(
    {"tracked-changes", "annotation", "sequence-decls", "variable-decls", "user-field-decls", "forms", "ruby-text",
     "hidden-text", "desc", "title", "event-listeners", "script", "index-title-template"}
)  # fmt: skip
_SIGNS: Final = {"tab": "\t", "line-break": "\n"}
_SPACE: Final = regex.compile(r"[ \t\r\n]+")
_MOST_SPACES: Final = 1000


class Body:
    """Reads elements one after the other and remembers the notes it met."""

    def __init__(self, content: "etree._Element") -> None:
        self._hidden = {
            attribute(style, "name")
            for style in content.iter("{*}style")
            if attribute(child(style, "text-properties"), "display") == "none"
        }
        self._boxes: list[etree._Element] = []
        self._notes: list[etree._Element] = []

    def blocks(
        self, container: "etree._Element", kind: BlockKind | None = None, aside: Aside | None = None
    ) -> Iterator[Block]:
        """The paragraphs of an element in reading order; ``kind`` where that is known."""
        for one in container:
            name = local_name(one)
            if name in {"p", "h"}:
                heading = BlockKind.HEADING if name == "h" else BlockKind.PARAGRAPH
                yield Block("".join(self._pieces(one)).strip(" "), kind or heading, aside)
                boxes, self._boxes = self._boxes, []
                for box in boxes:
                    yield from self.blocks(box, kind, aside)
            elif name in {"list-item", "list-header", "numbered-paragraph"}:
                yield from self.blocks(one, kind or BlockKind.LIST_ITEM, aside)
            elif name == "table":
                for row in cell_rows(one):
                    for cell in row:
                        yield from self.blocks(cell, kind or BlockKind.CELL, aside)
            elif name == "table-of-content":
                yield from self.blocks(one, kind, Aside.MENU)
            elif name and name not in _LEFT_OUT:
                yield from self.blocks(one, kind, aside)

    def notes(self) -> Iterator[Block]:
        """Footnotes, then endnotes, in the order of their marks in what was read so far."""
        for wanted in ("footnote", "endnote"):
            for note in [one for one in self._notes if attribute(one, "note-class") == wanted]:
                found = child(note, "note-body")
                if found is not None:
                    yield from self.blocks(found, BlockKind.FOOTNOTE)

    def _pieces(self, element: "etree._Element") -> Iterator[str]:
        """White space is one space, however much of it there is: OpenDocument writes more of it as elements."""
        yield _SPACE.sub(" ", element.text or "")
        for one in element:
            name = local_name(one)
            if name in _SIGNS:
                yield _SIGNS[name]
            elif name == "s":
                yield " " * _number(attribute(one, "c"))
            elif name == "note":
                self._notes.append(one)
            elif name == "text-box":
                self._boxes.append(one)
            elif name and name not in _LEFT_OUT and attribute(one, "style-name") not in self._hidden:
                yield from self._pieces(one)
            yield _SPACE.sub(" ", one.tail or "")


def cell_rows(table: "etree._Element") -> "Iterator[list[etree._Element]]":
    """The cells of each row of a table, header rows and groups of rows among them."""
    for one in table:
        if local_name(one) == "table-row":
            yield [cell for cell in one if local_name(cell) == "table-cell"]
        elif local_name(one) in {"table-header-rows", "table-row-group", "table-rows"}:
            yield from cell_rows(one)


def _number(written: str) -> int:
    return min(int(written), _MOST_SPACES) if written.isascii() and written.isdigit() else 1
