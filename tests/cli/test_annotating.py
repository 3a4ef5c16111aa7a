"""``taqabul export`` of annotations and ``taqabul import``: out, told what is lost, and in again."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.domain.ids import BitextId
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.reading import annotated_bitext
from taqabul.workflow.annotating.taking_out import annotation_formats
from taqabul.workflow.library import open_library
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def library(shell: Shell, small: Path, tmp_path: Path) -> Path:
    """A library with one bitext and two marks."""
    path = tmp_path / "library.db"
    assert shell("align", small, "--library", path, "--engine", "lexical").code == 0
    opened = open_library(path, "Rim")
    whole = annotated_bitext(opened, BitextId(1))
    for side, label in ((whole.source, "place"), (whole.target, "date")):
        stretch = Stretch(side.paragraphs[0].id, 0, 4)
        marking.mark(opened, BitextId(1), [stretch], Given("entities", label, comment="why"))
    opened.close()
    return path


@pytest.mark.parametrize("ending", annotation_formats())
def test_each_ending_writes_its_format(shell: Shell, library: Path, tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    outcome = shell("export", "--library", library, "--bitext", 1, "-o", out, "--json")
    assert outcome.code == 0, outcome.err
    (done,) = json.loads(outcome.out)["exports"]
    assert out.stat().st_size > 0
    only_some = any(word in ending for word in ("marot", "claim", "errors"))  # and these are neither
    assert (done["format"], done["annotations"]) == (annotation_formats()[ending], 0 if only_some else 2)
    for line in done["losses"]:
        assert outcome.err.index(line) < outcome.err.index("Written:"), "told before it is written"


def test_a_format_may_be_named(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "-o", tmp_path / "out.data")
    assert shell(*words).code == 2
    assert shell(*words, "--format", "brat-both").code == 0
    assert (tmp_path / "out.data").read_bytes().startswith(b"PK")
    outcome = shell(*words, "--format", "braat")
    assert outcome.code == 2
    assert "brat-both" in outcome.err


def test_pairs_and_annotations_are_written_together(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("-o", tmp_path / "a.tsv", "-o", tmp_path / "a.marot.tsv", "-o", tmp_path / "a.csv")
    outcome = shell("export", "--library", library, "--bitext", 1, *words)
    assert outcome.code == 0, outcome.err
    assert (tmp_path / "a.marot.tsv").read_text(encoding="utf-8").startswith("system\tdoc")
    assert "source_ids" in (tmp_path / "a.tsv").read_text(encoding="utf-8-sig")


def test_what_was_written_comes_into_a_new_library(
    shell: Shell, library: Path, small: Path, tmp_path: Path
) -> None:
    out, fresh = tmp_path / "out.json", tmp_path / "fresh.db"
    assert shell("export", "--library", library, "--bitext", 1, "-o", out).code == 0
    assert shell("align", small, "--library", fresh, "--engine", "lexical").code == 0
    outcome = shell("import", out, "--library", fresh, "--bitext", 1, "--json")
    assert outcome.code == 0, outcome.err
    assert "out.json: 2 annotations new" in outcome.err
    again = json.loads(shell("import", out, "--library", fresh, "--bitext", 1, "--json").out)["imports"][0]
    assert (again["new"], again["same"], again["remarks"]) == (0, 2, [])


@pytest.mark.parametrize("words", [["--bitext", "9"], ["--bitext", "1"]])
def test_a_wrong_import_is_one_line_and_a_hint(
    shell: Shell, library: Path, tmp_path: Path, words: list[str]
) -> None:
    name = "out.json" if "9" in words else "missing.json"
    shell("export", "--library", library, "--bitext", 1, "-o", tmp_path / "out.json")
    outcome = shell("import", tmp_path / name, "--library", library, *words)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 2


def test_an_import_does_not_make_a_library(shell: Shell, tmp_path: Path) -> None:
    assert shell("import", "x.json", "--library", tmp_path / "typo.db", "--bitext", 1).code == 2
    assert not (tmp_path / "typo.db").exists()
