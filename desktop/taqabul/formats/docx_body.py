"""The text of a Word document's parts: what is seen of them once all tracked changes are accepted."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from taqabul.domain.files import Block, BlockKind
from taqabul.formats.docx_styles import Styles
from taqabul.formats.parts import attribute, child
from taqabul.formats.safe_xml import local_name

_LEFT_OUT: Final = frozenset(
    {"del", "moveFrom", "delText", "instrText", "delInstrText", "rPr", "pPr", "tblPr", "sdtPr", "rt", "pgNum"}
)
_SIGNS: Final = {
    "tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"
}  # fmt: skip
_OFF: Final = {"0", "false", "off"}
_PRIVATE: Final = 0xE000


class Body:
    """Reads parts one after the other and remembers the notes it met, in the order of their marks."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._boxes: list[etree._Element] = []
        self.footnotes: list[str] = []
        self.endnotes: list[str] = []

    def blocks(self, container: "etree._Element", kind: BlockKind | None = None) -> Iterator[Block]:
        """The paragraphs of a part, a cell, a note or a box, in reading order; ``kind`` where that is known."""
        carried = ""
        for element in _paragraphs_and_tables(container):
            if local_name(element) == "tbl":
                for row in rows(element):
                    for cell in row:
                        yield from self.blocks(cell, kind or BlockKind.CELL)
                continue
            properties = child(element, "pPr")
            text = carried + self._text(element)
            carried = text if child(properties, "rPr", "del") is not None else ""
            if not carried:
                yield Block(text, kind or self._styles.kind(properties), self._styles.aside(properties))
            boxes, self._boxes = self._boxes, []
            for box in boxes:
                yield from self.blocks(box, kind)
        if carried:
            yield Block(carried, kind or BlockKind.PARAGRAPH)

    def _text(self, element: "etree._Element") -> str:
        return "".join(self._pieces(element))

    def _pieces(self, element: "etree._Element") -> Iterator[str]:
        for one in _seen(element):
            name = local_name(one)
            if name == "t":
                yield one.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "sym":
                yield _symbol(attribute(one, "char"))
            elif name == "footnoteReference":
                self.footnotes.append(attribute(one, "id"))
            elif name == "endnoteReference":
                self.endnotes.append(attribute(one, "id"))
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name != "r" or not _is_hidden(one):
                yield from self._pieces(one)


def rows(table: "etree._Element") -> "Iterator[list[etree._Element]]":
    """The cells of each row of a table (``w:tbl``), but for rows that a tracked change takes out."""
    for row in _inside(table, "tr"):
        if child(row, "trPr", "del") is None:
            yield list(_inside(row, "tc"))


def _seen(element: "etree._Element") -> "Iterator[etree._Element]":
    """What of an element's children is shown: the first of what is meant as a choice, nothing that was deleted."""
    for one in element:
        name = local_name(one)
        if name == "AlternateContent":
            yield from list(one)[:1]
        elif name and name not in _LEFT_OUT:
            yield one


def _paragraphs_and_tables(container: "etree._Element") -> "Iterator[etree._Element]":
    for one in _seen(container):
        if local_name(one) in {"p", "tbl"}:
            yield one
        else:
            yield from _paragraphs_and_tables(one)


def _inside(element: "etree._Element", name: str) -> "Iterator[etree._Element]":
    """Rows of a table or cells of a row, also those that content controls hold."""
    for one in _seen(element):
        if local_name(one) == name:
            yield one
        elif local_name(one) not in {"p", "tbl"}:
            yield from _inside(one, name)


def _is_hidden(run: "etree._Element") -> bool:
    hidden = child(run, "rPr", "vanish")
    return hidden is not None and attribute(hidden, "val") not in _OFF


def _symbol(code: str) -> str:
    """A character of a font of symbols, by its hexadecimal code; such a font's own places tell nothing."""
    try:
        return chr(int(code, 16)) if 0 < int(code, 16) < _PRIVATE else ""
    except ValueError:
        return ""
