"""Looks through a whole library for what cannot be: in the file, in each bitext, in the texts, in the journal."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Column, ColumnElement, Integer, LargeBinary, case, func, or_, select
from sqlalchemy.exc import StatementError

from taqabul.domain.ids import BitextId, DocumentId
from taqabul.storage import invariants
from taqabul.storage.claims import all_claims
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import POSTGRESQL
from taqabul.storage.replaying import Records
from taqabul.storage.snapshots import whole
from taqabul.storage.tables import Row, counter, document, paragraph

_COUNTED = {"file": "text_file"}
"""The tables whose numbers a counter of another name gives."""
_MOST = 20


def readable(found: Iterable[str]) -> Iterator[str]:
    """The same faults; that something cannot even be read is one, and the last."""
    try:
        yield from found
    except (ValueError, TypeError, LookupError, AttributeError, StatementError) as error:
        yield f"what is kept there cannot be read ({type(error).__name__})"


def file_faults(transaction: Transaction) -> Iterator[str]:
    """What SQLite finds broken: pages, indexes, rows that point to what is not there. A server sees to that itself."""
    connection = transaction.connection
    if connection.dialect.name == POSTGRESQL:
        return
    for (told,) in connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST})"):
        if told != "ok":
            yield f"the file: {told}"
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST):
        yield f"a row of {table} points to a row of {parent} that is not there"


def type_faults(transaction: Transaction) -> Iterator[str]:
    """Values that are not of the kind their column is for: SQLite itself keeps anything anywhere, a server does not."""
    if transaction.connection.dialect.name == POSTGRESQL:
        return
    for table in Row.metadata.sorted_tables:
        wrong = [_wrong(column) for column in table.c]
        query = select(func.count()).select_from(table).where(or_(*wrong))
        count = transaction.connection.scalar(query)
        if count:
            yield f"{count} rows of {table.name} hold values of a wrong kind"


def _wrong(column: Column[Any]) -> ColumnElement[bool]:
    kind = column.type
    if isinstance(kind, LargeBinary):
        allowed = ["blob"]
    elif kind.python_type is float:
        allowed = ["real", "integer"]
    elif isinstance(kind, Integer) or kind.python_type in (int, bool):
        allowed = ["integer"]
    else:
        allowed = ["text"]
    return func.typeof(column).not_in([*allowed, "null"] if column.nullable else allowed)


def number_faults(transaction: Transaction) -> Iterator[str]:
    """Numbers of records that would be given a second time."""
    given = transaction.connection.execute(select(counter.c.name, counter.c.next)).all()
    for name, following in given:
        table = Row.metadata.tables.get(_COUNTED.get(name, name))
        if table is None or "id" not in table.c:
            continue
        highest = transaction.connection.scalar(select(func.max(table.c.id))) or 0
        if highest >= following:
            yield f"the next number for {name} would be {following}, and {highest} is there already"


def bitext_faults(transaction: Transaction, bitext: BitextId) -> Iterator[str]:
    """What must hold after every edit and does not hold of a bitext."""
    claims = all_claims(transaction)
    yield from invariants.faults(transaction, whole(transaction, bitext, claims))


def text_faults(transaction: Transaction) -> Iterator[str]:
    """Texts whose length is not what is kept of it."""
    wrong = func.sum(case((paragraph.c.length != func.length(paragraph.c.text), 1), else_=0))
    query = select(paragraph.c.document_id, wrong).group_by(paragraph.c.document_id)
    for owner, count in transaction.connection.execute(query):
        # SQLite ends a text at a zero when it counts; Python does not.
        if count and _really_wrong(transaction, owner):
            yield f"document {owner}: the length of {count} texts is not what is kept of it"


def _really_wrong(transaction: Transaction, owner: int) -> bool:
    query = select(paragraph.c.length, paragraph.c.text).where(paragraph.c.document_id == owner)
    return any(length != len(text) for length, text in transaction.connection.execute(query))


def digest_faults(transaction: Transaction, first: Records) -> Iterator[str]:
    """Documents whose texts, as they came in, are not those that their digest stands for.

    ``first`` are the records that the whole journal is about, as they were before it.
    """
    of = document.c
    changed: dict[int, dict[int, Any]] = {}
    known: dict[int, Any] = {
        id_: record for (part, id_), record in first.held.items() if part == "paragraphs"
    }
    for record in known.values():
        if record is not None:
            changed.setdefault(record.document, {})[record.id] = record
    for id_, language, digest in transaction.connection.execute(select(of.id, of.language, of.digest)).all():
        if digest and digest != _digest(transaction, DocumentId(id_), language, known, changed.get(id_, {})):
            yield f"document {id_}: its texts are not those that came in"


def _digest(
    transaction: Transaction,
    owner: DocumentId,
    language: str,
    known: Mapping[int, Any],
    changed: Mapping[int, Any],
) -> str:
    columns = (paragraph.c.id, paragraph.c.rank, func.coalesce(paragraph.c.imported, paragraph.c.text))
    rows = transaction.connection.execute(select(*columns).where(paragraph.c.document_id == owner))
    texts = [(rank, text) for id_, rank, text in rows if id_ not in known]
    texts += [(record.rank, record.imported) for record in changed.values()]
    joined = "\0".join(text for _, text in sorted(texts))
    return hashlib.sha256(f"{language}\0{joined}".encode(errors="surrogatepass")).hexdigest()
