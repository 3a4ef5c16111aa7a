"""The cells of tables: text with separators (CSV, TSV) and workbooks (XLSX)."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Protocol, cast

from taqabul.domain.errors import UnreadableFile
from taqabul.formats.encodings import decode
from taqabul.formats.raw import kind_of
from taqabul.formats.safe_xml import refuse_entities
from taqabul.formats.safe_zip import open_zip

MOST_COLUMNS: Final = 500
MOST_ROWS: Final = 1_048_576
"""The rows of a worksheet; a file that says it has more is broken, or means harm."""
_SEPARATORS: Final = "\t,;|"
_SAMPLE: Final = 200_000
_SAMPLE_ROWS: Final = 50
_LONGEST_CELL: Final = 10_000_000
_AS_TABLE: Final = "Save the sheet that holds the texts as .xlsx or .csv, and import that."


class _Sheet(Protocol):
    """A sheet that openpyxl reads as it goes."""

    title: str

    def reset_dimensions(self) -> None:
        """Forget what it says of its size."""

    def iter_rows(self, *, values_only: bool) -> Iterator[Sequence[object]]:
        """The values of its cells, row by row."""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold something, as their cells. ``sheets`` are all the sheets of a workbook, of which ``sheet`` was read.

    ``how`` says how the cells were found, a sentence. ``is_plain`` where what looks like a formula has an apostrophe before it.
    """

    rows: list[list[str]]
    encoding: str
    how: str
    sheets: tuple[str, ...] = ()
    sheet: str = ""
    is_plain: bool = False


def cells_of(data: bytes, name: str, *, encoding: str | None = None, sheet: str | None = None) -> Table:
    """The cells of a table, whatever the ending of its name. ``name`` is the file's, for messages.

    Of a workbook, the sheet of this name or the one with most text. Raises UnreadableFile.
    """
    if data.startswith(b"PK\x03\x04"):
        return _workbook(data, name, sheet)
    kind = kind_of(data)
    if kind is not None:
        raise UnreadableFile(f"“{name}” is {kind}, not a table.", _AS_TABLE)
    return _separated(data, name, encoding)


def _separated(data: bytes, name: str, encoding: str | None) -> Table:
    try:
        decoded = decode(data, encoding)
    except UnreadableFile as error:
        raise UnreadableFile(f"“{name}”: {error.message}", error.hint) from error
    separator = _separator(decoded.text)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        rows = list(_bounded(_read(decoded.text, separator), name))
    except csv.Error as error:
        raise UnreadableFile(f"“{name}” is no table that can be read: {error}.", _AS_TABLE) from error
    called = {"\t": "tabs", ",": "commas", ";": "semicolons", "|": "bars"}[separator]
    return Table(rows, decoded.encoding, f"{decoded.how} Its columns are parted by {called}.", is_plain=True)


def _read(text: str, separator: str) -> Iterator[Sequence[str]]:
    # A line of "sep=;" at the head is for spreadsheets, and no row.
    head, _, rest = text.partition("\n")
    body = rest if head.strip().lower() == f"sep={separator}" else text
    lines = io.StringIO(body, newline="")
    if _is_quoted(body, separator):
        return csv.reader(lines, delimiter=separator)
    return csv.reader(lines, delimiter=separator, quoting=csv.QUOTE_NONE)


def _is_quoted(text: str, separator: str) -> bool:
    """Whether quotes enclose cells; between tabs they often are part of the text, and would join many lines."""
    if separator != "\t" or '"' not in text:
        return True
    try:
        for _ in csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _separator(text: str) -> str:
    """The character that parts most rows into the same number of cells, two at least; the tab where none does."""
    head = text.partition("\n")[0].strip().lower()
    if head.startswith("sep=") and head[4:] in tuple(_SEPARATORS):
        return head[4:]
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE and "\n" in sample:
        sample = sample.rpartition("\n")[0]  # the last line may be cut in two
    return max(_SEPARATORS, key=lambda separator: _evenness(sample, separator))


def _evenness(text: str, separator: str) -> float:
    widths: Counter[int] = Counter()
    try:
        for row in _read(text, separator):
            if any(cell.strip() for cell in row):
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    (width, count), *_ = widths.most_common(1) or [(0, 0)]
    return count / widths.total() if width > 1 else 0.0


def _workbook(data: bytes, name: str, wanted: str | None) -> Table:
    import openpyxl  # noqa: PLC0415 - slow to load, and most files are none

    with open_zip(data, name) as archive:
        if "xl/workbook.xml" not in archive:
            raise UnreadableFile(f"“{name}” is an archive, but no workbook.", _AS_TABLE)
        for member in archive.names:
            if member.endswith((".xml", ".rels")):
                refuse_entities(archive.read(member), name)
    try:
        with redirect_stdout(io.StringIO()):  # where openpyxl prints what it misses, JSON may be awaited
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        sheets = {one.title: one for one in cast("list[_Sheet]", book.worksheets)}
    except Exception as error:
        raise _damaged(name, error) from error
    if wanted is not None and wanted not in sheets:
        raise UnreadableFile(
            f"“{name}” has no sheet “{wanted}”.", f"Its sheets: {', '.join(sheets) or 'none'}."
        )
    found = {
        title: _sheet_rows(one, name) for title, one in sheets.items() if wanted is None or title == wanted
    }
    if not found:
        raise UnreadableFile(f"“{name}” has no sheet with cells.", _AS_TABLE)
    best = max(found, key=lambda title: sum(len(cell) for row in found[title] for cell in row))
    how = f"The sheet “{best}” was read." if len(sheets) > 1 else "Read as a workbook."
    return Table(found[best], "utf-8", how, tuple(sheets), best)


def _sheet_rows(sheet: _Sheet, name: str) -> list[list[str]]:
    try:
        sheet.reset_dimensions()  # what a sheet says of its size need not be true
        rows = ([_as_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True))
        return list(_bounded(rows, name))
    except UnreadableFile:
        raise
    except Exception as error:
        raise _damaged(name, error) from error


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.isoformat(sep=" ")
        case date():
            return value.isoformat()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value)


def _bounded(rows: Iterable[Sequence[str]], name: str) -> Iterator[list[str]]:
    """The rows that hold something, without the empty cells at their ends."""
    for number, row in enumerate(rows, start=1):
        width = next((k for k in range(len(row), 0, -1) if row[k - 1].strip()), 0)
        if width > MOST_COLUMNS:
            raise UnreadableFile(
                f"Row {number:,} of “{name}” has {width:,} columns, and {MOST_COLUMNS} is the most.",
                "Save the columns that hold the texts as a table of their own.",
            )
        if number > MOST_ROWS:
            raise UnreadableFile(f"“{name}” has more than {MOST_ROWS:,} rows.", "Cut it into several files.")
        if width:
            yield list(row[:width])


def _damaged(name: str, error: Exception) -> UnreadableFile:
    kind = "damaged" if isinstance(error, (zipfile.BadZipFile, KeyError, EOFError)) else "not understood"
    return UnreadableFile(f"The workbook “{name}” is {kind}: {error}.", _AS_TABLE)
