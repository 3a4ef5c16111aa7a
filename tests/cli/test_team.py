"""``taqabul team``, ``assign`` and ``work`` as people call them."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.domain.roles import Right, Role
from taqabul.workflow.aligning import align_files
from taqabul.workflow.library import open_library


@pytest.fixture
def ours(tmp_path: Path, small: Path) -> Path:
    """A library with one bitext."""
    library = open_library(tmp_path / "ours.db", "rim")
    align_files(library, [small])
    library.close()
    return tmp_path / "ours.db"


def test_what_each_role_may_do_is_told(shell: Shell) -> None:
    told = json.loads(shell("team", "rights", "--json").out)
    assert told[Role.OWNER] == list(Right)
    assert set(told[Role.ANNOTATOR]) < set(told[Role.REVIEWER]) < set(told[Role.OWNER])
    assert f"{Right.DECIDE}\tno\tyes\tyes" in shell("team", "rights").out


def test_a_file_has_no_team_and_half_a_wish_is_refused(shell: Shell, ours: Path) -> None:
    assert "has no team" in shell("team", "list", "--library", ours).err
    for words in (("add", "rim"), ("add", "--role", "owner"), ("remove",), ("list", "rim")):
        assert shell("team", *words, "--library", ours).code == 2


def test_people_come_and_go(shell: Shell, address: str) -> None:
    added = shell("team", "add", "rim", "--role", "annotator", "--library", address)
    assert added.code == 0, added.err
    assert len(added.out.strip()) >= 12
    listed = json.loads(shell("team", "list", "--library", address, "--json").out)
    assert {"name": "rim", "role": "annotator"} in listed
    assert shell("team", "remove", "rim", "--library", address).code == 0
    assert "rim" not in shell("team", "--library", address).out


def test_work_is_given_listed_and_done(shell: Shell, ours: Path) -> None:
    given = shell(
        "assign", "rim", 1, "--rows", "1-2", "--until", "2030-01-31", "--task", "names", "--library", ours
    )
    assert given.code == 0, given.err
    row = shell("work", "--library", ours).out.rstrip("\n").split("\t")
    assert row[:6] == ["1", "rim", "1", "1-2", "2030-01-31", "names"]
    assert shell("work", "--done", 1, "--library", ours).code == 0
    assert shell("work", "--library", ours).out == ""
    (done,) = json.loads(shell("work", "--all", "--library", ours, "--json").out)
    assert done["done_at"]
    assert shell("work", "--withdraw", 1, "--library", ours).code == 0
    for words in (("--rows", "x"), ("--until", "soon"), ("--rows", "9-12")):
        assert shell("assign", "rim", 1, *words, "--library", ours).code == 2
