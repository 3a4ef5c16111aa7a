"""Bitexts, where they are kept, and their links."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, false, text
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to, refers_to


class BitextRow(Row, table=True):
    """Two documents that face each other."""

    __tablename__ = "bitext"
    id: int = Field(primary_key=True)
    source_id: int = refers_to("document.id")
    target_id: int = refers_to("document.id")
    title: str
    engine: str
    created_at: datetime = Field(sa_type=UtcTime)


class ProjectRow(Row, table=True):
    """A named group of bitexts."""

    __tablename__ = "project"
    id: int = Field(primary_key=True)
    name: str = Field(unique=True)


class PlacementRow(Row, table=True):
    """Where a bitext is kept; one without a row is in no project, not archived and not in the bin.

    ``binned_at`` is when it was put into the bin, NULL where it is not there.
    """

    __tablename__ = "placement"
    bitext_id: int = belongs_to("bitext.id", primary_key=True)
    project_id: int | None = Field(
        default=None,
        index=True,
        sa_column_args=[ForeignKey("project.id", ondelete="SET NULL", deferrable=True, initially="DEFERRED")],
    )
    archived: bool = False
    binned_at: datetime | None = Field(default=None, sa_type=UtcTime)


class TagRow(Row, table=True):
    """A word that people find a bitext by."""

    __tablename__ = "tag"
    __table_args__ = ({"sqlite_with_rowid": False},)
    bitext_id: int = belongs_to("bitext.id", primary_key=True)
    tag: str = Field(primary_key=True)


class Scored(Row):
    """What an aligner said for a link: its confidence, and the parts of its evidence."""

    confidence: float | None = None
    meaning: float | None = None
    numbers: float | None = None
    names: float | None = None
    length: float | None = None
    position: float | None = None


class LinkRow(Scored, table=True):
    """A row of a bitext; ``reason`` is empty (NULL) where nobody said why it shall be looked at again."""

    __tablename__ = "link"
    __table_args__ = (
        Index(None, "bitext_id", "rank"),
        Index(
            "ix_link_reasoned",
            "bitext_id",
            sqlite_where=text("reason IS NOT NULL"),
            postgresql_where=text("reason IS NOT NULL"),
        ),
        Index(
            "ix_link_bookmarked",
            "bitext_id",
            sqlite_where=text("bookmarked"),
            postgresql_where=text("bookmarked"),
        ),
    )
    id: int = Field(primary_key=True)
    bitext_id: int = belongs_to("bitext.id")
    rank: int
    status: str
    changed_by: str
    changed_at: datetime = Field(sa_type=UtcTime)
    reason: str | None = Field(default=None, sa_type=Text)
    bookmarked: bool = Field(default=False, sa_column_kwargs={"server_default": false()})


class LinkMember(Row, table=True):
    """A paragraph's place in a bitext; the key sees to it that it has but one."""

    __tablename__ = "link_member"
    __table_args__ = (Index(None, "link_id", "side", "position"), {"sqlite_with_rowid": False})
    paragraph_id: int = refers_to("paragraph.id", primary_key=True)
    bitext_id: int = Field(primary_key=True)
    link_id: int = belongs_to("link.id")
    side: str
    position: int


class SentenceLinkRow(Scored, table=True):
    """Sentences that face each other inside a link, in the ``place``-th place there."""

    __tablename__ = "sentence_link"
    __table_args__ = ({"sqlite_with_rowid": False},)
    link_id: int = belongs_to("link.id", primary_key=True)
    place: int = Field(primary_key=True)


class SentenceMember(Row, table=True):
    """A sentence's place in a bitext; the key sees to it that it has but one.

    ``place`` is that of its sentence link, ``position`` its own on its side of it.
    """

    __tablename__ = "sentence_member"
    __table_args__ = (Index(None, "link_id", "place", "side", "position"), {"sqlite_with_rowid": False})
    sentence_id: int = refers_to("sentence.id", primary_key=True)
    bitext_id: int = Field(primary_key=True)
    link_id: int = belongs_to("link.id")
    place: int
    side: str
    position: int
