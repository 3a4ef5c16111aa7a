"""Reads a bitext for screens and exporters: its outline at once, its rows a page at a time."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
import numpy.typing as npt

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import Bitext, Link, LinkStatus
from taqabul.domain.chains import longest_chain
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import BitextId, JournalId, LinkId, ParagraphId
from taqabul.storage import documents, journal, notes, outlines
from taqabul.storage.database import Transaction
from taqabul.storage.links import link_ids, read_links
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

STATUSES: Final = tuple(LinkStatus)
"""What the codes of ``Outline.status`` stand for."""

MANY: Final = 10_000
Ints = npt.NDArray[np.int64]

_PROPOSED, _NEEDS_REVIEW = STATUSES.index(LinkStatus.PROPOSED), STATUSES.index(LinkStatus.NEEDS_REVIEW)


def undecided(status: npt.NDArray[np.int8]) -> npt.NDArray[np.bool_]:
    """Which rows nobody decided on, told by the codes of their statuses."""
    either: npt.NDArray[np.bool_] = (status == _PROPOSED) | (status == _NEEDS_REVIEW)
    return either


@dataclass(frozen=True, slots=True)
class Outline:
    """All rows of a bitext in brief: arrays of one length, in row order.

    ``status`` indexes STATUSES. ``confidence`` is nan where there is none. Lengths are code points.
    ``source_first`` and ``target_first`` count paragraphs of the document from 0, -1 for an empty side.
    ``edited`` tells that a person corrected one of the row's texts, ``has_reason`` that somebody said why
    to look at it again, ``even`` that one paragraph faces one.
    """

    links: npt.NDArray[np.int64]
    rank: npt.NDArray[np.int64]
    status: npt.NDArray[np.int8]
    confidence: npt.NDArray[np.float64]
    source_length: npt.NDArray[np.int32]
    target_length: npt.NDArray[np.int32]
    source_first: npt.NDArray[np.int32]
    target_first: npt.NDArray[np.int32]
    even: npt.NDArray[np.bool_]
    has_note: npt.NDArray[np.bool_]
    edited: npt.NDArray[np.bool_]
    has_reason: npt.NDArray[np.bool_]
    bookmarked: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.links)


@dataclass(frozen=True, slots=True)
class Row:
    """A link with its paragraphs and notes."""

    link: Link
    source: tuple[Paragraph, ...]
    target: tuple[Paragraph, ...]
    notes: tuple[Note, ...]


def rows(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> list[Row]:
    """The rows of these links, in the order asked for; those that are not there any more are left out."""
    with library.database.read() as transaction:
        return [row for row in rows_in(transaction, links) if row.link.bitext == bitext]


def iter_rows(library: Library, bitext: BitextId, batch: int = 500) -> Iterator[Row]:
    """All rows in row order, as they are when the first is asked for."""
    with library.database.read() as transaction:
        bitext_in(transaction, bitext)
        links = link_ids(transaction, bitext)
        for start in range(0, len(links), batch):
            yield from rows_in(Transaction(transaction.connection), links[start : start + batch])


def rows_in(transaction: Transaction, ids: Sequence[LinkId]) -> list[Row]:
    """The rows of these links, of whatever bitexts, as the transaction sees them."""
    links = read_links(transaction, ids)
    members = [id_ for link in links.values() for id_ in link.source + link.target]
    texts = documents.read_paragraphs(transaction, members)
    remarks = notes.notes_on(transaction, ids)
    return [
        Row(
            link,
            tuple(texts[id_] for id_ in link.source),
            tuple(texts[id_] for id_ in link.target),
            tuple(remarks.get(link.id, ())),
        )
        for link in links.values()
    ]


@dataclass(frozen=True, slots=True)
class _Links:
    """What is read of the links of a bitext, in no order, and which paragraphs they hold."""

    ids: Ints
    ranks: Ints
    statuses: Ints
    confidence: npt.NDArray[np.float64]
    paragraphs: Ints
    held_by: Ints
    noted: list[LinkId]
    reasoned: list[LinkId]
    bookmarked: list[LinkId]

    @classmethod
    def read(cls, transaction: Transaction, bitext: BitextId) -> Self:
        columns = outlines.link_columns(transaction, bitext)
        return cls(
            *columns,
            *outlines.member_columns(transaction, bitext, columns[0]),
            outlines.noted_links(transaction, bitext),
            outlines.reasoned_links(transaction, bitext),
            outlines.bookmarked_links(transaction, bitext),
        )


@dataclass(frozen=True, slots=True)
class _Texts:
    """Of either side paragraph, rank and length, in no order; and the paragraphs that people corrected."""

    sides: list[tuple[Ints, Ints, Ints]]
    corrected: list[ParagraphId]


def _read_texts(transaction: Transaction, record: Bitext) -> _Texts:
    documents_of = (record.source, record.target)
    return _Texts(
        [outlines.paragraph_columns(transaction, of) for of in documents_of],
        [id_ for of in documents_of for id_ in outlines.corrected_paragraphs(transaction, of)],
    )


def are_many(library: Library, bitext: BitextId) -> bool:
    """Whether a bitext has so many rows that a person notices how long their outline takes."""
    with library.database.read() as transaction:
        return outlines.has_more_links(transaction, bitext, MANY)


def outline(library: Library, bitext: BitextId) -> Outline:
    """All rows of a bitext in brief, for a person to look at: what others changed before counts as seen."""
    with library.database.read() as transaction, ThreadPoolExecutor(1) as beside:
        record = bitext_in(transaction, bitext)
        texts = beside.submit(_texts_beside, library, record)
        now = journal.last_act(transaction)
        links = _Links.read(transaction, bitext)
        then, sides = texts.result()
        if then != now:
            sides = _read_texts(transaction, record)
        library.looked_at(bitext, now)
    return _outlined(links, sides)


def brief(library: Library, bitext: BitextId) -> Outline:
    """All rows of a bitext in brief, after an edit made here: what others changed does not count as seen."""
    with library.database.read() as transaction:
        return read_brief(transaction, bitext)


def read_brief(transaction: Transaction, bitext: BitextId) -> Outline:
    """All rows of a bitext in brief, without reading their texts."""
    record = bitext_in(transaction, bitext)
    return _outlined(_Links.read(transaction, bitext), _read_texts(transaction, record))


def _texts_beside(library: Library, record: Bitext) -> tuple[JournalId, _Texts]:
    """Both texts in brief, while another thread reads the links: SQLite keeps one processor busy a connection."""
    with library.database.read() as transaction:
        return journal.last_act(transaction), _read_texts(transaction, record)


def _outlined(links: _Links, texts: _Texts) -> Outline:
    ids, rank, held_by, paragraphs = links.ids, links.ranks, links.held_by, links.paragraphs
    order = np.argsort(rank)
    by_id = np.argsort(ids)
    row_of = np.argsort(order)[by_id][np.searchsorted(ids[by_id], held_by)]
    source, target = (_side(paragraphs, row_of, side, len(rank)) for side in texts.sides)
    edited = np.zeros(len(rank), np.bool_)
    if texts.corrected:
        edited[row_of[np.isin(paragraphs, np.array(texts.corrected, np.int64))]] = True
    return Outline(
        ids[order],
        rank[order],
        links.statuses.astype(np.int8)[order],
        links.confidence[order],
        source[0],
        target[0],
        source[1],
        target[1],
        (source[2] == 1) & (target[2] == 1),
        np.isin(ids[order], np.array(links.noted, np.int64)),
        edited,
        np.isin(ids[order], np.array(links.reasoned, np.int64)),
        np.isin(ids[order], np.array(links.bookmarked, np.int64)),
    )


def _side(paragraphs: Ints, row_of: Ints, side: Sequence[Ints], how_many: int) -> list[npt.NDArray[np.int32]]:
    """Each row's length, first paragraph and number of paragraphs on one side, given that side's paragraphs."""
    ids, ranks, lengths = side
    places = np.empty(len(ids), np.int64)
    places[np.argsort(ranks)] = np.arange(len(ids))
    by_id = np.argsort(ids)
    here = np.flatnonzero(np.isin(paragraphs, ids))
    found = by_id[np.searchsorted(ids[by_id], paragraphs[here])]
    total = np.bincount(row_of[here], weights=lengths[found], minlength=how_many)
    first = np.full(how_many, len(ids), np.int64)
    np.minimum.at(first, row_of[here], places[found])
    first[first == len(ids)] = -1
    count = np.bincount(row_of[here], minlength=how_many)
    return [column.astype(np.int32) for column in (total, first, count)]


@dataclass(frozen=True, slots=True)
class Crossings:
    """The two-sided rows whose target is out of order: ``rows`` are places in the outline.

    ``stands_at[k]`` is the row boundary at which the target of ``rows[k]`` would stand in target order:
    0 above the first row, n above row n.
    """

    rows: npt.NDArray[np.int64]
    stands_at: npt.NDArray[np.int64]


def crossings(brief: Outline) -> Crossings:
    """The rows off the backbone, the longest chain of targets that follow each other in source order."""
    facing = np.flatnonzero((brief.source_first >= 0) & (brief.target_first >= 0))
    on_chain = longest_chain(brief.target_first[facing].tolist())
    crossing = np.delete(facing, on_chain)
    in_order = np.setdiff1d(np.flatnonzero(brief.target_first >= 0), crossing)
    by_target = in_order[np.argsort(brief.target_first[in_order], kind="stable")]
    following = np.searchsorted(brief.target_first[by_target], brief.target_first[crossing])
    # The first row, from the top, among those whose target comes later.
    first_row = np.append(np.minimum.accumulate(by_target[::-1])[::-1], len(brief))
    return Crossings(crossing, first_row[following])
