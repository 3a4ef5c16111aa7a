"""The options that several commands share, and the library they speak of."""

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Annotated

import typer

from taqabul.cli.terminal import ask_secretly, say
from taqabul.domain.errors import InvalidInput, LibraryError
from taqabul.domain.options import ColumnRole, Level
from taqabul.workflow import backups
from taqabul.workflow.library import Library, library_place, open_library
from taqabul.workflow.passwords import Answer, shown

LibraryFile = Annotated[
    str | None,
    typer.Option(
        "--library",
        metavar="FILE|ADDRESS",
        help="The library to use instead of $TAQABUL_LIBRARY or your own; postgresql://user@host/database is one on a server.",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[Path] | None,
    typer.Option(
        "-o",
        "--output",
        metavar="OUT",
        help="A file to write: .tmx, .csv, .xlsx, .xlf and others (see taqabul export --help). May be given several times.",
        show_default=False,
    ),
]
MapFile = Annotated[
    Path | None,
    typer.Option(
        "--map",
        metavar="FILE",
        help="Draw the alignment map into this .png or .svg: what is like what, and where the links run.",
        show_default=False,
    ),
]
Levels = Annotated[Level, typer.Option("--level", help="The size of the segments in the pairs.")]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence", min=0.0, max=1.0, metavar="X", help="Leave out pairs less sure than this, 0 to 1."
    ),
]
OneSided = Annotated[bool, typer.Option("--one-sided", help="Keep segments that nothing faces.")]
NoMark = Annotated[
    bool, typer.Option("--no-bom", help="Begin .csv and .tsv without the mark that spreadsheets look for.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
TOLD_AFTER = 1.5
"""Seconds that opening a library takes before a person is told why it takes so long."""


@contextmanager
def opened(location: str | Path | None) -> Iterator[Library]:
    """The library, made where there is none; what opening it waits for is said where that is long."""
    words = (
        f"Opening {shown(library_place(location))}: it is being upgraded, or another program is at work in it just now, "
        "or its server is slow …"
    )
    told = Timer(TOLD_AFTER, say, [words])

    def ask(what: str, trouble: str) -> Answer | None:
        told.cancel()
        return ask_secretly(what, trouble)

    told.start()
    try:
        library = open_library(location, ask_password=ask)
    finally:
        told.cancel()
    if library.remark:
        say(library.remark)
    try:
        yield library
    finally:
        library.close()


def copy_daily(library: Library) -> None:
    """Copy the library before the first work of a day; say so where that cannot be, and go on."""
    try:
        backups.keep_daily(library)
    except LibraryError as error:
        say(f"{error.message} The library is worked on without.")


@contextmanager
def existing(location: str | Path | None) -> Iterator[Library]:
    """The library; raises InvalidInput where there is none, instead of making one."""
    place = library_place(location)
    if isinstance(place, Path) and not place.exists():
        raise InvalidInput(f"There is no library at {place}.", "taqabul align FILE makes one.")
    with opened(location) as library:
        yield library


def same(location: str | Path | None) -> str:
    """What a command that is told to people has at its end to be about the same library."""
    return "" if location is None else f" --library {shlex.quote(str(location))}"


def column_roles(words: Sequence[str]) -> tuple[tuple[ColumnRole, str], ...]:
    """Columns as they are named on the command line: "ar=2,en=English text"."""
    found = []
    for word in (part for some in words for part in some.split(",")):
        role, _, column = word.partition("=")
        if role.strip() not in set(ColumnRole) or not column.strip():
            raise InvalidInput(
                f"“{word}” names no column.", f"Write role=column, with one of {', '.join(ColumnRole)}."
            )
        found.append((ColumnRole(role.strip()), column.strip()))
    return tuple(found)
