"""The pairs of a bitext as files: which are chosen, how they are counted, how they are written."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from math import isnan
from pathlib import Path
from typing import Final

from taqabul.domain.bitext import Link, LinkStatus, SentenceLink
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, SentenceId
from taqabul.domain.options import ExportOptions, Level, Progress, no_progress
from taqabul.formats.atomic import check_place, replacing
from taqabul.formats.jsonl import as_object
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.formats.writers import WRITERS, writer_for
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.rows import STATUSES, Row, iter_rows, read_brief

__all__ = [
    "ExportCounts",
    "ExportReport",
    "ExportRow",
    "as_object",
    "check_output",
    "check_place",
    "export",
    "export_formats",
    "pairs",
    "preview",
]


_PROGRESS_STEP: Final = 100


@dataclass(frozen=True, slots=True)
class ExportCounts:
    """How many pairs there are, and where they go; each pair is counted once.

    A pair left out for more than one reason counts for the first: status, one side empty, confidence.
    """

    total: int
    exported: int
    left_out_status: int
    left_out_confidence: int
    left_out_one_sided: int


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where. ``dropped_characters`` are those the format cannot hold."""

    path: Path
    counts: ExportCounts
    dropped_characters: int


class _Outcome(StrEnum):
    EXPORTED = "exported"
    STATUS = "status"
    ONE_SIDED = "one-sided"
    CONFIDENCE = "confidence"


def export_formats() -> dict[str, str]:
    """The formats a bitext can be written in: extension, with its dot, to name."""
    return {extension: writer.name for extension, writer in WRITERS.items()}


def check_output(out: Path) -> None:
    """Raise UnsupportedFormat or CannotWrite where an export to this place is known to fail."""
    writer_for(out)
    check_place(out)


def preview(library: Library, bitext: BitextId, options: ExportOptions) -> ExportCounts:
    """What an export with these options would write and leave out; quick enough to follow a slider."""
    if options.level is Level.PARAGRAPH:
        return _counts(Counter(_outcomes_in_brief(library, bitext, options)))
    return _counts(Counter(_outcome(link, row, options) for link, row in _all(library, bitext, options)))


def pairs(library: Library, bitext: BitextId, options: ExportOptions) -> Iterator[ExportRow]:
    """The pairs an export with these options writes, in the order of the rows on the screen."""
    for link, row in _all(library, bitext, options):
        if _outcome(link, row, options) is _Outcome.EXPORTED:
            yield row


def export(
    library: Library,
    bitext: BitextId,
    out: Path,
    options: ExportOptions,
    progress: Progress = no_progress,
) -> ExportReport:
    """Write the chosen pairs in the format of the file's extension.

    The file is replaced whole or not at all. Raises UnsupportedFormat, CannotWrite, and Cancelled from
    ``progress``, which counts links.
    """
    writer = writer_for(out)
    tally: Counter[_Outcome] = Counter()

    def chosen() -> Iterator[ExportRow]:
        for link, row in _all(library, bitext, options, progress):
            outcome = _outcome(link, row, options)
            tally[outcome] += 1
            if outcome is _Outcome.EXPORTED:
                yield row

    header = _header(library, bitext, options)
    with replacing(out) as stream:
        dropped = writer.write(chosen(), stream, header)
    return ExportReport(out, _counts(tally), dropped)


def _header(library: Library, bitext: BitextId, options: ExportOptions) -> ExportHeader:
    summary = bitext_summary(library, bitext)
    return ExportHeader(
        title=summary.title,
        source_language=summary.source_language,
        target_language=summary.target_language,
        level=options.level,
        created_at=datetime.now(UTC),
        byte_order_mark=options.byte_order_mark,
    )


def _counts(tally: "Counter[_Outcome]") -> ExportCounts:
    return ExportCounts(
        total=tally.total(),
        exported=tally[_Outcome.EXPORTED],
        left_out_status=tally[_Outcome.STATUS],
        left_out_confidence=tally[_Outcome.CONFIDENCE],
        left_out_one_sided=tally[_Outcome.ONE_SIDED],
    )


