"""Addresses of libraries on servers, and what such a library is like."""

from contextlib import closing

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import event

from taqabul.domain.errors import InvalidInput, LibraryError, NewerLibrary, ServerGone, ServerRefused
from taqabul.domain.files import TextFile
from taqabul.domain.ids import FileId
from taqabul.storage import documents, postgresql, servers
from taqabul.storage.server_texts import arrived, travelling
from taqabul.storage.servers import Server, parse
from taqabul.storage.tables import Row
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows


@pytest.mark.parametrize(
    ("address", "server"),
    [
        ("postgresql://rim@db.example/texts", Server("db.example", "texts", "rim")),
        ("postgres://rim@[::1]:5433/texts", Server("::1", "texts", "rim", 5433)),
        ("postgresql:///texts?host=/run/postgresql", Server("/run/postgresql", "texts", "login")),
        (
            "postgresql://rim@db/texts?sslmode=verify-ca&sslrootcert=/a/b.crt",
            Server("db", "texts", "rim", tls="verify-ca", root_certificate="/a/b.crt"),
        ),
        ("postgresql://%D8%B1%D9%86%D8%A7%20b@db/texts", Server("db", "texts", "رنا b")),
    ],
)
def test_an_address_is_read_and_written(address, server):
    assert parse(address, "login") == server
    assert parse(str(server), "other") == server
    assert " " not in str(server), "it is one word of a command"


def test_people_read_names_in_an_address_in_their_own_letters():
    assert Server("/run", "texts", "رنا الحسيني").readable == "postgresql://رنا الحسيني@/texts?host=/run"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://rim:secret@db/texts", "holds a password"),
        ("postgresql://rim@db", "names no database"),
        ("postgresql://rim@db:port/texts", "names no database"),
        ("postgresql://rim@db:99999/texts", "No server has the port 99999"),
        ("mysql://rim:secret@db/texts", "something else than a PostgreSQL server"),
        ("sqlite:///texts.db", "something else than a PostgreSQL server"),
        ("postgresql://rim@db/texts?ssl=yes", "“ssl” is no option"),
        ("postgresql://rim@db/texts?sslmode=perhaps", "no sslmode"),
    ],
)
def test_a_bad_address_is_told_without_its_password(address, said):
    with pytest.raises(InvalidInput, match=said) as caught:
        parse(address, "login")
    assert "secret" not in caught.value.message + caught.value.hint


@pytest.mark.parametrize(
    ("host", "mode"),
    [
        ("db.example", "verify-full"),
        ("10.1.2.3", "verify-full"),
        ("127.0.0.1", "prefer"),
        ("::1", "prefer"),
        ("localhost", "prefer"),
        ("/run", "prefer"),
    ],
)
def test_certificates_are_checked_unless_the_server_is_on_this_machine(host, mode):
    server = Server(host, "texts", "rim")
    assert server.tls_mode == mode
    told = servers.connect_arguments(server, None)
    assert ("sslrootcert" in told) is (mode == "verify-full")
    assert "password" not in told


@pytest.mark.parametrize("written", ["", "a\0b", "\0\0", "\ufdd00", "\ufdd0\0\ufdd01", "سلام"])
def test_every_text_comes_back_as_it_was(written):
    assert "\0" not in travelling(written)
    assert arrived(travelling(written)) == written


def open_at(address):
    return postgresql.open_server(parse(address, "owner"))


def test_a_text_with_nul_is_kept_to_the_letter(address):
    file = TextFile("a\ufdd0.txt", "one\0two", "utf-8", "0" * 64)
    with closing(open_at(address)) as database:
        with database.write() as transaction:
            documents.add_file(transaction, FileId(1), file)
        with database.read() as transaction:
            assert documents.read_file(transaction, FileId(1)) == file


