"""``taqabul terms``: words that the confirmed pairs of a bitext keep saying for each other."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import put_json, put_table, say
from taqabul.domain.ids import BitextId
from taqabul.workflow.projects import bitext_summary
from taqabul.workflow.terms import CANDIDATE_COLUMNS, candidates_of, write_candidates


def terms(
    bitext: Annotated[int, typer.Option("--bitext", metavar="ID", help="The id that taqabul list shows.")],
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="OUT", help="Write a .csv that check --terms reads.", show_default=False
        ),
    ] = None,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """Propose terms out of the confirmed pairs of a bitext."""
    with existing(library) as opened:
        found = candidates_of(opened, BitextId(bitext))
        confirmed = bitext_summary(opened, BitextId(bitext)).confirmed
    if output is not None:
        write_candidates(output, found)
    if as_json:
        put_json([one._asdict() for one in found])
    elif output is None:
        put_table(
            CANDIDATE_COLUMNS, [(one.arabic, one.english, str(one.pairs), f"{one.dice:.2f}") for one in found]
        )
    say(f"{len(found)} term candidates from {confirmed} confirmed pairs")
    if not confirmed:
        say("Confirm in the window the pairs that are right: terms are sought in those alone.")
