"""Many records at once, in portions the database can take."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Dialect, String, Table, bindparam, func, insert, select
from sqlalchemy.types import TypeDecorator

from taqabul.storage.database import Transaction

Item = TypeVar("Item")


class _Numbers(TypeDecorator[Sequence[int]]):
    """Many numbers handed over as one value."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write them down as JSON."""
        return None if value is None else json.dumps([int(number) for number in value])


IDS: Final = select(func.json_each(bindparam("ids", type_=_Numbers)).table_valued("value").c.value)
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
