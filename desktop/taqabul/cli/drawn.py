"""What is drawn on a terminal for people: tables and a bar. Loaded when something is; the window needs none of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars
from rich.table import Table
from rich.text import Text

from taqabul.domain.options import Progress


class _Terminal(Console):
    """A console that leaves a closed pipe to the one who started the command."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def draw_table(headings: Sequence[str], rows: Iterable[Sequence[str]], title: str) -> None:
    """Draw a table as wide as it needs; its cells hold nothing that a terminal obeys."""
    table = Table(*headings, title=title or None, title_justify="left")
    for row in rows:
        table.add_row(*map(Text, row))
    console().print(table)


def draw_sides(headings: Sequence[str], rows: Iterable[Sequence[str]], *, with_header: bool) -> None:
    """Draw two texts with a narrow column between them, as wide as the terminal."""
    table = Table(expand=True, show_lines=True, show_header=with_header)
    source, between, target = headings
    table.add_column(source, ratio=1, justify="right")
    table.add_column(between, width=4, justify="center")
    table.add_column(target, ratio=1)
    for row in rows:
        table.add_row(*map(Text, row))
    console().print(table)


def console() -> Console:
    """Standard output for tables."""
    return _Terminal(highlight=False, markup=False)


@contextmanager
def bar(title: str) -> Iterator[Progress]:
    """A bar on standard error while the block runs."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None)

        def show(done: int, total: int) -> None:
            bars.update(task, completed=done, total=total)

        yield show


@contextmanager
def paced_bar(title: str) -> Iterator[Callable[[int, int, str], None]]:
    """A bar on standard error from the first it is told of the block's work, followed by what is told of how it goes."""
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[told]}"))
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        task = bars.add_task(title, total=None, told="", visible=False)

        def show(done: int, total: int, told: str) -> None:
            bars.update(task, completed=done, total=total, told=told, visible=True)

        yield show
