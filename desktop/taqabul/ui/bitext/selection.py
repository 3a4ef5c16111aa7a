"""What is chosen in the bitext: rows, the paragraph under the cursor, and paragraphs picked for a link."""

from collections.abc import Collection
from dataclasses import dataclass, field

from taqabul.domain.document import Paragraph
from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.workflow.rows import Row


@dataclass(frozen=True)
class Place:
    """The cursor: a row, a side, and which paragraph of the cell (0 in an empty one)."""

    position: int
    row: Row
    side: Side
    part: int

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the cell."""
        return self.row.source if self.side is Side.SOURCE else self.row.target

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph under the cursor; None in an empty cell."""
        paragraphs = self.paragraphs
        return paragraphs[min(self.part, len(paragraphs) - 1)] if paragraphs else None


@dataclass
class Picks:
    """Paragraphs picked on each side, to be linked with each other."""

    source: list[ParagraphId] = field(default_factory=list)
    target: list[ParagraphId] = field(default_factory=list)

    def side(self, side: Side) -> list[ParagraphId]:
        """The picked ones of a side."""
        return self.source if side is Side.SOURCE else self.target

    def toggle(self, side: Side, paragraph: ParagraphId) -> None:
        """Pick a paragraph, or let it go."""
        picked = self.side(side)
        if paragraph in picked:
            picked.remove(paragraph)
        else:
            picked.append(paragraph)

    def keep_only(self, there: Collection[ParagraphId]) -> None:
        """Let those go that are not there any more."""
        for picked in (self.source, self.target):
            picked[:] = [one for one in picked if one in there]

    def clear(self) -> None:
        """Let all go."""
        self.source.clear()
        self.target.clear()

    @property
    def everything(self) -> frozenset[ParagraphId]:
        """All picked paragraphs."""
        return frozenset((*self.source, *self.target))
