"""``taqabul list`` and ``taqabul export``: what a library holds, and getting it out."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.options import ExportOptions, Level
from taqabul.workflow import export_templates


@pytest.fixture
def library(shell: Shell, small: Path, tmp_path: Path) -> Path:
    """A library with one bitext."""
    path = tmp_path / "library.db"
    assert shell("align", small, "--library", path, "--engine", "lexical").code == 0
    return path


def test_the_bitexts_are_lines_for_programs(shell: Shell, library: Path) -> None:
    outcome = shell("list", "--library", library)
    assert outcome.code == 0
    (line,) = outcome.out.splitlines()
    assert line.split("\t")[:1] == ["1"]
    assert str(library) in outcome.err


@pytest.mark.parametrize("command", [["list"], ["export", "--bitext", "1", "-o", "out.tmx"]])
def test_a_library_that_is_not_there_is_not_made(shell: Shell, tmp_path: Path, command: list[str]) -> None:
    outcome = shell(*command, "--library", tmp_path / "typo.db")
    assert outcome.code == 2
    assert "typo.db" in outcome.err
    assert not (tmp_path / "typo.db").exists()


def test_the_library_may_come_from_the_environment(
    shell: Shell, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TAQABUL_LIBRARY", str(library))
    assert json.loads(shell("list", "--json").out)["library"] == str(library)


def test_a_bitext_is_exported_with_its_counts(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "--json")
    outcome = shell(*words, "-o", tmp_path / "a.jsonl", "-o", tmp_path / "b.tmx")
    assert outcome.code == 0, outcome.err
    exports = json.loads(outcome.out)["exports"]
    lines = (tmp_path / "a.jsonl").read_text(encoding="utf-8").splitlines()
    assert [done["counts"]["exported"] for done in exports] == [len(lines)] * 2 == [3, 3]


def test_formats_of_several_files_are_named_from_one(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "--json", "-o", tmp_path / "out.moses")
    outcome = shell(*words)
    assert outcome.code == 0, outcome.err
    (done,) = json.loads(outcome.out)["exports"]
    assert [Path(file).name for file in done["files"]] == ["out.ar", "out.en"]
    lines = [Path(file).read_text("utf-8").splitlines() for file in done["files"]]
    assert [len(side) for side in lines] == [3, 3]
    assert "3 statuses: left out." in done["losses"]
    assert "3 statuses: left out." in outcome.err


def test_the_text_wanted_and_its_order_are_choices(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "--text", "original", "--order", "target")
    assert shell(*words, "-o", tmp_path / "out.v1.xlf").code == 0
    assert 'version="1.2"' in (tmp_path / "out.v1.xlf").read_text("utf-8")


def test_a_template_chooses_and_what_is_said_goes_before_it(
    shell: Shell, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_templates, "user_data", lambda: tmp_path)
    options = ExportOptions(level=Level.SENTENCE, statuses=frozenset({LinkStatus.CONFIRMED}))
    export_templates.save_template("mine", export_templates.ExportTemplate(".jsonl", options))
    words = (
        "export",
        "--library",
        library,
        "--bitext",
        1,
        "--template",
        "mine",
        "-o",
        tmp_path / "out",
        "--json",
    )
    (done,) = json.loads(shell(*words).out)["exports"]
    assert (Path(done["path"]).name, done["counts"]["exported"]) == ("out.jsonl", 0)
    (said,) = json.loads(shell(*words, "--status", "proposed").out)["exports"]
    assert said["counts"]["exported"] == 3
    assert shell(*words[:-4], "other", *words[-3:]).code == 2


def test_one_text_alone_is_counted_by_paragraphs(shell: Shell, library: Path, tmp_path: Path) -> None:
    done = shell("export", "--bitext", 1, "--library", library, "-o", tmp_path / "a.ar.txt")
    assert "a.ar.txt (3 paragraphs)" in done.err


def test_aligning_writes_as_exporting_does(
    shell: Shell, library: Path, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_templates, "user_data", lambda: tmp_path)
    options = ExportOptions(level=Level.SENTENCE, byte_order_mark=False)
    export_templates.save_template("mine", export_templates.ExportTemplate(".tsv", options))
    wishes = ("--template", "mine", "--text", "original", "--order", "target")
    aligned = shell("align", small, "--library", library, "-o", tmp_path / "a", *wishes)
    exported = shell("export", "--bitext", 1, "--library", library, "-o", tmp_path / "b", *wishes)
    assert aligned.code == exported.code == 0, aligned.err + exported.err
    assert (tmp_path / "a.tsv").read_bytes() == (tmp_path / "b.tsv").read_bytes()
    assert (tmp_path / "a.tsv").read_text("utf-8").splitlines()[1].startswith("1.1\t")
    refused = shell("align", small, "--library", library, "-o", tmp_path / "c.tsv", "--status", "confirmed")
    assert "0 of 3 pairs" in refused.err


def test_a_bitext_is_exported_as_a_map(shell: Shell, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "map.svg"
    words = ("export", "--library", library, "--bitext", 1, "--map", out)
    outcome = shell(*words, "--json")
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out) == {"bitext": 1, "exports": [], "map": str(out)}
    assert b"<svg" in out.read_bytes()
    assert shell("export", "--library", library, "--bitext", 1, "--map", tmp_path / "map.pdf").code == 2
    assert shell("export", "--library", library, "--bitext", 7, "--map", out).code == 2


def test_only_the_statuses_asked_for(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "-o", tmp_path / "a.csv", "--json")
    counts = json.loads(shell(*words, "--status", "confirmed", "--status", "rejected").out)["exports"][0][
        "counts"
    ]
    assert (counts["exported"], counts["left_out_status"]) == (0, counts["total"])


def test_the_byte_order_mark_can_be_left_out(shell: Shell, library: Path, tmp_path: Path) -> None:
    words = ("export", "--library", library, "--bitext", 1, "-o", tmp_path / "a.csv")
    shell(*words)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    shell(*words, "--no-bom")
    assert (tmp_path / "a.csv").read_bytes().startswith(b"id,")


@pytest.mark.parametrize(
    "words", [["--bitext", "99", "-o", "out.tmx"], ["--bitext", "1"], ["--bitext", "1", "-o", "out.xyz"]]
)
def test_a_wrong_wish_is_one_line_and_a_hint(
    shell: Shell, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = shell("export", "--library", library, *words)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 2
    assert not (tmp_path / "out.tmx").exists()
