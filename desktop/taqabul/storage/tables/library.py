"""The library itself, and what people keep in it for all its bitexts."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import datetime

from sqlalchemy import Text
from sqlmodel import Field

from taqabul.storage.tables.row import Row, UtcTime, belongs_to, unless_told


class LibraryInfo(Row, table=True):
    """One row: who made this library, and when; ``needs`` is the version that gave it the schema it has."""

    __tablename__ = "library_info"
    id: int = Field(primary_key=True)
    made_by: str
    made_at: datetime = Field(sa_type=UtcTime)
    needs: str = unless_told()


class Counter(Row, table=True):
    """The next free number of each kind of record."""

    __tablename__ = "counter"
    name: str = Field(primary_key=True)
    next: int


class SavedFilterRow(Row, table=True):
    """A filter that people keep under a name, for all bitexts; ``content`` is JSON."""

    __tablename__ = "saved_filter"
    name: str = Field(primary_key=True)
    content: str = Field(sa_type=Text)


class SuppressionRow(Row, table=True):
    """Findings of a check that people do not want to see again; ``key`` tells where (``workflow.suppressing``)."""

    __tablename__ = "suppression"
    bitext_id: int = belongs_to("bitext.id", primary_key=True)
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
    bitext_id: int = belongs_to("bitext.id", primary_key=True)
    author: str = Field(primary_key=True)
    at: datetime = Field(sa_type=UtcTime)
