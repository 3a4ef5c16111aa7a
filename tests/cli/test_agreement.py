"""``taqabul agreement``: figures out of the libraries of several people, which stay as they are."""

import hashlib
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.workflow.aligning import align_files
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def libraries(tmp_path: Path, small: Path) -> list[Path]:
    """Two people who marked the same text, not quite alike."""
    made = []
    for name, extra in (("rim", 7), ("sami", 0)):
        path = tmp_path / f"{name}.db"
        library = open_library(path, name)
        bitext = align_files(library, [small]).bitext
        assert bitext is not None
        targets = [paragraph for row in iter_rows(library, bitext) for paragraph in row.target]
        for paragraph in targets[:2]:
            mark(library, bitext, [Stretch(paragraph.id, 0, 11 + extra)], Given("claims", "claim"))
        library.close()
        made.append(path)
    return made


def test_figures_by_label_and_side_with_intervals(shell: Shell, libraries: list[Path]) -> None:
    before = [hashlib.sha256(path.read_bytes()).digest() for path in libraries]
    done = shell("agreement", *libraries)
    assert done.code == 0, done.err
    rows = [line.split("\t") for line in done.out.splitlines() if line]
    assert rows[0][:3] == ["all labels", "both", "rim 2 sami 2"]
    assert rows[0][3].startswith("0.000")
    assert rows[0][4].startswith("1.000")
    assert any(row[0] == "rim – sami" for row in rows)
    assert "2 annotators: rim, sami" in done.err
    assert [hashlib.sha256(path.read_bytes()).digest() for path in libraries] == before


def test_the_same_as_json(shell: Shell, libraries: list[Path]) -> None:
    done = shell("agreement", *libraries, "--json", "--label-set", "claims")
    assert done.code == 0, done.err
    report = json.loads(done.out)
    assert report["annotators"] == ["rim", "sami"]
    assert report["stretches"][0]["overlap"]["value"] == 1.0
    assert 0 < report["stretches"][0]["unitizing"]["value"] < 1


def test_one_person_alone_agrees_with_nobody(shell: Shell, libraries: list[Path], tmp_path: Path) -> None:
    alone = shell("agreement", libraries[0])
    assert alone.code == 2
    assert "Fewer than two people" in alone.err
    open_library(tmp_path / "bare.db", "Rana").close()
    bare = shell("agreement", tmp_path / "bare.db")
    assert bare.code == 2
    assert "Fewer than two people" in bare.err
    missing = shell("agreement", libraries[0], tmp_path / "none.db")
    assert missing.code == 2
    assert "no library at" in missing.err
