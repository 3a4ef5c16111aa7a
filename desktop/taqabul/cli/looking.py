"""``taqabul align --dry-run``: what files hold and what would be done with them, before anything is kept."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Annotated

import typer

from taqabul.cli.terminal import put_json, put_table, say
from taqabul.domain.language import Language
from taqabul.text.repairs import REPAIRS
from taqabul.workflow.diagnosis import Diagnosis, Finding, Passage

DryRun = Annotated[
    bool,
    typer.Option(
        "--dry-run",
        help="Only tell what the files hold, what is odd in them and what would be kept.",
        show_default=False,
    ),
]
Repairs = Annotated[
    list[str] | None,
    typer.Option(
        "--repair",
        metavar="ID",
        help=f"Mend texts on the way in: {', '.join(one.id for one in REPAIRS)} or all. May be given several times.",
        show_default=False,
    ),
]

_HEADINGS = ("language", "number", "what", "text")


def tell(diagnosis: Diagnosis, *, as_json: bool) -> None:
    """Print a diagnosis. Raises what speaks against aligning the files."""
    if as_json:
        put_json(_as_object(diagnosis))
        return
    for finding in diagnosis.findings:
        say(_line(finding))
    for language, metadata in diagnosis.metadata.items():
        told = ", ".join(f"{name} “{value}”" for name, value in asdict(metadata).items() if value)
        say(f"{language.name.capitalize()}: {told}.")
    put_table(_HEADINGS, _cells(diagnosis))
    say("Nothing was kept.")
    if diagnosis.problem is not None:
        raise diagnosis.problem


def _line(finding: Finding) -> str:
    if not finding.is_choice:
        return finding.text
    if finding.repair:
        return f"{finding.text} [--repair {finding.repair}{', done' if finding.done else ''}]"
    return f"{finding.text} [{'done; --keep' if finding.done else '--leave-out'} {finding.aside}]"


def _cells(diagnosis: Diagnosis) -> Iterator[tuple[str, ...]]:
    for language, passage in _passages(diagnosis):
        number = "–" if passage.number is None else str(passage.number)
        yield language, number, passage.aside or passage.kind, passage.text


def _passages(diagnosis: Diagnosis) -> Iterator[tuple[Language, Passage]]:
    for language, passages in diagnosis.passages.items():
        for passage in passages:
            yield language, passage


def _as_object(diagnosis: Diagnosis) -> dict[str, object]:
    problem = diagnosis.problem
    return {
        "files": [
            {
                "path": str(one.path),
                "encoding": one.encoding,
                "problem": None if one.problem is None else one.problem.message,
            }
            for one in diagnosis.sources
        ],
        "problem": None if problem is None else {"message": problem.message, "hint": problem.hint},
        "asks": diagnosis.asks,
        "findings": [asdict(finding) for finding in diagnosis.findings],
        "metadata": {language: asdict(metadata) for language, metadata in diagnosis.metadata.items()},
        "changes": {
            name: [asdict(change) for change in changes] for name, changes in diagnosis.shown.items()
        },
        "paragraphs": [
            {"language": language, **asdict(passage)} for language, passage in _passages(diagnosis)
        ],
    }
