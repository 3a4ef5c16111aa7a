"""``taqabul evaluate`` scores the aligner and writes what it found."""

import json
import os
import pty
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from tests.cli.conftest import Shell, Start


def tables(out: str) -> list[list[list[str]]]:
    return [[line.split("\t") for line in table.splitlines()] for table in out.split("\n\n")]


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
    rows = tables(outcome.out)[0]
    assert [row[:3] for row in rows] == [["one", "plain", "1"], ["two", "plain", "1"], ["mean", "plain", ""]]
    assert rows[0][3:9] == ["1.000"] * 3 + ["1.000-1.000", "1.000", "1.000-1.000"]
    assert "2 documents" in outcome.err


def test_shapes_and_confidence_are_tables_of_their_own(shell: Shell, gold: Path) -> None:
    outcome = shell("evaluate", gold, "--engine", "lexical")
    _, shapes, calibration = tables(outcome.out)
    assert shapes == [["plain", "1-1", "6", "6", "6", "1.000", "1.000"]]
    assert sum(int(row[2]) for row in calibration) == 6
    assert "expected calibration error" in outcome.err
    assert "peak memory" in outcome.err


def test_a_system_that_does_not_tell_its_memory_is_said(
    shell: Shell, gold: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    outcome = shell("evaluate", gold, "--engine", "lexical")
    assert "does not tell the peak memory" in outcome.err
    assert (
        json.loads(shell("evaluate", gold, "--engine", "lexical", "--json").out)["peak_memory_bytes"] is None
    )


def test_a_terminal_sees_three_titled_tables(start: Start, gold: Path) -> None:
    ours, theirs = pty.openpty()
    process = start("evaluate", gold, "--engine", "lexical", stdout=theirs, stderr=theirs)
    os.close(theirs)
    seen = b""
    with suppress(OSError):  # the other end is closed
        while part := os.read(ours, 65536):
            seen += part
    os.close(ours)
    assert process.wait() == 0
    assert all(title in seen for title in (b"Links found", b"By shape", b"By confidence"))


def test_sentences_and_processors_can_be_asked_for(shell: Shell, gold: Path) -> None:
    words = ("evaluate", gold, "--engine", "lexical", "--level", "sentence", "--jobs", "1", "--json")
    result = json.loads(shell(*words).out)
    assert result["level"] == "sentence"
    assert result["rows"][0]["strict"]["right"] == 3


def test_fewer_than_no_processors_are_refused(shell: Shell, gold: Path) -> None:
    outcome = shell("evaluate", gold, "--jobs", "-1")
    assert outcome.code == 2
    assert "--jobs" in outcome.err


def test_the_predictions_are_lines_of_links(shell: Shell, gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "predictions.jsonl"
    outcome = shell("evaluate", gold, "--engine", "lexical", "--predictions", out)
    assert outcome.code == 0, outcome.err
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in found] == ["one/1", "two/1"]
    assert found[0]["links"] == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_json_has_the_counts_behind_the_scores(shell: Shell, gold: Path) -> None:
    result = json.loads(shell("evaluate", gold, "--engine", "lexical", "--json").out)
    strict = result["rows"][0]["strict"]
    assert strict == {
        "right": 3, "found": 3, "wanted": 3, "precision": 1.0, "recall": 1.0, "f1": 1.0,
        "f1_interval": [1.0, 1.0],
    }  # fmt: skip
    assert result["rows"][0]["resampled"] == "links"
    assert result["all"]["shapes"] == {"1-1": {"right": 6, "found": 6, "wanted": 6}}
    assert sum(one["links"] for one in result["variants"]["plain"]["calibration"]["bins"]) == 6
    assert result["mean_strict_f1_interval"] == {"plain": [1.0, 1.0]}
    assert result["seconds"] > 0
    assert result["peak_memory_bytes"] > 0
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
