"""A bilingual Word document: a table with a row a pair, corrections as tracked changes."""

from collections.abc import Iterable, Sequence
from typing import BinaryIO, Final

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.language import Direction, Language
from taqabul.formats.docx_file import opened
from taqabul.formats.docx_text import DocxText
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow, Segment
from taqabul.formats.xml_text import XmlText
from taqabul.text.direction import BETWEEN, language_of

WIDTHS: Final = (800, 6100, 6100, 1560)
"""Columns in twentieths of a point: number, source, target, remarks."""
_SHADES: Final = {
    LinkStatus.CONFIRMED: "D9F2E3",
    LinkStatus.REJECTED: "F7DADA",
    LinkStatus.NEEDS_REVIEW: "FFF0CC",
}


class DocxTableWriter:
    """Writes pairs as a table that runs as the source does: number, source, target, remarks."""

    name = "Word document, a table of both"
    cannot_hold = frozenset({Kind.CONFIDENCE, Kind.EVIDENCE, Kind.CROSSING, Kind.CHANGES})
    shows_corrections = True

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many characters XML cannot hold and were left out."""
        text, make = XmlText(), DocxText()
        with opened(out, header.title, header.created_at, landscape=True) as body:
            # Of titles in two languages each runs its own way.
            for title in header.title.split(BETWEEN):
                language = language_of(title) or header.source_language
                body(text.encoded(make.paragraph(title, language, "Title")))
            body(text.encoded(_begin(header, make)))
            for row in rows:
                body(text.encoded(_row(row, header, make)))
            # A table wants a paragraph behind it.
            body(b"</w:tbl><w:p/>")
        return text.dropped


def _begin(header: ExportHeader, make: DocxText) -> str:
    runs = "<w:bidiVisual/>" if header.source_language.direction is Direction.RTL else ""
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="BFBFBF"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    names = ["#", *(one.name.capitalize() for one in (header.source_language, header.target_language)), ""]
    cells = [make.paragraph(name, Language.ENGLISH) for name in names]
    return (
        f'<w:tbl><w:tblPr>{runs}<w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="90" w:type="dxa"/><w:right w:w="90" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{_table_row(cells, 'EDEDED', is_head=True)}"
    )


def _row(row: ExportRow, header: ExportHeader, make: DocxText) -> str:
    numbers = " ".join(row.source_ids) or "–"
    facing = " ".join(row.target_ids) or "–"
    cells = [
        make.paragraph(numbers if numbers == facing else f"{numbers} | {facing}", Language.ENGLISH),
        _side(row.source, row.source_segments, header.source_language, make),
        _side(row.target, row.target_segments, header.target_language, make),
        _remarks(row, make),
    ]
    return _table_row(cells, _SHADES.get(row.status))


def _side(text: str, segments: Sequence[Segment], language: Language, make: DocxText) -> str:
    # Sentences of a pair run on; paragraphs stay paragraphs.
    if not segments or "." in segments[0].number:
        return make.paragraph(text, language)
    return "".join(make.corrected(one, language) for one in segments)


def _remarks(row: ExportRow, make: DocxText) -> str:
    told = [row.status.value, row.reason, *row.notes]
    return "".join(make.paragraph(one, language_of(one) or Language.ENGLISH) for one in told if one)


def _table_row(cells: Sequence[str], shade: str | None, *, is_head: bool = False) -> str:
    # A pair stays on one page.
    head = f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>"
    tint = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    shades = [tint if is_head or not number else "" for number in range(len(cells))]
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{one}</w:tcPr>{cell}</w:tc>'
        for width, cell, one in zip(WIDTHS, cells, shades, strict=True)
    )
    return f"<w:tr>{head}{inside}</w:tr>\n"
