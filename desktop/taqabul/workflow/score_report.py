"""A scorecard to print, as HTML that browsers and Qt both set; and for programs, as an object."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Final

from taqabul.domain.labels import Words
from taqabul.domain.language import Direction, Language
from taqabul.formats.atomic import replacing
from taqabul.workflow.marked_errors import Evaluated, MarkedError
from taqabul.workflow.scoring import (
    SEVERITIES,
    Basis,
    Line,
    Scorecard,
    ScoreOptions,
    chosen_errors,
    corrected_errors,
    score,
)

SUFFIXES: Final = (".html", ".htm")
BAR, SMALL_BAR = 260, 100
COLOURS: Final = {"neutral": "#999999", "minor": "#56b4e9", "major": "#e69f00", "critical": "#d55e00"}
"""Severities in Okabe and Ito's colours; the words stand beside them."""
_BASES = {
    Basis.SOURCE: "words of the original",
    Basis.TARGET: "words of the translation",
    Basis.BOTH: "words, the mean of both sides",
}
_STYLE = """
body { font-family: 'Noto Sans', 'Noto Naskh Arabic', sans-serif; font-size: 10pt; color: #1b1f24; }
h1 { font-size: 17pt; } h2 { font-size: 12pt; }
td, th { padding: 3px 8px; vertical-align: top; } th { text-align: left; color: #68727d; font-weight: normal; }
.big { font-size: 22pt; font-weight: bold; } .quiet { color: #68727d; } .warning { color: #b04400; }
"""


def write_report(path: Path, material: Evaluated, options: ScoreOptions) -> None:
    """Write the report of one bitext as HTML. Raises CannotWrite, InvalidInput."""
    write_bytes(path, report_html(material, options).encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a report's file. Raises CannotWrite."""
    with replacing(path) as stream:
        stream.write(content)


def report_html(material: Evaluated, options: ScoreOptions) -> str:
    """The report of one bitext: score, points by type and severity, all errors with their places."""
    card = score(material, options)
    title = f"<h1>{_text(material.title)}</h1>"
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'><title>{escape(material.title)}</title>"
        f"<style>{_STYLE}</style></head><body>{title}{_summary(card, material, options)}"
        f"{_severities(card)}{_types(card, material)}{_errors(material, options)}</body></html>\n"
    )


def remarks(card: Scorecard) -> Iterator[str]:
    """What has to be known to read the score rightly."""
    if card.is_small:
        yield (
            f"Only {card.words:g} words: below 500 a score says little. "
            "Look at the interval, or evaluate more text."
        )
    if card.unrated:
        yield f"{card.unrated} of the errors have no severity and cost nothing."
    if len(card.annotators) > 1 and not card.profile.per_pair:
        yield f"The marks of {len(card.annotators)} people are added up: {', '.join(card.annotators)}."
    if (
        card.passed is False
        and card.profile.fatal
        and any(card.severities[one] for one in card.profile.fatal)
    ):
        yield "A critical error fails a text whatever its score."


def figures(card: Scorecard) -> dict[str, object]:
    """A scorecard as JSON holds it."""
    line = card.profile.calibration
    return {
        "profile": card.profile.key,
        "formula": card.profile.formula,
        "errors": card.errors,
        "severities": dict(card.severities),
        "unrated": card.unrated,
        "points": card.points,
        "words": card.words,
        "pairs": card.pairs,
        "points_per_thousand_words": card.per_thousand,
        "score": card.score,
        "unit": card.profile.unit,
        "interval": [card.interval.low, card.interval.high] if card.interval else None,
        "calibrated": card.calibrated,
        "passing": line.passing if line else None,
        "acceptable_points": line.acceptable if line else None,
        "passed": card.passed,
        "small_sample": card.is_small,
        "annotators": list(card.annotators),
    }


def as_object(material: Evaluated, options: ScoreOptions) -> dict[str, object]:
    """One bitext's score as JSON holds it, with a line a type and its errors."""
    card = score(material, options)
    return {
        "bitext": material.bitext,
        "title": material.title,
        "word_basis": options.basis.value,
        "corrected": corrected_errors(material, options),
        "corrected_counted": options.corrected,
        **figures(card),
        "types": [_line(line) for line in card.lines],
        "dimensions": [_line(line) for line in card.dimensions],
        "marks": [_mark(one) for one in chosen_errors(material, options)],
    }


def name_of(label: str, names: Mapping[str, Words]) -> str:
    """A label in words."""
    words = names.get(label, Words())
    return words.english or words.arabic or label


def figure(value: float | None) -> str:
    """A score for people."""
    return "–" if value is None else f"{value:.2f}"


def span(card: Scorecard) -> str:
    """The interval of a score for people."""
    return f"{card.interval.low:.2f}–{card.interval.high:.2f}" if card.interval else "–"


def _line(line: Line) -> dict[str, object]:
    return {"label": line.label, "counts": dict(line.counts), "points": line.points}


def _mark(one: MarkedError) -> dict[str, object]:
    return {
        "row": None if one.row is None else one.row + 1,
        "type": list(one.lineage),
        "severity": one.severity,
        "source": one.source,
        "target": one.target,
        "correction": one.correction,
        "comment": one.comment,
        "annotator": one.annotator,
        "status": one.status.value,
        "corrected": one.is_corrected,
    }


