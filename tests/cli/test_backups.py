"""``taqabul backup`` and ``taqabul restore``."""

import json
import shlex
from contextlib import closing
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.domain.ids import BitextId
from taqabul.workflow.annotating.notes import add_note
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows


@pytest.fixture
def own(shell: Shell, small: Path, tmp_path: Path) -> Path:
    """A library with one bitext."""
    library = tmp_path / "own.db"
    assert shell("align", small, "--engine", "lexical", "--library", library).code == 0
    return library


def test_a_copy_is_made_listed_and_brought_back_and_that_taken_back(shell: Shell, own: Path) -> None:
    assert shell("backup", "--library", own).code == 0
    with closing(open_library(own)) as library:
        add_note(library, BitextId(1), next(iter_rows(library, BitextId(1))).link.id, "later")
    told = json.loads(shell("backup", "--list", "--json", "--library", own).out)
    (copy,) = told["copies"]
    assert (copy["bitexts"], copy["edits"], copy["sound"], copy["because"]) == (1, 0, True, "asked")
    outcome = shell("restore", copy["name"], "--library", own)
    assert outcome.code == 0
    (told,) = [line for line in outcome.err.splitlines() if "take this back" in line]
    back = shlex.split(told.partition("taqabul ")[2])
    assert len(shell("backup", "--list", "--library", own).out.splitlines()) == 2
    assert shell(*back).code == 0
    told = json.loads(shell("list", "--json", "--library", own).out)
    assert told["bitexts"]
    with closing(open_library(own)) as library:
        assert [note.text for row in iter_rows(library, BitextId(1)) for note in row.notes] == ["later"]


def test_a_copy_that_is_not_there_is_told(shell: Shell, own: Path) -> None:
    outcome = shell("restore", "nothing.db", "--library", own)
    assert outcome.code == 2
    assert "taqabul backup --list" in outcome.err


def test_the_first_work_of_a_day_is_copied_before(shell: Shell, own: Path, small: Path) -> None:
    assert shell("align", small, "--engine", "lexical", "--library", own).code == 0
    told = json.loads(shell("backup", "--list", "--json", "--library", own).out)
    assert [copy["because"] for copy in told["copies"]] == ["daily"]


def test_the_doctor_names_the_copy_that_repairs(shell: Shell, own: Path) -> None:
    shell("backup", "--library", own)
    content = bytearray(own.read_bytes())
    content[8192:-8192] = b"\xa5" * (len(content) - 16384)
    own.write_bytes(content)
    outcome = shell("doctor", "--library", own)
    assert "taqabul restore 2" in outcome.out


def test_what_a_server_keeps_is_looked_through_and_copied_by_its_own_tools(
    shell: Shell, small: Path, tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = {path.name for path in tmp_path.iterdir()}
    for _ in range(2):  # before the second work of a day a file would have been copied
        assert shell("align", small, "--engine", "lexical", "--library", address).code == 0
    outcome = shell("verify", "--library", address)
    assert (outcome.code, "All is well" in outcome.err) == (0, True)
    for words in (("backup",), ("backup", "--list"), ("restore", "some.db")):
        outcome = shell(*words, "--library", address)
        assert outcome.code == 2
        assert "pg_dump" in outcome.err
    assert {path.name for path in tmp_path.iterdir()} - before <= {"home"}
