"""``taqabul checkout`` and ``taqabul checkin``: bitexts taken along in a file, and what was done there brought back."""

import shlex
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing, same
from taqabul.cli.terminal import counted, progress_bar, put, put_json, put_table, say
from taqabul.domain.checkouts import Checkout
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.workflow import checking_out
from taqabul.workflow.checked_in import CheckedIn, Conflict, Keep
from taqabul.workflow.checking_in import check_in
from taqabul.workflow.library import Library

OPEN = 1


def checkout(
    bitexts: Annotated[
        list[int] | None, typer.Argument(metavar="BITEXT…", help="Their numbers in taqabul list.")
    ] = None,
    *,
    to: Annotated[
        Path | None,
        typer.Option("--to", metavar="FILE", help="The library file to make.", show_default=False),
    ] = None,
    only_list: Annotated[
        bool, typer.Option("--list", help="Show what is checked out, by whom and where to.")
    ] = False,
    release: Annotated[
        str | None,
        typer.Option(
            "--release",
            metavar="ID",
            help="Forget a checkout, by its id in --list, whose file is lost.",
            show_default=False,
        ),
    ] = None,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """Take bitexts along in a library file of their own, with all that share a text with them.

    They stay where they are, marked as checked out; others may go on working on them. taqabul checkin brings back what
    was done in the file.
    """
    if sum((bool(bitexts), only_list, release is not None)) != 1 or bool(bitexts) != (to is not None):
        raise InvalidInput("Say what to take along and where to.", "taqabul checkout BITEXT… --to FILE")
    with existing(library) as ours:
        if only_list:
            made = checking_out.open_checkouts(ours)
            _list(made, as_json=as_json)
        elif release is not None:
            _release(ours, release)
        elif bitexts and to is not None:
            taken = checking_out.check_out(ours, [BitextId(id_) for id_ in bitexts], to)
            say(f"{to}: bitexts {', '.join(map(str, taken.bitexts))}, checked out by {taken.author}.")
            if as_json:
                put_json(_as_object(taken))


def checkin(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file that taqabul checkout made.")],
    *,
    library: LibraryFile = None,
    keep: Annotated[
        Keep | None,
        typer.Option(
            "--keep",
            help="Where both sides changed the same: take the file's version (mine), or leave the library's (theirs).",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Bring back what was done in a checked-out file, act by act; nothing twice, nothing overwritten unasked.

    What both sides changed is listed with both versions and stays open, with exit code 1, until --keep says which one stays;
    so is what your role in the library does not include.
    """
    with existing(library) as ours, progress_bar("checking in") as progress:
        done = check_in(ours, file, keep, progress=progress)
    if as_json:
        put_json(_outcome(done))
    else:
        for conflict in done.conflicts:
            for line in _told(conflict):
                put(line)
    say(f"{counted(done.came, 'step')} came in, {done.let_go} let go, {len(done.conflicts)} open.")
    if done.conflicts:
        say(
            "The library's versions stay, and nothing is lost: the file keeps the others. Look at both, then say"
        )
        say(f"  taqabul checkin {shlex.quote(str(file))}{same(library)} --keep mine   or   --keep theirs")
    if done.refused:
        say(
            f"Left in the file, because your role does not include so much: {counted(len(done.refused), 'step')}. Have a reviewer or an owner check it in."
        )
        for one in done.refused:
            put(_headline(one))
    if done.others:
        say(f"Made in the file, and left there: {counted(done.others, 'bitext')}.")
    if done.conflicts or done.refused:
        raise typer.Exit(OPEN)


def _told(conflict: Conflict) -> list[str]:
    lines = [f"{_headline(conflict)}: {conflict.why}"]
    for one in conflict.versions:
        lines += [f"  {one.kind}", f"    mine:   {one.wanted or '—'}", f"    theirs: {one.here or '—'}"]
    return lines


def _headline(conflict: Conflict) -> str:
    return f"{conflict.verb} ({conflict.author}, {conflict.at:%Y-%m-%d %H:%M})"


def _list(made: list[Checkout], *, as_json: bool) -> None:
    if as_json:
        put_json([_as_object(one) for one in made])
        return
    headings = ("id", "who", "since", "bitexts", "where")
    put_table(
        headings,
        (
            (
                one.uid[:8],
                one.author,
                f"{one.at.astimezone():%Y-%m-%d %H:%M}",
                " ".join(map(str, one.bitexts)),
                one.place,
            )
            for one in made
        ),
    )


def _release(library: Library, begin: str) -> None:
    found = [one for one in checking_out.open_checkouts(library) if one.uid.startswith(begin)]
    if len(found) != 1:
        how_many = "More than one checkout begins" if found else "No checkout that is still out begins"
        raise InvalidInput(f"{how_many} with “{begin}”.", "taqabul checkout --list shows them.")
    checking_out.release(library, found[0].uid)
    say(f"{found[0].place} cannot be checked in any more.")


def _as_object(one: Checkout) -> dict[str, object]:
    return {
        "id": one.uid,
        "who": one.author,
        "since": one.at.isoformat(),
        "bitexts": list(one.bitexts),
        "where": one.place,
    }


def _outcome(done: CheckedIn) -> dict[str, object]:
    return {
        "came": done.came,
        "known": done.known,
        "let_go": done.let_go,
        "others": done.others,
        "conflicts": [asdict(one) | {"at": one.at.isoformat()} for one in done.conflicts],
        "refused": [asdict(one) | {"at": one.at.isoformat()} for one in done.refused],
    }
