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
_COUNT_ON = (
    update(counter)
    .where(counter.c.name == bindparam("kind"))
    .values(next=counter.c.next + bindparam("how_many", type_=counter.c.next.type))
    .returning(counter.c.next)
)


def take(transaction: Transaction, kind: Kind, how_many: int = 1) -> range:
    """Fresh numbers for records of a kind. Needs a writing transaction."""
    connection = transaction.connection
    after = connection.scalar(_COUNT_ON, {"kind": kind, "how_many": how_many})
    if after is None:
        after = 1 + how_many
        connection.execute(insert(counter), {"name": kind, "next": after})
    return range(after - how_many, after)


def last(transaction: Transaction, kind: Kind) -> int:
    """The highest number given so far, 0 where none was."""
    following = transaction.connection.scalar(_NEXT, {"kind": kind})
    return (following or 1) - 1
