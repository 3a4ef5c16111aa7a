"""Copies of a library: never two alike, the right ones stay, any comes back, and that can be taken back too."""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from taqabul.domain.errors import LibraryError
from taqabul.storage.backups import Copy, Reason, going
from taqabul.workflow import backups, reviewing
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.verifying import verify

pytestmark = pytest.mark.file

KEPT = Path(__file__).parent.parent / "storage" / "libraries"


@pytest.fixture
def drawn(draw):
    return draw("A1 | B1\nA2 | B2")


def place(drawn):
    return Path(drawn.library.location)


def note(drawn, text):
    add_note(drawn.library, drawn.id, drawn.link("A1"), text)


def notes(path):
    with closing(sqlite3.connect(path)) as connection:
        return [text for (text,) in connection.execute("SELECT text FROM note ORDER BY id")]


def test_a_copy_holds_what_the_library_held_and_is_its_owners_only(drawn):
    note(drawn, "first")
    made = backups.keep(drawn.library, Reason.ASKED)
    note(drawn, "second")
    assert notes(made.path) == ["first"]
    assert made.path.parent == backups.folder(drawn.library)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700
    assert list(made.path.parent.iterdir()) == [made.path]


def test_once_a_day_and_never_two_alike(drawn):
    assert backups.keep_daily(drawn.library) is not None
    note(drawn, "later")
    assert backups.keep_daily(drawn.library) is None
    assert backups.keep(drawn.library) is not None
    assert backups.keep(drawn.library) is None
    assert len(backups.list_copies(place(drawn))) == 2


def test_a_copy_is_made_while_somebody_writes(drawn):
    with drawn.library.database.write() as transaction:
        transaction.connection.exec_driver_sql("UPDATE link SET status = 'rejected'")
        made = backups.keep(drawn.library)
    with closing(sqlite3.connect(made.path)) as connection:
        assert connection.execute("SELECT DISTINCT status FROM link").fetchall() == [("proposed",)]


def test_what_each_copy_holds_is_told_the_newest_first(drawn):
    backups.keep(drawn.library, Reason.DAILY)
    note(drawn, "one")
    backups.keep(drawn.library, Reason.ASKED)
    (backups.folder(drawn.library) / "letter.txt").write_text("no copy")
    broken = backups.folder(drawn.library) / "20010101T000000Z-daily.db"
    broken.write_bytes(b"no library" * 500)
    told = backups.list_copies(place(drawn))
    assert [(one.documents, one.bitexts, one.edits) for one in told] == [(2, 1, 1), (2, 1, 0), (0, 0, 0)]
    assert [bool(one.fault) for one in told] == [False, False, True]


def test_a_copy_comes_back_and_that_can_be_taken_back(drawn):
    note(drawn, "first")
    made = backups.keep(drawn.library)
    note(drawn, "second")
    drawn.library.close()
    before = backups.restore(place(drawn), made.path)
    assert notes(place(drawn)) == ["first"]
    assert before.reason is Reason.RESTORE
    backups.restore(place(drawn), before.path)
    assert notes(place(drawn)) == ["first", "second"]
    with closing(open_library(place(drawn), "rim")) as drawn.library:
        assert verify(drawn.library).faults == ()
        reviewing.confirm(drawn.library, drawn.id, drawn.links("A1"))


def test_who_has_the_library_open_sees_what_came_back(drawn):
    made = backups.keep(drawn.library)
    note(drawn, "gone again")
    backups.restore(place(drawn), made.path)
    assert drawn.row("A1").notes == ()
    note(drawn, "and on")
    assert [one.text for one in drawn.row("A1").notes] == ["and on"]


def test_a_library_that_cannot_be_read_any_more_is_replaced_and_kept_as_it_was(drawn):
    note(drawn, "dear")
    made = backups.keep(drawn.library)
    drawn.library.close()
    place(drawn).write_bytes(b"\xa5" * 20_000)
    before = backups.restore(place(drawn), made.path)
    assert notes(place(drawn)) == ["dear"]
    assert before.path.read_bytes() == b"\xa5" * 20_000


def test_a_copy_that_is_damaged_or_strange_is_refused_and_nothing_changes(drawn, tmp_path):
    note(drawn, "mine")
    drawn.library.close()
    strange = tmp_path / "strange.db"
    shutil.copy(place(drawn), strange)
    with closing(sqlite3.connect(strange)) as connection:
        connection.execute("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM link; END")
        connection.commit()
    damaged = tmp_path / "damaged.db"
    damaged.write_bytes(place(drawn).read_bytes()[:20_000])
    for copy in (strange, damaged):
        with pytest.raises(LibraryError):
            backups.restore(place(drawn), copy)
        assert notes(place(drawn)) == ["mine"]


def test_a_copy_of_an_older_schema_is_brought_up_to_date(drawn):
    drawn.library.close()
    backups.restore(place(drawn), KEPT / "0006.db")
    with closing(open_library(place(drawn))) as library:
        assert len(list_bitexts(library)) == 1


def test_a_library_in_use_by_a_writer_stays_as_it_is(drawn, monkeypatch):
    made = backups.keep(drawn.library)
    note(drawn, "mine")
    monkeypatch.setattr("taqabul.storage.backups.PATIENCE", 0.1)
    with drawn.library.database.write(), pytest.raises(LibraryError, match="in use"):
        backups.restore(place(drawn), made.path)
    assert notes(place(drawn)) == ["mine"]


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_where_no_copy_can_be_made_that_is_said(drawn, monkeypatch):
    def full(*_arguments, **_named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("taqabul.storage.backups._write", full)
    with pytest.raises(LibraryError, match="No space left") as caught:
        backups.keep(drawn.library)
    assert "Make room" in caught.value.hint
    assert list(backups.folder(drawn.library).iterdir()) == []


def test_of_seven_days_and_four_weeks_one_copy_each_stays():
    begin = datetime(2026, 3, 1, 12, tzinfo=UTC)
    kept = [
        Copy(Path(f"{hours}"), begin + timedelta(hours=hours), Reason.DAILY, 1)
        for hours in range(60 * 24, -1, -6)
    ]
    kept.append(Copy(Path("asked"), begin - timedelta(days=900), Reason.ASKED, 1))
    stays = [one for one in kept if one not in going(kept)]
    assert len({one.at.date() for one in stays[:9]}) == 7
    assert len({one.at.strftime("%G-%V") for one in stays[:-1]}) == 4
    assert len(stays) <= 7 + 4 + 3 + 1
    assert stays[-1].path == Path("asked")
    assert going(stays) == []


def test_a_clock_set_back_lets_nothing_go():
    now = datetime(2026, 3, 1, 12, tzinfo=UTC)
    kept = [Copy(Path(str(k)), now + timedelta(days=365 * (3 - k)), Reason.DAILY, 1) for k in range(4)]
    assert going(kept) == []
