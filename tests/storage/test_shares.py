"""A library on a share of the network is kept without what shares cannot do, and works as any other."""

import sqlite3
from contextlib import closing

import pytest
from tests.durability.editing import edit_at_random, make_library

from taqabul.storage import shares
from taqabul.workflow.library import open_library
from taqabul.workflow.verifying import verify

MOUNTS = """25 1 {own} / / rw - {kind} /dev/sda1 rw
30 25 0:46 / /net rw - nfs4 server:/net rw
"""


@pytest.fixture
def on(tmp_path, monkeypatch):
    """Pretends that the folder is on a file system of some kind."""
    device = tmp_path.stat().st_dev

    def pretended(kind):
        import os

        table = tmp_path / "mountinfo"
        table.write_text(MOUNTS.format(own=f"{os.major(device)}:{os.minor(device)}", kind=kind))
        monkeypatch.setattr(shares, "_MOUNTS", table)

    return pretended


@pytest.mark.parametrize(
    ("kind", "share"), [("ext4", ""), ("nfs4", "nfs4"), ("fuse.sshfs", "fuse.sshfs"), ("cifs", "cifs")]
)
def test_shares_are_known_by_their_file_system(tmp_path, on, kind, share):
    on(kind)
    assert shares.share_of(tmp_path / "library.db") == share


def test_a_library_on_a_share_needs_no_shared_memory_says_so_and_works(tmp_path, on):
    path = tmp_path / "library.db"
    bitext = make_library(path)
    on("nfs4")
    with closing(open_library(path, "editor")) as library:
        assert "network share (nfs4)" in library.remark
        for _, _line in zip(range(40), edit_at_random(library, bitext, 5), strict=False):
            pass
        with library.database.read() as transaction:
            settings = [
                transaction.connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("journal_mode", "synchronous")
            ]
        assert settings == ["delete", 3]
        assert [one.name for one in tmp_path.glob("library.db*")] == ["library.db"]
        assert verify(library).faults == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_elsewhere_nothing_is_said(tmp_path, on):
    on("ext4")
    with closing(open_library(tmp_path / "library.db")) as library:
        assert library.remark == ""
