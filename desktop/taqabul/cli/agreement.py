"""``taqabul agreement``: how well people agree in what they marked, in one library or across several."""

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson
from taqabul.cli.terminal import ask_secretly, is_for_people, put, put_json, put_table, say
from taqabul.domain.errors import InvalidInput
from taqabul.workflow.annotating.agreeing import (
    Agreement,
    AgreementReport,
    Figure,
    agreement_report,
    gather,
    written_on,
)
from taqabul.workflow.annotating.merging import reading_copy

_MEASURES = ("exact", "overlap", "cohen", "fleiss", "alpha", "unitizing")
_HEADINGS = (
    "label", "side", "marks", "F1 exact", "F1 overlap", "Cohen κ", "Fleiss κ", "Krippendorff α", "α of stretches",
)  # fmt: skip


def agreement(
    libraries: Annotated[
        list[Path], typer.Argument(metavar="LIBRARY…", help="One library, or one of each person.")
    ],
    *,
    label_set: Annotated[
        str | None,
        typer.Option("--label-set", metavar="KEY", help="Only labels of this set.", show_default="all"),
    ] = None,
    annotator: Annotated[
        list[str] | None,
        typer.Option(
            "--annotator", metavar="NAME", help="Only these people (may be repeated).", show_default="all"
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Measure how well annotators agree, by label and side, and each two of them. No file is changed."""
    with reading_copy(libraries[0], ask_secretly) as library:
        for path in libraries[1:]:
            with reading_copy(path, ask_secretly) as other:
                for title in gather(library, other, path.stem):
                    say(f"{path.name}: {title} is not in {libraries[0].name}, and left out.")
        written = written_on(library)
        report = agreement_report(library, written, annotator or None, label_set) if written else None
    if report is None or len(report.annotators) < 2:
        raise InvalidInput(
            "Fewer than two people marked anything in the texts that these libraries share.",
            "Name the libraries of two annotators of the same texts.",
        )
    if as_json:
        put_json(_as_object(report))
        return
    put_table(_HEADINGS, map(_cells, report.stretches), "Stretches, by label and side")
    for title, rows in (
        (
            "Each with each, over all labels",
            [(f"{one.one} – {one.other}", one.agreement) for one in report.between],
        ),
        (
            "Labels of whole pairs",
            [(row.label or "all labels", row) for row in report.pairs if row.side is None],
        ),
    ):
        if rows:
            if not is_for_people():
                put("")
            put_table(_HEADINGS, [(name, *_cells(row)[1:]) for name, row in rows], title)
    say(
        f"{len(report.annotators)} annotators: {', '.join(report.annotators)}. In brackets: 95 % bootstrap "
        "intervals over paragraphs; κ and α are reckoned over words."
    )


def _cells(row: Agreement) -> tuple[str, ...]:
    marks = " ".join(f"{name} {count}" for name, count in row.marks)
    figures = (_figure(getattr(row, name)) for name in _MEASURES)
    return (row.label or "all labels", row.side or "both", marks, *figures)


def _figure(figure: Figure) -> str:
    if figure.value is None:
        return "–"
    around = "" if figure.low is None or figure.high is None else f" [{figure.low:z.2f}, {figure.high:z.2f}]"
    return f"{figure.value:z.3f}{around}"


def _as_object(report: AgreementReport) -> dict[str, object]:
    return {
        "annotators": report.annotators,
        "stretches": _rows(report.stretches),
        "between": [{"one": one.one, "other": one.other, **_row(one.agreement)} for one in report.between],
        "pairs": _rows(report.pairs),
    }


def _rows(rows: Iterable[Agreement]) -> list[dict[str, object]]:
    return [{"label": row.label, "side": row.side, **_row(row)} for row in rows]


def _row(row: Agreement) -> dict[str, object]:
    measures = {}
    for name in _MEASURES:
        figure: Figure = getattr(row, name)
        measures[name] = {"value": figure.value, "low": figure.low, "high": figure.high}
    return {"marks": dict(row.marks), **measures}