def _summary(card: Scorecard, material: Evaluated, options: ScoreOptions) -> str:
    verdict = {True: "passes", False: "fails", None: ""}[card.passed]
    lines = [
        ("Profile", f"{card.profile.name} ({card.profile.source})"),
        ("Formula", card.profile.formula),
        ("Size", f"{card.words:g} {_BASES[options.basis]}, {card.pairs} pairs"),
        ("Errors", f"{card.errors}, {card.points:g} points, {figure(card.per_thousand)} in a thousand words"),
        (
            "Corrected since",
            f"{corrected_errors(material, options)}, {'' if options.corrected else 'not '}counted",
        ),
        ("95 % interval", f"{span(card)}, drawn from pairs"),
        ("Annotators", ", ".join(card.annotators) or "–"),
    ]
    line = card.profile.calibration
    if line is not None:
        told = f"{figure(card.calibrated)}: {verdict} (line at {line.passing:g}, {line.acceptable:g} points in a thousand words)"
        lines.insert(2, ("Calibrated", told))
    now = f"{datetime.now(UTC).astimezone():%Y-%m-%d %H:%M}"
    warnings = "".join(f"<p class='warning'>⚠ {escape(one)}</p>" for one in remarks(card))
    return (
        f"<p><span class='big'>{figure(card.score)}</span> {escape(card.profile.unit)}"
        f" <span class='quiet'>· {now}</span></p>{warnings}{_table((), lines)}"
    )


def _severities(card: Scorecard) -> str:
    most = max(card.severities.values(), default=0)
    rows = [
        f"<tr><td>{one.capitalize()}</td><td align='right'>{count}</td><td>{_bar(count, most, COLOURS[one])}</td></tr>"
        for one, count in card.severities.items()
    ]
    return f"<h2>By severity</h2><table>{''.join(rows)}</table>"


def _types(card: Scorecard, material: Evaluated) -> str:
    if not card.lines:
        return ""
    most = max(line.points for line in card.lines)
    head = "".join(f"<th>{one}</th>" for one in ("Type", "", *map(str.capitalize, SEVERITIES), "Points", ""))
    rows = []
    for line in card.lines:
        words = material.names.get(line.label, Words(line.label))
        counts = "".join(f"<td align='right'>{line.counts.get(one, 0) or ''}</td>" for one in SEVERITIES)
        rows.append(
            f"<tr>{_cell(words.english or line.label, width='20%')}"
            f"{_cell(words.arabic, Language.ARABIC, width='20%')}{counts}"
            f"<td align='right'>{line.points:g}</td><td width='16%'>{_bar(line.points, most, '#0072b2', SMALL_BAR)}</td></tr>"
        )
    return f"<h2>By type</h2><table width='100%'><tr>{head}</tr>{''.join(rows)}</table>"


def _errors(material: Evaluated, options: ScoreOptions) -> str:
    found = chosen_errors(material, options)
    if not found:
        return ""
    head = "".join(
        f"<th>{one}</th>"
        for one in ("Pair", "Error", "Original", "Translation", "Correction", "Comment", "By")
    )
    source, target = material.languages
    rows = [
        f"<tr><td align='right'>{'–' if one.row is None else one.row + 1}</td>"
        f"<td>{escape(one.name.english or one.name.arabic)}<br>"
        f"<span class='quiet'>{escape(one.severity or '–')}</span></td>"
        f"{_cell(one.source, source)}{_cell(one.target, target)}{_cell(one.correction, target)}"
        f"{_cell(one.comment)}{_cell(one.annotator)}</tr>"
        for one in found
    ]
    return f"<h2>Errors</h2><table width='100%'><tr>{head}</tr>{''.join(rows)}</table>"


def _table(head: Iterable[str], lines: Iterable[tuple[str, str]]) -> str:
    heading = "".join(f"<th>{escape(one)}</th>" for one in head)
    body = "".join(f"<tr><th>{escape(name)}</th><td>{_text(value)}</td></tr>" for name, value in lines)
    return f"<table>{heading}{body}</table>"


def _bar(value: float, most: float, colour: str, longest: int = BAR) -> str:
    """A bar as a table, which is what Qt sets too."""
    width = round(longest * value / most) if most else 0
    if not width:
        return ""
    return f"<table cellspacing='0'><tr><td bgcolor='{colour}' width='{width}' style='padding: 0'>&nbsp;</td></tr></table>"


def _cell(text: str, language: Language | None = None, width: str = "") -> str:
    size = f" width='{width}'" if width else ""
    if language is None:
        return f"<td{size}>{_text(text)}</td>"
    way = "rtl" if language.direction is Direction.RTL else "ltr"
    side = "right" if way == "rtl" else "left"
    words = f"<p dir='{way}' lang='{language.value}' align='{side}' style='margin: 0'>{escape(text)}</p>"
    return f"<td{size}>{words}</td>"


def _text(text: str) -> str:
    """Words whose direction nobody knows, kept apart from what stands around them."""
    return f"<bdi>{escape(text)}</bdi>"
