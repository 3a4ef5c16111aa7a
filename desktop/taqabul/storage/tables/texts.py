"""Files, documents and their paragraphs and sentences."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import Index, LargeBinary, Text, text
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to, refers_to, unless_told


class TextFileRow(Row, table=True):
    """A file as it was read; ``findings`` are sentences on how, a line each."""

    __tablename__ = "text_file"
    id: int = Field(primary_key=True)
    name: str
    sha256: str
    encoding: str
    text: str = Field(sa_type=Text)
    findings: str = unless_told()


class DocumentRow(Row, table=True):
    """One text in one language; ``digest`` tells whether a text that is imported is here already."""

    __tablename__ = "document"
    id: int = Field(primary_key=True)
    file_id: int = refers_to("text_file.id")
    language: str
    title: str
    imported_at: datetime = Field(sa_type=UtcTime)
    digest: str = Field(index=True)
    author: str = unless_told()
    translator: str = unless_told()
    date: str = unless_told()
    source: str = unless_told()


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
    document_id: int = belongs_to("document.id")
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
    paragraph_id: int = belongs_to("paragraph.id")
    start: int
    end: int


class BinnedDocumentRow(Row, table=True):
    """A document in the bin, and since when."""

    __tablename__ = "binned_document"
    document_id: int = belongs_to("document.id", primary_key=True)
    at: datetime = Field(sa_type=UtcTime)


class VectorRow(Row, table=True):
    """What an encoder made of a text: a cache that may be emptied at any time, never part of an edit.

    ``vector`` holds float16 numbers, little end first. A row is too long for a table without row
    numbers: each would take an overflow page of its own.
    """

    __tablename__ = "vector"
    encoder: str = Field(primary_key=True)
    digest: bytes = Field(primary_key=True, sa_type=LargeBinary)
    vector: bytes = Field(sa_type=LargeBinary)
