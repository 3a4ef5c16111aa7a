"""Texts by the thousand for whoever searches them, and in which rows they stand."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select, text

from taqabul.domain.ids import BitextId, DocumentId, JournalId, LinkId, NoteId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.database import Transaction
from taqabul.storage.journal import edit_of
from taqabul.storage.tables import journal, note, paragraph, sentence

_SIDES = {side.value: side for side in Side}


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
    query = select(of.paragraph_id, of.start, of.end).where(of.paragraph_id.in_(_listed(paragraphs)))
    for owner, start, end in transaction.connection.execute(query.order_by(of.paragraph_id, of.start)):
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
    query = text(
        "SELECT m.paragraph_id, m.bitext_id, m.link_id, link.rank, m.side, m.position FROM link_member AS m"
        " JOIN link ON link.id = m.link_id WHERE m.paragraph_id IN (SELECT value FROM json_each(:ids))"
        " ORDER BY m.paragraph_id, m.bitext_id"
    )
    found: dict[ParagraphId, list[TextPlace]] = {}
    rows = transaction.connection.execute(query, {"ids": json.dumps(list(paragraphs))}).fetchall()
    for owner, bitext, link, rank, side, position in rows:
        found.setdefault(owner, []).append(TextPlace(bitext, link, rank, _SIDES[side], position))
    return found


def note_places(
    transaction: Transaction, notes: Iterable[NoteId]
) -> dict[NoteId, tuple[BitextId, LinkId, int]]:
    """The bitext, link and rank of the row each note is on.

    For a note on an annotation that is where it begins; for one on a document, or on an annotation without a
    place, the first row.
    """
    query = text(
        "SELECT note.id, note.bitext_id, link.id, link.rank FROM note JOIN link ON link.id = coalesce("
        "note.link_id,"
        " (SELECT link_id FROM annotation WHERE annotation.id = note.annotation_id),"
        " (SELECT m.link_id FROM annotation_span AS s JOIN link_member AS m"
        " ON m.paragraph_id = s.paragraph_id AND m.bitext_id = note.bitext_id"
        " WHERE s.annotation_id = note.annotation_id ORDER BY s.place LIMIT 1),"
        " (SELECT id FROM link AS first WHERE first.bitext_id = note.bitext_id ORDER BY first.rank LIMIT 1))"
        " WHERE note.id IN (SELECT value FROM json_each(:ids))"
    )
    rows = transaction.connection.execute(query, {"ids": json.dumps(list(notes))})
    return {NoteId(id_): (BitextId(bitext), LinkId(link), rank) for id_, bitext, link, rank in rows}


def ranks_changed(transaction: Transaction, since: JournalId) -> set[tuple[DocumentId, int]]:
    """The places of documents (document, rank) that acts after a line of the journal changed."""
    query = select(journal.c.id, journal.c.of).where(journal.c.id > since)
    done = {JournalId(of or id_) for id_, of in transaction.connection.execute(query)}
    edits = (edit_of(transaction, act).paragraphs for act in sorted(done))
    return {(one.document, one.rank) for edit in edits for one in (*edit.removed, *edit.inserted)}


def _listed(ids: Iterable[int]) -> Any:  # noqa: ANN401
    """Any number of ids as a subquery: a statement takes only so many parameters."""
    return select(text("value")).select_from(text("json_each(:ids)").bindparams(ids=json.dumps(list(ids))))
