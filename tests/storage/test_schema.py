"""The migrations make just the tables that are declared."""

import re

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.schema import CreateTable

from taqabul.storage import migrations, schema
from taqabul.storage.tables import Row


def test_the_last_migration_is_the_schema_of_this_program():
    script = ScriptDirectory.from_config(migrations.configuration())
    assert script.get_heads() == [schema.HEAD]


@pytest.mark.file
def test_migrations_lead_to_the_declared_tables(library):
    with library.database.read() as transaction:
        connection = transaction.connection
        assert compare_metadata(MigrationContext.configure(connection), Row.metadata) == []
        query = "SELECT name, sql FROM sqlite_master WHERE type = 'table'"
        made = dict(map(tuple, connection.exec_driver_sql(query)))
        for table in Row.metadata.sorted_tables:
            declared = str(CreateTable(table).compile(connection))
            assert _parts(made[table.name]) == _parts(declared)


def _parts(statement):
    """What a table is made of, in no order: a column added later stands after the constraints."""
    head, _, body = statement.partition("(")
    body, _, tail = body.strip().rpartition(")")
    parts = re.split(r",(?![^(]*\))", body)
    return sorted(" ".join(part.split()) for part in [head, *parts, tail])
