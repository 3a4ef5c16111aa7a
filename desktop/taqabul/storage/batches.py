"""Many records at once, in portions the database can take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Table, bindparam, insert

from taqabul.storage.database import Transaction

Item = TypeVar("Item")

IDS: BindParameter[int] = bindparam("ids", expanding=True)
"""Stands for a portion of ids in a statement made once for all: to put a statement together takes longer than to run it."""

_IDS_A_QUERY = 5_000
_ROWS_AN_INSERT = 20_000


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """Portions small enough for one ``IN (...)``."""
    for start in range(0, len(items), _IDS_A_QUERY):
        yield items[start : start + _IDS_A_QUERY]


def insert_all(transaction: Transaction, table: Table, rows: Iterable[Mapping[str, Any]]) -> None:
    """Insert rows without ever holding all of them."""
    remaining = iter(rows)
    while portion := list(islice(remaining, _ROWS_AN_INSERT)):
        transaction.connection.execute(insert(table), portion)
