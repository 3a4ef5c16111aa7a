"""Where SQLite and PostgreSQL say the same thing in different words, each such thing once."""

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Dialect, FromClause, Integer, String, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from taqabul.storage.database import Transaction

POSTGRESQL = "postgresql"


class Numbers(TypeDecorator[Sequence[int]]):
    """Many numbers handed over as one value: JSON to SQLite, an array to PostgreSQL."""

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """How the value travels."""
        return postgresql.ARRAY(BigInteger()) if dialect.name == POSTGRESQL else String()

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> Any:  # noqa: ANN401
        """Write them down."""
        if value is None:
            return None
        numbers = [int(number) for number in value]
        return numbers if dialect.name == POSTGRESQL else json.dumps(numbers)


class each_number(FunctionElement[int]):  # noqa: N801  (as functions of SQL are written)
    """The numbers of a value of type ``Numbers``, a row each, in a column called value."""

    name = "each_number"
    inherit_cache = True


class each_item(FunctionElement[str]):  # noqa: N801
    """The items of a list kept as JSON, a row each, in a column called value."""

    name = "each_item"
    inherit_cache = True


class first_number(FunctionElement[int]):  # noqa: N801
    """The first item, a number, of a list that is an item of ``each_item``."""

    name = "first_number"
    inherit_cache = True
    type = Integer()


class listed(FunctionElement[str]):  # noqa: N801
    """A column of whole numbers as one text: a list in JSON."""

    name = "listed"
    inherit_cache = True
    type = String()


def values_of(function: FunctionElement[Any]) -> tuple[FromClause, ColumnElement[Any]]:
    """A function that gives rows as a table, and its column."""
    rows = function.table_valued("value")
    return rows, rows.c.value


def insert_or_update(
    transaction: Transaction, table: Table, rows: Sequence[Mapping[str, Any]], changed: Collection[str]
) -> None:
    """Insert rows; of one that is there already, by its primary key, change these columns (none: it stays)."""
    if not rows:
        return
    on_server = transaction.connection.dialect.name == POSTGRESQL
    query: Any = (postgresql if on_server else sqlite).insert(table)
    key = list(table.primary_key)
    if changed:
        values = {name: query.excluded[name] for name in changed}
        query = query.on_conflict_do_update(index_elements=key, set_=values)
    else:
        query = query.on_conflict_do_nothing(index_elements=key)
    transaction.connection.execute(query, list(rows))


@compiles(each_number, "sqlite")
@compiles(each_item, "sqlite")
def _each_in_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"json_each({compiler.process(element.clauses, **kw)})"


@compiles(each_number, POSTGRESQL)
def _each_number_in_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"(SELECT unnest({compiler.process(element.clauses, **kw)}) AS value)"


@compiles(each_item, POSTGRESQL)
def _each_item_in_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"json_array_elements(CAST({compiler.process(element.clauses, **kw)} AS json))"


@compiles(first_number, "sqlite")
def _first_number_in_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"json_extract({compiler.process(element.clauses, **kw)}, '$[0]')"


@compiles(first_number, POSTGRESQL)
def _first_number_in_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"CAST(({compiler.process(element.clauses, **kw)}) ->> 0 AS bigint)"


@compiles(listed, "sqlite")
def _listed_in_sqlite(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"json_group_array({compiler.process(element.clauses, **kw)})"


@compiles(listed, POSTGRESQL)
def _listed_in_postgresql(element: Any, compiler: SQLCompiler, **kw: Any) -> str:  # noqa: ANN401
    return f"coalesce(CAST(json_agg({compiler.process(element.clauses, **kw)}) AS text), '[]')"
