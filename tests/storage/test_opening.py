"""Opening library files, good and bad."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from taqabul import __version__
from taqabul.domain.errors import InvalidInput, LibraryError, NewerLibrary
from taqabul.storage import migrations, schema, vectors
from taqabul.storage.opening import open_database
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note, threads
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows, outline
from taqabul.workflow.verifying import verify

SAMPLES = Path(__file__).parent / "libraries"
NOW = schema.HEAD


@pytest.fixture
def nobody():
    """A folder in which an unprivileged user meets real permissions, even when root runs the tests."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    # Made before root's rights are dropped: an unprivileged user may not be able to read this checkout.
    open_database(folder / "library.db").close()
    before = os.geteuid()
    if before == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, 65534, 65534)
        os.seteuid(65534)
    yield folder
    os.seteuid(before)
    folder.chmod(0o777)
    shutil.rmtree(folder)


def test_a_new_library_is_for_its_owner_only(tmp_path):
    path = tmp_path / "new.db"
    with closing(open_database(path)) as database, database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE library_info SET made_by = 'x'")
        modes = {stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()}
    assert modes == {0o600}
    assert [one.name for one in tmp_path.iterdir()] == ["new.db"]


def test_every_transaction_is_durable_and_checks_keys(tmp_path):
    with closing(open_database(tmp_path / "new.db")) as database, database.read() as transaction:
        settings = {
            name: transaction.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous")
        }
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2}


def test_the_place_can_come_from_the_environment_and_the_author_from_the_system(tmp_path, monkeypatch):
    monkeypatch.setenv("TAQABUL_LIBRARY", str(tmp_path / "from_env.db"))
    monkeypatch.setenv("LOGNAME", "samira")
    library = open_library()
    library.close()
    assert (Path(library.location).name, library.author) == ("from_env.db", "samira")


def test_an_author_without_a_name_is_unknown(tmp_path, monkeypatch):
    def nameless():
        raise KeyError("uid not found")

    monkeypatch.setattr("getpass.getuser", nameless)
    library = open_library(tmp_path / "x.db")
    library.close()
    assert library.author == "unknown"


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(LibraryError, match="is a folder"):
        open_database(tmp_path)


def test_a_pipe_is_no_library_and_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.db"
    os.mkfifo(pipe)
    with pytest.raises(LibraryError, match="is no file"):
        open_database(pipe)
    assert pipe.is_fifo()


@pytest.mark.parametrize("location", ["mysql://rim@db/texts", "sqlite:///texts.db", ""])
def test_what_names_neither_a_file_nor_a_server_of_ours_is_refused(location, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TAQABUL_LIBRARY", str(tmp_path / "usual.db"))
    with pytest.raises(InvalidInput):
        open_library(location)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(LibraryError, match="nowhere does not exist"):
        open_database(tmp_path / "nowhere" / "library.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "content", [b"This is a letter, not a database." * 99, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "letter.db"
    path.write_bytes(content)
    with pytest.raises(LibraryError, match=r"letter\.db") as caught:
        open_database(path)
    assert caught.value.hint
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == ["letter.db"]


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "bank.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE account (id)")
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="not a library of Taqabul"):
        open_database(path)
    assert path.read_bytes() == before


@pytest.mark.file
def test_a_newer_library_is_refused_and_left_alone(library):
    path = Path(library.location)
    library.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(NewerLibrary, match="newer version of Taqabul") as caught:
        open_library(path)
    assert f"Install Taqabul {__version__} or a newer one" in caught.value.hint
    assert path.read_bytes() == before


@pytest.mark.file
def test_a_damaged_library_says_so(library, fill):
    bitext = fill(library, 500)
    path = Path(library.location)
    library.close()
    content = bytearray(path.read_bytes())
    content[8192:-8192] = b"\xa5" * (len(content) - 16384)
    path.write_bytes(content)
    with pytest.raises(LibraryError, match="damaged"):  # noqa: PT012  (where it shows depends on the page hit)
        again = open_library(path)
        try:
            outline(again, bitext)
            list(iter_rows(again, bitext))
        finally:
            again.close()


def test_in_a_folder_that_cannot_be_written_no_library_is_begun(nobody):
    nobody.chmod(0o555)
    with pytest.raises(LibraryError, match="No library can be made") as caught:
        open_database(nobody / "new.db")
    assert "folder you may write to" in caught.value.hint
    assert [path.name for path in nobody.iterdir()] == ["library.db"]


def test_a_library_that_cannot_be_written_is_not_opened(nobody):
    path = nobody / "library.db"
    path.chmod(0o444)
    with pytest.raises(LibraryError, match="cannot be written"):
        open_database(path)
    path.chmod(0o600)
    nobody.chmod(0o555)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="cannot be written"):
        open_database(path)
    assert path.read_bytes() == before


def test_a_library_that_cannot_be_read_is_not_opened(nobody):
    path = nobody / "library.db"
    path.chmod(0o000)
    with pytest.raises(LibraryError, match="cannot be written"):
        open_database(path)


