"""``taqabul export``: a bitext of the library as files."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.annotating import check_annotations, taken_as_object, write_annotations
from taqabul.cli.choices import (
    AsJson,
    LibraryFile,
    MapFile,
    existing,
)
from taqabul.cli.option_groups import with_groups
from taqabul.cli.pair_choices import PairChoices
from taqabul.cli.terminal import progress_bar, put_json, say
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.options import AlignOptions, ExportOptions
from taqabul.workflow.annotating.taking_out import format_names, is_for_annotations
from taqabul.workflow.exporting import (
    ExportCounts,
    ExportReport,
    check_output,
    export_formats,
    language_alone,
)
from taqabul.workflow.exporting import export as export_bitext
from taqabul.workflow.library import Library
from taqabul.workflow.mapping import check_picture, draw_map

Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help=f"A file to write. The pairs: {', '.join(export_formats())}; what people wrote on them: "
        ".json, .jsonld, .its.xlf, .brat.zip and others (see --format). May be given several times.",
        show_default=False,
    ),
]
Format = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="NAME",
        help=f"Write the annotations in this format, whatever the file is called: {', '.join(format_names())}.",
        show_default=False,
    ),
]


@with_groups
def export(
    context: typer.Context,
    bitext: Annotated[int, typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.")],
    *,
    output: Outputs = None,
    format_: Format = None,
    map_file: MapFile = None,
    library: LibraryFile = None,
    choices: PairChoices,
    as_json: AsJson = False,
) -> None:
    """Write a bitext of the library into files; the extension says the format.

    What a format cannot hold of the annotations is told before it is written.
    """
    if not (output or map_file):
        raise InvalidInput("Say where to write the pairs.", "For example: -o pairs.tmx")
    outputs, options = choices.decided(context, output or [])
    annotated = [out for out in outputs if format_ is not None or is_for_annotations(out)]
    paired = [out for out in outputs if out not in annotated]
    check_annotations(annotated, format_)
    check_files(paired, map_file)
    with existing(library) as opened_library:
        reports = write_files(opened_library, BitextId(bitext), paired, options)
        taken = write_annotations(opened_library, BitextId(bitext), annotated, format_)
        if map_file:
            write_map(opened_library, BitextId(bitext), map_file, AlignOptions())
    if as_json:
        exports = [report_as_object(report) for report in reports] + [taken_as_object(one) for one in taken]
        put_json({"bitext": bitext, "exports": exports, "map": str(map_file) if map_file else None})


def check_files(outputs: list[Path], map_file: Path | None) -> None:
    """Raise UnsupportedFormat or CannotWrite where writing is known to fail, before any work."""
    for out in outputs:
        check_output(out)
    if map_file:
        check_picture(map_file)


def write_files(
    library: Library, bitext: BitextId, outputs: list[Path], options: ExportOptions
) -> list[ExportReport]:
    """Write the pairs into every file, and say what went where."""
    reports = []
    for out in outputs:
        with progress_bar(f"Writing {out.name}") as progress:
            reports.append(export_bitext(library, bitext, out, options, progress))
        say_report(reports[-1])
    return reports


def write_map(library: Library, bitext: BitextId, out: Path, options: AlignOptions) -> None:
    """Draw the alignment map, and say where it is."""
    with progress_bar("Drawing the map") as progress:
        draw_map(library, bitext, out, options, progress)
    say(f"Written: {out} (alignment map)")


def say_report(report: ExportReport) -> None:
    """Tell what was written where, and what was not."""
    names = ", ".join(str(file) for file in report.files)
    alone = language_alone(report.path) is not None
    written = f"{report.counts.exported} paragraphs" if alone else in_words(report.counts)
    say(f"Written: {names} ({written})")
    if report.dropped_characters:
        say(f"  {report.dropped_characters} characters were left out: the format cannot hold them.")
    for line in report.losses:
        say(f"  {line}")


def in_words(counts: ExportCounts) -> str:
    """The counts as people read them."""
    reasons = (
        (counts.left_out_one_sided, "one-sided"),
        (counts.left_out_confidence, "not sure enough"),
        (counts.left_out_status, "by status"),
    )
    left_out = ", ".join(f"{number} {reason}" for number, reason in reasons if number)
    written = f"{counts.exported} of {counts.total} pairs"
    return f"{written}; left out: {left_out}" if left_out else written


def counts_as_object(counts: ExportCounts) -> dict[str, int]:
    """The counts as JSON holds them."""
    return {
        "total": counts.total,
        "exported": counts.exported,
        "left_out_status": counts.left_out_status,
        "left_out_confidence": counts.left_out_confidence,
        "left_out_one_sided": counts.left_out_one_sided,
    }


def report_as_object(report: ExportReport) -> dict[str, object]:
    """A report as JSON holds it."""
    return {
        "path": str(report.path),
        "counts": counts_as_object(report.counts),
        "files": [str(file) for file in report.files],
        "dropped_characters": report.dropped_characters,
        "losses": list(report.losses),
    }
