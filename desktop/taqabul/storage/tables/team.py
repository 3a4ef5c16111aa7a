"""What of a library is away in another file, what came back of it, and who is to do what."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import Index, Text
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to


class CheckoutRow(Row, table=True):
    """Bitexts that somebody took along; it stands in the library they are of and in the file they are in.

    ``place`` is where the file was made; ``ended_at`` when all that was done there had come back. ``up_to`` is the line
    of the journal, ``numbers`` (JSON) the next free number of each kind, at which the file began.
    """

    __tablename__ = "checkout"
    uid: str = Field(primary_key=True)
    author: str
    at: datetime = Field(sa_type=UtcTime)
    place: str = Field(sa_type=Text)
    up_to: int
    numbers: str = Field(sa_type=Text)
    ended_at: datetime | None = Field(default=None, sa_type=UtcTime)


class CheckoutBitextRow(Row, table=True):
    """A bitext that somebody took along."""

    __tablename__ = "checkout_bitext"
    checkout_uid: str = belongs_to("checkout.uid", primary_key=True)
    bitext_id: int = belongs_to("bitext.id", primary_key=True)


class CheckoutLineRow(Row, table=True):
    """A line of the other file's journal that was dealt with here; ``digest`` tells it from another of its number.

    ``became`` is the line here that did the same, empty (NULL) where it was let go.
    """

    __tablename__ = "checkout_line"
    checkout_uid: str = belongs_to("checkout.uid", primary_key=True)
    line: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    digest: str
    became: int | None = None


class CheckoutNumberRow(Row, table=True):
    """The number here of a record that was made in the other file."""

    __tablename__ = "checkout_number"
    checkout_uid: str = belongs_to("checkout.uid", primary_key=True)
    kind: str = Field(primary_key=True)
    theirs: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    ours: int


class AssignmentRow(Row, table=True):
    """A bitext, or the rows of it from one rank to another, for somebody to work on; ``until`` is a day or empty."""

    __tablename__ = "assignment"
    __table_args__ = (Index(None, "bitext_id"),)
    id: int = Field(primary_key=True)
    bitext_id: int = belongs_to("bitext.id")
    person: str
    first_rank: int | None = None
    last_rank: int | None = None
    task: str = Field(sa_type=Text)
    until: str
    given_by: str
    given_at: datetime = Field(sa_type=UtcTime)
    done_at: datetime | None = Field(default=None, sa_type=UtcTime)
