"""Texts by the thousand for whoever searches them, and in which rows they stand."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import func, select

from taqabul.domain.ids import BitextId, DocumentId, JournalId, LinkId, NoteId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.batches import IDS
from taqabul.storage.database import Transaction
from taqabul.storage.journal import edit_of
from taqabul.storage.tables import (
    annotation,
    annotation_span,
    journal,
    link,
    link_member,
    note,
    paragraph,
    sentence,
)

_SIDES = {side.value: side for side in Side}
_of_member = link_member.c
_PLACES = (
    select(
        _of_member.paragraph_id,
        _of_member.bitext_id,
        _of_member.link_id,
        link.c.rank,
        _of_member.side,
        _of_member.position,
    )
    .join_from(link_member, link, link.c.id == _of_member.link_id)
    .where(_of_member.paragraph_id.in_(IDS))
    .order_by(_of_member.paragraph_id, _of_member.bitext_id)
)
_ON_ANNOTATION = (
    select(annotation.c.link_id)
    .where(annotation.c.id == note.c.annotation_id)
    .correlate(note)
    .scalar_subquery()
)
_WHERE_IT_BEGINS = (
    select(_of_member.link_id)
    .join_from(annotation_span, link_member, _of_member.paragraph_id == annotation_span.c.paragraph_id)
    .where(annotation_span.c.annotation_id == note.c.annotation_id, _of_member.bitext_id == note.c.bitext_id)
    .order_by(annotation_span.c.place)
    .limit(1)
    .correlate(note)
    .scalar_subquery()
)
_first = link.alias("first")
_FIRST_ROW = (
    select(_first.c.id)
    .where(_first.c.bitext_id == note.c.bitext_id)
    .order_by(_first.c.rank)
    .limit(1)
    .correlate(note)
    .scalar_subquery()
)
_NOTE_PLACES = (
    select(note.c.id, note.c.bitext_id, link.c.id, link.c.rank)
    .join_from(
        note,
        link,
        link.c.id == func.coalesce(note.c.link_id, _ON_ANNOTATION, _WHERE_IT_BEGINS, _FIRST_ROW),
    )
    .where(note.c.id.in_(IDS))
)


class StoredText(NamedTuple):
    """A paragraph with its place in its document."""

    id: ParagraphId
    rank: int
    text: str


class TextPlace(NamedTuple):
    """Where a paragraph stands in a bitext: the ``position``-th on its side of a link of that rank."""

    bitext: BitextId
    link: LinkId
    rank: int
    side: Side
    position: int


def texts_between(
    transaction: Transaction, document: DocumentId, first: int | None = None, end: int | None = None
) -> list[StoredText]:
    """The texts of a document with ranks from ``first`` to ``end`` (excluded), in order."""
    of = paragraph.c
    query = select(of.id, of.rank, of.text).where(of.document_id == document).order_by(of.rank)
    if first is not None:
        query = query.where(of.rank >= first)
    if end is not None:
        query = query.where(of.rank < end)
    return [StoredText(*row) for row in transaction.connection.execute(query)]


def sentence_spans(
    transaction: Transaction, paragraphs: Sequence[ParagraphId]
) -> dict[ParagraphId, list[tuple[int, int]]]:
    """Where the sentences of paragraphs begin and end, in order."""
    found: dict[ParagraphId, list[tuple[int, int]]] = {}
    of = sentence.c
    query = select(of.paragraph_id, of.start, of.end).where(of.paragraph_id.in_(IDS))
    rows = transaction.connection.execute(
        query.order_by(of.paragraph_id, of.start), {"ids": list(paragraphs)}
    )
    for owner, start, end in rows:
        found.setdefault(owner, []).append((start, end))
    return found


def all_notes(transaction: Transaction) -> dict[BitextId, list[tuple[NoteId, str]]]:
    """Every note of the library, by bitext."""
    found: dict[BitextId, list[tuple[NoteId, str]]] = {}
    query = select(note.c.bitext_id, note.c.id, note.c.text).order_by(note.c.id)
    for of, id_, written in transaction.connection.execute(query):
        found.setdefault(BitextId(of), []).append((NoteId(id_), written))
    return found


def places_of(
    transaction: Transaction, paragraphs: Iterable[ParagraphId]
) -> dict[ParagraphId, list[TextPlace]]:
    """Where each of the paragraphs stands, bitext by bitext; one in no bitext is left out."""
    found: dict[ParagraphId, list[TextPlace]] = {}
    rows = transaction.connection.execute(_PLACES, {"ids": list(paragraphs)}).fetchall()
    for owner, bitext, held_by, rank, side, position in rows:
        found.setdefault(owner, []).append(TextPlace(bitext, held_by, rank, _SIDES[side], position))
    return found


def note_places(
    transaction: Transaction, notes: Iterable[NoteId]
) -> dict[NoteId, tuple[BitextId, LinkId, int]]:
    """The bitext, link and rank of the row each note is on.

    For a note on an annotation that is where it begins; for one on a document, or on an annotation without a
    place, the first row.
    """
    rows = transaction.connection.execute(_NOTE_PLACES, {"ids": list(notes)})
    return {NoteId(id_): (BitextId(bitext), LinkId(on), rank) for id_, bitext, on, rank in rows}


def ranks_changed(transaction: Transaction, since: JournalId) -> set[tuple[DocumentId, int]]:
    """The places of documents (document, rank) that acts after a line of the journal changed."""
    query = select(journal.c.id, journal.c.of).where(journal.c.id > since)
    done = {JournalId(of or id_) for id_, of in transaction.connection.execute(query)}
    edits = (edit_of(transaction, act).paragraphs for act in sorted(done))
    return {(one.document, one.rank) for edit in edits for one in (*edit.removed, *edit.inserted)}
