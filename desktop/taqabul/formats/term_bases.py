"""Term bases from CSV and TBX.

A table has a heading for each column: ``ar`` and ``en``, and where there are any ``not_ar`` and ``not_en`` for what
shall not be said; several words for one notion stand in one cell with | between them. In TBX (2 or 3) a term whose
administrative status says deprecated, superseded or not admitted is one that shall not be used.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO
from pathlib import Path
from typing import Final

from lxml import etree

from taqabul.domain.errors import UnreadableFile
from taqabul.domain.terms import Term
from taqabul.formats.csv_table import original, write_lines
from taqabul.formats.encodings import decode
from taqabul.formats.raw import read_bytes
from taqabul.formats.safe_xml import stream_xml

_HEADINGS: Final = {
    "ar": "arabic", "arabic": "arabic", "العربية": "arabic", "source": "arabic",
    "en": "english", "english": "english", "الإنجليزية": "english", "target": "english",
    "not_ar": "not_arabic", "not_arabic": "not_arabic", "forbidden_ar": "not_arabic",
    "not_en": "not_english", "not_english": "not_english", "forbidden_en": "not_english",
}  # fmt: skip
_FORBIDDEN: Final = ("deprecated", "superseded", "notadmitted", "not-admitted", "forbidden")
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_CELL: Final = 100_000


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of a file, .csv, .tsv or .tbx. Raises UnreadableFile."""
    data = read_bytes(path)
    if path.suffix.lower() in {".tbx", ".xml"}:
        terms = tuple(_of_tbx(data, path.name))
    else:
        terms = tuple(_of_table(decode(data).text, path))
    if not terms:
        raise UnreadableFile(
            f"“{path.name}” holds no terms.",
            "A table needs the columns ar and en; a TBX file terms in Arabic and English.",
        )
    return terms


def write_terms(path: Path, terms: Iterable[Term]) -> None:
    """Write terms as a table that ``read_terms`` reads, for spreadsheets too. Raises OSError."""
    lines = (
        [" | ".join(words) for words in (one.arabic, one.english, one.not_arabic, one.not_english)]
        for one in terms
    )
    with path.open("wb") as out:
        write_lines(("ar", "en", "not_ar", "not_en"), lines, out, ",")


def _of_table(text: str, path: Path) -> Iterator[Term]:
    first = text.split("\n", 1)[0]
    mark = max("\t;,", key=first.count)
    csv.field_size_limit(_CELL)
    try:
        lines = list(csv.reader(StringIO(text, newline=""), delimiter=mark))
    except csv.Error as error:
        raise UnreadableFile(
            f"“{path.name}” cannot be read as a table: {error}.", "Save it as CSV once more."
        ) from error
    if not lines:
        return
    headings = [_HEADINGS.get(cell.strip().lower(), "") for cell in lines[0]]
    if not {"arabic", "english"} <= set(headings):
        raise UnreadableFile(
            f"“{path.name}” does not say which column is Arabic and which is English.",
            "Write the headings ar and en above them; not_ar and not_en above what shall not be said.",
        )
    for line in lines[1:]:
        yield from _term(
            {heading: _words(original(cell)) for heading, cell in zip(headings, line, strict=False)}
        )


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for part in cell.split("|") if (word := " ".join(part.split())))


def _of_tbx(data: bytes, name: str) -> Iterator[Term]:
    for tag in ("{*}termEntry", "{*}conceptEntry"):
        for entry in stream_xml(data, name, tag):
            found: dict[str, list[str]] = defaultdict(list)
            for group in entry.iter("{*}langSet", "{*}langSec"):
                language = (group.get(_XML_LANG) or "").lower().split("-")[0]
                kind = _HEADINGS.get(language, "") if language in {"ar", "en"} else ""
                for term in group.iter("{*}term"):
                    word = " ".join("".join(map(str, term.itertext())).split())
                    if kind and word:
                        found[f"not_{kind}" if _is_forbidden(term) else kind].append(word)
            yield from _term({kind: tuple(words) for kind, words in found.items()})


def _is_forbidden(term: "etree._Element") -> bool:
    """Whether the term's own section says that it shall not be used."""
    section = term.getparent()
    if section is None:
        return False
    notes = (note for note in section.iter("{*}termNote", "{*}administrativeStatus"))
    return any(word in (note.text or "").lower() for note in notes for word in _FORBIDDEN)


def _term(words: Mapping[str, tuple[str, ...]]) -> Iterator[Term]:
    """A term, where anything can be checked by it."""
    term = Term(*(words.get(kind, ()) for kind in ("arabic", "english", "not_arabic", "not_english")))
    if (term.arabic and term.english) or term.not_arabic or term.not_english:
        yield term
