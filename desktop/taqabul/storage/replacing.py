"""Records of one table taken out and put in, and what several tables keep in the same way."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Table, bindparam, delete, update

from taqabul.domain.annotation import Annotation, Attributes, Decision, Note, Relation
from taqabul.domain.claims import Claim
from taqabul.domain.edits import Replacement
from taqabul.storage.batches import batches, insert_all
from taqabul.storage.database import Transaction

Record = TypeVar("Record", Note, Annotation, Relation, Claim, Decision)


def replace_rows(
    transaction: Transaction,
    table: Table,
    replacement: Replacement[Record],
    row: Callable[[Record], Mapping[str, Any]],
) -> None:
    """Take records out of a table and put others in their place; ``row`` makes a record the columns of its row."""
    removed = {one.id: one for one in replacement.removed}
    inserted = {one.id: one for one in replacement.inserted}
    for some in batches([id_ for id_ in removed if id_ not in inserted]):
        transaction.connection.execute(delete(table).where(table.c.id.in_(some)))
    changed = [row(record) for id_, record in inserted.items() if id_ in removed]
    if changed:
        columns = [name for name in changed[0] if name != "id"]
        statement = update(table).where(table.c.id == bindparam("key"))
        statement = statement.values({name: bindparam(f"new_{name}") for name in columns})
        transaction.connection.execute(
            statement,
            [{"key": one["id"]} | {f"new_{name}": one[name] for name in columns} for one in changed],
        )
    insert_all(transaction, table, (row(record) for id_, record in inserted.items() if id_ not in removed))


def attributes_text(attributes: Attributes) -> str:
    """Attributes as they are kept."""
    return json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=4_096)
def attributes_back(kept: str) -> Attributes:
    """Attributes out of what is kept."""
    return tuple((key, tuple(values)) for key, values in json.loads(kept))
