"""The blocks of a page in the order they are shown, and where in the page each stands. Scripts are text we skip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import regex
from lxml import etree

from taqabul.domain.files import Aside, Block, BlockKind
from taqabul.formats.html_elements import (
    BLOCKS,
    KINDS,
    PLACES,
    UNSEEN,
    aside_of,
    is_hidden,
    is_mark_of_note,
    is_note,
)
from taqabul.formats.safe_xml import local_name

_SPACE: Final = regex.compile(r"[ \t\r\n\f]+")
_SPACES: Final = regex.compile(r" {2,}")
_BREAKS: Final = regex.compile(r" *\n *")
_PARTED: Final = regex.compile(r"\n(?:[^\S\n]*\n)+")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what it is, why it may be no text, and how much of it are links (0–1)."""

    block: Block
    linked: float = 0.0


@dataclass(frozen=True, slots=True)
class _Surroundings:
    kind: BlockKind = BlockKind.PARAGRAPH
    aside: Aside | None = None
    keeps_space: bool = False


class _Walk:
    """Goes through a page once; what is gathered between two borders of blocks is one."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0

    def blocks(
        self, element: "etree._Element", around: _Surroundings, *, in_link: bool = False
    ) -> Iterator[Place]:
        name = local_name(element).lower()
        if not name or name in UNSEEN:
            return
        says = len(element.attrib) > 0
        if says and is_hidden(element):
            return
        if (says or name == "sup") and is_mark_of_note(element, name):
            return
        if name == "br":
            self._pieces.append("\n")
            return
        is_block = name in BLOCKS
        if is_block:
            yield from self._done(around)
            around = _within(element, name, around, says=says)
        in_link = in_link or name == "a"
        self._add(element.text, around, in_link)
        for child in element:
            yield from self.blocks(child, around, in_link=in_link)
            self._add(child.tail, around, in_link)
        if is_block:
            yield from self._done(around)

    def _add(self, text: str | None, around: _Surroundings, in_link: bool) -> None:
        if text:
            self._pieces.append(text if around.keeps_space else _SPACE.sub(" ", text))
            self._linked += len(text.strip()) if in_link else 0

    def _done(self, around: _Surroundings) -> Iterator[Place]:
        """What was gathered; two line breaks one after the other part paragraphs, as old pages do."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        share = min(1.0, self._linked / max(1, len(text.strip())))
        self._pieces, self._linked = [], 0
        if not around.keeps_space:
            text = _BREAKS.sub("\n", _SPACES.sub(" ", text)).strip(" \n")
        for part in _PARTED.split(text):
            if part.strip():
                yield Place(Block(part, around.kind, around.aside), share)


def places(root: "etree._Element") -> list[Place]:
    """All blocks of a page that are shown, in its order."""
    return list(_Walk().blocks(root, _Surroundings()))


def _within(element: "etree._Element", name: str, around: _Surroundings, *, says: bool) -> _Surroundings:
    """What holds inside a block; ``says`` where it has attributes. Inside of a cell or a note all is cell or note."""
    kind = KINDS.get(name)
    if around.kind in {BlockKind.FOOTNOTE, BlockKind.CELL} or kind is None:
        kind = around.kind
    if says and is_note(element):
        kind = BlockKind.FOOTNOTE
    aside = around.aside or (aside_of(element, name) if says else PLACES.get(name))
    keeps_space = around.keeps_space or name == "pre"
    if (kind, aside, keeps_space) == (around.kind, around.aside, around.keeps_space):
        return around
    return _Surroundings(kind, aside, keeps_space)
