"""Finds words in the texts and notes of a bitext, the way readers of Arabic mean them."""

from collections.abc import Iterator
from dataclasses import dataclass

from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.text.folding import fold
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, iter_rows


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: code points ``start`` to ``end`` (excluded) of the text as stored.

    ``paragraph`` and ``side`` are None for a place in a note.
    """

    link: LinkId
    paragraph: ParagraphId | None
    side: Side | None
    start: int
    end: int


def find(
    library: Library,
    bitext: BitextId,
    query: str,
    *,
    folded: bool = True,
    side: Side | None = None,
    in_notes: bool = True,
) -> list[Hit]:
    """All places of ``query``, in row order.

    ``folded`` lets letters stand for their kin: any hamza, with or without tashkeel or tatweel, both
    sets of digits, capitals or not. ``side`` looks on one side only, and then not in notes.
    """
    wanted = fold(query).text if folded else query
    if not wanted.strip():
        return []
    hits: list[Hit] = []
    for row in iter_rows(library, bitext):
        hits += _in_texts(row, wanted, folded=folded, side=side)
        if in_notes and side is None:
            hits += [
                Hit(row.link.id, None, None, start, end)
                for note in row.notes
                for start, end in _places(note.text, wanted, folded=folded)
            ]
    return hits


def _in_texts(row: Row, wanted: str, *, folded: bool, side: Side | None) -> Iterator[Hit]:
    for where, texts in ((Side.SOURCE, row.source), (Side.TARGET, row.target)):
        if side in (None, where):
            for paragraph in texts:
                for start, end in _places(paragraph.text, wanted, folded=folded):
                    yield Hit(row.link.id, paragraph.id, where, start, end)


def _places(text: str, wanted: str, *, folded: bool) -> Iterator[tuple[int, int]]:
    plain = fold(text) if folded else None
    haystack = plain.text if plain else text
    start = haystack.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        yield plain.original_span(start, end) if plain else (start, end)
        start = haystack.find(wanted, end)
