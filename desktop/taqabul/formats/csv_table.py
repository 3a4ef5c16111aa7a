"""Tables for spreadsheets: comma- or tab-separated, with cells that no program takes for a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow, cells_of

COLUMNS = (
    "id",
    "source",
    "target",
    "source_ids",
    "target_ids",
    "shape",
    "status",
    "confidence",
    "note",
    "reason",
)
# Before the sign may stand blanks, marks one cannot see, or an apostrophe put there before.
_UNSEEN = r"\s'\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FORMULA = re.compile(rf"[{_UNSEEN}]*[=+\-@＝＋－＠\t\r]")


class TableWriter:
    """Writes pairs as the rows of a table with a header row; a cell may hold line breaks and tabs, quoted."""

    cannot_hold = frozenset({Kind.EVIDENCE, Kind.CHANGES})

    def __init__(self, name: str, delimiter: str) -> None:
        self.name = name
        self._delimiter = delimiter

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; every character can be held, so 0 are left out."""
        encoding = "utf-8-sig" if header.byte_order_mark else "utf-8"
        stream = io.TextIOWrapper(out, encoding=encoding, newline="")
        try:
            # \r\n for tabs too: the csv module quotes a lone \r in a cell only then.
            table = csv.writer(stream, delimiter=self._delimiter, lineterminator="\r\n")
            table.writerow(COLUMNS)
            table.writerows([neutralise(cell) for cell in cells_of(row)] for row in rows)
            stream.flush()
        finally:
            stream.detach()
        return 0


def write_lines(
    columns: Sequence[str], lines: Iterable[Sequence[str]], out: BinaryIO, delimiter: str
) -> None:
    """Write any table, with a byte order mark, in the same way."""
    stream = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    try:
        table = csv.writer(stream, delimiter=delimiter, lineterminator="\r\n")
        table.writerow(columns)
        table.writerows([neutralise(cell) for cell in line] for line in lines)
        stream.flush()
    finally:
        stream.detach()


def neutralise(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def original(cell: str) -> str:
    """The text that ``neutralise`` made the cell from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell, 1) else cell
