"""Tables as bitexts: each row of a CSV, TSV or XLSX file is a pair; a person may say which column is what."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import regex

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.files import BitextFile, TextFile
from taqabul.domain.language import Language
from taqabul.domain.options import ColumnRole, ImportOptions
from taqabul.formats import plain_text
from taqabul.formats.column_guess import Columns, guess_columns
from taqabul.formats.csv_table import original
from taqabul.formats.given_pairs import GivenPair, as_bitext, confidence_from, status_from
from taqabul.formats.raw import read_bytes
from taqabul.formats.table_cells import Table, cells_of
from taqabul.text.direction import language_of

MOST_BYTES: Final = 256 * 1024 * 1024
_JOINED: Final = " ~~~ "
"""How hunalign and those who use it join the segments of one side."""
_SCORED: Final = regex.compile(r"([^\t]*)\t([^\t]*)\t-?\d+(?:\.\d+)?(?:e-?\d+)?")
"""A line of both sides and what hunalign thinks of them."""
_SNIFFED: Final = 4096
_LANGUAGES: Final = {ColumnRole.ARABIC: Language.ARABIC, ColumnRole.ENGLISH: Language.ENGLISH}

_WORDS: Final = {
    ColumnRole.ARABIC: "Arabic",
    ColumnRole.ENGLISH: "English",
    ColumnRole.STATUS: "the status",
    ColumnRole.CONFIDENCE: "the confidence",
    ColumnRole.NOTE: "notes",
    ColumnRole.REASON: "reasons",
    ColumnRole.SOURCE_IDS: "numbers of Arabic paragraphs",
    ColumnRole.TARGET_IDS: "numbers of English paragraphs",
}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A table as it was read, and what its columns are taken for."""

    table: Table
    columns: Columns
    sha256: str


def look(path: Path, options: ImportOptions) -> LookedAt:
    """Read a table and guess its columns, those that the options choose apart. Raises UnreadableFile, InvalidInput."""
    data = read_bytes(path, MOST_BYTES)
    table = cells_of(data, path.name, encoding=options.encoding, sheet=options.sheet)
    columns = guess_columns(table.rows, dict(options.columns))
    return LookedAt(table, columns, hashlib.sha256(data).hexdigest())


def read(path: Path, options: ImportOptions) -> BitextFile:
    """Read a table with an Arabic and an English column. Raises UnreadableFile, InvalidInput."""
    return _as_bitext(path.name, look(path, options))


def read_separated(path: Path, options: ImportOptions) -> BitextFile | TextFile:
    """Read a CSV or TSV file as a table of pairs; one that is none is a text. Raises UnreadableFile, InvalidInput."""
    found = look(path, options)
    if options.columns or _LANGUAGES.keys() <= found.columns.places.keys():
        return _as_bitext(path.name, found)
    return plain_text.read(path, options)


def read_text(path: Path, options: ImportOptions) -> BitextFile | TextFile:
    """Read a plain text; what hunalign wrote as text is a table of pairs. Raises UnreadableFile, InvalidInput."""
    return read_separated(path, options) if _is_scored(path) else plain_text.read(path, options)


def _is_scored(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            *lines, last = file.read(_SNIFFED).decode("utf-8", errors="replace").split("\n")
    except OSError:
        return False
    rows = [_SCORED.fullmatch(line.rstrip()) for line in lines or [last] if line.strip()]
    return all(rows) and any(row[1].strip() and row[2].strip() for row in rows if row)


def pairs_of(found: LookedAt) -> Iterator[GivenPair]:
    """A pair a row, but for the row of headers."""
    places = found.columns.places
    plain = original if found.table.is_plain else str

    for at, row in enumerate(found.table.rows):
        if at == found.columns.header:
            continue

        def cell(role: ColumnRole, row: Sequence[str] = row) -> str:
            place = places.get(role, len(row))
            return plain(row[place]) if place < len(row) else ""

        texts = (cell(ColumnRole.ARABIC), cell(ColumnRole.ENGLISH))
        arabic, english = texts if ColumnRole.SOURCE_IDS in places else _in_their_columns(*texts)
        source, source_ids = _segments(arabic, cell(ColumnRole.SOURCE_IDS))
        target, target_ids = _segments(english, cell(ColumnRole.TARGET_IDS))
        yield GivenPair(
            source,
            target,
            status_from(cell(ColumnRole.STATUS)),
            confidence_from(cell(ColumnRole.CONFIDENCE)),
            (cell(ColumnRole.NOTE),),
            cell(ColumnRole.REASON),
            source_ids=source_ids,
            target_ids=target_ids,
        )


def _segments(text: str, ids: str) -> tuple[str, tuple[str, ...]]:
    """A side's segments as lines, and their numbers as far as they are known."""
    parts = [part.strip() for part in text.split(_JOINED)]
    return ("\n".join(parts), ("",) * len(parts)) if len(parts) > 1 else (text, tuple(ids.split()))


def _in_their_columns(arabic: str, english: str) -> tuple[str, str]:
    """A row with one text only (a heading) is of the language of its letters, whatever its column."""
    if arabic.strip() and english.strip():
        return arabic, english
    only = arabic if arabic.strip() else english
    language = language_of(only) or (Language.ARABIC if arabic.strip() else Language.ENGLISH)
    return (only, "") if language is Language.ARABIC else ("", only)


def _as_bitext(name: str, found: LookedAt) -> BitextFile:
    places = found.columns.places
    missing = [role for role in _LANGUAGES if role not in places]
    if missing:
        raise UnreadableFile(
            f"No column of “{name}” is in {' or in '.join(_LANGUAGES[role].name.capitalize() for role in missing)}.",
            "Say which columns hold the texts (--columns ar=2,en=3), or choose another file.",
        )
    told = ", ".join(f"{_WORDS[role]} in column {places[role] + 1}" for role in ColumnRole if role in places)
    return as_bitext(
        name,
        found.sha256,
        pairs_of(found),
        encoding=found.table.encoding,
        findings=(found.table.how, f"Read as a table: {told}."),
        certain=found.columns.sure,
    )
