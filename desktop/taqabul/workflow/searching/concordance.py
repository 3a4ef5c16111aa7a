"""Hits with what faces them: the lines of a bilingual concordance."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import Bitext
from taqabul.domain.document import Paragraph
from taqabul.domain.errors import UnsupportedFormat
from taqabul.domain.ids import BitextId, DocumentId, LinkId, NoteId
from taqabul.domain.language import Language, Side
from taqabul.formats.atomic import replacing
from taqabul.formats.csv_table import write_lines
from taqabul.storage import bitexts, documents
from taqabul.storage.database import Transaction
from taqabul.storage.notes import read_notes
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, rows_in
from taqabul.workflow.searching.finding import Hit

_COLUMNS: Final = ("bitext", "title", "side", "paragraph", "before", "found", "after", "facing", "score")
_DELIMITERS: Final = {".csv": ",", ".tsv": "\t"}


@dataclass(frozen=True, slots=True)
class Line:
    """A hit in its context.

    ``row`` is None for a text that no bitext holds; ``text`` is what the hit stands in, a paragraph or a
    note; ``number`` the paragraph's, None for a note. ``title`` names the bitext, or else the document.
    ``source_language`` and ``target_language`` are those of the row's sides.
    """

    hit: Hit
    title: str
    text: str
    number: int | None
    language: Language | None
    row: Row | None
    source_language: Language = Language.ARABIC
    target_language: Language = Language.ENGLISH

    @property
    def matched(self) -> str:
        """The words that were found."""
        return self.text[self.hit.start : self.hit.end]

    def facing(self) -> tuple[Paragraph, ...]:
        """The paragraphs on the other side; the target's for a note."""
        if self.row is None:
            return ()
        return self.row.source if self.hit.side is Side.TARGET else self.row.target


def lines(library: Library, hits: Sequence[Hit]) -> list[Line]:
    """The lines of some hits, in their order; those that are not there any more are left out."""
    with library.database.read() as transaction:
        return list(_lines(transaction, hits))


def write_table(told: Iterable[Line], out: Path) -> None:
    """Write lines as a table for spreadsheets: .csv, or .tsv with tabs.

    Raises UnsupportedFormat for another name, CannotWrite where the file cannot be written.
    """
    delimiter = _DELIMITERS.get(out.suffix.lower())
    if delimiter is None:
        raise UnsupportedFormat(
            f"Hits cannot be written into {out.name}.", "End the file's name in .csv or .tsv."
        )
    with replacing(out) as stream:
        write_lines(_COLUMNS, map(_cells, told), stream, delimiter)


def _cells(line: Line) -> tuple[str, ...]:
    start, end = line.hit.start, line.hit.end
    return (
        str(line.hit.bitext or ""),
        line.title,
        str(line.hit.side or ("note" if line.hit.note is not None else "")),
        str(line.number or ""),
        line.text[:start],
        line.matched,
        line.text[end:],
        "\n".join(one.text for one in line.facing()),
        f"{line.hit.score:.4f}",
    )


def _lines(transaction: Transaction, hits: Sequence[Hit]) -> Iterator[Line]:
    of = {
        one.id: one for one in bitexts.read_bitexts(transaction, {hit.bitext for hit in hits if hit.bitext})
    }
    links = list(dict.fromkeys(hit.link for hit in hits if hit.link is not None))
    held: dict[LinkId, Row] = {row.link.id: row for row in rows_in(transaction, links)}
    alone = [hit.paragraph for hit in hits if hit.bitext is None and hit.paragraph is not None]
    notes = read_notes(transaction, [hit.note for hit in hits if hit.note is not None])
    lonely = documents.read_paragraphs(transaction, alone)
    about = {one.id: one for one in documents.read_documents(transaction)}
    languages = {id_: one.language for id_, one in about.items()}
    for hit in hits:
        if hit.bitext is None:
            paragraph = None if hit.paragraph is None else lonely.get(hit.paragraph)
            if paragraph is not None:
                document = about[paragraph.document]
                yield Line(hit, document.title, paragraph.text, paragraph.number, document.language, None)
        elif hit.bitext in of and hit.link in held:
            title, sides = of[hit.bitext].title, _sides(of, hit.bitext, languages)
            line = _in_row(hit, title, held[hit.link], sides, notes)
            if line is not None:
                yield line


def _sides(
    of: dict[BitextId, Bitext], bitext: BitextId, languages: dict[DocumentId, Language]
) -> dict[Side, Language]:
    record = of[bitext]
    return {Side.SOURCE: languages[record.source], Side.TARGET: languages[record.target]}


def _in_row(
    hit: Hit, title: str, row: Row, languages: dict[Side, Language], notes: Mapping[NoteId, Note]
) -> Line | None:
    """A line of a row, or of a note that is on it, on a mark that begins there, or on the whole text; None for what is gone."""
    both = languages[Side.SOURCE], languages[Side.TARGET]
    if hit.side is None:
        note = None if hit.note is None else notes.get(hit.note)
        return None if note is None else Line(hit, title, note.text, None, None, row, *both)
    paragraphs = row.source if hit.side is Side.SOURCE else row.target
    found = next((one for one in paragraphs if one.id == hit.paragraph), None)
    if found is None:
        return None
    return Line(hit, title, found.text, found.number, languages[hit.side], row, *both)
