"""What people say of texts: labels, marks, claims, ties, decisions and notes."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import Index, Text, text
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to, refers_to


class LabelSetRow(Row, table=True):
    """A version of a label set, as it was saved; ``content`` is JSON. Versions are never taken out."""

    __tablename__ = "label_set"
    key: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    content: str = Field(sa_type=Text)
    author: str
    at: datetime = Field(sa_type=UtcTime)


class ClaimRow(Row, table=True):
    """Something claimed; its mentions are annotations. ``attributes`` are JSON: [[key, [value, ...]], ...]."""

    __tablename__ = "claim"
    __table_args__ = (Index(None, "bitext_id"),)
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = belongs_to("bitext.id")
    author: str
    created_at: datetime = Field(sa_type=UtcTime)
    changed_by: str
    changed_at: datetime = Field(sa_type=UtcTime)
    arabic: str = Field(sa_type=Text)
    english: str = Field(sa_type=Text)
    status: str
    attributes: str = Field(sa_type=Text)


class AnnotationRow(Row, table=True):
    """A label on stretches of texts (``annotation_span``) or on a pair (``link_id``).

    ``attributes`` as in ``claim``; ``lost`` are stretches without a place, JSON, empty (NULL) where there are none:
    [[paragraph, start, end, quote, prefix, suffix], ...]. Their paragraphs may be gone.
    """

    __tablename__ = "annotation"
    __table_args__ = (
        Index(None, "bitext_id", "label_set", "label"),
        Index(
            "ix_annotation_on_link",
            "link_id",
            sqlite_where=text("link_id IS NOT NULL"),
            postgresql_where=text("link_id IS NOT NULL"),
        ),
        Index(
            "ix_annotation_of_claim",
            "claim_id",
            sqlite_where=text("claim_id IS NOT NULL"),
            postgresql_where=text("claim_id IS NOT NULL"),
        ),
        Index(
            "ix_annotation_orphaned",
            "bitext_id",
            sqlite_where=text("lost IS NOT NULL"),
            postgresql_where=text("lost IS NOT NULL"),
        ),
    )
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = belongs_to("bitext.id")
    link_id: int | None = refers_to("link.id")
    claim_id: int | None = refers_to("claim.id")
    label_set: str
    label: str
    author: str
    created_at: datetime = Field(sa_type=UtcTime)
    changed_by: str
    changed_at: datetime = Field(sa_type=UtcTime)
    attributes: str = Field(sa_type=Text)
    comment: str = Field(sa_type=Text)
    status: str
    lost: str | None = Field(default=None, sa_type=Text)


class AnnotationSpanRow(Row, table=True):
    """The ``place``-th stretch of an annotation."""

    __tablename__ = "annotation_span"
    __table_args__ = (Index(None, "paragraph_id"), {"sqlite_with_rowid": False})
    annotation_id: int = belongs_to("annotation.id", primary_key=True)
    place: int = Field(primary_key=True)
    paragraph_id: int = refers_to("paragraph.id")
    start: int
    end: int
    quote: str = Field(sa_type=Text)
    prefix: str = Field(sa_type=Text)
    suffix: str = Field(sa_type=Text)


class RelationRow(Row, table=True):
    """A directed tie between two annotations; it goes with its bitext, or with the annotation at its other end."""

    __tablename__ = "relation"
    __table_args__ = (Index(None, "bitext_id"), Index(None, "source_id"), Index(None, "target_id"))
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = belongs_to("bitext.id")
    label_set: str
    kind: str
    source_id: int = refers_to("annotation.id")
    target_id: int = refers_to("annotation.id")
    author: str
    at: datetime = Field(sa_type=UtcTime)
    attributes: str = Field(sa_type=Text)


class DecisionRow(Row, table=True):
    """What was made of annotations that differ; ``left``, ``right`` and ``kept`` are JSON lists of uids."""

    __tablename__ = "decision"
    __table_args__ = (Index(None, "bitext_id"),)
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = belongs_to("bitext.id")
    left: str = Field(sa_type=Text)
    right: str = Field(sa_type=Text)
    ruling: str
    kept: str = Field(sa_type=Text)
    by: str
    at: datetime = Field(sa_type=UtcTime)
    reason: str = Field(sa_type=Text)


class NoteRow(Row, table=True):
    """A remark on a link, an annotation or a document; ``thread_id`` is the first of those that it answers."""

    __tablename__ = "note"
    __table_args__ = (
        Index(None, "link_id"),
        Index(None, "bitext_id"),
        Index(
            "ix_note_on_annotation",
            "annotation_id",
            sqlite_where=text("annotation_id IS NOT NULL"),
            postgresql_where=text("annotation_id IS NOT NULL"),
        ),
    )
    id: int = Field(primary_key=True)
    uid: str
    bitext_id: int = belongs_to("bitext.id")
    link_id: int | None = refers_to("link.id")
    annotation_id: int | None = refers_to("annotation.id")
    document_id: int | None = refers_to("document.id")
    thread_id: int | None = refers_to("note.id")
    text: str = Field(sa_type=Text)
    author: str
    at: datetime = Field(sa_type=UtcTime)
    resolved: bool
