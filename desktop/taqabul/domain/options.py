"""What a person may choose about importing, aligning and exporting."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.files import Aside, Metadata
from taqabul.domain.language import Language

Progress = Callable[[int, int], None]
"""Called with (done, total); raises Cancelled to stop the work."""


def no_progress(done: int, total: int) -> None:
    """Watch nothing."""


class ParagraphRule(StrEnum):
    """What parts two paragraphs of a plain text."""

    AUTO = "auto"
    BLANK_LINES = "blank-lines"
    LINES = "lines"


class ColumnRole(StrEnum):
    """What a column of a table says of a pair."""

    ARABIC = "ar"
    ENGLISH = "en"
    STATUS = "status"
    CONFIDENCE = "confidence"
    NOTE = "note"
    REASON = "reason"
    SOURCE_IDS = "source-ids"
    TARGET_IDS = "target-ids"


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How files are read. ``encoding`` None means: find out.

    ``columns`` of a table say which column has a role: its number from 1, or its name in the first row; the others are
    guessed. ``sheet`` is that of a workbook; None means the one with most text.
    ``alignment`` is what an aligner wrote of two texts.

    ``encodings`` are those of single files, before ``encoding``. ``repairs`` are made, by their ids. ``leave_out`` is what
    looks like parts of a page in a plain text and is not wanted, ``keep`` what a format says is none of the text and
    is wanted. ``metadata`` is what people say of the text in a language, in place of what its file says. ``languages``
    are those of single paragraphs of a file that holds both, by their words as they were read.
    """

    encoding: str | None = None
    paragraphs: ParagraphRule = ParagraphRule.AUTO
    title: str | None = None
    columns: tuple[tuple[ColumnRole, str], ...] = ()
    sheet: str | None = None
    leave_out: frozenset[Aside] = frozenset()
    alignment: Path | None = None
    keep: frozenset[Aside] = frozenset()
    encodings: Mapping[Path, str] = field(default_factory=dict)
    repairs: frozenset[str] = frozenset()
    metadata: Mapping[Language, Metadata] = field(default_factory=dict)
    languages: Mapping[str, Language] = field(default_factory=dict)


class EngineChoice(StrEnum):
    """Which evidence the aligner may use."""

    AUTO = "auto"
    LEXICAL = "lexical"


@dataclass(frozen=True, slots=True)
class AlignOptions:
    """How texts are aligned. ``jobs`` 0 means: as many processors as this process may use.

    ``model`` is the folder of a sentence-transformers model to use instead of the embedded encoder.
    """

    engine: EngineChoice = EngineChoice.AUTO
    jobs: int = 0
    model: str | None = None


class Level(StrEnum):
    """The size of the segments that face each other."""

    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"


class Wording(StrEnum):
    """Which text is exported: as people corrected it, or as it was imported."""

    CORRECTED = "corrected"
    ORIGINAL = "original"


class PairOrder(StrEnum):
    """In which order pairs are exported: as the rows stand, or as the text of one side runs."""

    ROWS = "rows"
    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """Which pairs are exported, and how.

    Links below ``min_confidence`` are left out; confirmed ones and those a person made count as 1. Where the original
    is wanted of sentences, a pair with a corrected paragraph is exported whole: nothing tells where its sentences
    were before.
    """

    level: Level = Level.PARAGRAPH
    statuses: frozenset[LinkStatus] = field(
        default_factory=lambda: frozenset(LinkStatus) - {LinkStatus.REJECTED}
    )
    min_confidence: float = 0.0
    one_sided: bool = False
    byte_order_mark: bool = True
    wording: Wording = Wording.CORRECTED
    order: PairOrder = PairOrder.ROWS
