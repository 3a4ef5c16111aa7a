"""The library that a command speaks of: what opening it waits for is said."""

import sqlite3
from contextlib import closing

import pytest

from taqabul.cli import choices
from taqabul.workflow.library import open_library


def test_who_waits_for_another_program_is_told_so(tmp_path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "x.db"
    open_library(path).close()
    told = []
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")

        def say(words):
            told.append(words)
            other.execute("ROLLBACK")

        monkeypatch.setattr(choices, "TOLD_AFTER", 0.0)
        monkeypatch.setattr(choices, "say", say)
        with choices.opened(path) as library:
            assert library.file == path
    assert len(told) == 1
    assert str(path) in told[0]
    assert "another program" in told[0]
