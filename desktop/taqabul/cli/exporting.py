"""``taqabul export``: a bitext of the library as files."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.annotating import check_annotations, taken_as_object, write_annotations
from taqabul.cli.choices import (
    AsJson,
    Levels,
    LibraryFile,
    MapFile,
    MinConfidence,
    NoMark,
    OneSided,
    existing,
)
from taqabul.cli.terminal import progress_bar, put_json, say
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.options import AlignOptions, ExportOptions, Level, PairOrder, Wording
from taqabul.workflow.annotating.taking_out import format_names, is_for_annotations
from taqabul.workflow.export_templates import export_template, named_by
from taqabul.workflow.exporting import ExportCounts, ExportReport, check_output, export_formats
from taqabul.workflow.exporting import export as export_bitext
from taqabul.workflow.library import Library
from taqabul.workflow.mapping import check_picture, draw_map

Statuses = Annotated[
    list[LinkStatus] | None,
    typer.Option(
        "--status",
        help="Keep only pairs of this status; may be given several times. Without it all but the rejected.",
        show_default=False,
    ),
]

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
Text = Annotated[
    Wording, typer.Option("--text", help="The text as people corrected it, or as it was imported.")
]
Order = Annotated[
    PairOrder, typer.Option("--order", help="Pairs as the rows stand, or as the text of one side runs.")
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


Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="NAME",
        help="Choose as the template of this name does, which the window keeps; what is said here as well goes before it.",
        show_default=False,
    ),
]
_CHOICES = {
    "level": "level",
    "status": "statuses",
    "min_confidence": "min_confidence",
    "one_sided": "one_sided",
    "no_bom": "byte_order_mark",
    "text": "wording",
    "order": "order",
}
"""What is said on the command line, and what of ``ExportOptions`` it decides."""


def export(
    context: typer.Context,
    bitext: Annotated[int, typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.")],
    *,
    output: Outputs = None,
    format_: Format = None,
    map_file: MapFile = None,
    library: LibraryFile = None,
    level: Levels = Level.PARAGRAPH,
    status: Statuses = None,
    min_confidence: MinConfidence = 0.0,
    one_sided: OneSided = False,
    text: Text = Wording.CORRECTED,
    order: Order = PairOrder.ROWS,
    template: Template = None,
    no_bom: NoMark = False,
    as_json: AsJson = False,
) -> None:
    """Write a bitext of the library into files; the extension says the format.

    What a format cannot hold of the annotations is told before it is written.
    """
    if not (output or map_file):
        raise InvalidInput("Say where to write the pairs.", "For example: -o pairs.tmx")
    kept = export_template(template) if template else None
    outputs = [named_by(kept, out) if kept else out for out in output or []]
    annotated = [out for out in outputs if format_ is not None or is_for_annotations(out)]
    paired = [out for out in outputs if out not in annotated]
    check_annotations(annotated, format_)
    check_files(paired, map_file)
    statuses = frozenset(status) if status else ExportOptions().statuses
    options = ExportOptions(
        level,
        statuses,
        min_confidence,
        one_sided,
        byte_order_mark=not no_bom,
        wording=text,
        order=order,
    )
    if kept:
        said = {_CHOICES[name] for name in _CHOICES if _is_said(context, name)}
        options = replace(kept.options, **{name: getattr(options, name) for name in said})
    with existing(library) as opened_library:
        reports = write_files(opened_library, BitextId(bitext), paired, options)
        taken = write_annotations(opened_library, BitextId(bitext), annotated, format_)
        if map_file:
            write_map(opened_library, BitextId(bitext), map_file, AlignOptions())
    if as_json:
        exports = [report_as_object(report) for report in reports] + [taken_as_object(one) for one in taken]
        put_json({"bitext": bitext, "exports": exports, "map": str(map_file) if map_file else None})


def _is_said(context: typer.Context, name: str) -> bool:
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


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
    say(f"Written: {names} ({in_words(report.counts)})")
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
