"""What a Word document's styles say a paragraph is."""

from typing import Final

import regex
from lxml import etree

from taqabul.domain.files import Aside, BlockKind
from taqabul.formats.parts import attribute, child, children

_HEADING: Final = regex.compile(r"(?:heading \d|title|subtitle)", regex.IGNORECASE)
_CONTENTS: Final = regex.compile(r"(?:toc \d|toc heading|table of figures)", regex.IGNORECASE)
_BODY_LEVEL: Final = "9"
_NO_LIST: Final = "0"


class Styles:
    """Paragraph styles by their ids. Built-in ones have English names in every version of Word."""

    def __init__(self, root: "etree._Element | None" = None) -> None:
        self._styles = {
            attribute(style, "styleId"): style
            for style in children(root, "style")
            if attribute(style, "type") == "paragraph"
        }

    def kind(self, properties: "etree._Element | None") -> BlockKind:
        """What a paragraph with these properties (``w:pPr``) is, outside of tables and notes."""
        levels = [
            level for one in self._chain(properties) if (level := attribute(child(one, "outlineLvl"), "val"))
        ]
        if (levels and levels[0] != _BODY_LEVEL) or (not levels and self._is_named(_HEADING, properties)):
            return BlockKind.HEADING
        numbers = [number for one in self._chain(properties) if (number := _list_number(one))]
        return BlockKind.LIST_ITEM if numbers and numbers[0] != _NO_LIST else BlockKind.PARAGRAPH

    def aside(self, properties: "etree._Element | None") -> Aside | None:
        """MENU for a line of a table of contents, which repeats the headings."""
        return Aside.MENU if self._is_named(_CONTENTS, properties) else None

    def _is_named(self, pattern: "regex.Pattern[str]", properties: "etree._Element | None") -> bool:
        return any(
            pattern.fullmatch(attribute(child(style, "name"), "val")) is not None
            for style in self._bases(properties)
        )

    def _chain(self, properties: "etree._Element | None") -> "list[etree._Element]":
        """A paragraph's own properties, then those of its style and of what that is based on."""
        own = [] if properties is None else [properties]
        return [
            *own,
            *(found for style in self._bases(properties) if (found := child(style, "pPr")) is not None),
        ]

    def _bases(self, properties: "etree._Element | None") -> "list[etree._Element]":
        name = attribute(child(properties, "pStyle"), "val")
        bases: list[etree._Element] = []
        while (style := self._styles.get(name)) is not None and style not in bases:
            bases.append(style)
            name = attribute(child(style, "basedOn"), "val")
        return bases


def _list_number(properties: "etree._Element") -> str:
    return attribute(child(properties, "numPr", "numId"), "val")