def _outcome(link: Link, row: ExportRow, options: ExportOptions) -> _Outcome:
    confidence = None if link.confidence is None else row.confidence
    return _judged(link.status, confidence, bool(row.source_ids and row.target_ids), options)


def _outcomes_in_brief(library: Library, bitext: BitextId, options: ExportOptions) -> Iterator[_Outcome]:
    """The outcomes of paragraph pairs, in one query and without their texts."""
    with library.database.read() as transaction:
        brief = read_brief(transaction, bitext)
    two_sided = (brief.source_first >= 0) & (brief.target_first >= 0)
    for code, confidence, both in zip(
        brief.status, brief.confidence.tolist(), two_sided.tolist(), strict=True
    ):
        yield _judged(STATUSES[code], None if isnan(confidence) else confidence, both, options)


def _judged(
    status: LinkStatus, confidence: float | None, two_sided: bool, options: ExportOptions
) -> _Outcome:
    """Where a pair goes; what a person confirmed or made (confidence None) is sure."""
    if status not in options.statuses:
        return _Outcome.STATUS
    if not (two_sided or options.one_sided):
        return _Outcome.ONE_SIDED
    sure = 1.0 if status is LinkStatus.CONFIRMED or confidence is None else confidence
    return _Outcome.EXPORTED if sure >= options.min_confidence else _Outcome.CONFIDENCE


def _all(
    library: Library, bitext: BitextId, options: ExportOptions, progress: Progress = no_progress
) -> Iterator[tuple[Link, ExportRow]]:
    total = bitext_summary(library, bitext).links
    for done, row in enumerate(iter_rows(library, bitext), start=1):
        whole = options.level is Level.PARAGRAPH or not row.link.sentences
        for export_row in [_paragraph_pair(row)] if whole else _sentence_pairs(row):
            yield row.link, export_row
        if done % _PROGRESS_STEP == 0 or done == total:
            progress(done, total)


def _paragraph_pair(row: Row) -> ExportRow:
    link = row.link
    return ExportRow(
        id=str(link.id),
        source="\n".join(paragraph.text for paragraph in row.source),
        target="\n".join(paragraph.text for paragraph in row.target),
        source_ids=tuple(str(paragraph.number) for paragraph in row.source),
        target_ids=tuple(str(paragraph.number) for paragraph in row.target),
        status=link.status,
        confidence=link.confidence,
        changed_by=link.changed_by,
        changed_at=link.changed_at,
        evidence=link.evidence.parts(),
        notes=tuple(note.text for note in row.notes),
        reason=link.reason,
    )


def _sentence_pairs(row: Row) -> Iterator[ExportRow]:
    source, target = _sentences_of(row.source), _sentences_of(row.target)
    for number, sentence_link in enumerate(row.link.sentences, start=1):
        yield _sentence_pair(row, number, sentence_link, source, target)


_Sentences = dict[SentenceId, tuple[str, str]]
"""Sentences by their id: the number people see, and the text."""


def _sentence_pair(
    row: Row, number: int, sentences: SentenceLink, source: _Sentences, target: _Sentences
) -> ExportRow:
    link = row.link
    return ExportRow(
        id=f"{link.id}.{number}",
        source=" ".join(source[sentence][1] for sentence in sentences.source),
        target=" ".join(target[sentence][1] for sentence in sentences.target),
        source_ids=tuple(source[sentence][0] for sentence in sentences.source),
        target_ids=tuple(target[sentence][0] for sentence in sentences.target),
        status=link.status,
        confidence=sentences.confidence,
        changed_by=link.changed_by,
        changed_at=link.changed_at,
        evidence=sentences.evidence.parts(),
        notes=tuple(note.text for note in row.notes),
        reason=link.reason,
    )


def _sentences_of(paragraphs: tuple[Paragraph, ...]) -> _Sentences:
    return {
        sentence.id: (f"{paragraph.number}.{place}", paragraph.sentence_text(sentence))
        for paragraph in paragraphs
        for place, sentence in enumerate(paragraph.sentences, start=1)
    }
