"""``taqabul search``: words of a library, for people and for programs."""

import csv
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell

from taqabul.cli.application import run


@pytest.fixture
def library(shell: Shell, small: Path, tmp_path: Path) -> Path:
    path = tmp_path / "library.db"
    assert shell("align", small, "--library", path, "--engine", "lexical").code == 0
    return path


def test_hits_are_lines_with_what_faces_them(shell: Shell, library: Path) -> None:
    outcome = shell("search", "عقد", "--library", library)
    assert outcome.code == 0, outcome.err
    (line,) = outcome.out.splitlines()
    cells = line.split("\t")
    assert cells[:3] == ["1", "source 1", "عُقد"]
    assert cells[4] == "The first meeting was held in Cairo on 12 March 2019."
    assert "1 hits" in outcome.err


def test_kinds_places_and_spellings(shell: Shell, library: Path) -> None:
    def hits(*words: object) -> list[str]:
        outcome = shell("search", *words, "--library", library, "--json")
        assert outcome.code == 0, outcome.err
        return [hit["found"] for hit in json.loads(outcome.out)["hits"]]

    assert hits("meet", "--kind", "word") == []
    assert hits("اجتماع", "--kind", "clitics") == ["الاجتماع", "الاجتماع"]
    assert hits(r"\d{4}", "--kind", "regex", "--in", "source") == ["2019", "2020"]
    assert hits("delegats", "--kind", "fuzzy") == ["delegates"]
    assert hits("عقد", "--exact") == []
    assert hits("عقد", "--counts", "tashkeel,case") == []
    assert hits("Meeting", "--counts", "case") == []
    assert hits("12", "--bitext", 1) == ["12", "12"]


def test_places_are_given_in_code_points(shell: Shell, library: Path) -> None:
    hit = json.loads(shell("search", "مندوب", "--library", library, "--json").out)["hits"][0]
    assert hit["text"][hit["start"] : hit["end"]] == hit["found"] == "مندوب"
    assert (hit["bitext"], hit["side"], hit["paragraph"]) == (1, "source", 2)


def test_hits_are_written_as_a_table(shell: Shell, library: Path, tmp_path: Path) -> None:
    out = tmp_path / "hits.csv"
    assert shell("search", "meeting", "--library", library, "-o", out).code == 0
    with out.open(encoding="utf-8-sig", newline="") as stream:
        found = list(csv.DictReader(stream))
    assert [row["found"] for row in found] == ["meeting", "meeting"]
    assert found[0]["before"] == "The first "
    assert found[0]["facing"].startswith("عُقد")


@pytest.mark.parametrize(
    "words",
    [
        ["("],
        ["x", "--counts", "colour"],
        ["x", "--bitext", "9"],
        ["x", "-o", "hits.pdf"],
        [" ", "--kind", "part"],
    ],
)
def test_a_wrong_wish_is_one_line_and_a_hint(
    shell: Shell, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = shell("search", "--kind", "regex", *words, "--library", library)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 2


def test_more_hits_than_asked_for_are_told_of(shell: Shell, library: Path) -> None:
    outcome = shell("search", "the", "--library", library, "--most", 2, "--json")
    assert len(json.loads(outcome.out)["hits"]) == 2
    assert json.loads(outcome.out)["more"]
    assert "there are more" in outcome.err


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of a real bilingual text."""
    path = tmp_path_factory.mktemp("seeds") / "library.db"
    seed = next((Path(__file__).parents[2] / "seeds").glob("000_*.txt"))
    assert run(["align", str(seed), "--library", str(path)], lambda *_: 1) == 0
    return path


@pytest.mark.parametrize(
    ("asked", "side", "expected"),
    [
        ("freeing people from prison", "source", "السجناء"),
        ("pressure by the Spanish government on the conference", "source", "الاسبانية"),
        ("إطلاق سراح السجناء السياسيين وإلغاء عقوبة الإعدام", "target", "prisoners"),
        ("كاتبة من العراق", "target", "Iraq"),
    ],
)
def test_a_phrase_finds_the_passage_in_the_other_language(
    shell: Shell, seeds: Path, asked: str, side: str, expected: str
) -> None:
    outcome = shell("search", asked, "--kind", "meaning", "--in", side, "--library", seeds, "--json")
    assert outcome.code == 0, outcome.err
    hits = json.loads(outcome.out)["hits"]
    assert any(expected in hit["text"] for hit in hits[:3])
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)


def test_nonsense_finds_nothing_by_meaning(shell: Shell, seeds: Path) -> None:
    for nonsense in ("blorf zint quade mertil", "كلعمثق زبفرط شذمك", "qwpx"):
        outcome = shell("search", nonsense, "--kind", "meaning", "--library", seeds, "--json")
        assert json.loads(outcome.out)["hits"] == []


def test_names_are_found_in_both_scripts(shell: Shell, seeds: Path) -> None:
    for name in ("Haifa Zangana", "هيفاء زنكنة"):
        outcome = shell("search", name, "--kind", "fuzzy", "--library", seeds, "--json")
        assert {hit["found"] for hit in json.loads(outcome.out)["hits"]} == {"Haifa Zangana", "هيفاء زنكنة"}
