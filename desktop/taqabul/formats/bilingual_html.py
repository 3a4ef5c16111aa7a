"""A bilingual page: one HTML file for the screen and for paper, without anything that could run."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import BinaryIO, Final

from taqabul.domain.language import Direction, Language
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow, Segment
from taqabul.formats.xml_text import XmlText
from taqabul.text.changes import differences
from taqabul.text.direction import dir_attribute, isolated

STYLE: Final = """
:root { color-scheme: light dark; }
body { font: 1rem/1.6 'Noto Sans', system-ui, sans-serif; margin: 1.5rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border: 1px solid #8886; padding: .4rem .6rem; vertical-align: top; text-align: start; overflow-wrap: anywhere; }
th { background: linear-gradient(#8882, #8882) Canvas; position: sticky; top: 0; }
.number { width: 4.5rem; } .remarks { width: 9rem; font-size: .8rem; } td.number { font-size: .8rem; color: #666; }
[lang=ar] { font-family: 'Noto Naskh Arabic', 'Amiri', 'Traditional Arabic', 'Arial', serif; font-size: 1.1em; line-height: 1.9; }
p { margin: 0 0 .4em; white-space: pre-line; }
ins { color: #0a7d33; } del { color: #b3261e; }
@media screen and (prefers-color-scheme: dark) { ins { color: #7bd79a; } del { color: #ff9a90; } td.number { color: #aaa; } }
.confirmed td.number { border-inline-start: .3rem solid #2e9e5b; } .rejected td.number { border-inline-start: .3rem solid #c9473f; }
.needs-review td.number { border-inline-start: .3rem solid #d99a00; }
@media print { body { max-width: none; margin: 0; font-size: 10pt; } thead { display: table-header-group; } tr { break-inside: avoid; } th { position: static; } }
@page { size: A4 landscape; margin: 15mm; }
"""


class BilingualHtmlWriter:
    """Writes pairs as rows of a table that runs as the source does; corrections are marked."""

    name = "Web page, a table of both"
    cannot_hold = frozenset({Kind.CONFIDENCE, Kind.EVIDENCE, Kind.CROSSING, Kind.CHANGES})
    shows_corrections = True

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many control characters were left out."""
        text = XmlText()
        out.write(text.encoded(_begin(header)))
        out.writelines(text.encoded(_row(row, header)) for row in rows)
        out.write(b"</tbody></table></body></html>\n")
        return text.dropped


def _begin(header: ExportHeader) -> str:
    source, target = header.source_language, header.target_language
    title = escape(header.title)
    # The names of the columns are English words; each stands where its column's texts begin.
    heads = "".join(
        f'<th scope="col" class="{name}" dir="{direction.value}">{words}</th>'
        for name, direction, words in (
            ("number", Direction.LTR, "#"),
            ("source", source.direction, source.name.capitalize()),
            ("target", target.direction, target.name.capitalize()),
            ("remarks", Direction.LTR, "Remarks"),
        )
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width"><meta name="generator" content="Taqabul">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n"
        f'<body><h1 dir="auto">{escape(isolated(header.title))}</h1>\n'
        f'<table dir="{source.direction.value}"><thead><tr>{heads}</tr></thead><tbody>\n'
    )


def _row(row: ExportRow, header: ExportHeader) -> str:
    numbers = " ".join(row.source_ids) or "–"
    facing = " ".join(row.target_ids) or "–"
    number = numbers if numbers == facing else f"{numbers} | {facing}"
    remarks = "".join(
        f"<p {dir_attribute(one)}>{escape(one)}</p>"
        for one in (row.status.value, row.reason, *row.notes)
        if one
    )
    return (
        f'<tr class="{row.status.value}"><td class="number" dir="ltr">{number}</td>'
        f"{_side(row.source, row.source_segments, header.source_language)}"
        f"{_side(row.target, row.target_segments, header.target_language)}"
        f'<td class="remarks">{remarks}</td></tr>\n'
    )


def _side(text: str, segments: Sequence[Segment], language: Language) -> str:
    # Sentences of a pair run on; paragraphs stay paragraphs.
    whole = not segments or "." in segments[0].number
    bodies = [escape(text)] if whole else [_corrected(one) for one in segments]
    inside = "".join(f"<p>{body}</p>" for body in bodies if body)
    return f'<td lang="{language.value}" dir="{language.direction.value}">{inside}</td>'


def _corrected(segment: Segment) -> str:
    if segment.imported is None:
        return escape(segment.text)
    marks = {"same": "", "removed": "del", "added": "ins"}
    return "".join(
        f"<{mark}>{escape(text)}</{mark}>" if (mark := marks[kind]) else escape(text)
        for kind, text in differences(segment.imported, segment.text)
    )
