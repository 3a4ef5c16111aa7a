"""A table of two languages, a tab between them: TSV from a spreadsheet or from another aligner."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import regex

from taqabul.domain.language import Language
from taqabul.text.direction import language_of, script_share

_CELL: Final = regex.compile(
    r'(?:"(?P<quoted>(?:[^"\t]|"")*+)"(?=[\t\n]|\Z)|(?P<plain>[^\t\n]*+))(?P<end>\t|\n|\Z)'
)
_LANGUAGE_NAMES: Final = frozenset(
    {
        "ar", "ara", "arabic", "عربي", "عربية", "العربية", "عربى", "النص العربي", "arabic text",
        "en", "eng", "english", "انجليزي", "إنجليزي", "الإنجليزية", "الانجليزية", "english text",
        "source", "target", "المصدر", "الهدف", "النص الإنجليزي", "original", "translation", "الترجمة", "الأصل",
    }
)  # fmt: skip
_TABLE_SHARE: Final = 0.8
_COLUMN_SHARE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of the two columns, row by row, and what was left aside."""

    cells: list[tuple[Language, str]]
    header: list[str]
    other_cells: int


def read_columns(text: str) -> Columns | None:
    """Read a tab-separated table with an Arabic and an English column; None where the text is none.

    Cells may be quoted as spreadsheets do, with doubled quotes and line breaks inside.
    """
    if "\t" not in text:
        return None
    rows = _rows(text)
    tabbed = [row for row in rows if sum(bool(cell.strip()) for cell in row) >= 2]
    if not tabbed or len(tabbed) < _TABLE_SHARE * len(rows):
        return None
    header, body = (rows[0], rows[1:]) if _is_header(rows[0]) else ([], rows)
    columns = _language_columns(body)
    if columns is None:
        return None
    cells: list[tuple[Language, str]] = []
    others = 0
    for row in body:
        placed, left = _place(row, columns)
        cells += placed
        others += left
    return Columns(cells, [cell for cell in header if cell.strip()], others)


def _rows(text: str) -> list[list[str]]:
    """The rows that hold something, each as its cells."""
    rows: list[list[str]] = []
    row: list[str] = []
    for match in _CELL.finditer(text):
        quoted = match["quoted"]
        row.append(match["plain"] if quoted is None else quoted.replace('""', '"'))
        if match["end"] != "\t":
            if any(cell.strip() for cell in row):
                rows.append(row)
            row = []
    return rows


def _is_header(row: Sequence[str]) -> bool:
    names = [cell.strip().casefold() for cell in row if cell.strip()]
    return len(names) >= 2 and sum(name in _LANGUAGE_NAMES for name in names) >= 2


def _language_columns(rows: Sequence[Sequence[str]]) -> dict[int, Language] | None:
    """Which column holds most of each language's letters, if each is clearly of its language."""
    width = max((len(row) for row in rows), default=0)
    shares = [script_share("\n".join(row[i] for row in rows if i < len(row))) for i in range(min(width, 20))]
    found: dict[int, Language] = {}
    for language in Language:
        best = max(range(len(shares)), key=lambda i: shares[i][language], default=0)
        if not shares or shares[best][language] < _COLUMN_SHARE * sum(shares[best].values()):
            return None
        found[best] = language
    return found if len(found) == 2 and all(sum(shares[i].values()) for i in found) else None


def _place(row: Sequence[str], columns: dict[int, Language]) -> tuple[list[tuple[Language, str]], int]:
    """A row's cells by language, and how many cells of other columns were left aside.

    A row with one cell only (a heading) goes to the language of its letters.
    """
    filled = [(i, cell) for i, cell in enumerate(row) if cell.strip()]
    if len(filled) == 1:
        column, cell = filled[0]
        language = language_of(cell) or columns.get(column, Language.ARABIC)
        return [(language, cell.strip())], 0
    placed = [(columns[i], cell.strip()) for i, cell in filled if i in columns]
    return placed, len(filled) - len(placed)
