"""``taqabul evaluate``: the aligner against alignments that people made."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson
from taqabul.cli.engine_choices import EngineChoices
from taqabul.cli.evaluation_json import report_as_object
from taqabul.cli.option_groups import with_groups
from taqabul.cli.terminal import is_for_people, progress_bar, put, put_json, put_table, say
from taqabul.domain.options import Level
from taqabul.workflow.evaluating import evaluate as evaluate_gold
from taqabul.workflow.evaluation_report import EvaluationReport, EvaluationRow, Interval, Tally
from taqabul.workflow.exporting import check_place
from taqabul.workflow.measuring import Cost

_SCORES = (
    "set", "variant", "documents", "strict precision", "strict recall", "strict F1", "95 %",
    "pair F1", "95 %", "seconds",
)  # fmt: skip
_SHAPES = ("variant", "shape", "in the gold", "found", "right", "precision", "recall")
_CALIBRATION = ("confidence from", "to", "links", "mean confidence", "right")

Gold = Annotated[
    list[Path], typer.Argument(metavar="GOLD.jsonl", help="Files of documents whose links are known.")
]
Predictions = Annotated[
    Path | None,
    typer.Option(
        "--predictions", metavar="OUT.jsonl", help="Write the links found into this file.", show_default=False
    ),
]
GoldLevel = Annotated[
    Level,
    typer.Option("--level", help="sentence: the gold's segments are the sentences of one paragraph."),
]


@with_groups
def evaluate(
    gold: Gold,
    *,
    predictions: Predictions = None,
    level: GoldLevel = Level.PARAGRAPH,
    engines: EngineChoices,
    as_json: AsJson = False,
) -> None:
    """Align gold documents and print how many links were found, and what confidence is worth.

    Three tables: scores by set and variant, links by their shape, right links by confidence. The
    intervals hold 95 % of the scores of documents drawn again and again (of links, where there is only
    one document).
    """
    if predictions:
        check_place(predictions)
    with progress_bar("Evaluating") as progress:
        options = engines.options
        report = evaluate_gold(gold, predictions, options, progress, level)
    if as_json:
        put_json(report_as_object(report))
    else:
        _put_tables(report)
    if predictions:
        say(f"Written: {predictions}")


def _put_tables(report: EvaluationReport) -> None:
    put_table(_SCORES, [*map(_scores, report.rows), *_means(report)], "Links found")
    _part()
    put_table(_SHAPES, _shapes(report), "By shape")
    _part()
    put_table(_CALIBRATION, _calibration(report.tally), "By confidence")
    reliability = report.tally.reliability
    sure = reliability.sure
    say(
        f"Of {sure.links} links with a confidence of 0.9 or more, {sure.right_share:.1%} are right; "
        f"expected calibration error {reliability.expected_error:.3f}."
    )
    documents = sum(row.documents for row in report.rows)
    say(f"{documents} documents aligned by {report.level} ({report.engine}): {_in_words(report)}.")


def _part() -> None:
    """An empty line between two tables; a terminal shows their titles."""
    if not is_for_people():
        put("")


def _scores(row: EvaluationRow) -> tuple[str, ...]:
    strict, pairs = row.strict, row.pairs
    return (
        row.set, row.variant, str(row.documents),
        _figure(strict.precision), _figure(strict.recall), _figure(strict.f1), _span(row.strict_interval),
        _figure(pairs.f1), _span(row.pair_interval), f"{row.seconds:.1f}",
    )  # fmt: skip


def _means(report: EvaluationReport) -> Iterator[tuple[str, ...]]:
    """The mean over the sets, a row a variant."""
    spans = report.mean_strict_interval
    for variant, mean in report.mean_strict_f1.items():
        yield "mean", variant, "", "", "", _figure(mean), _span(spans[variant]), "", "", ""


def _shapes(report: EvaluationReport) -> Iterator[tuple[str, ...]]:
    for variant, tally in report.tallies.items():
        for shape, score in tally.shapes.items():
            counts = (score.wanted, score.found, score.right)
            # The found links that cross are counted apart from the right ones: see shape_scores.
            precision = _figure(score.precision) if score.found and shape != "crossing" else ""
            recall = _figure(score.recall) if score.wanted else ""
            yield variant, shape, *map(str, counts), precision, recall


def _calibration(tally: Tally) -> Iterator[tuple[str, ...]]:
    for low, high, held in tally.reliability.ranges:
        shares = (held.mean_confidence, held.right_share)
        yield f"{low:.2f}", f"{high:.2f}", str(held.links), *map(_figure, shares)


def _in_words(report: EvaluationReport) -> str:
    cost = report.cost
    return ", ".join(
        (
            f"{cost.seconds - report.loading:.1f} s and {report.loading:.1f} s to load the encoder",
            f"{cost.processor_seconds:.1f} s of processors",
            *_memory(cost),
        )
    )


def _memory(cost: Cost) -> Iterator[str]:
    if cost.memory is None:
        yield "this system does not tell the peak memory"
    else:
        yield f"peak memory {_megabytes(cost.memory)}"
    if cost.largest_child:
        yield f"its largest helper {_megabytes(cost.largest_child)}"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def _figure(value: float) -> str:
    return f"{value:.3f}"


def _span(span: Interval) -> str:
    return f"{span.low:.3f}-{span.high:.3f}"