@pytest.mark.file
def test_a_full_disk_is_told_and_nothing_is_half_written(library, fill):
    bitext = fill(library)
    with library.database.read() as transaction:
        pages = transaction.connection.exec_driver_sql("PRAGMA page_count").scalar()
    library.database.close()
    engine = library.database._engine
    event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages + 2}"))
    row = next(iter_rows(library, bitext)).link
    before = outline(library, bitext).status.tolist()
    with pytest.raises(LibraryError, match="no room") as caught:
        add_note(library, bitext, row.id, "long " * 20_000)
    assert "Free some space" in caught.value.hint
    assert next(iter_rows(library, bitext)).notes == ()
    with pytest.raises(LibraryError, match="no room"):
        fill(library, 5000)
    assert len(list_bitexts(library)) == 1
    assert outline(library, bitext).status.tolist() == before
    reviewing.confirm(library, bitext, [row.id])
    assert next(iter_rows(library, bitext)).link.status == "confirmed"


@pytest.mark.file
def test_a_library_in_use_is_told_after_some_patience(library):
    path = Path(library.location)
    with library.database.write(), pytest.raises(LibraryError, match="in use by another program"):
        open_database(path, patience=0.1)
    open_database(path, patience=0.1).close()


def test_readers_do_not_wait_for_a_writer(library, fill):
    bitext = fill(library)
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE link SET status = 'rejected'")
        assert {row.link.status for row in iter_rows(library, bitext)} == {"proposed"}


def test_what_raises_in_a_transaction_is_taken_back(library, fill):
    bitext = fill(library)
    with pytest.raises(ZeroDivisionError), library.database.write() as transaction:  # noqa: PT012
        transaction.connection.exec_driver_sql("UPDATE link SET status = 'rejected'")
        _ = 1 / 0
    assert {row.link.status for row in iter_rows(library, bitext)} == {"proposed"}


@pytest.mark.file
def test_a_mistake_in_a_statement_is_a_bug_and_no_library_error(library):
    with pytest.raises(Exception, match="no such table") as caught, library.database.read() as transaction:
        transaction.connection.exec_driver_sql("SELECT * FROM nowhere")
    assert not isinstance(caught.value, LibraryError)


def test_many_programs_may_begin_one_library_at_once(tmp_path):
    code = (
        "import sys; from pathlib import Path\n"
        "from taqabul.storage.opening import open_database\n"
        "sys.stdin.read(1)\n"
        "open_database(Path(sys.argv[1])).close()\n"
    )
    path = str(tmp_path / "shared.db")
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    others = [
        subprocess.Popen([sys.executable, "-c", code, path], stdin=subprocess.PIPE, env=environment)
        for _ in range(3)
    ]
    for other in others:
        other.stdin.write(b"x")
        other.stdin.close()
    assert [other.wait() for other in others] == [0, 0, 0]
    open_database(Path(path)).close()


@pytest.fixture
def next_schema(tmp_path, monkeypatch):
    """This program as it will be one schema later."""
    folder = tmp_path / "migrations"
    shutil.copytree(migrations.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    following = f"{int(schema.HEAD) + 1:04}"
    step = folder / "versions" / f"v{following}_a_step.py"
    step.write_text(
        "import sqlalchemy as sa\nfrom alembic import op\n"
        f"revision, down_revision = '{following}', '{schema.HEAD}'\n"
        "def upgrade():\n    op.add_column('bitext', sa.Column('remark', sa.String()))\n"
    )
    monkeypatch.setattr(migrations, "FOLDER", folder)
    monkeypatch.setattr(migrations, "HEAD", following)
    monkeypatch.setattr(schema, "HEAD", following)
    return step


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.file
def test_an_older_library_is_upgraded_and_a_copy_kept(library, fill, next_schema):
    fill(library)
    path = Path(library.location)
    library.close()
    before = dump(path)
    upgraded = open_library(path)
    try:
        assert len(list_bitexts(upgraded)) == 1
        with upgraded.database.read() as transaction:
            assert transaction.connection.exec_driver_sql("SELECT remark FROM bitext").all() == [(None,)]
    finally:
        upgraded.close()
    (copy,) = (path.parent / "library.db.backups").iterdir()
    assert copy.name.endswith("-upgrade.db")
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    assert dump(copy) == before
    open_library(path).close()
    assert list(copy.parent.iterdir()) == [copy]


@pytest.mark.file
def test_an_upgrade_that_fails_leaves_the_library_as_it_was(library, fill, next_schema):
    fill(library)
    path = Path(library.location)
    library.close()
    next_schema.write_text(next_schema.read_text() + "    op.execute('DELETE FROM link')\n    1 / 0\n")
    with pytest.raises(ZeroDivisionError):
        open_library(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NOW,)]
        assert connection.execute("SELECT count(*) FROM link").fetchone() == (3,)
        names = [row[1] for row in connection.execute("PRAGMA table_info(bitext)")]
    assert "remark" not in names


