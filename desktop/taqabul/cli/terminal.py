"""How the commands speak: results on standard output, everything else on standard error."""

import io
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from taqabul.domain import options

# What a terminal would obey instead of showing: control characters, but for the ends of lines.
_OBEYED = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0)) if chr(code) != "\n"} | {0x09: " "}


class _Terminal(Console):
    """A console that leaves a closed pipe to the one who started the command."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def speak_utf_8() -> None:
    """Write UTF-8 into files and pipes, and never fail at a letter that a terminal cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8")


def is_for_people() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def say(line: str) -> None:
    """Tell the person something that is not the result."""
    sys.stderr.write(f"{printable(line)}\n")


def put(line: str) -> None:
    """One line of the result."""
    sys.stdout.write(f"{line}\n")


def put_json(result: object) -> None:
    """The result as JSON."""
    put(json.dumps(result, ensure_ascii=False, indent=2))


def put_table(headings: Sequence[str], rows: Iterable[Sequence[str]], title: str = "") -> None:
    """The result as a table for people, or as tab-separated lines without headings for programs."""
    if not is_for_people():
        for row in rows:
            put("\t".join(" ".join(cell.split()) for cell in row))
        return
    table = Table(*headings, title=title or None, title_justify="left")
    for row in rows:
        table.add_row(*(Text(printable(cell)) for cell in row))
    console().print(table)


def console() -> Console:
    """Standard output for tables."""
    return _Terminal(highlight=False, markup=False)


def printable(text: str) -> str:
    """The text with what a terminal would obey replaced."""
    return text.translate(_OBEYED)


@contextmanager
def progress_bar(title: str) -> Iterator[options.Progress]:
    """A bar on standard error while the block runs; nothing where that is no terminal."""
    if not sys.stderr.isatty():
        yield options.no_progress
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None)

        def show(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total)

        yield show
