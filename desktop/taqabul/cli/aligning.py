"""``taqabul align``: one bilingual file or two files in, pairs out."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli import exporting, looking
from taqabul.cli.choices import AsJson, LibraryFile, MapFile, Outputs, copy_daily, opened
from taqabul.cli.engine_choices import EngineChoices
from taqabul.cli.option_groups import with_groups
from taqabul.cli.pair_choices import PairChoices
from taqabul.cli.reading_choices import ReadingChoices
from taqabul.cli.terminal import is_for_people, printable, progress_bar, put, put_json, say
from taqabul.domain.ids import BitextId
from taqabul.domain.options import ExportOptions
from taqabul.workflow.aligning import AlignedPair, align_pair
from taqabul.workflow.alone import ENGINE, keep_alone
from taqabul.workflow.doctoring import examine
from taqabul.workflow.exporting import ExportReport, ExportRow, as_object, pairs, preview
from taqabul.workflow.library import Library
from taqabul.workflow.projects import BitextSummary, bitext_summary
from taqabul.workflow.reading_files import check_pair, read_files


@with_groups
def align(
    context: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="SOURCE", help="A file with both languages, or one of the two files.")
    ],
    target: Annotated[
        Path | None, typer.Argument(metavar="TARGET", help="The other file.", show_default=False)
    ] = None,
    *,
    output: Outputs = None,
    map_file: MapFile = None,
    library: LibraryFile = None,
    engines: EngineChoices,
    choices: PairChoices,
    reading: ReadingChoices,
    dry_run: looking.DryRun = False,
    alone: Annotated[
        bool,
        typer.Option(
            "--alone", help="Keep a text in one language by itself, to be annotated.", show_default=False
        ),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Align a bilingual file, or two files; keep the bitext in the library; print or write the pairs."""
    files = [source, *([target] if target else [])]
    import_options, options = reading.options, engines.options
    outputs, export_options = choices.decided(context, output or [])
    exporting.check_files(outputs, map_file)
    if dry_run:
        looking.tell(examine(files, import_options), as_json=as_json)
        return
    read = read_files(files, import_options)
    if not alone:
        check_pair(read, or_else=", or keep it by itself with --alone")
    with opened(library) as opened_library:
        copy_daily(opened_library)
        with progress_bar("Aligning") as progress:
            if alone:
                aligned = keep_alone(opened_library, read)
            else:
                aligned = align_pair(opened_library, read, options, progress)
        _tell(opened_library, aligned.bitext, aligned, ready=read.ready is not None)
        reports = exporting.write_files(opened_library, aligned.bitext, outputs, export_options)
        if map_file:
            exporting.write_map(opened_library, aligned.bitext, map_file, options)
        if as_json:
            result = _as_object(opened_library, aligned.bitext, aligned, export_options, reports)
            put_json(result | {"map": str(map_file) if map_file else None})
        elif not (output or map_file):
            _print_pairs(opened_library, aligned.bitext, export_options)


def _tell(library: Library, bitext: BitextId, aligned: AlignedPair, *, ready: bool) -> None:
    for finding in (*aligned.report.findings, *aligned.remarks):
        say(finding)
    summary = bitext_summary(library, bitext)
    if summary.engine == ENGINE:
        say(f"Kept alone: {summary.links} paragraphs.")
    elif ready:
        if aligned.known:
            say("The library has this file already: here it is as people left it.")
        say(f"{summary.links} links as {summary.engine} gives them.")
    else:
        if aligned.known:
            say("The library has these texts already: aligned again, and what people decided was kept.")
        say(
            f"Aligned {summary.source_paragraphs} source and {summary.target_paragraphs} target paragraphs "
            f"in {summary.links} links ({summary.engine})."
        )
    say(f"Library: {library.location} (bitext {bitext})")


def _print_pairs(library: Library, bitext: BitextId, options: ExportOptions) -> None:
    rows = pairs(library, bitext, options)
    if is_for_people():
        _print_columns(rows, bitext_summary(library, bitext))
    else:
        for row in rows:
            put("\t".join((_sureness(row), _on_one_line(row.source), _on_one_line(row.target))))
    say(f"Shown: {exporting.in_words(preview(library, bitext, options))}.")


def _print_columns(rows: Iterator[ExportRow], summary: BitextSummary) -> None:
    """Tables of a hundred rows each, so that a long text begins to show at once."""
    from taqabul.cli.drawn import draw_sides  # noqa: PLC0415 - the window comes up sooner without

    languages = (summary.source_language, summary.target_language)
    source, target = (language.name.capitalize() for language in languages)
    first = True
    while page := list(islice(rows, 100)):
        cells = ([printable(cell) for cell in (row.source, _sureness(row), row.target)] for row in page)
        draw_sides((source, "Sure", target), cells, with_header=first)
        first = False


def _sureness(row: ExportRow) -> str:
    return "" if row.confidence is None else f"{row.confidence:.2f}"


def _on_one_line(text: str) -> str:
    return printable(" ".join(text.split()))


def _as_object(
    library: Library,
    bitext: BitextId,
    aligned: AlignedPair,
    options: ExportOptions,
    reports: list[ExportReport],
) -> dict[str, object]:
    summary = bitext_summary(library, bitext)
    result: dict[str, object] = {
        "library": str(library.location),
        "bitext": bitext,
        "title": summary.title,
        "engine": summary.engine,
        "findings": [*aligned.report.findings, *aligned.remarks],
        "documents": [
            {
                "id": d.id,
                "title": d.title,
                "language": d.language,
                "paragraphs": d.paragraphs,
                "encoding": d.encoding,
            }
            for d in aligned.report.documents
        ],
        "counts": exporting.counts_as_object(preview(library, bitext, options)),
        "exports": [exporting.report_as_object(done) for done in reports],
    }
    if not reports:
        result["pairs"] = [as_object(row) for row in pairs(library, bitext, options)]
    return result
