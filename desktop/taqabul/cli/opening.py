"""``taqabul [FILE]...``: the window."""

from pathlib import Path
from typing import Annotated

import typer

from taqabul.cli.choices import LibraryFile
from taqabul.domain.errors import InvalidInput


def open_files(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(metavar="FILE", help="Files to align.")] = None,
    library: LibraryFile = None,
) -> None:
    """Open the window; this is what taqabul does without a command."""
    for file in files or []:
        if not file.exists():
            raise _missing(file)
    raise typer.Exit(context.obj(library, files or []))


def _missing(file: Path) -> InvalidInput:
    """Nobody's file: a command that was mistyped, or that stands after an option."""
    from taqabul.cli.application import COMMANDS  # noqa: PLC0415 - it loads this module by name

    if str(file) in COMMANDS:
        return InvalidInput(
            f"There is no file {file}; the command {file} has to be the first word.",
            f"Write: taqabul {file} …, and the options after it.",
        )
    return InvalidInput(f"There is no file {file}, and no such command.", "See taqabul --help")
