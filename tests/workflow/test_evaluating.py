"""The aligner is measured against gold files."""

import json
from pathlib import Path

import pytest

from taqabul.domain.errors import CannotWrite, InvalidInput, UnreadableFile
from taqabul.domain.options import AlignOptions, EngineChoice, Level
from taqabul.workflow.evaluating import evaluate, read_gold

LEXICAL = AlignOptions(engine=EngineChoice.LEXICAL)


def gold_line(name: str, variant: str = "plain") -> dict[str, object]:
    return {
        "id": name,
        "variant": variant,
        "source": ["وصل 15 رجلا إلى كندا.", "غادر 20 منهم في 2012.", "عاد 7."],
        "target": ["15 men arrived in Canada.", "20 of them left in 2012.", "7 came back."],
        "links": [[[0], [0]], [[1], [1]], [[2], [2]]],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    rows = [gold_line("news/a"), gold_line("news/b", "del"), gold_line("talks/a")]
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", "utf-8")
    return path


def test_scores_are_summed_by_set_and_variant(gold: Path) -> None:
    report = evaluate([gold], options=LEXICAL)
    assert [(row.set, row.variant, row.documents) for row in report.rows] == [
        ("news", "plain", 1),
        ("news", "del", 1),
        ("talks", "plain", 1),
    ]
    assert report.rows[0].strict.wanted == 3
    assert report.mean_strict_f1 == {"plain": 1.0, "del": 1.0}
    assert report.engine == "lexical"
    assert report.cost.seconds >= sum(row.seconds for row in report.rows) > 0


def test_predictions_are_written_a_document_a_line(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    evaluate([gold], out, LEXICAL)
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["news/a", "news/b", "talks/a"]
    assert rows[0]["links"] == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_progress_counts_documents(gold: Path) -> None:
    heard: list[tuple[int, int]] = []
    evaluate([gold], options=LEXICAL, progress=lambda done, total: heard.append((done, total)))
    assert heard == [(0, 3), (1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize(
    "line", ["{", "[]", '{"id": "x"}', '{"id": "x", "source": [], "target": [], "links": [[[0]]]}', "3"]
)
def test_a_line_that_is_no_gold_document_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{json.dumps(gold_line('a'))}\n{line}\n", "utf-8")
    with pytest.raises(InvalidInput, match="line 2"):
        list(read_gold(path))


def test_links_must_hold_every_paragraph_once(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(json.dumps(gold_line("a") | {"links": [[[0], [0]], [[1], [9]]]}), "utf-8")
    with pytest.raises(InvalidInput, match="line 1"):
        list(read_gold(path))


def test_a_missing_gold_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        evaluate([tmp_path / "none.jsonl"])


def test_predictions_that_cannot_be_written_are_told(gold: Path, tmp_path: Path) -> None:
    with pytest.raises(CannotWrite):
        evaluate([gold], tmp_path / "no" / "out.jsonl", LEXICAL)


def test_a_file_that_is_no_text_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableFile, match="UTF-8"):
        list(read_gold(path))


def test_a_bad_line_at_the_end_is_told_before_any_work(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(f"{json.dumps(gold_line('a'))}\nno json\n", "utf-8")
    heard: list[int] = []
    with pytest.raises(InvalidInput, match="line 2"):
        evaluate([path], tmp_path / "out.jsonl", LEXICAL, lambda done, _: heard.append(done))
    assert heard == []
    assert not (tmp_path / "out.jsonl").exists()


def test_at_sentence_level_the_segments_are_sentences_of_one_paragraph(tmp_path: Path) -> None:
    path, out = tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps(gold_line("news/a")), "utf-8")
    report = evaluate([path], out, LEXICAL, level=Level.SENTENCE)
    assert report.level is Level.SENTENCE
    assert report.rows[0].strict.f1 == 1.0
    assert json.loads(out.read_text("utf-8"))["links"] == [[[0], [0]], [[1], [1]], [[2], [2]]]


def test_a_document_with_an_empty_side_is_scored(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(
        json.dumps({"id": "a", "source": ["نص."], "target": [], "links": [[[0], []]]}) + "\n", "utf-8"
    )
    for level in Level:
        report = evaluate([path], options=LEXICAL, level=level)
        assert report.tally.shapes["1-0"].right == 1
        assert report.rows[0].strict_interval == (0.0, 0.0)


def test_intervals_hold_the_score_and_are_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    wrong = {"links": [[[0], [1]], [[1], [0]], [[2], []], [[], [2]]]}
    lines = [gold_line(f"news/{i}") | (wrong if i % 2 else {}) for i in range(6)]
    path.write_text("\n".join(map(json.dumps, [*lines, gold_line("talks/a")])), "utf-8")
    report = evaluate([path], options=LEXICAL)
    news, talks = report.rows
    assert (news.resampled, talks.resampled) == ("documents", "links")
    for score, interval in ((news.strict, news.strict_interval), (news.pairs, news.pair_interval)):
        assert interval.low < score.f1 < interval.high
    mean, span = report.mean_strict_f1["plain"], report.mean_strict_interval["plain"]
    assert span.low < mean < span.high
    again = evaluate([path], options=LEXICAL)
    assert again.mean_strict_interval == report.mean_strict_interval


def test_variants_and_all_are_sums_of_the_rows(gold: Path) -> None:
    report = evaluate([gold], options=LEXICAL)
    assert report.tallies["plain"].strict.wanted == 6
    assert report.tally.strict.wanted == 9
    assert report.tally.shapes["1-1"] == report.tally.strict
