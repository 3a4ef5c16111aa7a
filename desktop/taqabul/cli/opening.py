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
            raise InvalidInput(f"There is no file {file}, and no such command.", "See taqabul --help")
    raise typer.Exit(context.obj(library, files or []))
