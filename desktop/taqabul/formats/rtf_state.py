"""What holds at a place of an RTF document, and the paragraphs that are being put together there."""

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from taqabul.domain.files import Block, BlockKind

BODY_LEVEL: Final = 9
"""The level of outlines that is no heading."""


class Into(Enum):
    """Where what stands in a group goes."""

    TEXT = auto()
    NOWHERE = auto()
    FONTS = auto()
    STYLES = auto()
    SAID = auto()


@dataclass(slots=True)
class Paragraphs:
    """A run of paragraphs: the text, a note, a box; ``kind`` where all of them are of one.

    ``later`` are blocks that stand after the paragraph they were met in.
    """

    done: list[Block]
    kind: BlockKind | None = None
    pieces: list[str] = field(default_factory=list)
    later: list[Block] = field(default_factory=list)
    has_list_mark: bool = False

    def end(self, kind: BlockKind) -> None:
        """End a paragraph of a kind; halves of surrogate pairs, of which RTF makes letters, become these letters."""
        text = "".join(self.pieces).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        if text.strip():
            self.done.append(Block(text, self.kind or kind))
        self.done.extend(self.later)
        self.pieces, self.later, self.has_list_mark = [], [], False


@dataclass(slots=True)
class State:
    """What holds inside a group: of letters, of the paragraph, and where the text goes."""

    run: Paragraphs
    into: Into = Into.TEXT
    said: str = ""
    fallback: int = 1
    font: int | None = None
    other_font: int | None = None
    right_to_left: bool = False
    hidden: bool = False
    deleted: bool = False
    style: int = 0
    level: int = BODY_LEVEL
    is_item: bool = False
    in_table: bool = False
    is_starred: bool = False

    def of_group(self) -> "State":
        """What holds as a group begins inside; written out, for files have them by the hundred thousand."""
        return State(
            self.run,
            self.into,
            self.said,
            self.fallback,
            self.font,
            self.other_font,
            self.right_to_left,
            self.hidden,
            self.deleted,
            self.style,
            self.level,
            self.is_item,
            self.in_table,
        )

    def plain(self, font: int | None) -> None:
        """Letters as they are where nothing is said of them."""
        self.font, self.other_font = font, None
        self.right_to_left = self.hidden = self.deleted = False

    def new_paragraph(self) -> None:
        """A paragraph as it is where nothing is said of it."""
        self.style, self.level = 0, BODY_LEVEL
        self.is_item = self.in_table = False
