"""Where the journal begins: a line up to which it was compacted, or that others' lines cannot be told from.

A base keeps what the library held then, each bitext as one edit that puts it in; lines after it are replayed on that.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select

from taqabul.domain.edits import Edit
from taqabul.domain.ids import JournalId
from taqabul.storage.database import Transaction
from taqabul.storage.edit_codec import decode, encode
from taqabul.storage.replaying import Records
from taqabul.storage.tables import journal_base, journal_base_part

PARTS = ("links", "paragraphs", "notes", "annotations", "relations", "claims", "decisions")


def latest(transaction: Transaction) -> JournalId:
    """The last line before which nothing is replayed, 0 where all of the journal is."""
    return JournalId(transaction.connection.scalar(select(journal_base.c.up_to)) or 0)


def put(
    transaction: Transaction, up_to: JournalId, author: str, at: datetime, held: Sequence[Edit] = ()
) -> None:
    """Have the journal begin after a line; what the library held then, as far as it is kept."""
    connection = transaction.connection
    connection.execute(delete(journal_base_part))
    connection.execute(delete(journal_base))
    connection.execute(insert(journal_base), {"id": 1, "up_to": up_to, "author": author, "at": at})
    if held:
        rows = [{"bitext_id": one.bitext, "content": encode(one)} for one in held]
        connection.execute(insert(journal_base_part), rows)


def held(transaction: Transaction) -> list[Edit]:
    """What the library held at the base, bitext by bitext; those that came later or are gone are missing."""
    of = journal_base_part.c
    return [
        decode(content)
        for content in transaction.connection.scalars(select(of.content).order_by(of.bitext_id))
    ]


def base_faults(transaction: Transaction, first: Records) -> Iterator[str]:
    """Where the lines after the base do not begin with what it keeps; ``first`` are the records before them."""
    for one in held(transaction):
        kept: dict[Any, Any] = {
            (part, record.id): record for part in PARTS for record in getattr(one, part).inserted
        }
        first.fetch(one)
        for (part, id_), record in kept.items():
            if first.held[part, id_] != record:
                yield f"{part[:-1]} {id_} is not what the journal began with in bitext {one.bitext}"
