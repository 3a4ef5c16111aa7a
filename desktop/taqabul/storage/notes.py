"""Notes: from rows to records and back."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from taqabul.domain.annotation import Note
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import BitextId, LinkId, NoteId
from taqabul.storage.batches import IDS, batches
from taqabul.storage.database import Transaction
from taqabul.storage.tables import note

_COLUMNS = (note.c.id, note.c.bitext_id, note.c.link_id, note.c.text, note.c.author, note.c.at)
_BY_ID = select(*_COLUMNS).where(note.c.id.in_(IDS))
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
            found.setdefault(record.link, []).append(record)
    return found


def notes_of(transaction: Transaction, bitext: BitextId) -> list[Note]:
    """All notes of a bitext, the oldest first."""
    query = select(*_COLUMNS).where(note.c.bitext_id == bitext).order_by(note.c.id)
    return [_record(tuple(row)) for row in transaction.connection.execute(query)]


def replace_notes(transaction: Transaction, replacement: Replacement[Note]) -> None:
    """Take notes out and put others in their place."""
    removed = {one.id: one for one in replacement.removed}
    inserted = {one.id: one for one in replacement.inserted}
    connection = transaction.connection
    for id_ in removed:
        if id_ in inserted:
            connection.execute(update(note).where(note.c.id == id_).values(_row(inserted[id_])))
        else:
            connection.execute(delete(note).where(note.c.id == id_))
    for id_, record in inserted.items():
        if id_ not in removed:
            connection.execute(insert(note), _row(record))


def _record(row: tuple[Any, ...]) -> Note:
    id_, bitext, link, text, author, at = row
    return Note(NoteId(id_), BitextId(bitext), LinkId(link), text, author, at)


def _row(record: Note) -> dict[str, object]:
    return {
        "id": record.id,
        "bitext_id": record.bitext,
        "link_id": record.link,
        "text": record.text,
        "author": record.author,
        "at": record.at,
    }
