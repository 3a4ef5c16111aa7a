"""Filters kept under a name, and when who last worked on a bitext: rows to records and back."""

from datetime import datetime

from sqlalchemy import delete, select

from taqabul.domain.ids import BitextId
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import insert_or_update
from taqabul.storage.tables import saved_filter, visit


def read_filters(transaction: Transaction) -> dict[str, str]:
    """The content of each filter, by name, in no order."""
    query = select(saved_filter.c.name, saved_filter.c.content)
    return {str(row.name): str(row.content) for row in transaction.connection.execute(query)}


def keep_filter(transaction: Transaction, name: str, content: str) -> None:
    """Keep a filter; another of that name gives way."""
    insert_or_update(transaction, saved_filter, [{"name": name, "content": content}], ["content"])


def forget_filter(transaction: Transaction, name: str) -> None:
    """Keep a filter no longer."""
    transaction.connection.execute(delete(saved_filter).where(saved_filter.c.name == name))


def last_visit(transaction: Transaction, bitext: BitextId, author: str) -> datetime | None:
    """When somebody last left a bitext; None where that never was."""
    query = select(visit.c.at).where(visit.c.bitext_id == bitext, visit.c.author == author)
    found: datetime | None = transaction.connection.scalar(query)
    return found


def keep_visit(transaction: Transaction, bitext: BitextId, author: str, at: datetime) -> None:
    """Note down that somebody leaves a bitext."""
    insert_or_update(transaction, visit, [{"bitext_id": bitext, "author": author, "at": at}], ["at"])
