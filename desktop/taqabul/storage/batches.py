"""Many records at once, in portions the database can take."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Table, bindparam, insert, select

from taqabul.storage.database import Transaction
from taqabul.storage.dialects import Numbers, each_number, values_of

Item = TypeVar("Item")

IDS: Final = select(values_of(each_number(bindparam("ids", type_=Numbers)))[1])
"""Stands for a portion of ids in a statement made once for all: to put a statement together, or to write a
placeholder an id into it, takes longer than to run it.
"""

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
