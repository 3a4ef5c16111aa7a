"""``taqabul merge``: another's annotations come into a library, once, and a dry run changes nothing."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.workflow.aligning import align_files
from taqabul.workflow.annotating.marking import Given, mark, set_comment
from taqabul.workflow.annotating.reading import all_annotations
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def libraries(tmp_path: Path, small: Path) -> list[Path]:
    """The same text in two libraries, of which the second has two marks."""
    made = []
    for name, marks in (("rim", 0), ("sami", 2)):
        path = tmp_path / f"{name}.db"
        library = open_library(path, name)
        bitext = align_files(library, [small]).bitext
        assert bitext is not None
        targets = [paragraph for row in iter_rows(library, bitext) for paragraph in row.target]
        for paragraph in targets[:marks]:
            mark(library, bitext, [Stretch(paragraph.id, 0, 11)], Given("claims", "claim"))
        library.close()
        made.append(path)
    return made


def comments(path: Path) -> list[str]:
    """The comments of all marks of a library's one bitext."""
    library = open_library(path, "x")
    found = [one.comment for one in all_annotations(library, list_bitexts(library)[0].id)]
    library.close()
    return found


def test_marks_come_in_once_and_a_dry_run_changes_nothing(shell: Shell, libraries: list[Path]) -> None:
    ours, theirs = libraries
    dry = shell("merge", theirs, "--library", ours, "--dry-run")
    assert dry.code == 0, dry.err
    assert "2 annotations would come in" in dry.err
    assert comments(ours) == []
    done = shell("merge", theirs, "--library", ours, "--json")
    assert json.loads(done.out)["libraries"][0]["added"] == {"annotation": 2}
    assert comments(ours) == ["", ""]
    again = shell("merge", theirs, "--library", ours)
    assert "nothing new" in again.err
    assert comments(ours) == ["", ""]


def test_what_differs_stays_unless_theirs_is_asked_for(shell: Shell, libraries: list[Path]) -> None:
    ours, theirs = libraries
    shell("merge", theirs, "--library", ours)
    library = open_library(theirs, "sami")
    bitext = list_bitexts(library)[0].id
    set_comment(library, bitext, all_annotations(library, bitext)[0].id, "sure?")
    library.close()
    kept = shell("merge", theirs, "--library", ours)
    assert "1 differ, and stay as they are here" in kept.err
    assert comments(ours) == ["", ""]
    shell("merge", theirs, "--library", ours, "--take-theirs")
    assert comments(ours) == ["sure?", ""]


def test_no_library_and_ones_own_are_told(shell: Shell, libraries: list[Path], tmp_path: Path) -> None:
    missing = shell("merge", tmp_path / "none.db", "--library", libraries[0])
    assert missing.code == 2
    assert "no library" in missing.err
    own = shell("merge", libraries[0], "--library", libraries[0])
    assert own.code == 2
    assert "is open" in own.err
