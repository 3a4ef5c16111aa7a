"""What a writer is given: the pairs as rows, and what is true of all of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, NamedTuple, Protocol, runtime_checkable

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Language
from taqabul.domain.options import Level
from taqabul.formats.losses import Kind


class Segment(NamedTuple):
    """A paragraph or sentence of a pair: the number people see, its text, and where it stands in its document.

    ``place`` sorts the segments of a document. ``imported`` is the text before people corrected it, None where
    nobody did, or where it is unknown because the segment is a part of its paragraph. ``corrected_by`` and
    ``corrected_at`` are known for formats that tell them.
    """

    number: str
    text: str
    place: tuple[int, int] = (0, 0)
    imported: str | None = None
    corrected_by: str = ""
    corrected_at: datetime | None = None


class ExportRow(NamedTuple):
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
    evidence: Mapping[str, float] = MappingProxyType({})
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
    """What is true of all rows of a file, and how the file is to be written; ``file_name`` is what it is asked for as."""

    title: str
    source_language: Language
    target_language: Language
    level: Level
    created_at: datetime
    byte_order_mark: bool = True
    file_name: str = "bitext"


class Described(Protocol):
    """What every writer tells of itself: ``name`` is what people call the format."""

    @property
    def name(self) -> str:
        """What people call the format."""

    @property
    def cannot_hold(self) -> frozenset[Kind]:
        """What of pairs the format loses."""


class Writer(Described, Protocol):
    """Writes rows into one file."""

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters the format could not hold and were left out."""


@runtime_checkable
class PartsWriter(Described, Protocol):
    """Writes rows into several files that belong together."""

    def parts(self, out: Path, header: ExportHeader) -> list[Path]:
        """The files that are written where ``out`` is asked for."""

    def write_parts(self, rows: Iterable[ExportRow], outs: Sequence[BinaryIO], header: ExportHeader) -> int:
        """Write all rows; return how many characters the format could not hold and were left out."""


def cells_of(row: ExportRow) -> tuple[str, ...]:
    """A pair as the cells of a table, in the order of ``csv_table.COLUMNS``."""
    return (
        row.id,
        row.source,
        row.target,
        " ".join(row.source_ids),
        " ".join(row.target_ids),
        row.shape,
        row.status.value,
        "" if row.confidence is None else f"{row.confidence:.4f}",
        "\n".join(row.notes),
        row.reason,
    )
