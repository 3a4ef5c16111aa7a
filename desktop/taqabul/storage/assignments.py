"""Who is to do what: from rows to records and back."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, insert, select, update

from taqabul.domain.assignments import Assignment
from taqabul.domain.ids import BitextId
from taqabul.storage.database import Transaction
from taqabul.storage.tables import assignment


def read_assignments(transaction: Transaction) -> list[Assignment]:
    """All work that was given, the oldest first."""
    rows = transaction.connection.execute(select(assignment).order_by(assignment.c.id))
    return [
        Assignment(
            row.id,
            BitextId(row.bitext_id),
            row.person,
            None if row.first_rank is None else (row.first_rank, row.last_rank),
            row.task,
            date.fromisoformat(row.until) if row.until else None,
            row.given_by,
            row.given_at,
            row.done_at,
        )
        for row in rows
    ]


def add_assignments(transaction: Transaction, given: Sequence[Assignment]) -> None:
    """Keep work that was given."""
    rows = [
        {
            "id": one.id,
            "bitext_id": one.bitext,
            "person": one.person,
            "first_rank": one.ranks[0] if one.ranks else None,
            "last_rank": one.ranks[1] if one.ranks else None,
            "task": one.task,
            "until": one.until.isoformat() if one.until else "",
            "given_by": one.given_by,
            "given_at": one.given_at,
            "done_at": one.done_at,
        }
        for one in given
    ]
    transaction.connection.execute(insert(assignment), rows)


def finish(transaction: Transaction, id_: int, at: datetime | None) -> None:
    """Set down that work is done, or (None) that it is not."""
    transaction.connection.execute(update(assignment).where(assignment.c.id == id_).values(done_at=at))


def withdraw(transaction: Transaction, id_: int) -> None:
    """Take work back."""
    transaction.connection.execute(delete(assignment).where(assignment.c.id == id_))
