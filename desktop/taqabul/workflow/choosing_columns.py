"""The columns of a table, for a person to say which of them hold the texts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from taqabul.domain.errors import AppError
from taqabul.domain.options import ColumnRole, ImportOptions
from taqabul.formats import table_in
from taqabul.formats.registry import READERS

_LONGEST: Final = 28
"""Code points of a sample."""


@dataclass(frozen=True, slots=True)
class TableColumns:
    """``samples`` are the first words of each column; ``places`` say which of them, from 0, has a role.

    ``sheets`` are those of a workbook, of which ``sheet`` was read.
    """

    samples: tuple[str, ...]
    places: Mapping[ColumnRole, int]
    sheets: tuple[str, ...]
    sheet: str


def table_columns(path: Path, options: ImportOptions) -> TableColumns | None:
    """The columns of a file that is a table; None for any other, and for one that cannot be read."""
    if READERS.get(path.suffix.lower()) not in {table_in.read, table_in.read_separated}:
        return None
    try:
        found = table_in.look(path, options)
    except AppError:
        # What was chosen does not fit: what there is to choose from is still to be seen.
        try:
            found = table_in.look(path, replace(options, columns=()))
        except AppError:
            return None
    rows = found.table.rows
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return None
    samples = tuple(_sample(rows, place) for place in range(width))
    return TableColumns(samples, found.columns.places, found.table.sheets, found.table.sheet)


def _sample(rows: list[list[str]], place: int) -> str:
    cell = next((row[place] for row in rows if place < len(row) and row[place].strip()), "")
    words = " ".join(cell.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