def test_migrations_make_the_declared_tables_on_a_server(address):
    def differ(context, inspected, declared, inspected_type, declared_type):
        return inspected_type._type_affinity is not declared_type._type_affinity

    with closing(open_at(address)) as database, database.read() as transaction:
        context = MigrationContext.configure(transaction.connection, opts={"compare_type": differ})
        assert compare_metadata(context, Row.metadata) == []
        query = (
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND table_name <> 'alembic_version' AND (data_type = 'integer'"
            " OR (data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'))"
        )
        assert transaction.connection.exec_driver_sql(query).all() == []


def test_a_reader_sees_one_moment_and_may_not_write(address, fill):
    with closing(open_library(address)) as library:
        bitext = fill(library)
        with library.database.read() as transaction:
            before = transaction.connection.exec_driver_sql("SELECT status FROM link").all()
            reviewing.confirm(library, bitext, [next(iter_rows(library, bitext)).link.id])
            assert transaction.connection.exec_driver_sql("SELECT status FROM link").all() == before
        with pytest.raises(LibraryError, match="only lets read"), library.database.read() as transaction:
            transaction.connection.exec_driver_sql("DELETE FROM link")


def test_writers_take_turns_and_lose_patience(address):
    with (
        closing(open_at(address)) as one,
        closing(postgresql.open_server(parse(address, ""), patience=0.1)) as two,
    ):
        with one.write(), pytest.raises(LibraryError, match="in use by somebody else"), two.write():
            pass
        with two.write():
            pass


def test_somebody_elses_database_is_refused_and_left_alone(cluster):
    name = cluster.create()
    cluster.execute("CREATE TABLE account (id int)", database=name)
    with pytest.raises(LibraryError, match="not a library of Taqabul"):
        open_at(cluster.address(name))
    cluster.drop(name)


def test_a_newer_library_is_refused(cluster, address):
    cluster.execute("UPDATE alembic_version SET version_num = '9999'", database=parse(address, "").database)
    with pytest.raises(NewerLibrary, match="newer version of Taqabul"):
        open_at(address)


def test_who_is_not_known_is_not_let_in(cluster):
    with pytest.raises(ServerRefused, match="no such database or user") as caught:
        open_at(cluster.address("nowhere"))
    assert not caught.value.needs_password


def test_a_server_that_does_not_answer_is_told():
    with pytest.raises(ServerGone, match="does not answer") as caught:
        open_at("postgresql://rim@127.0.0.1:9/texts")
    assert "the address is right" in caught.value.hint
    assert "last step" not in caught.value.hint


def test_after_a_lost_connection_the_next_step_finds_the_server_again(cluster, address, fill):
    name = parse(address, "").database
    with closing(open_library(address, "rim")) as library:
        bitext = fill(library)
        row = next(iter_rows(library, bitext)).link.id
        with pytest.raises(ServerGone), library.database.write() as transaction:  # noqa: PT012
            cluster.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                f" WHERE datname = '{name}' AND pid <> pg_backend_pid()"
            )
            transaction.connection.exec_driver_sql("SELECT 1")
        add_note(library, bitext, row, "Still here.")
        assert [one.verb for one in history.journal(library, bitext)] == ["add note"]


def test_a_file_and_a_server_keep_the_same(address, fill, tmp_path):
    kept = []
    for place in (tmp_path / "library.db", address):
        with closing(open_library(place, "rim")) as library:
            bitext = fill(library, 5)
            first = next(iter_rows(library, bitext)).link.id
            reviewing.merge_with_next(library, bitext, first)
            kept.append([(row.source, row.target, row.link.sentences) for row in iter_rows(library, bitext)])
            assert [one.links for one in list_bitexts(library)] == [4]
    assert kept[0] == kept[1]


def test_a_server_that_answered_once_is_not_waited_for_long(address):
    waits = []
    with closing(postgresql.open_server(parse(address, "owner"))) as database:
        event.listen(database._engine, "do_connect", lambda *given: waits.append(given[3]["connect_timeout"]))
        database.connect_anew()
        with database.read():
            pass
    assert waits == [postgresql.RECONNECT]
