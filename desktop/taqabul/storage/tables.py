"""What a library keeps, table by table. Text positions are code points, times are UTC.

Foreign keys are checked when a transaction ends, so that an edit may take records out and put others
in, in any order. Numbers given once are never given again (``Counter``): an undone edit brings back
the very records it took.
"""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    false,
    text,
)
from sqlalchemy.types import TypeDecorator
from sqlmodel import Field, SQLModel


class UtcTime(TypeDecorator[datetime]):
    """A moment, kept as ISO text with microseconds: readable, and its order is the order in time."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write it down in UTC."""
        return None if value is None else value.astimezone(UTC).isoformat(timespec="microseconds")

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read it back, with its time zone."""
        return None if value is None else datetime.fromisoformat(value)


class Row(SQLModel):
    """What all tables share: one set of metadata, with names for every constraint."""

    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        }
    )


def _belongs_to(column: str, *, primary_key: bool = False) -> Any:  # noqa: ANN401
    key = ForeignKey(column, ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Field(primary_key=primary_key, sa_column_args=[key])


def _refers_to(column: str, *, primary_key: bool = False) -> Any:  # noqa: ANN401
    key = ForeignKey(column, deferrable=True, initially="DEFERRED")
    return Field(primary_key=primary_key, sa_column_args=[key])


def _unless_told() -> Any:  # noqa: ANN401
    return Field(default="", sa_column_kwargs={"server_default": text("''")})


class LibraryInfo(Row, table=True):
    """One row: who made this library, and when; ``needs`` is the version that gave it the schema it has."""

    __tablename__ = "library_info"
    id: int = Field(primary_key=True)
    made_by: str
    made_at: datetime = Field(sa_type=UtcTime)
    needs: str = _unless_told()


class Counter(Row, table=True):
    """The next free number of each kind of record."""

    __tablename__ = "counter"
    name: str = Field(primary_key=True)
    next: int


class TextFileRow(Row, table=True):
    """A file as it was read; ``findings`` are sentences on how, a line each."""

    __tablename__ = "text_file"
    id: int = Field(primary_key=True)
    name: str
    sha256: str
    encoding: str
    text: str = Field(sa_type=Text)
    findings: str = _unless_told()


class DocumentRow(Row, table=True):
    """One text in one language; ``digest`` tells whether a text that is imported is here already."""

    __tablename__ = "document"
    id: int = Field(primary_key=True)
    file_id: int = _refers_to("text_file.id")
    language: str
    title: str
    imported_at: datetime = Field(sa_type=UtcTime)
    digest: str = Field(index=True)
    author: str = _unless_told()
    translator: str = _unless_told()
    date: str = _unless_told()
    source: str = _unless_told()


class ParagraphRow(Row, table=True):
    """A block of a document.

    ``imported`` is empty (NULL) where nobody corrected the text, ``direction`` where it runs as its language does,
    ``kind`` where it is a plain paragraph.
    ``length`` is the text's, so that a list of all rows need not read the texts.
    """

    __tablename__ = "paragraph"
    __table_args__ = (
        Index(None, "document_id", "rank", "length"),
        Index(
            "ix_paragraph_corrected",
            "document_id",
            sqlite_where=text("imported IS NOT NULL"),
            postgresql_where=text("imported IS NOT NULL"),
        ),
    )
    id: int = Field(primary_key=True)
    document_id: int = _belongs_to("document.id")
    rank: int
    number: int
    length: int
    text: str = Field(sa_type=Text)
    imported: str | None = Field(default=None, sa_type=Text)
    direction: str | None = None
    kind: str | None = None


class SentenceRow(Row, table=True):
    """A stretch of a paragraph."""

    __tablename__ = "sentence"
    __table_args__ = (Index(None, "paragraph_id", "start"),)
    id: int = Field(primary_key=True)
    paragraph_id: int = _belongs_to("paragraph.id")
    start: int
    end: int


class BitextRow(Row, table=True):
    """Two documents that face each other."""

    __tablename__ = "bitext"
    id: int = Field(primary_key=True)
    source_id: int = _refers_to("document.id")
    target_id: int = _refers_to("document.id")
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
    bitext_id: int = _belongs_to("bitext.id", primary_key=True)
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
    bitext_id: int = _belongs_to("bitext.id", primary_key=True)
    tag: str = Field(primary_key=True)


class BinnedDocumentRow(Row, table=True):
    """A document in the bin, and since when."""

    __tablename__ = "binned_document"
    document_id: int = _belongs_to("document.id", primary_key=True)
    at: datetime = Field(sa_type=UtcTime)


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
    bitext_id: int = _belongs_to("bitext.id")
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
    paragraph_id: int = _refers_to("paragraph.id", primary_key=True)
    bitext_id: int = Field(primary_key=True)
    link_id: int = _belongs_to("link.id")
    side: str
    position: int


class SentenceLinkRow(Scored, table=True):
    """Sentences that face each other inside a link, in the ``place``-th place there."""

    __tablename__ = "sentence_link"
    __table_args__ = ({"sqlite_with_rowid": False},)
    link_id: int = _belongs_to("link.id", primary_key=True)
    place: int = Field(primary_key=True)


class SentenceMember(Row, table=True):
    """A sentence's place in a bitext; the key sees to it that it has but one.

    ``place`` is that of its sentence link, ``position`` its own on its side of it.
    """

    __tablename__ = "sentence_member"
    __table_args__ = (Index(None, "link_id", "place", "side", "position"), {"sqlite_with_rowid": False})
    sentence_id: int = _refers_to("sentence.id", primary_key=True)
    bitext_id: int = Field(primary_key=True)
    link_id: int = _belongs_to("link.id")
    place: int
    side: str
    position: int


class ClaimRow(Row, table=True):
    """Something claimed; its mentions are annotations. ``attributes`` are JSON: [[key, [value, ...]], ...]."""

    __tablename__ = "claim"
    __table_args__ = (Index(None, "bitext_id"),)
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = _belongs_to("bitext.id")
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
    bitext_id: int = _belongs_to("bitext.id")
    link_id: int | None = _refers_to("link.id")
    claim_id: int | None = _refers_to("claim.id")
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
    annotation_id: int = _belongs_to("annotation.id", primary_key=True)
    place: int = Field(primary_key=True)
    paragraph_id: int = _refers_to("paragraph.id")
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
    bitext_id: int = _belongs_to("bitext.id")
    label_set: str
    kind: str
    source_id: int = _refers_to("annotation.id")
    target_id: int = _refers_to("annotation.id")
    author: str
    at: datetime = Field(sa_type=UtcTime)
    attributes: str = Field(sa_type=Text)


class DecisionRow(Row, table=True):
    """What was made of annotations that differ; ``left``, ``right`` and ``kept`` are JSON lists of uids."""

    __tablename__ = "decision"
    __table_args__ = (Index(None, "bitext_id"),)
    id: int = Field(primary_key=True)
    uid: str = Field(index=True)
    bitext_id: int = _belongs_to("bitext.id")
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
    bitext_id: int = _belongs_to("bitext.id")
    link_id: int | None = _refers_to("link.id")
    annotation_id: int | None = _refers_to("annotation.id")
    document_id: int | None = _refers_to("document.id")
    thread_id: int | None = _refers_to("note.id")
    text: str = Field(sa_type=Text)
    author: str
    at: datetime = Field(sa_type=UtcTime)
    resolved: bool


class JournalRow(Row, table=True):
    """An act on a bitext.

    ``kind`` do, undo or redo; ``of`` the act an undo or redo is about, and then ``edit`` is empty;
    ``state`` of a do: done, undone, or dropped (undone, and something else was done since);
    ``session`` tells the programs at work apart.
    """

    __tablename__ = "journal"
    __table_args__ = (Index(None, "bitext_id", "state"),)
    id: int = Field(primary_key=True)
    bitext_id: int = _belongs_to("bitext.id")
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
    bitext_id: int = _belongs_to("bitext.id", primary_key=True)
    content: bytes = Field(sa_type=LargeBinary)


class VectorRow(Row, table=True):
    """What an encoder made of a text: a cache that may be emptied at any time, never part of an edit.

    ``vector`` holds float16 numbers, little end first. A row is too long for a table without row
    numbers: each would take an overflow page of its own.
    """

    __tablename__ = "vector"
    encoder: str = Field(primary_key=True)
    digest: bytes = Field(primary_key=True, sa_type=LargeBinary)
    vector: bytes = Field(sa_type=LargeBinary)


class SavedFilterRow(Row, table=True):
    """A filter that people keep under a name, for all bitexts; ``content`` is JSON."""

    __tablename__ = "saved_filter"
    name: str = Field(primary_key=True)
    content: str = Field(sa_type=Text)


class SuppressionRow(Row, table=True):
    """Findings of a check that people do not want to see again; ``key`` tells where (``workflow.suppressing``)."""

    __tablename__ = "suppression"
    bitext_id: int = _belongs_to("bitext.id", primary_key=True)
    check_id: str = Field(primary_key=True)
    reach: str = Field(primary_key=True)
    key: str = Field(sa_type=Text, primary_key=True)
    reason: str = Field(sa_type=Text)
    author: str
    at: datetime = Field(sa_type=UtcTime)


class TermRow(Row, table=True):
    """How a notion is to be called, in a project or, where that is 0, in the whole library.

    Several words for it stand with | between them. A project's number is not held to: one that is deleted
    may come back.
    """

    __tablename__ = "term"
    project_id: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    arabic: str = Field(sa_type=Text, primary_key=True)
    english: str = Field(sa_type=Text, primary_key=True)
    not_arabic: str = Field(sa_type=Text)
    not_english: str = Field(sa_type=Text)


class KnownWordRow(Row, table=True):
    """A word that people took into the dictionary of the library: it is spelt right."""

    __tablename__ = "known_word"
    language: str = Field(primary_key=True)
    word: str = Field(sa_type=Text, primary_key=True)
    author: str
    at: datetime = Field(sa_type=UtcTime)


class VisitRow(Row, table=True):
    """When somebody last left a bitext."""

    __tablename__ = "visit"
    bitext_id: int = _belongs_to("bitext.id", primary_key=True)
    author: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcTime)


class LabelSetRow(Row, table=True):
    """A version of a label set, as it was saved; ``content`` is JSON. Versions are never taken out."""

    __tablename__ = "label_set"
    key: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    content: str = Field(sa_type=Text)
    author: str
    at: datetime = Field(sa_type=UtcTime)


for _any in Row.metadata.tables.values():
    for _column in _any.c:
        if isinstance(_column.type, Integer):  # 64 bits wide, as SQLite's are
            _column.type = Integer().with_variant(BigInteger(), "postgresql")


def _table(name: str) -> Table:
    return Row.metadata.tables[name]


library_info = _table("library_info")
counter = _table("counter")
text_file = _table("text_file")
document = _table("document")
paragraph = _table("paragraph")
sentence = _table("sentence")
bitext = _table("bitext")
link = _table("link")
link_member = _table("link_member")
sentence_link = _table("sentence_link")
sentence_member = _table("sentence_member")
note = _table("note")
annotation = _table("annotation")
annotation_span = _table("annotation_span")
relation = _table("relation")
claim = _table("claim")
decision = _table("decision")
project = _table("project")
placement = _table("placement")
tag = _table("tag")
binned_document = _table("binned_document")
journal = _table("journal")
journal_base = _table("journal_base")
journal_base_part = _table("journal_base_part")
vector = _table("vector")
saved_filter = _table("saved_filter")
suppression = _table("suppression")
term = _table("term")
known_word = _table("known_word")
visit = _table("visit")
label_set = _table("label_set")
