"""A score in figures: for people in a line, and for programs as an object."""

from collections.abc import Callable, Iterator, Mapping

from taqabul.domain.labels import Words
from taqabul.workflow.marked_errors import Evaluated, MarkedError
from taqabul.workflow.scoring import Line, Scorecard, ScoreOptions, chosen_errors, corrected_errors, score

Say = Callable[[str], str]
"""Gives a sentence in the language that is wanted; in English it is itself."""


def remarks(card: Scorecard, say: Say = str, apart: Callable[[str], str] = str) -> Iterator[str]:
    """What has to be known to read the score rightly; ``apart`` sets a name apart from the words around it."""
    if not card.words:
        yield say("There is no translation to score: nothing faces this text.")
    elif card.is_small:
        small = (
            "Only {words} words: below 500 a score says little. Look at the interval, or evaluate more text."
        )
        yield say(small).format(words=f"{card.words:g}")
    if card.unrated:
        yield say("Errors without a severity, which cost nothing: {n}.").format(n=card.unrated)
    if len(card.annotators) > 1 and not card.profile.per_pair:
        added = say("The marks of {n} people are added up: {names}.")
        yield added.format(n=len(card.annotators), names=say(", ").join(map(apart, card.annotators)))
    if (
        card.passed is False
        and card.profile.fatal
        and any(card.severities[one] for one in card.profile.fatal)
    ):
        yield say("A critical error fails a text whatever its score.")


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
