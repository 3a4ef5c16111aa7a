"""A bilingual PDF: set by Typst (the extra ``taqabul[pdf]``), which shapes Arabic and orders both directions."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final

from taqabul.domain.errors import InvalidInput, UnsupportedFormat
from taqabul.domain.language import Language
from taqabul.formats.characters import NOT_XML
from taqabul.formats.losses import Kind
from taqabul.formats.rows import ExportHeader, ExportRow
from taqabul.paths import resources
from taqabul.text.direction import isolated, language_of

ROWS_A_TABLE: Final = 50
"""Typst's time for a table grows faster than the table, so that a long one is several, one below the other."""
MOST_ROWS: Final = 5_000
"""Typst holds all pages: 3,000 pairs of some 50 words take 600 MB."""
TEMPLATE: Final = """
#let data = json("data.json")
#let way(name) = if name == "rtl" { rtl } else { ltr }
#let widths = (4.5em, 1fr, 1fr, 6em)
#let line = 0.4pt + luma(190)
#let words(one) = { set text(lang: one.lang, dir: way(one.dir)); align(start, one.text) }
#let heads = grid(columns: widths, inset: 6pt, fill: luma(235), stroke: line, [\\#], ..data.names.map(words), [])
#set document(title: data.title, author: "Taqabul")
#set text(font: ("Libertinus Serif", "Noto Naskh Arabic"), size: 10.5pt, dir: way(data.dir))
#set par(leading: 0.75em, spacing: 0.9em)
#set page(
  paper: "a4", flipped: true, margin: (x: 15mm, top: 22mm, bottom: 15mm), header-ascent: 0pt,
  header: context if counter(page).get().first() > 1 { heads },
  footer: align(center, text(dir: ltr, size: 8pt, context counter(page).display("1 / 1", both: true))),
)
#let tints = (confirmed: rgb("#d9f2e3"), rejected: rgb("#f7dada"), needs-review: rgb("#fff0cc"))
#let side(parts) = for one in parts { words(one) }
#pad(y: 8pt, text(size: 16pt, weight: "bold", words(data.title_words)))
#set block(spacing: 0pt)
#heads
#for rows in data.tables {
  table(
    columns: widths, stroke: line, inset: 6pt, align: start,
    fill: (x, y) => if x == 0 { tints.at(rows.at(y).status, default: none) },
    ..rows.map(row => (
      text(size: 8pt, dir: ltr, row.number), side(row.source), side(row.target), text(size: 8pt, side(row.remarks)),
    )).flatten(),
  )
}
"""


class BilingualPdfWriter:
    """Writes pairs as a table that runs as the source does; everything is held until the last row is known."""

    name = "PDF, a table of both"
    cannot_hold = frozenset({Kind.CONFIDENCE, Kind.EVIDENCE, Kind.CROSSING, Kind.CHANGES})

    def check(self) -> None:
        """Raise UnsupportedFormat where Typst is not installed."""
        if find_spec("typst") is None:
            raise UnsupportedFormat(
                "PDF files need Typst, which is not installed.", "Install it with: pip install 'taqabul[pdf]'"
            )

    def write(self, rows: Iterable[ExportRow], out: BinaryIO, header: ExportHeader) -> int:
        """Write all rows; return how many control characters were left out."""
        import typst  # noqa: PLC0415 - large, and seldom needed

        text = _Words()
        kept = list(islice(rows, MOST_ROWS + 1))
        if len(kept) > MOST_ROWS:
            raise InvalidInput(
                f"A PDF of more than {MOST_ROWS:,} pairs would take too much memory.",
                "Export .docx or .html, or choose fewer pairs.",
            )
        data = {
            "title": text.fit(header.title),
            "title_words": text.words(
                isolated(header.title), language_of(header.title) or header.source_language
            ),
            "dir": header.source_language.direction.value,
            # The names of the columns are English words; each stands where its column's texts begin.
            "names": [
                text.words(one.name.capitalize(), one)
                for one in (header.source_language, header.target_language)
            ],
            "tables": list(_tables(_row(row, header, text) for row in kept)),
        }
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            (place / "data.json").write_text(json.dumps(data), encoding="utf-8")
            (place / "main.typ").write_text(TEMPLATE, encoding="utf-8")
            fonts = [str(resources() / "fonts")]
            out.write(typst.compile(str(place / "main.typ"), root=folder, font_paths=fonts))
        return text.dropped


def _tables(rows: Iterable[dict[str, object]]) -> Iterator[list[dict[str, object]]]:
    remaining = iter(rows)
    while table := list(islice(remaining, ROWS_A_TABLE)):
        yield table


class _Words:
    """Makes the strings that Typst is given: they are text to it whatever they look like."""

    def __init__(self) -> None:
        self.dropped = 0

    def fit(self, text: str) -> str:
        kept, dropped = NOT_XML.subn("", text)
        self.dropped += dropped
        return kept

    def words(self, text: str, language: Language) -> dict[str, str]:
        return {"text": self.fit(text), "lang": language.value, "dir": language.direction.value}


def _row(row: ExportRow, header: ExportHeader, text: _Words) -> dict[str, object]:
    numbers, facing = (" ".join(ids) or "–" for ids in (row.source_ids, row.target_ids))
    remarks = [one for one in (row.status.value, row.reason, *row.notes) if one]
    return {
        "number": numbers if numbers == facing else f"{numbers} | {facing}",
        "status": row.status.value,
        "source": [text.words(one, header.source_language) for one in row.source.split("\n")],
        "target": [text.words(one, header.target_language) for one in row.target.split("\n")],
        "remarks": [text.words(one, language_of(one) or Language.ENGLISH) for one in remarks],
    }
