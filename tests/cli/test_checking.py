"""``taqabul check``: findings of a bitext or of files, for people and for programs."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell


@pytest.fixture
def wrong(small: Path) -> Path:
    text = small.read_text(encoding="utf-8").replace("45 delegates", "54 delegates")
    small.write_text(text, encoding="utf-8")
    return small


def test_files_are_checked_and_kept_nowhere(shell: Shell, wrong: Path, tmp_path: Path) -> None:
    outcome = shell("check", wrong, "--engine", "lexical", "--json", "--library", tmp_path / "none.db")
    assert outcome.code == 0, outcome.err
    result = json.loads(outcome.out)
    (finding,) = result["findings"]
    assert (finding["check"], finding["severity"], finding["row"]) == ("numbers", "error", 2)
    assert finding["source"] == [{"paragraph": 2, "start": 13, "end": 15, "text": "45"}]
    assert finding["target"][0]["text"] == "54"
    assert result["pairs"] == 3
    assert not (tmp_path / "none.db").exists()


def test_a_bitext_is_checked_by_its_number(shell: Shell, wrong: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    assert shell("align", wrong, "--library", library, "--engine", "lexical").code == 0
    outcome = shell("check", "--bitext", 1, "--library", library)
    assert outcome.out.splitlines() == ["2\terror\tnumbers\t“45” faces “54”\t45\t54"]
    assert "3 pairs checked: numbers 1" in outcome.err
    assert shell("check", "--bitext", 1, "--library", library, "--skip", "numbers").out == ""


def test_checks_are_listed_and_chosen_by_name(shell: Shell, wrong: Path) -> None:
    assert "numbers\terror\tyes\tpair\tNumbers and dates" in shell("check", "--list").out
    outcome = shell("check", wrong, "--only", "nombers")
    assert outcome.code == 2
    assert "There is no check nombers" in outcome.err
    assert shell("check").code == 2


def test_what_can_not_be_checked_is_told(shell: Shell, wrong: Path, tmp_path: Path) -> None:
    both = shell("check", wrong, "--bitext", 1)
    assert both.code == 2
    assert "Leave out the files, or --bitext." in both.err
    only, library = tmp_path / "only.txt", tmp_path / "library.db"
    only.write_text("They they came.\n\nThey left.", encoding="utf-8")
    assert shell("align", only, "--alone", "--library", library).code == 0
    done = shell("check", "--bitext", 1, "--library", library)
    assert "doubled" in done.out
    assert "what needs its translation was not checked" in done.err
    assert "Confirm in the window" in shell("terms", "--bitext", 1, "--library", library).err


def test_a_check_is_made_beside_those_made_unasked(shell: Shell, wrong: Path) -> None:
    text = wrong.read_text(encoding="utf-8").replace("delegates", "delegates (in Cairo")
    wrong.write_text(text.replace("مندوب", "منـدوب"), encoding="utf-8")
    made = ("check", wrong, "--engine", "lexical")
    unasked, more = (
        {line.split("\t")[2] for line in shell(*made, *also).out.splitlines()}
        for also in ((), ("--also", "tatweel"))
    )
    assert more == unasked | {"tatweel"} > unasked > set()
    assert "tatweel" not in shell(*made, "--also", "tatweel", "--skip", "tatweel").out


def test_a_term_base_is_held_to_and_terms_are_proposed(shell: Shell, wrong: Path, tmp_path: Path) -> None:
    base = tmp_path / "terms.csv"
    base.write_text("ar,en\nمندوب,representative\n", encoding="utf-8")
    outcome = shell("check", wrong, "--engine", "lexical", "--only", "terms", "--terms", base)
    (line,) = outcome.out.splitlines()
    assert line.startswith("2\twarning\tterms\t“مندوباً” is not translated as “representative”")
    library = tmp_path / "library.db"
    assert shell("align", wrong, "--library", library, "--engine", "lexical").code == 0
    assert "0 term candidates" in shell("terms", "--bitext", 1, "--library", library, "-o", base).err
    assert base.read_text(encoding="utf-8-sig").splitlines() == ["ar,en,pairs,dice"]
