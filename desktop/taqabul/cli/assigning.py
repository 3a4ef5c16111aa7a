"""``taqabul assign`` and ``taqabul work``: who is to do what, and what of it is done."""

from datetime import date
from typing import Annotated

import typer

from taqabul.cli.choices import AsJson, LibraryFile, existing
from taqabul.cli.terminal import put_json, put_table, say
from taqabul.domain.assignments import Assignment
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId
from taqabul.workflow import assigning
from taqabul.workflow.library import Library


def assign(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Who is to do it: the name they sign with.")
    ],
    bitexts: Annotated[list[int], typer.Argument(metavar="BITEXT…", help="Their numbers in taqabul list.")],
    *,
    rows: Annotated[
        str, typer.Option("--rows", metavar="A-B", help="Only these rows of the one bitext, from 1.")
    ] = "",
    task: Annotated[str, typer.Option("--task", metavar="WORDS", help="What to do.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="YYYY-MM-DD", help="The day to be done by.")] = "",
    library: LibraryFile = None,
) -> None:
    """Give somebody bitexts, or some rows of one, to work on; taqabul work lists it."""
    with existing(library) as ours:
        ids = [BitextId(id_) for id_ in bitexts]
        given = assigning.assign(ours, ids, person, _rows(rows), task, _day(until))
    say(f"{person} has work {', '.join(str(one.id) for one in given)}.")


def work(
    *,
    mine: Annotated[bool, typer.Option("--mine", help="Only what is assigned to you.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="Also what is done.")] = False,
    done: Annotated[
        int | None,
        typer.Option("--done", metavar="N", help="Say that this work is done.", show_default=False),
    ] = None,
    withdraw: Annotated[
        int | None, typer.Option("--withdraw", metavar="N", help="Take this work back.", show_default=False)
    ] = None,
    library: LibraryFile = None,
    as_json: AsJson = False,
) -> None:
    """List the work that people were given: number, who, bitext, rows, until when, what, by whom."""
    with existing(library) as ours:
        if done is not None:
            found = assigning.set_done(ours, done)
            say(f"Work {done} of {found.person} is done.")
        elif withdraw is not None:
            found = assigning.withdraw(ours, withdraw)
            say(f"{found.person} has no work {withdraw} any more.")
        else:
            listed = assigning.assignments_of(ours, ours.author if mine else None, done=everything)
            if as_json:
                put_json([_as_object(ours, one) for one in listed])
            else:
                headings = ("number", "who", "bitext", "rows", "until", "what", "given by", "done")
                put_table(headings, [_cells(ours, one) for one in listed])


def _cells(library: Library, one: Assignment) -> tuple[str, ...]:
    rows = assigning.rows_of(library, one)
    return (
        str(one.id),
        one.person,
        str(one.bitext),
        f"{rows[0]}-{rows[1]}" if rows else "all",
        one.until.isoformat() if one.until else "",
        one.task,
        one.given_by,
        f"{one.done_at.astimezone():%Y-%m-%d}" if one.done_at else "",
    )


def _as_object(library: Library, one: Assignment) -> dict[str, object]:
    return {
        "number": one.id,
        "who": one.person,
        "bitext": one.bitext,
        "rows": assigning.rows_of(library, one),
        "until": one.until.isoformat() if one.until else None,
        "what": one.task,
        "given_by": one.given_by,
        "given_at": one.given_at.isoformat(),
        "done_at": one.done_at.isoformat() if one.done_at else None,
    }


def _rows(written: str) -> tuple[int, int] | None:
    if not written:
        return None
    first, _, last = written.partition("-")
    if not (first.isdecimal() and (last or first).isdecimal()):
        raise InvalidInput(f"“{written}” names no rows.", "Write --rows 1-40.")
    return int(first), int(last or first)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise InvalidInput(f"“{written}” is no day.", "Write it as 2030-01-31.") from None
