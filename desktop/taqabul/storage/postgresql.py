"""A library on a PostgreSQL server: how it is opened, and how its transactions begin.

One library is one database. Writers take turns by a lock of the server's, as they do by SQLite's own: so that
numbers are given in the order in which acts come into the journal, and what an edit is checked against stays as it
is until the edit is written. An edit holds the lock for some milliseconds. Readers see one moment and never wait.

One lock for the whole library, and not one a bitext: an edit may touch other bitexts that share a document, and who
asks what others did since line n must never find line n + 1 written before line n. With a lock a bitext, numbers
would have to come in the order of commits all the same, so the last and longest part of an edit would wait anyhow.
"""

from contextvars import ContextVar
from functools import partial
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, text
from sqlalchemy.engine import URL
from sqlalchemy.pool import ConnectionPoolEntry

from taqabul.domain.errors import LibraryError, NotAllowed, ServerGone
from taqabul.domain.roles import Role
from taqabul.storage import grants, people, schema
from taqabul.storage.database import PATIENCE, Database, Transaction
from taqabul.storage.line import Line
from taqabul.storage.server_texts import teach
from taqabul.storage.server_troubles import explained, explained_bare, no_role
from taqabul.storage.servers import Server, connect_arguments
from taqabul.storage.versions import refuse_newer, sign
from taqabul.storage.wire import Wire

WRITERS = 0x7461716162756C
"""The number of the lock that writers of one database take in turn."""

RECONNECT = 2
"""Seconds to wait for a server that answered before."""

_listens: ContextVar[bool] = ContextVar("listens", default=False)
_TURN = text(f"SELECT pg_advisory_xact_lock({WRITERS})")
_OWN_COLUMNS = text(
    "SELECT c.relname, a.attname, t.typname FROM pg_attribute AS a"
    " JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_type AS t ON t.oid = a.atttypid"
    " LEFT JOIN pg_collation AS o ON o.oid = a.attcollation"
    " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0"
    " AND NOT a.attisdropped"
    " AND (t.typname = 'int4' OR (t.typname IN ('text', 'varchar') AND o.collname <> 'C'))"
)


def open_server(server: Server, password: str | None = None, patience: float = PATIENCE) -> Database:
    """The library on a server, ready for use; its tables are made in a database that is empty.

    Raises ServerRefused where it lets nobody in (``needs_password`` tells whether a password would help),
    LibraryError and NewerLibrary as for a file.
    """
    database = _connect(server, password, patience)
    try:
        try:
            with database.read() as transaction:
                written_by = _schema_of(server, transaction.connection)
        except NotAllowed:
            raise no_role(server.readable) from None
        except ServerGone as error:  # nothing was done yet that could be lost
            raise ServerGone(
                error.message,
                "See that the address is right, that the server runs and that the network is there, and try again.",
            ) from error
        refuse_newer(server, written_by)
        if written_by != schema.HEAD:
            with database.write() as transaction:
                _bring_up_to_date(server, transaction)
    except BaseException:
        database.close()
        raise
    return database


def _connect(server: Server, password: str | None, patience: float) -> Database:
    try:
        import psycopg  # noqa: F401, PLC0415  (an extra)
    except ImportError as error:
        raise LibraryError(
            "Libraries on a server need the package psycopg, which is not installed.",
            "Install it with: pip install 'taqabul[postgres]'",
        ) from error
    engine = create_engine(
        URL.create("postgresql+psycopg"),
        connect_args=connect_arguments(server, password) | {"options": _options(patience)},
        pool_pre_ping=True,
        hide_parameters=True,  # what an error tells goes into the log, where no text of anybody's shall stand
        isolation_level="READ COMMITTED",
    )
    line = Line(server.readable)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "connect", lambda connection, _record: line.add(connection))
    event.listen(
        engine, "first_connect", lambda *_: event.listen(engine, "do_connect", partial(_hasten, line))
    )
    reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    writing = engine.execution_options(taqabul_writes=True)
    event.listen(engine, "begin", _begin)
    wire = partial(Wire, partial(_own_connection, engine), partial(explained_bare, server.readable))
    return Database(reading, writing, partial(explained, server.readable), wire, line)


def _options(patience: float) -> str:
    """Settings of a connection. What an edit asks is asked again and again, so it is planned once."""
    settings = {
        "lock_timeout": int(patience * 1000),
        "idle_in_transaction_session_timeout": 120_000,
        "plan_cache_mode": "force_generic_plan",
    }
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def _hasten(
    line: Line, _dialect: Dialect, _record: object, _positional: object, given: dict[str, Any]
) -> None:
    """A server that answered once answers soon, or is gone: a person waits. Of a dead one only who listens asks again."""
    if not _listens.get():
        line.check()
    given["connect_timeout"] = RECONNECT


def _own_connection(engine: Engine) -> Any:  # noqa: ANN401  (psycopg's)
    """A connection that never goes back to the others."""
    token = _listens.set(True)
    try:
        pooled = engine.raw_connection()
    finally:
        _listens.reset(token)
    connection: Any = pooled.driver_connection
    pooled.detach()
    connection.rollback()
    connection.autocommit = True
    return connection


def _prepare(connection: Any, _: ConnectionPoolEntry) -> None:  # noqa: ANN401  (psycopg may not be installed)
    teach(connection)
    connection.prepare_threshold, connection.prepared_max = (
        1,
        400,
    )  # an edit asks some thirty things, each known soon


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("taqabul_writes"):
        connection.execute(_TURN)


def _schema_of(server: Server, connection: Connection) -> str:
    """The schema a database was written with, "" for one without tables."""
    query = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()"
    names = set(connection.exec_driver_sql(query).scalars())
    if not names:
        return ""
    if not {"alembic_version", "library_info"} <= names:
        raise LibraryError(
            f"{server.readable} is a database, but not a library of Taqabul.",
            "Choose another one, or an empty one.",
        )
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() or "")


def _bring_up_to_date(server: Server, transaction: Transaction) -> None:
    """Make the tables or upgrade them, all or nothing, after a second look: somebody else may have done so."""
    written_by = _schema_of(server, transaction.connection)
    refuse_newer(server, written_by)
    if written_by == schema.HEAD:
        return
    if written_by and people.role_here(transaction) is not Role.OWNER:
        raise LibraryError(
            f"The library {server.readable} has to be upgraded for this version of Taqabul, which its owners may do.",
            "Ask one of them to open it with this version, or use the version that they use.",
        )
    from taqabul.storage import migrations  # noqa: PLC0415  (Alembic is slow to load and rarely needed)

    migrations.upgrade(transaction.connection)
    _as_in_sqlite(transaction.connection)
    sign(transaction.connection, is_new=not written_by)
    if people.has_team(transaction.connection):
        grants.arrange(transaction.connection)


def _as_in_sqlite(connection: Connection) -> None:
    """Have every text ordered by its code points, whatever the server's language, and every integer 64 bits wide."""
    changes: dict[str, list[str]] = {}
    for table, column, kind in connection.execute(_OWN_COLUMNS):
        wanted = "bigint" if kind == "int4" else 'text COLLATE "C"'
        if table != "alembic_version":
            changes.setdefault(table, []).append(f'ALTER COLUMN "{column}" TYPE {wanted}')
    for (
        table,
        columns,
    ) in changes.items():  # a table at a time: each time it is written anew, with its indexes
        connection.exec_driver_sql(f'ALTER TABLE "{table}" {", ".join(columns)}')
