"""The versions of label sets: rows to records and back. What is in a set is for others to read."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, insert, select

from taqabul.storage.database import Transaction
from taqabul.storage.tables import annotation, label_set, relation


@dataclass(frozen=True, slots=True)
class StoredSet:
    """A version of a set, who saved it and when; ``content`` is its JSON."""

    key: str
    version: int
    content: str
    author: str
    at: datetime


def newest_sets(transaction: Transaction) -> list[StoredSet]:
    """The newest version of each set, in the order of their keys."""
    newest = (
        select(label_set.c.key, func.max(label_set.c.version).label("version"))
        .group_by(label_set.c.key)
        .subquery()
    )
    query = (
        select(label_set)
        .join(newest, (label_set.c.key == newest.c.key) & (label_set.c.version == newest.c.version))
        .order_by(label_set.c.key)
    )
    return [StoredSet(**row._mapping) for row in transaction.connection.execute(query)]


def versions_of(transaction: Transaction, key: str) -> list[StoredSet]:
    """All versions of a set, the newest first."""
    query = select(label_set).where(label_set.c.key == key).order_by(label_set.c.version.desc())
    return [StoredSet(**row._mapping) for row in transaction.connection.execute(query)]


def marks_by_label(transaction: Transaction, key: str) -> dict[str, int]:
    """How many annotations have each label of a set, in all bitexts; those without any are left out."""
    label = annotation.c.label
    query = select(label, func.count()).where(annotation.c.label_set == key).group_by(label)
    return {str(name): int(count) for name, count in transaction.connection.execute(query)}


def ties_by_kind(transaction: Transaction, key: str) -> dict[str, int]:
    """How many relations are of each type of a set, in all bitexts; types without any are left out."""
    kind = relation.c.kind
    query = select(kind, func.count()).where(relation.c.label_set == key).group_by(kind)
    return {str(name): int(count) for name, count in transaction.connection.execute(query)}


def keep_set(transaction: Transaction, stored: StoredSet) -> None:
    """Keep a version that is not there yet."""
    transaction.connection.execute(
        insert(label_set).values(
            key=stored.key,
            version=stored.version,
            content=stored.content,
            author=stored.author,
            at=stored.at,
        )
    )
