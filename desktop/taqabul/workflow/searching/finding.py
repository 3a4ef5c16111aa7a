"""A question asked of a bitext or of the whole library, and where its hits stand."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import NamedTuple, cast

from taqabul.domain.bitext import Bitext
from taqabul.domain.ids import BitextId, DocumentId, LinkId, NoteId, ParagraphId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress, no_progress
from taqabul.domain.search import Kind, Query, Where
from taqabul.storage import bitexts, documents, shelves, texts
from taqabul.storage.database import Transaction
from taqabul.workflow.haystack import Block
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in
from taqabul.workflow.searching import fuzzy, meaning
from taqabul.workflow.searching.matching import matcher
from taqabul.workflow.searching.raw import Raw

MOST_HITS = 5_000


class Hit(NamedTuple):
    """A place found: code points ``start`` to ``end`` (excluded) of the text as stored.

    It is in a paragraph (then ``side`` is given) or in a ``note``; a paragraph whose document is in no
    bitext has no ``bitext``, ``link`` and ``side``. ``score`` says how good a ranked hit is, 0 to 1.
    """

    bitext: BitextId | None
    link: LinkId | None
    side: Side | None
    paragraph: ParagraphId | None
    note: NoteId | None
    start: int
    end: int
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """The hits, in row order or best first; ``more`` tells that there are others beyond the most asked for."""

    hits: tuple[Hit, ...] = ()
    more: bool = False


def find(
    library: Library,
    query: Query,
    bitext: BitextId | None = None,
    *,
    most: int = MOST_HITS,
    progress: Progress = no_progress,
) -> Found:
    """All places a question is answered, in a bitext or in the whole library.

    Raises InvalidInput where there is nothing to look for, where a regular expression is wrong or takes too
    long, and where there is no such bitext. ``progress`` may stop the search.
    """
    with library.database.read() as transaction:
        searched = _searched(transaction, bitext)
        paragraphs, remarks = _blocks(library, transaction, query.where, searched, alone=bitext is None)
        if query.kind is Kind.FUZZY:
            raw: Iterable[Raw] = fuzzy.ranked(library.haystack, query, [*paragraphs, *remarks], progress)
        elif query.kind is Kind.MEANING:
            raw = meaning.ranked(library, transaction, query, paragraphs, progress)
        else:
            raw = _plain(query, [*paragraphs, *remarks], progress)
        held = list(islice(raw, most + 1))
        hits = _placed(transaction, held[:most], remarks, {one.id for one in searched})
    if not query.kind.is_ranked:
        hits.sort(key=lambda pair: pair[0])
    return Found(tuple(hit for _, hit in hits), len(held) > most)


def nearest(
    library: Library, asked: Sequence[str], *, most: int, progress: Progress = no_progress
) -> tuple[Hit, ...]:
    """The sentences of a library's bitexts that say most nearly what any of some texts says, nearest first.

    Raises InvalidInput where the encoder is missing.
    """
    with library.database.read() as transaction:
        searched = _searched(transaction, None)
        blocks, _ = _blocks(library, transaction, Where.TEXTS, searched, alone=False)
        raw = list(meaning.nearest(library, transaction, asked, blocks, progress, most))
        return tuple(hit for _, hit in _placed(transaction, raw, (), {one.id for one in searched}))


def _searched(transaction: Transaction, bitext: BitextId | None) -> list[Bitext]:
    """One bitext, or all but those in the bin."""
    if bitext is not None:
        return [bitext_in(transaction, bitext)]
    binned = {id_ for id_, place in shelves.placements(transaction).items() if place.binned_at is not None}
    return [one for one in bitexts.read_bitexts(transaction) if one.id not in binned]


def _blocks(
    library: Library, transaction: Transaction, where: Where, searched: Sequence[Bitext], *, alone: bool
) -> tuple[list[Block], list[Block]]:
    """What is to be searched: texts, sides of a bitext in turn, and notes.

    ``alone``: documents that are in no bitext too. What is in the bin is not searched.
    """
    sides = {
        Where.SOURCE: [[one.source] for one in searched],
        Where.TARGET: [[one.target] for one in searched],
        Where.NOTES: [],
    }.get(where, [[one.source, one.target] for one in searched])
    if alone and where in {Where.EVERYWHERE, Where.TEXTS}:
        binned = shelves.binned_documents(transaction)
        paired = {side for one in bitexts.read_bitexts(transaction) for side in (one.source, one.target)}
        sides += [
            [one.id]
            for one in documents.read_documents(transaction)
            if one.id not in binned and one.id not in paired
        ]
    wanted = list(dict.fromkeys(document for pair in sides for document in pair))
    held = library.haystack.blocks(transaction, wanted)
    seen: set[DocumentId] = set()
    blocks: list[Block] = []
    for pair in sides:
        fresh = [held[document] for document in pair if document not in seen]
        seen.update(pair)
        blocks += [block for both in zip_longest(*fresh) for block in both if block is not None]
    if where not in {Where.EVERYWHERE, Where.NOTES}:
        return blocks, []
    notes = library.haystack.notes(transaction)
    return blocks, [notes[one.id] for one in searched if one.id in notes]


def _plain(query: Query, blocks: Sequence[Block], progress: Progress) -> Iterator[Raw]:
    spans = matcher(query)
    for done, block in enumerate(blocks):
        progress(done, len(blocks))
        folded = block.folded(query.folding)
        for number, start, end in spans(folded):
            yield Raw(block, folded, number, start, end)


def _placed(
    transaction: Transaction, raw: Sequence[Raw], remarks: Sequence[Block], searched: Collection[BitextId]
) -> list[tuple[tuple[float, ...], Hit]]:
    """The hits, each with what orders them by rows."""
    noted = set(map(id, remarks))
    ids: tuple[set[int], set[int]] = set(), set()
    for one in raw:
        ids[id(one.block) in noted].add(one.block.ids[one.number])
    places = texts.places_of(transaction, cast("set[ParagraphId]", ids[0]))
    notes = texts.note_places(transaction, cast("set[NoteId]", ids[1]))
    placed: list[tuple[tuple[float, ...], Hit]] = []
    for one in raw:
        span = _span(one)
        id_ = one.block.ids[one.number]
        if id(one.block) in noted:
            of, link, rank = notes[NoteId(id_)]
            hit = Hit(of, link, None, None, NoteId(id_), *span, one.score)
            placed.append(((of, rank, len(Side), id_, span[0]), hit))
            continue
        paragraph = ParagraphId(id_)
        standing = places.get(paragraph)
        if standing is None:
            hit = Hit(None, None, None, paragraph, None, *span, one.score)
            placed.append(((float("inf"), float(id_), 0, 0, span[0]), hit))
            continue
        for bitext, link, rank, side, position in standing:
            if bitext in searched:
                order = (bitext, rank, side is Side.TARGET, position, span[0])
                placed.append((order, Hit(bitext, link, side, paragraph, None, *span, one.score)))
    return placed


def _span(one: Raw) -> tuple[int, int]:
    """Where a hit begins and ends in the text as stored."""
    if one.folded is None:
        return one.start, one.end
    return one.folded.original_span(one.number, one.start, one.end)
