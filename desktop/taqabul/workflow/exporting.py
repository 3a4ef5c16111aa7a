"""The pairs of a bitext as files: which are chosen, how they are counted, how they are written."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Final

from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.domain.options import ExportOptions, Level, Progress, no_progress
from taqabul.formats.atomic import check_place, replacing
from taqabul.formats.jsonl import as_object
from taqabul.formats.losses import Kind, losses
from taqabul.formats.rows import ExportHeader, ExportRow, PartsWriter
from taqabul.formats.side_text import SideWriter
from taqabul.formats.writers import WRITERS, AnyWriter, ending_of, names_correctors, writer_for
from taqabul.storage.database import Transaction, undisturbed
from taqabul.workflow.chosen_pairs import ChosenLinks, Outcome, chosen_links, judged
from taqabul.workflow.corrections import Credits, credits_in
from taqabul.workflow.export_reports import ExportCounts, ExportReport, Foretold, counted
from taqabul.workflow.library import Library
from taqabul.workflow.pair_rows import paragraph_pairs, read_pages, sentence_pairs
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.side_texts import side_texts

__all__ = [
    "ExportCounts",
    "ExportReport",
    "ExportRow",
    "Foretold",
    "as_object",
    "check_output",
    "check_place",
    "ending_of",
    "export",
    "export_formats",
    "first_pairs",
    "foretell",
    "language_alone",
    "output_files",
    "pairs",
    "preview",
]


_PROGRESS_STEP: Final = 100


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
    """What an export with these options would write and leave out."""
    return foretell(library, bitext, None, options).counts


def foretell(
    library: Library,
    bitext: BitextId,
    out: Path | None,
    options: ExportOptions,
    progress: Progress = no_progress,
) -> Foretold:
    """What an export to this place would write, leave out and lose; nothing is lost where no format is named.

    Sentences are read to be counted, which ``progress`` can stop.
    """
    ending = ending_of(out) if out else None
    with library.database.read() as transaction:
        chosen = chosen_links(transaction, bitext, options)
        if options.level is Level.SENTENCE:
            for _ in _exported_rows(transaction, chosen, options, progress, with_evidence=False):
                pass  # judging them counts them
    lost = losses(chosen.holds, WRITERS[ending].cannot_hold) if ending else []
    return Foretold(counted(chosen.tally), tuple(lost))


def language_alone(out: Path) -> Language | None:
    """The language of the one text that a file of this name holds; None where it holds pairs, or is not known."""
    writer = WRITERS.get(ending_of(out) or "")
    return writer.language if isinstance(writer, SideWriter) else None


def pairs(
    library: Library, bitext: BitextId, options: ExportOptions, progress: Progress = no_progress
) -> Iterator[ExportRow]:
    """The pairs an export with these options writes, in the order of the file."""
    with library.database.read() as transaction:
        chosen = chosen_links(transaction, bitext, options)
        yield from _exported_rows(transaction, chosen, options, progress)


def first_pairs(
    library: Library, bitext: BitextId, options: ExportOptions, most: int, progress: Progress = no_progress
) -> list[ExportRow]:
    """The first of the pairs that an export with these options writes."""
    return list(islice(pairs(library, bitext, options, progress), most))


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
    # Rows have no cycles: to search them for some takes a seventh of the time.
    with library.database.read() as transaction, undisturbed():
        chosen = chosen_links(transaction, bitext, options)
        tells = names_correctors(writer) and chosen.has_corrections
        credits_ = credits_in(transaction, bitext) if tells else {}
        with_evidence = Kind.EVIDENCE not in writer.cannot_hold

        rows = _exported_rows(transaction, chosen, options, progress, credits_, with_evidence=with_evidence)
        with ExitStack() as stack:
            streams = [stack.enter_context(replacing(path)) for path in paths]
            if isinstance(writer, PartsWriter):
                dropped = writer.write_parts(rows, streams, header)
            else:
                dropped = writer.write(rows, streams[0], header)
    lost = losses(chosen.holds, writer.cannot_hold)
    return ExportReport(out, counted(chosen.tally), dropped, tuple(paths), tuple(lost))


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
        dropped = writer.write_text(texts, stream, replace(header, title=texts.title))
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


def _exported_rows(
    transaction: Transaction,
    chosen: ChosenLinks,
    options: ExportOptions,
    progress: Progress = no_progress,
    credits_: Credits = MappingProxyType({}),
    *,
    with_evidence: bool = True,
) -> Iterator[ExportRow]:
    """The pairs of the chosen links that are written; those of sentences are judged, and counted, as they are read.

    ``progress`` counts links.
    """
    total = len(chosen.links)

    def tell(done: int) -> None:
        if done % _PROGRESS_STEP == 0 or done == total:
            progress(done, total)

    pages = read_pages(transaction, chosen.links, chosen.blocks, with_evidence=with_evidence)
    if options.level is Level.PARAGRAPH:
        for done, pair in enumerate(paragraph_pairs(pages, options.wording, credits_), start=1):
            yield pair
            tell(done)
        return
    of_links = sentence_pairs(transaction, pages, options.wording, credits_)
    for done, (rows, is_made) in enumerate(of_links, start=1):
        for row in rows:
            confidence = None if is_made else row.confidence
            outcome = judged(row.status, confidence, bool(row.source_ids and row.target_ids), options)
            chosen.tally[outcome] += 1
            if outcome is Outcome.EXPORTED:
                yield row
        tell(done)
