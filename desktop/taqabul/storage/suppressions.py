"""Findings that people do not want to see again: rows to records and back."""

from sqlalchemy import delete, select

from taqabul.domain.ids import BitextId
from taqabul.domain.suppressions import Reach, Suppression
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import insert_or_update
from taqabul.storage.tables import suppression


def read_suppressions(transaction: Transaction, bitext: BitextId) -> list[Suppression]:
    """What is suppressed in a bitext, the latest last."""
    of = suppression.c
    query = select(of.check_id, of.reach, of.key, of.reason, of.author, of.at)
    query = query.where(of.bitext_id == bitext).order_by(of.at)
    return [
        Suppression(
            bitext,
            str(row.check_id),
            Reach(row.reach),
            str(row.key),
            str(row.reason),
            str(row.author),
            row.at,
        )
        for row in transaction.connection.execute(query)
    ]


def keep_suppression(transaction: Transaction, kept: Suppression) -> None:
    """Keep one; an earlier one of the same reach gives way."""
    said = {"reason": kept.reason, "author": kept.author, "at": kept.at}
    where = {"bitext_id": kept.bitext, "check_id": kept.check, "reach": kept.reach.value, "key": kept.key}
    insert_or_update(transaction, suppression, [where | said], list(said))


def forget_suppression(transaction: Transaction, kept: Suppression) -> None:
    """Keep one no longer."""
    of = suppression.c
    transaction.connection.execute(
        delete(suppression).where(
            of.bitext_id == kept.bitext,
            of.check_id == kept.check,
            of.reach == kept.reach.value,
            of.key == kept.key,
        )
    )
