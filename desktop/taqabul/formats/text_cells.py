"""Cells of a workbook that are text whatever they look like: no formula, no number, no date."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

MOST_LETTERS: Final = 32_767
"""What a cell of a workbook holds."""


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
