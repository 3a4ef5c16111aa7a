"""What a writer is given: the pairs as rows, and what is true of all of them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO, Protocol

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Language
from taqabul.domain.options import Level


@dataclass(frozen=True, slots=True)
class ExportRow:
    """One pair: m source segments facing n target segments; an empty side is an empty string.

    ``source_ids`` and ``target_ids`` number the segments as people see them: "3" is paragraph 3,
    "3.2" its second sentence. ``confidence`` is None where a person made the link.
    ``reason`` is why somebody marked it for review.
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
