"""``taqabul verify`` and ``taqabul compact``: whether a library is whole, and what of its history it keeps."""

from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import counted, progress_bar, put_json, put_table, say
from taqabul.workflow.compacting import compact as let_go
from taqabul.workflow.compacting import countable
from taqabul.workflow.verifying import verify as look_through

NOT_WHOLE = 1
"""The exit code where something is wrong with the library."""
FROM_FILE = "taqabul backup --list shows the copies of it; taqabul restore brings one back."
FROM_SERVER = "What pg_dump kept of it, pg_restore brings back."


def verify(library: LibraryFile = None, as_json: AsJson = False) -> None:
    """Look through the whole library: the file, texts, pairs, and the journal replayed from first to last.

    Ends with 1 where something is wrong; nothing is changed.
    """
    with existing(library) as ours, progress_bar("Looking through the library") as progress:
        found = look_through(ours, progress)
        location, in_file = ours.location, ours.file is not None
    if as_json:
        put_json({"library": location, **asdict(found)})
    else:
        put_table(("where", "what is wrong"), [(fault.part, fault.message) for fault in found.faults])
    began = f", from line {found.since} on" if found.since else ""
    looked, replayed = counted(found.bitexts, "bitext"), counted(found.lines, "line")
    say(f"{looked} looked through, {replayed} of the journal replayed{began}.")
    if found.faults:
        say(f"{counted(len(found.faults), 'fault')} in {location}. {FROM_FILE if in_file else FROM_SERVER}")
        raise typer.Exit(NOT_WHOLE)
    say("All is well.")


def compact(
    library: LibraryFile = None,
    keep_days: Annotated[
        int, typer.Option("--keep-days", min=0, metavar="N", help="Keep the history of the last N days.")
    ] = 90,
    yes: Annotated[bool, typer.Option("--yes", help="Do it; without this, only say what would go.")] = False,
) -> None:
    """Let old history go. What it tells of stays as it is, but cannot be undone or brought back any more."""
    before = datetime.now(UTC) - timedelta(days=keep_days)
    with existing(library) as ours:
        if not yes:
            say(
                f"Of the history, {counted(countable(ours, before), 'line')} would go, with undo beyond. Add --yes to do it."
            )
            return
        with progress_bar("Compacting") as progress:
            done = let_go(ours, before, progress)
    say(f"Of the history, {counted(done.lines, 'line')} went; the library holds what it held.")
