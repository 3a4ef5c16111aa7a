"""An evaluation as JSON holds it: every count behind the figures."""

from dataclasses import asdict

from taqabul.workflow.evaluation_report import EvaluationReport, EvaluationRow, Interval, Score, Tally


def report_as_object(report: EvaluationReport) -> dict[str, object]:
    """The whole report."""
    spans = report.mean_strict_interval
    return {
        "engine": report.engine,
        "level": report.level,
        "seconds": report.cost.seconds - report.loading,
        "loading_seconds": report.loading,
        "processor_seconds": report.cost.processor_seconds,
        "peak_memory_bytes": report.cost.memory,
        "peak_memory_bytes_of_largest_child": report.cost.largest_child,
        "rows": [_row(row) for row in report.rows],
        "mean_strict_f1": report.mean_strict_f1,
        "mean_strict_f1_interval": {variant: list(spans[variant]) for variant in spans},
        "variants": {variant: _counts(tally) for variant, tally in report.tallies.items()},
        "all": _counts(report.tally),
    }


def _row(row: EvaluationRow) -> dict[str, object]:
    return {
        "set": row.set,
        "variant": row.variant,
        "documents": row.documents,
        "strict": _score(row.strict, row.strict_interval),
        "pairs": _score(row.pairs, row.pair_interval),
        "resampled": row.resampled,
        "seconds": row.seconds,
        **_counts(row.tally),
    }


def _counts(tally: Tally) -> dict[str, object]:
    reliability = tally.reliability
    sure = reliability.sure
    return {
        "shapes": {shape: asdict(score) for shape, score in tally.shapes.items()},
        "calibration": {
            "expected_error": reliability.expected_error,
            "sure": {"from": 0.9, "links": sure.links, "right": sure.right, "share": sure.right_share},
            "bins": [
                {
                    "from": low,
                    "to": high,
                    "links": held.links,
                    "right": held.right,
                    "mean_confidence": held.mean_confidence,
                    "right_share": held.right_share,
                }
                for low, high, held in reliability.ranges
            ],
        },
    }


def _score(score: Score, span: Interval) -> dict[str, object]:
    figures = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return asdict(score) | figures | {"f1_interval": list(span)}
