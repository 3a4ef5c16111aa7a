"""``taqabul evaluate`` scores the aligner and writes what it found."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import Shell


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    source = ["وصل الوفد في 5 مايو 2017.", "كان عدد الأعضاء 450.", "انتهى العمل عام 1999."]
    target = ["The delegation arrived on 5 May 2017.", "There were 450 members.", "The work ended in 1999."]
    document = {"variant": "plain", "source": source, "target": target}
    links = [[[0], [0]], [[1], [1]], [[2], [2]]]
    lines = [document | {"id": f"{name}/1", "links": links} for name in ("one", "two")]
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_the_scores_are_lines_by_set_and_variant_with_means(shell: Shell, gold: Path) -> None:
    outcome = shell("evaluate", gold, "--engine", "lexical")
    assert outcome.code == 0, outcome.err
    rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert [row[:3] for row in rows] == [["one", "plain", "1"], ["two", "plain", "1"], ["mean", "plain", ""]]
    assert rows[0][3:] == ["1.000"] * 4
    assert "2 documents" in outcome.err


def test_the_predictions_are_lines_of_links(shell: Shell, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "predictions.jsonl"
    outcome = shell("evaluate", gold, "--engine", "lexical", "--predictions", out)
    assert outcome.code == 0, outcome.err
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in found] == ["one/1", "two/1"]
    assert found[0]["links"] == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_json_has_the_counts_behind_the_scores(shell: Shell, gold: Path) -> None:
    result = json.loads(shell("evaluate", gold, "--engine", "lexical", "--json").out)
    assert result["rows"][0]["strict"] == {"right": 3, "found": 3, "wanted": 3, "f1": 1.0}
    assert result["mean_strict_f1"] == {"plain": 1.0}
    assert result["engine"] == "lexical"


def test_the_engine_is_the_one_asked_for(shell: Shell, gold: Path) -> None:
    assert json.loads(shell("evaluate", gold, "--json").out)["engine"] != "lexical"


@pytest.mark.parametrize("content", ["not json\n", '{"id": "x"}\n', None])
def test_a_gold_file_that_is_none_is_refused(shell: Shell, tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "gold.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    outcome = shell("evaluate", path)
    assert outcome.code == 2
    assert "gold.jsonl" in outcome.err


def test_a_place_for_predictions_is_checked_before_the_work(shell: Shell, gold: Path, tmp_path: Path) -> None:
    outcome = shell("evaluate", gold, "--predictions", tmp_path / "none" / "out.jsonl")
    assert outcome.code == 2
    assert "folder does not exist" in outcome.err
