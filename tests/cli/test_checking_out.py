"""``taqabul checkout`` and ``taqabul checkin``: bitexts go along in a file and come back with what was done there."""

import json
import shlex
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.workflow import reviewing
from taqabul.workflow.aligning import align_files
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows


@pytest.fixture
def ours(tmp_path: Path, small: Path) -> Path:
    """A library with one bitext."""
    library = open_library(tmp_path / "ours.db", "rim")
    align_files(library, [small])
    library.close()
    return tmp_path / "ours.db"


def judge(path: Path, verb: str) -> None:
    """Do something to the first row of a library's bitext."""
    library = open_library(path)
    bitext = list_bitexts(library)[0].id
    getattr(reviewing, verb)(library, bitext, [next(iter_rows(library, bitext)).link.id])
    library.close()


def test_what_was_done_in_the_file_comes_back(shell: Shell, ours: Path, tmp_path: Path) -> None:
    file = tmp_path / "laptop.db"
    out = shell("checkout", 1, "--to", file, "--library", ours, "--json")
    assert (out.code, json.loads(out.out)["bitexts"]) == (0, [1]), out.err
    (row,) = shell("checkout", "--list", "--library", ours).out.splitlines()
    assert row.split("\t")[1:2] == [json.loads(out.out)["who"]]
    judge(file, "confirm")
    done = shell("checkin", file, "--library", ours, "--json")
    assert done.code == 0, done.err
    assert {key: json.loads(done.out)[key] for key in ("came", "known", "conflicts")} == {
        "came": 1,
        "known": 0,
        "conflicts": [],
    }
    assert "0 steps came in" in shell("checkin", file, "--library", ours).err
    assert shell("checkout", "--list", "--library", ours).out == ""
    assert shell("verify", "--library", ours).code == 0


def test_what_both_changed_stays_open_until_somebody_decides(
    shell: Shell, ours: Path, tmp_path: Path
) -> None:
    file = tmp_path / "laptop.db"
    shell("checkout", 1, "--to", file, "--library", ours)
    judge(file, "confirm")
    judge(ours, "reject")
    asked = shell("checkin", file, "--library", ours)
    assert asked.code == 1
    assert "confirmed" in asked.out
    assert "rejected" in asked.out
    (told,) = [line for line in asked.err.splitlines() if "--keep mine" in line]
    assert shell(*shlex.split(told.partition("   or ")[0])[1:]).code == 0
    library = open_library(ours)
    assert next(iter_rows(library, list_bitexts(library)[0].id)).link.status == "confirmed"
    library.close()


def test_a_lost_file_is_released(shell: Shell, ours: Path, tmp_path: Path) -> None:
    file = tmp_path / "laptop.db"
    shell("checkout", 1, "--to", file, "--library", ours)
    begin = shell("checkout", "--list", "--library", ours).out.split("\t")[0]
    assert shell("checkout", "--release", begin, "--library", ours).code == 0
    refused = shell("checkin", file, "--library", ours)
    assert (refused.code, "released" in refused.err) == (2, True)
    again = shell("checkout", "--release", begin, "--library", ours)
    assert (again.code, "No checkout that is still out begins with" in again.err) == (2, True)


def test_a_release_that_means_two_is_refused(shell: Shell, ours: Path, tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        shell("checkout", 1, "--to", tmp_path / name, "--library", ours)
    refused = shell("checkout", "--release", "", "--library", ours)
    assert (refused.code, "More than one checkout begins with" in refused.err) == (2, True)
    assert len(shell("checkout", "--list", "--library", ours).out.splitlines()) == 2


def test_half_a_wish_is_refused(shell: Shell, ours: Path) -> None:
    assert shell("checkout", "--library", ours).code == 2
    assert shell("checkout", 1, "--library", ours).code == 2
