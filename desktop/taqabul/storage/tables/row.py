"""What all tables are made of: one set of metadata, moments in UTC, keys that are checked late."""

# No `from __future__ import annotations` here: SQLModel reads the annotations when a class is made.

from datetime import UTC, datetime
from typing import Any, ClassVar

from sqlalchemy import Dialect, ForeignKey, MetaData, String, text
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


def belongs_to(column: str, *, primary_key: bool = False) -> Any:  # noqa: ANN401
    """A key of another record, with which this one goes."""
    key = ForeignKey(column, ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Field(primary_key=primary_key, sa_column_args=[key])


def refers_to(column: str, *, primary_key: bool = False) -> Any:  # noqa: ANN401
    """A key of another record, which stays as long as this one does."""
    key = ForeignKey(column, deferrable=True, initially="DEFERRED")
    return Field(primary_key=primary_key, sa_column_args=[key])


def unless_told() -> Any:  # noqa: ANN401
    """A text that is empty in rows written before there was such a column."""
    return Field(default="", sa_column_kwargs={"server_default": text("''")})
