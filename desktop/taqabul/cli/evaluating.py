"""``taqabul evaluate``: the aligner against alignments that people made."""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, EncoderFolder, Engine, align_options
from taqabul.cli.terminal import progress_bar, put_json, put_table, say
from taqabul.domain.options import EngineChoice
from taqabul.workflow.evaluating import EvaluationReport, EvaluationRow
from taqabul.workflow.evaluating import evaluate as evaluate_gold
from taqabul.workflow.exporting import check_place

_HEADINGS = ("set", "variant", "documents", "strict precision", "strict recall", "strict F1", "pair F1")

Gold = Annotated[
    list[Path], typer.Argument(metavar="GOLD.jsonl", help="Files of documents whose links are known.")
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        "--predictions", metavar="OUT.jsonl", help="Write the links found into this file.", show_default=False
    ),
]


def evaluate(
    gold: Gold,
    predictions: Predictions = None,
    engine: Engine = EngineChoice.AUTO,
    encoder: EncoderFolder = None,
    as_json: AsJson = False,
) -> None:
    """Align gold documents and print how many links were found, by set and variant."""
    if predictions:
        check_place(predictions)
    with progress_bar("Evaluating") as progress:
        report = evaluate_gold(gold, predictions, align_options(engine, encoder), progress)
    if as_json:
        put_json(_as_object(report))
        return
    put_table(_HEADINGS, [*map(_cells, report.rows), *_means(report)])
    documents = sum(row.documents for row in report.rows)
    say(f"{documents} documents aligned in {report.seconds:.1f} s ({report.engine}).")
    if predictions:
        say(f"Written: {predictions}")


def _cells(row: EvaluationRow) -> tuple[str, ...]:
    figures = (row.strict.precision, row.strict.recall, row.strict.f1, row.pairs.f1)
    return (row.set, row.variant, str(row.documents), *(f"{figure:.3f}" for figure in figures))


def _means(report: EvaluationReport) -> list[tuple[str, ...]]:
    """The mean over the sets, a row a variant."""
    return [
        ("mean", variant, "", "", "", f"{strict:.3f}", "")
        for variant, strict in report.mean_strict_f1.items()
    ]


def _as_object(report: EvaluationReport) -> dict[str, object]:
    return {
        "engine": report.engine,
        "seconds": report.seconds,
        "rows": [
            {
                "set": row.set,
                "variant": row.variant,
                "documents": row.documents,
                "strict": asdict(row.strict) | {"f1": row.strict.f1},
                "pairs": asdict(row.pairs) | {"f1": row.pairs.f1},
            }
            for row in report.rows
        ],
        "mean_strict_f1": report.mean_strict_f1,
    }
