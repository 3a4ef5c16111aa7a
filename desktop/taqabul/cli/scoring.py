"""``taqabul score``: what the errors marked in a translation come to."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import progress_bar, put, put_json, put_table, say
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Language
from taqabul.workflow import printed_score, score_report
from taqabul.workflow.marked_errors import Evaluated, evaluated
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.scoring import Basis, Group, Grouping, Scorecard, ScoreOptions, score, score_groups

_SCORES = ("name", "errors", "points", "words", "score", "interval")


class ProfileChoice(StrEnum):
    """The profiles by name."""

    MQM = "mqm"
    WMT = "wmt"
    LISA = "lisa"


def score_translation(
    bitext: Annotated[
        int | None,
        typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.", show_default=False),
    ] = None,
    *,
    by: Annotated[
        Grouping | None,
        typer.Option("--by", help="Score the whole library, put together by this.", show_default=False),
    ] = None,
    profile: Annotated[
        ProfileChoice, typer.Option("--profile", help="What errors cost.")
    ] = ProfileChoice.MQM,
    words: Annotated[Basis, typer.Option("--words", help="Whose words are counted.")] = Basis.SOURCE,
    annotator: Annotated[
        list[str] | None,
        typer.Option("--annotator", metavar="NAME", help="Count this person's marks only; may be repeated."),
    ] = None,
    passing: Annotated[
        float | None, typer.Option("--passing", help="The lowest calibrated score that passes (MQM).")
    ] = None,
    acceptable: Annotated[
        float | None,
        typer.Option("--acceptable", help="Points in a thousand words that just pass (MQM)."),
    ] = None,
    corrected: Annotated[
        bool,
        typer.Option(
            "--corrected/--no-corrected", help="Count errors that are corrected by now, or only what is left."
        ),
    ] = True,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write a report to print: .html.")
    ] = None,
    report_language: Annotated[
        Language, typer.Option("--report-language", help="The language of the report.")
    ] = Language.ENGLISH,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """Score a translation by the errors marked in it."""
    if (bitext is None) == (by is None):
        raise InvalidInput("Say what to score.", "Give --bitext ID, or --by for the whole library.")
    if output is not None and (bitext is None or output.suffix.lower() not in printed_score.SUFFIXES):
        raise InvalidInput("A report is of one bitext, as .html.", "For example: --bitext 1 -o report.html")
    options = ScoreOptions(profile.value, words, tuple(annotator or ()), passing, acceptable, corrected)
    with existing(library) as opened:
        if by is not None:
            with progress_bar("Scoring") as progress:
                _put_groups(score_groups(opened, by, options, progress), as_json=as_json)
            return
        found = BitextId(bitext or 0)
        material = evaluated(opened, found, bitext_summary(opened, found).title)
    card = score(material, options)
    if output is not None:
        printed_score.write_report(output, material, options, report_language)
        say(f"Written: {output}")
    if as_json:
        put_json(score_report.as_object(material, options))
        return
    _put_card(card, material)


def _put_groups(groups: list[Group], *, as_json: bool) -> None:
    if as_json:
        put_json(
            [
                {"name": one.name, "bitexts": list(one.bitexts)} | score_report.figures(one.card)
                for one in groups
            ]
        )
        return
    put_table(_SCORES, [_row(one.name or "–", one.card) for one in groups])


def _put_card(card: Scorecard, material: Evaluated) -> None:
    put_table(
        ("type", "neutral", "minor", "major", "critical", "points"),
        [
            (
                score_report.name_of(line.label, material.names),
                *(str(line.counts.get(one, 0)) for one in card.severities),
                f"{line.points:g}",
            )
            for line in card.lines
        ],
        "Errors",
    )
    put("")
    put_table(_SCORES, [_row(material.title, card)], "Score")
    for line in _remarks(card):
        say(line)


def _row(name: str, card: Scorecard) -> tuple[str, ...]:
    return (
        name,
        str(card.errors),
        f"{card.points:g}",
        f"{card.words:g}",
        score_report.figure(card.score),
        score_report.span(card),
    )


def _remarks(card: Scorecard) -> Iterator[str]:
    yield f"{card.profile.name}: {card.profile.formula}."
    yield from score_report.remarks(card)
