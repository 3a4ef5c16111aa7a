"""XLSX: pairs as the rows of a sheet that runs as the source does, by openpyxl, row by row."""

import io
import shutil
import tempfile
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any, BinaryIO, Final

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Direction, Language
from taqabul.formats.characters import NOT_XML
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow, cells_of
from taqabul.formats.text_cells import MOST_LETTERS, TextCells, append_row, print_rows_whole, row_height

COLUMNS: Final = {
    "id": 9.0,
    "source": 60.0,
    "target": 60.0,
    "source_ids": 11.0,
    "target_ids": 11.0,
    "shape": 8.0,
    "status": 14.0,
    "confidence": 12.0,
    "note": 30.0,
    "reason": 24.0,
}
"""Columns and their widths, in letters."""
COLOURS: Final = {
    LinkStatus.CONFIRMED: "D9F2E3",
    LinkStatus.REJECTED: "F7DADA",
    LinkStatus.NEEDS_REVIEW: "FFF0CC",
    LinkStatus.PROPOSED: None,
}
MOST_ROWS: Final = 1_048_576
"""What a sheet holds, its header among them; what is more goes on the next sheet."""


class WorkbookWriter:
    """Writes pairs as rows of a sheet: header frozen, filters, statuses coloured, no formula anywhere.

    Where there are more than a sheet holds, the next sheets are “pairs 2” and so forth.
    """

    name = "Excel workbook"
    cannot_hold = frozenset({Kind.EVIDENCE, Kind.CHANGES})

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters a cell could not hold and were left out."""
        from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and seldom needed

        text = _CellText()
        book = Workbook(write_only=True)
        book.properties.title = text.fit(header.title)
        book.properties.creator = "Taqabul"
        try:
            _fill(book, rows, header, text)
        except BaseException:
            for sheet in book.worksheets:
                sheet.close()  # else openpyxl complains when half-written sheets are forgotten
            raise
        with tempfile.TemporaryFile() as saved:  # openpyxl wants to seek
            book.save(saved)
            saved.seek(0)
            shutil.copyfileobj(saved, out, io.DEFAULT_BUFFER_SIZE * 16)
        return text.dropped


class _CellText:
    """Takes out what a cell cannot hold, and counts it."""

    def __init__(self) -> None:
        self.dropped = 0

    def fit(self, text: str) -> str:
        kept, dropped = NOT_XML.subn("", text)
        self.dropped += dropped + max(0, len(kept) - MOST_LETTERS)
        return kept


def _fill(book: Any, rows: Iterable[ExportRow], header: ExportHeader, text: _CellText) -> None:  # noqa: ANN401
    """Write as many sheets as there are rows for, one at least."""
    remaining = iter(rows)
    following = next(remaining, None)
    while following is not None or not book.worksheets:
        sheet = _sheet(book, header)
        styled = _styles(sheet, header)
        # Beside its header and the row at hand.
        here = chain(() if following is None else (following,), islice(remaining, MOST_ROWS - 2))
        for number, row in enumerate(here, start=2):
            cells = [text.fit(cell) for cell in cells_of(row)]
            drawn = [styled[name, row.status].cell(cell) for name, cell in zip(COLUMNS, cells, strict=True)]
            append_row(sheet, number, drawn, row_height(cells, COLUMNS.values()))
        following = next(remaining, None)


def _sheet(book: Any, header: ExportHeader) -> Any:  # noqa: ANN401
    """A new sheet with its header."""
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    number = len(book.worksheets) + 1
    sheet: Any = book.create_sheet("pairs" if number == 1 else f"pairs {number}")
    sheet.sheet_view.rightToLeft = header.source_language.direction is Direction.RTL
    sheet.freeze_panes = "A2"
    print_rows_whole(sheet)
    for column, width in enumerate(COLUMNS.values(), start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.append(TextCells(sheet, bold=True).row(COLUMNS))
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{MOST_ROWS}"
    return sheet


def _styles(sheet: Any, header: ExportHeader) -> dict[tuple[str, LinkStatus], TextCells]:  # noqa: ANN401
    """Each column's style for each status."""
    runs = {"source": header.source_language, "target": header.target_language}
    plain = TextCells(sheet)
    by_language = {
        language: TextCells(sheet, rtl=language.direction is Direction.RTL) for language in Language
    }
    by_status = {status: TextCells(sheet, fill=colour) for status, colour in COLOURS.items()}
    return {
        (name, status): by_status[status]
        if name == "status"
        else by_language[runs[name]]
        if name in runs
        else plain
        for name in COLUMNS
        for status in LinkStatus
    }
