"""Bitexts as text, one link a line: `A1 A2 | B1 ✓`, and what else there is to say of a pair.

``✓`` confirmed, ``✗`` rejected, ``?`` to be looked at again (with its reason), ``★`` bookmarked, ``[…]`` a
note, ``A1=…`` a paragraph whose text is not the imported one, ``A1↔`` one that runs the other way.
"""

from collections.abc import Iterable

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, iter_rows

MARKS = {
    LinkStatus.PROPOSED: "",
    LinkStatus.CONFIRMED: "✓",
    LinkStatus.REJECTED: "✗",
    LinkStatus.NEEDS_REVIEW: "?",
}


def drawn(row: Row) -> str:
    """A pair as a line."""
    said = MARKS[row.link.status] + (f"({row.link.reason})" if row.link.reason else "")
    parts = [_names("A", row.source), "|", _names("B", row.target), said, "★" if row.link.bookmarked else ""]
    parts += [f"[{note.text}]" for note in row.notes]
    for letter, side in (("A", row.source), ("B", row.target)):
        parts += [f"{letter}{one.number}={one.text}" for one in side if one.text != one.imported]
        parts += [f"{letter}{one.number}↔" for one in side if one.direction is not None]
    return " ".join(part for part in parts if part)


def picture(library: Library, bitext: BitextId) -> list[str]:
    """A bitext as lines."""
    return [drawn(row) for row in iter_rows(library, bitext)]


def in_full(library: Library, bitext: BitextId) -> list[str]:
    """A bitext as lines that leave nothing out: texts, sentences and how they are linked, confidence, authors."""
    return [whole(row) for row in iter_rows(library, bitext)]


def whole(row: Row) -> str:
    """A pair as a line that leaves nothing out."""
    return f"{drawn(row)} {_rest(row)}"


def _names(letter: str, side: Iterable[Paragraph]) -> str:
    return " ".join(f"{letter}{one.number}" for one in side) or "-"


def _rest(row: Row) -> str:
    texts = {one.id: each.sentence_text(one) for each in (*row.source, *row.target) for one in each.sentences}
    sentences = [
        (*(texts[one] for one in part.source), "|", *(texts[one] for one in part.target), part.confidence)
        for part in row.link.sentences
    ]
    paragraphs = [(one.text, one.imported, one.direction) for one in (*row.source, *row.target)]
    notes = [(note.text, note.author, note.at) for note in row.notes]
    link = row.link
    return repr((link.confidence, link.evidence, link.rank, link.changed_by, paragraphs, sentences, notes))
