"""``taqabul backup`` and ``taqabul restore``: copies of a library, made, listed and brought back."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing, same
from taqabul.cli.terminal import ask_secretly, put_json, put_table, say
from taqabul.workflow import backups, encrypting
from taqabul.workflow.library import library_path


def backup(
    library: LibraryFile = None,
    only_list: Annotated[
        bool, typer.Option("--list", help="Show the copies there are and what they hold; make none.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Copy the library as it is now, while others may be at work in it.

    Copies that are made by themselves, once a day and before what cannot be undone, give way to later ones: of the last seven
    days and four weeks one stays each. Those made by this command stay.
    """
    location = library_path(library)
    with existing(location) as ours:
        made = None if only_list else backups.keep(ours, backups.Reason.ASKED)
        place = backups.folder(ours)
    if made is not None:
        say(f"{made.path} ({made.size:,} bytes)")
    if not (only_list or as_json):
        return
    kept = backups.list_copies(location)
    if as_json:
        put_json({"folder": str(place), "copies": [_as_object(one) for one in kept]})
        return
    headings = ("copy", "made", "because", "documents", "bitexts", "edits", "bytes", "sound")
    put_table(headings, map(_cells, kept))
    say(f"Copies: {place}")


def restore(
    copy: Annotated[
        str, typer.Argument(metavar="COPY", help="A copy's name in taqabul backup --list, or a file.")
    ],
    library: LibraryFile = None,
) -> None:
    """Have the library hold what a copy holds. What it held is kept as a copy of its own."""
    location = library_path(library)
    chosen = backups.choose(location, copy)
    encrypting.unlock_copy(location, chosen, ask_secretly)
    before = backups.restore(location, chosen)
    say(f"{location} holds what {Path(copy).name} held.")
    if before is not None:
        say(f"To take this back: taqabul restore {before.path.name}{same(library)}")


def _cells(kept: backups.Kept) -> tuple[str, ...]:
    one = kept.copy
    counts = (kept.documents, kept.bitexts, kept.edits, one.size)
    made = f"{one.at.astimezone():%Y-%m-%d %H:%M}"
    return (one.path.name, made, one.reason, *map(str, counts), kept.fault or "yes")


def _as_object(kept: backups.Kept) -> dict[str, object]:
    one = kept.copy
    return {
        "name": one.path.name,
        "made": one.at.isoformat(),
        "because": one.reason,
        "documents": kept.documents,
        "bitexts": kept.bitexts,
        "edits": kept.edits,
        "bytes": one.size,
        "sound": not kept.fault,
        "fault": kept.fault,
    }
