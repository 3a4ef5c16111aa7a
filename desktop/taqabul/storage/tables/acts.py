"""The journal of what was done, and where it begins."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import Index, LargeBinary
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to


class JournalRow(Row, table=True):
    """An act on a bitext.

    ``kind`` do, undo or redo; ``of`` the act an undo or redo is about, and then ``edit`` is empty;
    ``state`` of a do: done, undone, or dropped (undone, and something else was done since);
    ``session`` tells the programs at work apart.
    """

    __tablename__ = "journal"
    __table_args__ = (Index(None, "bitext_id", "state"),)
    id: int = Field(primary_key=True)
    bitext_id: int = belongs_to("bitext.id")
    at: datetime = Field(sa_type=UtcTime)
    author: str
    session: str
    verb: str
    summary: str
    kind: str
    of: int | None = None
    state: str
    edit: bytes | None = Field(default=None, sa_type=LargeBinary)


class JournalBaseRow(Row, table=True):
    """One row, or none: the line of the journal up to which nothing is replayed any more."""

    __tablename__ = "journal_base"
    id: int = Field(primary_key=True)
    up_to: int
    author: str
    at: datetime = Field(sa_type=UtcTime)


class JournalBasePartRow(Row, table=True):
    """A bitext as it was at the base: an edit, as the journal keeps it, that puts all of it in."""

    __tablename__ = "journal_base_part"
    bitext_id: int = belongs_to("bitext.id", primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)
