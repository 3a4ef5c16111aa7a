"""``taqabul doctor`` answers for people and for programs, and never fails."""

import json
from pathlib import Path

from tests.cli.conftest import Shell


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
