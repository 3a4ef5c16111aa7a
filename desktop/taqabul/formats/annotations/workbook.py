"""All tables as sheets of one workbook, by openpyxl, which is loaded only when one is asked for."""

import io
from collections.abc import Iterable
from typing import BinaryIO

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.labels import Purpose
from taqabul.domain.language import Direction
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.losses import far_relations, gaps, nothing_of, told
from taqabul.formats.annotations.tables import Table, all_tables, table_holds, table_losses, table_of
from taqabul.formats.annotations.words import Cleaner
from taqabul.formats.text_cells import MOST_LETTERS, TextCells, append_row, print_rows_whole, row_height


class WorkbookWriter:
    """Writes tables as sheets of one workbook, from right to left where the source is Arabic.

    All tables, or, of a purpose, the one of claims or of errors.
    """

    def __init__(self, name: str, purpose: Purpose | None = None) -> None:
        self.name = name
        self._purpose = purpose

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What the sheets do not have."""
        tables = self._tables(Layout(annotated))
        long = sum(len(cell) > MOST_LETTERS for table in tables for line in table.lines for cell in line)
        cut = told(
            long,
            "cell with more than 32,767 characters",
            "cells with more than 32,767 characters",
            "cut there.",
        )
        if self._purpose is not None:
            return [*table_losses(annotated, self._purpose), *cut]
        return [
            *told(len(annotated.annotations), "annotation", "annotations", "quoted, without positions."),
            *told(gaps(annotated.annotations), "place where something is missing", "places where something is missing",
                  "named as such, without a quote."),
            *cut,
            *told(far_relations(annotated), "relation to another bitext", "relations to other bitexts",
                  "only the id of the other end is written."),
            *nothing_of(annotated, notes="left out."),
        ]  # fmt: skip

    def held(self, annotated: AnnotatedBitext) -> int:
        """How many annotations are written, whole or in part."""
        return len(annotated.annotations) if self._purpose is None else table_holds(annotated, self._purpose)

    def write(self, annotated: AnnotatedBitext, out: BinaryIO) -> int:
        """Write the workbook; return how many characters could not be held."""
        from openpyxl import Workbook  # noqa: PLC0415 - slow to load, and seldom needed
        from openpyxl.utils import get_column_letter  # noqa: PLC0415

        clean = Cleaner(xml=True)
        rtl = annotated.source.document.language.direction is Direction.RTL
        book = Workbook(write_only=True)
        # The same content gives the same properties, whenever it is written.
        moments = [one.changed_at for one in annotated.annotations] or [annotated.bitext.created_at]
        book.properties.created = book.properties.modified = max(moments).replace(tzinfo=None)
        book.properties.title = clean(annotated.bitext.title)
        for table in self._tables(Layout(annotated)):
            sheet = book.create_sheet(table.title)
            sheet.sheet_view.rightToLeft = rtl
            sheet.freeze_panes = "A2"
            print_rows_whole(sheet)
            widths = [_width(column) for column in table.columns]
            for number, width in enumerate(widths, start=1):
                sheet.column_dimensions[get_column_letter(number)].width = width
            sheet.append(TextCells(sheet, bold=True).row(table.columns))
            cells = TextCells(sheet)
            for number, line in enumerate(table.lines, start=2):
                texts = [clean(cell) for cell in line]
                append_row(sheet, number, cells.row(texts), row_height(texts, widths))
        held = io.BytesIO()  # openpyxl wants to seek
        book.save(held)
        out.write(held.getvalue())
        return clean.replaced

    def _tables(self, layout: Layout) -> Iterable[Table]:
        return all_tables(layout) if self._purpose is None else [table_of(layout, self._purpose)]


def _width(column: str) -> int:
    return 48 if column in ("source", "target", "arabic", "english") or "mentions" in column else 18