@pytest.mark.file
def test_without_a_copy_there_is_no_upgrade(library, monkeypatch, next_schema):
    path = Path(library.location)
    library.close()
    monkeypatch.setattr("os.open", _no_room)
    with pytest.raises(LibraryError, match="has to be upgraded"):
        open_database(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(NOW,)]


def _no_room(path, flags, mode=0o777):
    if Path(path).name == "library.db":
        raise FileExistsError
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("name", "remembered"), [("0001", 0), ("0002", 6)])
def test_a_library_of_every_schema_still_opens(tmp_path, name, remembered):
    path = tmp_path / "old.db"
    shutil.copy(SAMPLES / f"{name}.db", path)
    library = open_library(path, "rim")
    try:
        (bitext,) = list_bitexts(library)
        assert (bitext.links, bitext.confirmed) == (31, 1)
        rows = list(iter_rows(library, bitext.id))
        assert [note.text for row in rows for note in row.notes] == ["Is this the city?"]
        assert any(p.text != p.imported for row in rows for p in row.source + row.target)
        texts = [p.sentence_text(s) for row in rows for p in row.source + row.target for s in p.sentences]
        with library.database.read() as transaction:
            assert len(vectors.recall(transaction, "use-multilingual-3", texts)) == remembered
    finally:
        library.close()


def test_what_people_wrote_on_texts_is_there_after_an_upgrade(tmp_path):
    path = tmp_path / "old.db"
    shutil.copy(SAMPLES / "0008.db", path)
    library = open_library(path, "rim")
    try:
        (bitext,) = list_bitexts(library)
        whole = annotated_bitext(library, bitext.id)
        words = {one.id: [span.quote for span in one.spans] for one in whole.annotations}
        assert [(one.label, words[one.id], one.status.value) for one in whole.annotations] == [
            ("claim", ["بانسحابٍ كامل فورًا"], "draft"),
            ("claim", ["a withdrawal at once"], "draft"),
            ("omission", ["كامل", "withdrawal"], "draft"),
            ("mistranslation", ["٤٥", "the"], "reviewed"),
            ("person", ["الوزير"], "draft"),
            ("person", ["minister"], "draft"),
            ("person", [], "draft"),
            ("omission", [""], "draft"),
        ]
        assert whole.annotations[2].value("correction") == "complete withdrawal"
        assert [(one.kind, words[one.source], words[one.target]) for one in whole.relations] == [
            ("weakened", ["بانسحابٍ كامل فورًا"], ["a withdrawal at once"]),
            ("same", ["الوزير"], ["minister"]),
        ]
        (claim,) = whole.claims
        assert (claim.arabic, claim.english) == (
            "طالب الوزير بالانسحاب.",
            "The minister demanded withdrawal.",
        )
        assert [one.claim for one in whole.annotations[:3]] == [claim.id, claim.id, None]
        (thread,) = threads(library, bitext.id)
        assert [one.text for one in (thread.first, *thread.replies)] == [
            "Is the word lost?",
            "Yes, kamil is missing.",
        ]
        assert thread.first.resolved is False, "resolving it was undone"
        assert whole.label_sets["entities"].version == 2
        assert whole.target.document.translator == ""
    finally:
        library.close()


def test_a_library_of_every_schema_is_kept():
    kept = {path.stem for path in SAMPLES.glob("*.db")}
    assert kept >= {f"{number:04}" for number in range(1, int(NOW))}


@pytest.mark.parametrize("name", [path.stem for path in sorted(SAMPLES.glob("*.db"))])
def test_what_was_done_under_an_older_schema_can_be_undone_and_done_again(tmp_path, name):
    path = tmp_path / "old.db"
    shutil.copy(SAMPLES / f"{name}.db", path)
    with closing(sqlite3.connect(path)) as connection:
        (author,) = connection.execute("SELECT author FROM journal ORDER BY id DESC").fetchone()
    library = open_library(path, author)
    try:
        (bitext,) = list_bitexts(library)
        assert verify(library).faults == ()
        while history.redo(library, bitext.id) is not None:
            pass
        before = list(iter_rows(library, bitext.id))
        steps = 0
        while history.undo(library, bitext.id) is not None:
            steps += 1
        assert steps > 0
        assert list(iter_rows(library, bitext.id)) != before
        while history.redo(library, bitext.id) is not None:
            steps -= 1
        assert steps == 0
        assert list(iter_rows(library, bitext.id)) == before
        assert verify(library).faults == ()
    finally:
        library.close()


def test_a_library_that_cannot_be_begun_leaves_no_file(tmp_path, monkeypatch):
    def broken(connection):
        connection.exec_driver_sql("CREATE TABLE half (id)")
        raise ZeroDivisionError

    monkeypatch.setattr(migrations, "upgrade", broken)
    with pytest.raises(ZeroDivisionError):
        open_database(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []
