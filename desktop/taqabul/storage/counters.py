"""Numbers for new records: each is given once, so that an undone edit can bring back what it took."""

from typing import Literal

from sqlalchemy import bindparam, insert, select, update

from taqabul.storage.database import Transaction
from taqabul.storage.tables import counter

Kind = Literal[
    "file",
    "document",
    "paragraph",
    "sentence",
    "bitext",
    "link",
    "note",
    "journal",
    "project",
    "annotation",
    "relation",
    "claim",
    "decision",
    "assignment",
]

_NEXT = select(counter.c.next).where(counter.c.name == bindparam("kind"))
_COUNT_ON = update(counter).where(counter.c.name == bindparam("kind")).values(next=bindparam("after"))


def take(transaction: Transaction, kind: Kind, how_many: int = 1) -> range:
    """Fresh numbers for records of a kind. Needs a writing transaction."""
    connection = transaction.connection
    first = connection.scalar(_NEXT, {"kind": kind})
    if first is None:
        connection.execute(insert(counter), {"name": kind, "next": 1 + how_many})
        return range(1, 1 + how_many)
    after = first + how_many
    connection.execute(_COUNT_ON, {"kind": kind, "after": after})
    return range(first, after)


def last(transaction: Transaction, kind: Kind) -> int:
    """The highest number given so far, 0 where none was."""
    following = transaction.connection.scalar(_NEXT, {"kind": kind})
    return (following or 1) - 1
