"""Notes: from rows to records and back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from taqabul.domain.annotation import Note
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, NoteId
from taqabul.storage.batches import IDS, batches
from taqabul.storage.database import Transaction
from taqabul.storage.replacing import replace_rows
from taqabul.storage.tables import note

_COLUMNS = (
    note.c.id,
    note.c.bitext_id,
    note.c.link_id,
    note.c.text,
    note.c.author,
    note.c.at,
    note.c.annotation_id,
    note.c.document_id,
    note.c.thread_id,
    note.c.resolved,
    note.c.uid,
)
_BY_ID = select(*_COLUMNS).where(note.c.id.in_(IDS))
_ON_ANNOTATIONS = select(*_COLUMNS).where(note.c.annotation_id.in_(IDS)).order_by(note.c.id)
_ON_LINKS = select(*_COLUMNS).where(note.c.link_id.in_(IDS)).order_by(note.c.id)


def read_notes(transaction: Transaction, ids: Iterable[NoteId]) -> Mapping[NoteId, Note]:
    """Those of the notes that exist, by id."""
    found = {}
    for some in batches(list(ids)):
        for row in transaction.connection.execute(_BY_ID, {"ids": some}):
            record = _record(tuple(row))
            found[record.id] = record
    return found


def notes_on(transaction: Transaction, links: Sequence[LinkId]) -> dict[LinkId, list[Note]]:
    """The notes on each of the links, the oldest first."""
    found: dict[LinkId, list[Note]] = {}
    for some in batches(links):
        for row in transaction.connection.execute(_ON_LINKS, {"ids": some}):
            record = _record(tuple(row))
            if record.link is not None:
                found.setdefault(record.link, []).append(record)
    return found


def notes_of(transaction: Transaction, bitext: BitextId) -> list[Note]:
    """All notes of a bitext, the oldest first."""
    query = select(*_COLUMNS).where(note.c.bitext_id == bitext).order_by(note.c.id)
    return [_record(tuple(row)) for row in transaction.connection.execute(query)]


def notes_on_annotations(
    transaction: Transaction, annotations: Sequence[AnnotationId]
) -> dict[AnnotationId, list[Note]]:
    """The notes on each of the annotations, the oldest first."""
    found: dict[AnnotationId, list[Note]] = {}
    for some in batches(annotations):
        for row in transaction.connection.execute(_ON_ANNOTATIONS, {"ids": some}):
            record = _record(tuple(row))
            if record.annotation is not None:
                found.setdefault(record.annotation, []).append(record)
    return found


def replies_to(transaction: Transaction, notes: Sequence[NoteId]) -> list[NoteId]:
    """The notes that answer one of these, the oldest first."""
    found: list[NoteId] = []
    for some in batches(notes):
        query = select(note.c.id).where(note.c.thread_id.in_(some)).order_by(note.c.id)
        found.extend(NoteId(id_) for id_ in transaction.connection.scalars(query))
    return found


def replace_notes(transaction: Transaction, replacement: Replacement[Note]) -> None:
    """Take notes out and put others in their place."""
    replace_rows(transaction, note, replacement, _row)


def _record(row: tuple[Any, ...]) -> Note:
    id_, bitext, link, text, author, at, annotation, document, thread, resolved, uid = row
    return Note(
        NoteId(id_),
        BitextId(bitext),
        link,
        text,
        author,
        at,
        annotation,
        document,
        thread,
        resolved,
        uid,
    )


def _row(record: Note) -> dict[str, object]:
    return {
        "id": record.id,
        "uid": record.uid,
        "bitext_id": record.bitext,
        "link_id": record.link,
        "annotation_id": record.annotation,
        "document_id": record.document,
        "thread_id": record.thread,
        "text": record.text,
        "author": record.author,
        "at": record.at,
        "resolved": record.resolved,
    }
