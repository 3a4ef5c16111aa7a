"""Cells of a workbook that are text whatever they look like: no formula, no number, no date."""

from collections.abc import Iterable
from math import ceil
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_LETTERS: Final = 32_767
"""What a cell of a workbook holds."""
_LINE: Final = 15.0
_HIGHEST: Final = 409.0
"""Points of a line, and of the highest row that Excel has."""


class TextCells:
    """Makes cells of one style; ``rtl`` has their text run from right to left, ``fill`` is a colour (RRGGBB)."""

    def __init__(
        self,
        sheet: "WriteOnlyWorksheet",
        *,
        bold: bool = False,
        rtl: bool | None = None,
        fill: str | None = None,
    ) -> None:
        from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415 - slow to load, and seldom needed
        from openpyxl.styles import Alignment, Font, PatternFill  # noqa: PLC0415

        self._sheet, self._make = sheet, WriteOnlyCell
        model: Any = WriteOnlyCell(sheet, "")
        runs = 0 if rtl is None else 2 if rtl else 1
        model.alignment = Alignment(wrap_text=True, vertical="top", readingOrder=runs)
        model.font = Font(bold=bold)
        if fill is not None:
            model.fill = PatternFill("solid", fgColor=f"FF{fill}")
        # openpyxl looks up a style for each cell that is given one, which takes most of the time.
        self._style = model._style

    def row(self, texts: Iterable[str]) -> list[Any]:
        """A row of cells."""
        return [self.cell(text) for text in texts]

    def cell(self, text: str) -> Any:  # noqa: ANN401  (its style is no part of its type)
        """A cell; what it cannot hold of a long text is cut."""
        cell: Any = self._make(self._sheet, text[:MOST_LETTERS])
        cell.data_type = "s"
        cell._style = self._style
        return cell


def row_height(cells: Iterable[str], widths: Iterable[float]) -> float:
    """About how high a row is, in points, in columns of so many letters.

    LibreOffice gives all rows one line where nothing says so, and paints them over each other.
    """
    lines = max(
        sum(max(1, ceil(len(line) / width)) for line in cell.split("\n"))
        for width, cell in zip(widths, cells, strict=True)
    )
    return min(_LINE * lines, _HIGHEST)


def append_row(sheet: Any, number: int, cells: list[Any], height: float) -> None:  # noqa: ANN401 - a write-only sheet, half of which openpyxl leaves untyped
    """Write a row of that number, from 1, with its height; what openpyxl would keep of each until the end is let go."""
    heights = sheet.row_dimensions
    heights[number] = {"ht": f"{height:g}"}
    sheet.append(cells)
    del heights[number]


def print_rows_whole(sheet: Any) -> None:  # noqa: ANN401 - see ``append_row``
    """Have a sheet printed with each row on one page, below the header."""
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
