"""Libraries of strangers: nothing in them runs, nothing outside of them is written."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from taqabul.domain.errors import LibraryError
from taqabul.storage import inspection, schema
from taqabul.storage.opening import open_database

pytestmark = pytest.mark.file

KEPT = sorted((Path(__file__).parent / "libraries").glob("*.db"))

HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON link BEGIN DELETE FROM note; END",
    "a trigger on reading": "CREATE TRIGGER t INSTEAD OF INSERT ON v BEGIN DELETE FROM note; END",
    "a view": "CREATE VIEW secrets AS SELECT text FROM paragraph",
    "a table of its own": "CREATE TABLE extra (id)",
    "a virtual table": "CREATE VIRTUAL TABLE extra USING fts5(text)",
    "a computed column": "ALTER TABLE bitext ADD COLUMN twice GENERATED ALWAYS AS (title || title)",
    "a condition": "ALTER TABLE bitext ADD COLUMN odd CHECK (odd <> hex(zeroblob(99)))",
    "an index that computes": "CREATE INDEX ix_note_link_id_2 ON note (hex(text))",
}


@pytest.fixture
def theirs(library, fill):
    """A library that came from somebody else, changed by a statement."""
    fill(library)
    path = Path(library.location)
    library.close()

    def changed(*statements):
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
            for statement in statements:
                connection.execute(statement)
            connection.commit()
        return path

    return changed


@pytest.mark.parametrize("what", [name for name in HOSTILE if name != "a trigger on reading"])
def test_what_no_library_of_ours_holds_is_refused_and_left_alone(theirs, what):
    path = theirs(HOSTILE[what])
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="no library of Taqabul holds") as caught:
        open_database(path)
    assert caught.value.hint
    assert path.read_bytes() == before


def test_a_view_in_the_place_of_a_table_is_refused(theirs):
    path = theirs(
        "ALTER TABLE link RENAME TO kept",
        "CREATE VIEW link AS SELECT * FROM kept",
        HOSTILE["a trigger on reading"].replace(" v ", " link "),
    )
    with pytest.raises(LibraryError, match="no library of Taqabul holds"):
        open_database(path)
    with pytest.raises(LibraryError, match="not a library"):
        inspection.inspect(path)


def test_a_view_in_the_place_of_the_version_runs_nothing(theirs):
    path = theirs(
        "DROP TABLE alembic_version",
        f"CREATE VIEW alembic_version AS SELECT '{schema.HEAD}' AS version_num",
    )
    with pytest.raises(LibraryError):
        open_database(path)


def test_an_index_of_our_name_that_computes_is_refused(theirs):
    path = theirs("DROP INDEX ix_note_link_id", "CREATE INDEX ix_note_link_id ON note (hex(text))")
    with pytest.raises(LibraryError, match="computes"):
        open_database(path)


@pytest.mark.parametrize("told", ["../../x", "", "00011", "0011'; DROP TABLE link"])
def test_a_format_that_is_none_is_damage(theirs, told):
    path = theirs("DELETE FROM alembic_version")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO alembic_version VALUES (?)", (told,))
        connection.commit()
    with pytest.raises(LibraryError, match="does not say which format"):
        open_database(path)


def test_two_formats_are_damage(theirs):
    path = theirs("INSERT INTO alembic_version VALUES ('0001')")
    with pytest.raises(LibraryError, match="does not say which format"):
        open_database(path)


def test_a_default_that_is_computed_is_refused(theirs):
    path = theirs(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, 'title VARCHAR', 'title VARCHAR DEFAULT (hex(1))')"
        " WHERE name = 'bitext'",
    )
    with pytest.raises(LibraryError, match="begins with what is computed"):
        open_database(path)


def test_a_schema_written_over_by_hand_is_refused(theirs):
    path = theirs(
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = 'CREATE TABLE link (id, evil AS (load_extension(''x'')))' WHERE name = 'link'",
    )
    with pytest.raises(LibraryError):
        open_database(path)


def test_no_other_file_is_reached_and_no_code_loaded(library, tmp_path):
    outside = tmp_path / "outside.db"
    for statement in (
        f"ATTACH '{outside}' AS other",
        f"VACUUM INTO '{outside}'",
        "SELECT load_extension('x')",
    ):
        with (
            pytest.raises(Exception, match=r"too many attached|not authorized|within a transaction"),
            library.database.read() as transaction,
        ):
            transaction.connection.exec_driver_sql(statement)
    assert not outside.exists()


@pytest.mark.parametrize("old", KEPT, ids=lambda path: path.stem)
def test_our_own_libraries_of_every_schema_hold_nothing_strange(tmp_path, old):
    path = tmp_path / "old.db"
    shutil.copy(old, path)
    open_database(path).close()
    open_database(path).close()


def test_statistics_of_sqlite_are_no_strangers(theirs):
    open_database(theirs("ANALYZE")).close()
