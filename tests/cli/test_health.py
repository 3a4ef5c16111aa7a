"""``taqabul doctor`` answers for people and for programs, and never fails."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Shell

from taqabul.domain.ids import BitextId
from taqabul.workflow import reviewing
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows


def test_doctor_answers_in_lines(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("doctor", "--library", tmp_path / "none.db")
    assert outcome.code == 0
    assert any(line.startswith("ok\tPython\t3.") for line in outcome.out.splitlines())


def test_doctor_answers_in_json_and_makes_no_library(shell: Shell, tmp_path: Path) -> None:
    outcome = shell("doctor", "--json", "--library", tmp_path / "none.db")
    facts = json.loads(outcome.out)
    assert {"name": "Python", "ok": True}.items() <= {k: facts[1][k] for k in ("name", "ok")}.items()
    assert not (tmp_path / "none.db").exists()


def test_a_broken_library_is_a_finding_not_a_failure(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "broken.db").write_bytes(b"x" * 5000)
    outcome = shell("doctor", "--library", tmp_path / "broken.db")
    assert outcome.code == 0
    assert "!\tLibrary\t" in outcome.out
    assert "need attention" in outcome.err


def test_a_whole_library_is_verified_and_a_broken_one_named(
    shell: Shell, small: Path, tmp_path: Path
) -> None:
    library = tmp_path / "own.db"
    assert shell("align", small, "--engine", "lexical", "--library", library).code == 0
    outcome = shell("verify", "--library", library)
    assert outcome.code == 0
    assert "1 bitext looked through" in outcome.err
    with closing(sqlite3.connect(library)) as connection:
        connection.execute("DELETE FROM link_member WHERE paragraph_id = 1")
        connection.commit()
    outcome = shell("verify", "--library", library)
    assert outcome.code == 1
    assert any(line.startswith("bitexts\t") for line in outcome.out.splitlines())
    assert "taqabul restore" in outcome.err
    told = json.loads(shell("verify", "--library", library, "--json").out)
    assert {fault["part"] for fault in told["faults"]} == {"bitexts"}


def test_old_history_goes_only_when_it_is_said_twice(shell: Shell, small: Path, tmp_path: Path) -> None:
    library = tmp_path / "own.db"
    shell("align", small, "--engine", "lexical", "--library", library)
    with closing(open_library(library)) as ours:
        reviewing.confirm(ours, BitextId(1), [next(iter_rows(ours, BitextId(1))).link.id])
    assert "1 line would go" in shell("compact", "--library", library, "--keep-days", 0).err
    outcome = shell("compact", "--library", library, "--keep-days", 0, "--yes")
    assert (outcome.code, "1 line went" in outcome.err) == (0, True)
    assert shell("verify", "--library", library).code == 0
