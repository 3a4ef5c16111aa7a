"""Finds words in the texts and notes of a bitext, the way readers of Arabic mean them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage import outlines
from taqabul.storage.notes import notes_of
from taqabul.text.folding import fold
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in


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
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        texts = outlines.texts(transaction, bitext)
        remarks = notes_of(transaction, bitext) if in_notes and side is None else []
    by_link: defaultdict[LinkId, list[Hit]] = defaultdict(list)
    for link, where, paragraph, text in texts:
        here = by_link[link]
        if side in (None, where):
            spans = _places(text, wanted, folded=folded)
            here += [Hit(link, paragraph, Side(where), start, end) for start, end in spans]
    for note in remarks:
        spans = _places(note.text, wanted, folded=folded)
        by_link[note.link] += [Hit(note.link, None, None, start, end) for start, end in spans]
    return [hit for hits in by_link.values() for hit in hits]


def _places(text: str, wanted: str, *, folded: bool) -> Iterator[tuple[int, int]]:
    plain = fold(text) if folded else None
    haystack = plain.text if plain else text
    start = haystack.find(wanted)
    while start >= 0:
        end = start + len(wanted)
        yield plain.original_span(start, end) if plain else (start, end)
        start = haystack.find(wanted, end)
