"""What a writer is given: the pairs as rows, and what is true of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, NamedTuple, Protocol

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Language
from taqabul.domain.options import Level


class Segment(NamedTuple):
    """A paragraph or sentence of a pair: the number people see, its text, and where it stands in its document.

    ``place`` sorts the segments of a document. ``imported`` is the text before people corrected it, None where
    nobody did, or where it is unknown because the segment is a part of its paragraph.
    """

    number: str
    text: str
    place: tuple[int, int] = (0, 0)
    imported: str | None = None


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One pair: m source segments facing n target segments; an empty side is an empty string.

    ``source_ids`` and ``target_ids`` number the segments as people see them: "3" is paragraph 3,
    "3.2" its second sentence. ``confidence`` is None where a person made the link.
    ``reason`` is why somebody marked it for review. Rows of one ``block`` follow each other: they are those whose
    targets stand in another order, and at sentence level those of one pair of paragraphs.
    """

    id: str
    source: str
    target: str
    source_ids: tuple[str, ...]
    target_ids: tuple[str, ...]
    status: LinkStatus
    confidence: float | None
    changed_by: str
    changed_at: datetime
    evidence: dict[str, float] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    reason: str = ""
    source_segments: tuple[Segment, ...] = ()
    target_segments: tuple[Segment, ...] = ()
    block: int = 0

    @property
    def shape(self) -> str:
        """How many segments face how many: "1-1", "2-1", "0-1"."""
        return f"{len(self.source_ids)}-{len(self.target_ids)}"


@dataclass(frozen=True, slots=True)
class ExportHeader:
    """What is true of all rows of a file, and how the file is to be written."""

    title: str
    source_language: Language
    target_language: Language
    level: Level
    created_at: datetime
    byte_order_mark: bool = True


class Writer(Protocol):
    """Writes rows in one format; ``name`` is what people call the format."""

    @property
    def name(self) -> str:
        """What people call the format."""

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters the format could not hold and were left out."""
