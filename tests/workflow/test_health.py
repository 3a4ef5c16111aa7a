"""The doctor finds what is there, and what is not becomes a hint."""

import sqlite3
from pathlib import Path

import pytest

from taqabul import paths
from taqabul.workflow import health, window_system
from taqabul.workflow.health import Fact, diagnose
from taqabul.workflow.library import open_library


def facts(location: Path) -> dict[str, Fact]:
    return {fact.name: fact for fact in diagnose(location)}


def test_every_question_is_answered(tmp_path: Path) -> None:
    found = facts(tmp_path / "none.db")
    assert {
        *("Taqabul", "Python", "SQLite", "sqlmodel", "numpy", "rapidfuzz", "PySide6", "Qt platform"),
        *("Fonts with Arabic", "Sentence encoder", "Processors used", "Library", "Data folder", "Log folder"),
    } <= found.keys()
    assert all(fact.value for fact in found.values())
    assert all(fact.hint for fact in found.values() if not fact.ok)


def test_a_library_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert "not made yet" in facts(tmp_path / "none.db")["Library"].value
    assert list(tmp_path.iterdir()) == []


def test_a_sound_library_is_counted(tmp_path: Path) -> None:
    open_library(tmp_path / "library.db").close()
    found = facts(tmp_path / "library.db")
    assert found["Library integrity"].value == "ok"
    assert found["Library schema"].ok
    assert found["Library holds"].value.startswith("documents: 0, bitexts: 0")


def test_a_library_in_use_can_be_looked_at(tmp_path: Path) -> None:
    library = open_library(tmp_path / "library.db")
    with library.database.write():
        assert facts(tmp_path / "library.db")["Library integrity"].ok
    library.close()


@pytest.mark.parametrize("content", [b"no database at all" * 100, b""])
def test_another_file_is_no_library(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "library.db").write_bytes(content)
    fact = facts(tmp_path / "library.db")["Library"]
    assert not fact.ok
    assert "not a library" in fact.value
    assert fact.hint


def test_a_newer_schema_asks_for_a_newer_program(tmp_path: Path) -> None:
    open_library(tmp_path / "library.db").close()
    connection = sqlite3.connect(tmp_path / "library.db")
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    fact = facts(tmp_path / "library.db")["Library schema"]
    assert not fact.ok
    assert "newest" in fact.hint


def test_a_row_that_points_nowhere_is_found(tmp_path: Path) -> None:
    open_library(tmp_path / "library.db").close()
    connection = sqlite3.connect(tmp_path / "library.db")
    table, column = connection.execute(
        """SELECT m.name, f."from" FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f LIMIT 1"""
    ).fetchone()
    columns = [
        row for row in connection.execute(f"PRAGMA table_info({table})") if row[5] == 0 or row[1] == column
    ]
    names = ", ".join(row[1] for row in columns)
    values = ", ".join("77" for _ in columns)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute(f"INSERT INTO {table} ({names}) VALUES ({values})")
    connection.commit()
    connection.close()
    fact = facts(tmp_path / "library.db")["Library integrity"]
    assert not fact.ok
    assert "not there" in fact.value


def test_a_missing_encoder_is_no_fault_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(health, "find_encoder", lambda options: None)
    fact = facts(tmp_path / "none.db")["Sentence encoder"]
    assert (fact.ok, fact.value) == (False, "not installed")
    assert "lexical" in fact.hint


def test_a_broken_encoder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(options: object) -> None:
        raise OSError("weights are cut off")

    monkeypatch.setattr(health, "find_encoder", broken)
    assert facts(tmp_path / "none.db")["Sentence encoder"].value == "broken: weights are cut off"


def test_a_missing_qt_and_its_libraries_have_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(window_system, "_loads", lambda name: name != "libEGL.so.1")
    found = facts(tmp_path / "none.db")
    assert "pip install" in found["PySide6"].hint
    assert found["System libraries"].hint == "sudo apt-get install libegl1"


def test_a_system_without_font_tools_or_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    assert "not known" in facts(tmp_path / "none.db")["Fonts with Arabic"].value
    monkeypatch.setattr("shutil.which", lambda name: "/bin/true")
    assert facts(tmp_path / "none.db")["Fonts with Arabic"].value == health.OWN_FONT


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setattr(paths, "user_data", lambda: tmp_path / "file" / "data")
    fact = facts(tmp_path / "none.db")["Data folder"]
    assert not fact.ok
    assert "cannot be written" in fact.value
