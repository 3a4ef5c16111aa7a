"""The pairs of a bitext as files: which are chosen, how they are counted, how they are written."""

from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions, Level, Progress, no_progress
from taqabul.formats.atomic import check_place, replacing
from taqabul.formats.jsonl import as_object
from taqabul.formats.losses import losses
from taqabul.formats.rows import ExportHeader, ExportRow, PartsWriter
from taqabul.formats.side_text import SideWriter
from taqabul.formats.writers import WRITERS, AnyWriter, ending_of, names_correctors, writer_for
from taqabul.storage.database import Transaction
from taqabul.workflow.chosen_pairs import ChosenLinks, Outcome, chosen_links, judged
from taqabul.workflow.corrections import Credits, credits_in
from taqabul.workflow.library import Library
from taqabul.workflow.pair_rows import read_rows
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.side_texts import side_texts

__all__ = [
    "ExportCounts",
    "ExportReport",
    "ExportRow",
    "as_object",
    "check_output",
    "check_place",
    "ending_of",
    "export",
    "export_formats",
    "first_pairs",
    "output_files",
    "pairs",
    "preview",
    "told_losses",
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
    """What was written where: ``files`` where it is more than one.

    ``dropped_characters`` are those the format cannot hold; ``losses`` tell what else it cannot, a sentence each.
    """

    path: Path
    counts: ExportCounts
    dropped_characters: int
    files: tuple[Path, ...] = ()
    losses: tuple[str, ...] = ()


def export_formats() -> dict[str, str]:
    """The formats a bitext can be written in: ending of the file's name, with its dot, to name."""
    return {ending: writer.name for ending, writer in WRITERS.items()}


def output_files(library: Library, bitext: BitextId, out: Path) -> list[Path]:
    """The files that an export to this place writes. Raises UnsupportedFormat."""
    return _files(writer_for(out), out, _header(library, bitext, out, ExportOptions()))


def check_output(out: Path) -> None:
    """Raise UnsupportedFormat or CannotWrite where an export to this place is known to fail."""
    writer_for(out)
    check_place(out)


def preview(library: Library, bitext: BitextId, options: ExportOptions) -> ExportCounts:
    """What an export with these options would write and leave out; quick enough to follow a slider."""
    with library.database.read() as transaction:
        chosen = chosen_links(transaction, bitext, options)
        if options.level is Level.SENTENCE:
            chosen.tally.update(outcome for _, outcome in _judged_rows(transaction, chosen, options))
    return _counts(chosen.tally)


def told_losses(library: Library, bitext: BitextId, out: Path, options: ExportOptions) -> list[str]:
    """What of the chosen pairs a file of this name cannot hold, a sentence with a number each."""
    writer = writer_for(out)
    with library.database.read() as transaction:
        return losses(chosen_links(transaction, bitext, options).holds, writer.cannot_hold)


def pairs(library: Library, bitext: BitextId, options: ExportOptions) -> Iterator[ExportRow]:
    """The pairs an export with these options writes, in the order of the file."""
    with library.database.read() as transaction:
        chosen = chosen_links(transaction, bitext, options)
        for row, outcome in _judged_rows(transaction, chosen, options):
            if outcome is Outcome.EXPORTED:
                yield row


def first_pairs(library: Library, bitext: BitextId, options: ExportOptions, most: int) -> list[ExportRow]:
    """The first of the pairs that an export with these options writes."""
    return list(islice(pairs(library, bitext, options), most))


def export(
    library: Library,
    bitext: BitextId,
    out: Path,
    options: ExportOptions,
    progress: Progress = no_progress,
) -> ExportReport:
    """Write the chosen pairs in the format that the ending of the file's name says.

    A file is replaced whole or not at all. Raises UnsupportedFormat, CannotWrite, and Cancelled from
    ``progress``, which counts links.
    """
    writer = writer_for(out)
    header = _header(library, bitext, out, options)
    if isinstance(writer, SideWriter):
        return _export_side(library, bitext, out, writer, header, options)
    paths = _files(writer, out, header)
    with library.database.read() as transaction:
        chosen = chosen_links(transaction, bitext, options)
        tells = names_correctors(writer) and chosen.has_corrections
        credits_ = credits_in(transaction, bitext) if tells else {}

        def exported() -> Iterator[ExportRow]:
            for row, outcome in _judged_rows(transaction, chosen, options, progress, credits_):
                if options.level is Level.SENTENCE:
                    chosen.tally[outcome] += 1
                if outcome is Outcome.EXPORTED:
                    yield row

        with ExitStack() as stack:
            streams = [stack.enter_context(replacing(path)) for path in paths]
            if isinstance(writer, PartsWriter):
                dropped = writer.write_parts(exported(), streams, header)
            else:
                dropped = writer.write(exported(), streams[0], header)
    lost = losses(chosen.holds, writer.cannot_hold)
    return ExportReport(out, _counts(chosen.tally), dropped, tuple(paths), tuple(lost))


def _export_side(
    library: Library,
    bitext: BitextId,
    out: Path,
    writer: SideWriter,
    header: ExportHeader,
    options: ExportOptions,
) -> ExportReport:
    with library.database.read() as transaction, replacing(out) as stream:
        texts = side_texts(transaction, bitext, writer.language, options.wording)
        dropped = writer.write_text(texts, stream, header)
        number = texts.read
    return ExportReport(out, ExportCounts(number, number, 0, 0, 0), dropped, (out,))


def _files(writer: AnyWriter, out: Path, header: ExportHeader) -> list[Path]:
    return writer.parts(out, header) if isinstance(writer, PartsWriter) else [out]


def _header(library: Library, bitext: BitextId, out: Path, options: ExportOptions) -> ExportHeader:
    summary = bitext_summary(library, bitext)
    return ExportHeader(
        title=summary.title,
        source_language=summary.source_language,
        target_language=summary.target_language,
        level=options.level,
        created_at=datetime.now(UTC),
        byte_order_mark=options.byte_order_mark,
        file_name=out.name,
    )


def _counts(tally: "Counter[Outcome]") -> ExportCounts:
    return ExportCounts(
        total=tally.total(),
        exported=tally[Outcome.EXPORTED],
        left_out_status=tally[Outcome.STATUS],
        left_out_confidence=tally[Outcome.CONFIDENCE],
        left_out_one_sided=tally[Outcome.ONE_SIDED],
    )


def _judged_rows(
    transaction: Transaction,
    chosen: ChosenLinks,
    options: ExportOptions,
    progress: Progress = no_progress,
    credits_: Credits = MappingProxyType({}),
) -> Iterator[tuple[ExportRow, Outcome]]:
    """The pairs of the chosen links, each with where it goes; ``progress`` counts links."""
    total = len(chosen.links)
    of_links = read_rows(transaction, chosen.links, chosen.blocks, options, credits_)
    for done, (rows, is_made) in enumerate(of_links, start=1):
        for row in rows:
            outcome = Outcome.EXPORTED
            if options.level is Level.SENTENCE:
                confidence = None if is_made else row.confidence
                outcome = judged(row.status, confidence, bool(row.source_ids and row.target_ids), options)
            yield row, outcome
        if done % _PROGRESS_STEP == 0 or done == total:
            progress(done, total)
