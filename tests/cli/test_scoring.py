"""``taqabul score``: figures for people and programs, a report to print."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.domain.annotation import attributes_from
from taqabul.workflow.annotating.marking import Given, mark
from taqabul.workflow.library import open_library
from taqabul.workflow.rows import iter_rows
from taqabul.workflow.word_links import Stretch


@pytest.fixture
def library(shell: Shell, small: Path, tmp_path: Path) -> Path:
    """A library with one bitext in which one word is marked."""
    path = tmp_path / "library.db"
    assert shell("align", small, "--library", path, "--engine", "lexical").code == 0
    opened = open_library(path, "Rana")
    text = next(one for row in iter_rows(opened, 1) for one in row.target if "Cairo" in one.text)
    at = text.text.index("Cairo")
    given = Given("mqm-core", "mistranslation", attributes_from({"severity": ["major"]}))
    mark(opened, 1, [Stretch(text.id, at, at + 5)], given)
    opened.close()
    return path


def test_the_score_of_a_bitext_in_lines(shell: Shell, library: Path) -> None:
    outcome = shell("score", "--bitext", 1, "--library", library)
    assert outcome.code == 0
    assert "Mistranslation\t0\t0\t1\t0\t5" in outcome.out
    assert "(1 − APT / EWC) · 100" in outcome.err
    assert "below 500 a score says little" in outcome.err


def test_the_score_as_json_and_a_report(shell: Shell, library: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    outcome = shell(
        "score",
        "--bitext",
        1,
        "--library",
        library,
        "--profile",
        "lisa",
        "--words",
        "target",
        "--json",
        "-o",
        report,
    )
    assert outcome.code == 0
    found = json.loads(outcome.out)
    assert (found["profile"], found["points"], found["word_basis"]) == ("lisa", 5, "target")
    assert found["score"] == pytest.approx((1 - 5 / found["words"]) * 100)
    assert found["marks"][0]["target"] == "Cairo"
    assert "LISA QA" in report.read_text("utf-8")
    shell("score", "--bitext", 1, "--library", library, "-o", report, "--report-language", "ar")
    assert "dir='rtl'" in report.read_text("utf-8")


def test_the_whole_library_by_annotator(shell: Shell, library: Path) -> None:
    found = json.loads(shell("score", "--by", "annotator", "--library", library, "--json").out)
    assert [(one["name"], one["points"]) for one in found] == [("Rana", 5)]
    assert shell("score", "--by", "bitext", "--library", library).out.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--bitext", 1, "--by", "project"),
        ("--bitext", 9),
        ("--bitext", 1, "-o", "report.pdf"),
        ("--by", "project", "-o", "report.html"),
        ("--bitext", 1, "--profile", "bleu"),
    ],
)
def test_what_makes_no_sense_is_refused(shell: Shell, library: Path, words: tuple[object, ...]) -> None:
    outcome = shell("score", *words, "--library", library)
    assert outcome.code == 2
    assert outcome.out == ""
    assert outcome.err
