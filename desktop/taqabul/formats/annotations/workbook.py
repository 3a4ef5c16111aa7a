"""All tables as sheets of one workbook, by openpyxl, which is loaded only when one is asked for."""

import io
from typing import BinaryIO

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.language import Direction
from taqabul.formats.annotations.layout import Layout
from taqabul.formats.annotations.losses import far_relations, gaps, nothing_of, told
from taqabul.formats.annotations.tables import all_tables
from taqabul.formats.annotations.words import Cleaner
from taqabul.formats.text_cells import MOST_LETTERS, TextCells


class WorkbookWriter:
    """Writes all tables as sheets of one workbook, from right to left where the source is Arabic."""

    name = "Excel workbook of tables"

    def losses(self, annotated: AnnotatedBitext) -> list[str]:
        """What the sheets do not have."""
        layout = Layout(annotated)
        long = sum(
            len(cell) > MOST_LETTERS for table in all_tables(layout) for line in table.lines for cell in line
        )
        return [
            *told(len(annotated.annotations), "annotation", "annotations", "quoted, without positions."),
            *told(gaps(annotated.annotations), "place where something is missing", "places where something is missing",
                  "named as such, without a quote."),
            *told(long, "cell with more than 32,767 characters", "cells with more than 32,767 characters", "cut there."),
            *told(far_relations(annotated), "relation to another bitext", "relations to other bitexts",
                  "only the id of the other end is written."),
            *nothing_of(annotated, notes="left out."),
        ]  # fmt: skip

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
        for table in all_tables(Layout(annotated)):
            sheet = book.create_sheet(table.title)
            sheet.sheet_view.rightToLeft = rtl
            sheet.freeze_panes = "A2"
            for number, column in enumerate(table.columns, start=1):
                sheet.column_dimensions[get_column_letter(number)].width = _width(column)
            sheet.append(TextCells(sheet, bold=True).row(table.columns))
            cells = TextCells(sheet)
            for line in table.lines:
                sheet.append(cells.row(map(clean, line)))
        held = io.BytesIO()  # openpyxl wants to seek
        book.save(held)
        out.write(held.getvalue())
        return clean.replaced


def _width(column: str) -> int:
    return 48 if column in ("source", "target", "arabic", "english") or "mentions" in column else 18
