"""A batch is done whole, once, and always in the same way, however often and wherever it is interrupted."""

import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from lxml import etree
from tests.batch.conftest import CHOICES, Corpus, Here, contents, run

from taqabul.batch.plan import BatchFormat, held
from taqabul.batch.spool import Spool
from taqabul.batch.work import Choices, Result
from taqabul.domain.errors import CannotWrite, InvalidInput
from taqabul.domain.options import ExportOptions, Level


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def rows(out: Path) -> list[dict[str, Any]]:
    return [row for path in sorted(out.glob("part-*.jsonl")) for row in lines(path)]


def test_the_rows_follow_the_list_and_carry_the_names_of_their_pairs(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = run(corpus, out, Here(seed=5))
    names = list(dict.fromkeys(row["id"].split(":")[0] for row in rows(out)))
    assert names == ["pair & 0", "pair & 1", "pair & 2", "pair & 4", "pair & 6"]
    assert [(row["source_ids"], row["target_ids"]) for row in rows(out)[:3]] == [
        (["1"], ["1"]),
        (["2"], ["2"]),
        (["3"], []),
    ]
    assert sorted(path.name for path in out.glob("part-*")) == [f"part-0000{n}.jsonl" for n in range(4)]
    assert ran.summary.aligned == 5


def test_what_cannot_be_aligned_is_told_and_passed_over(corpus: Corpus, tmp_path: Path) -> None:
    ran = run(corpus, tmp_path / "out")
    first, second = ran.summary.failures
    assert (first.name, first.message) == ("gone", "missing.txt cannot be read: No such file or directory.")
    assert second.message == "Both files are in English."
    assert [first.bug, second.bug] == [False, False]
    told = [line for line in lines(tmp_path / "out" / "done.jsonl") if "error" in line]
    assert [line["pair"] for line in told] == [3, 5]


@pytest.mark.parametrize("format_", BatchFormat)
def test_the_output_is_the_same_in_whatever_order_the_work_is_done(
    corpus: Corpus, tmp_path: Path, format_: BatchFormat
) -> None:
    for seed, lot in ((0, 1), (1, 3), (2, 7)):
        run(corpus, tmp_path / str(seed), Here(seed, lot), format_=format_)
    first, second, third = (contents(tmp_path / str(seed)) for seed in range(3))
    assert first == second == third


def test_work_that_is_stopped_goes_on_where_it_was(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "whole")
    sent: list[int] = []
    for turn in range(20):
        workers = Here(seed=turn, lot=4, stop_after=1)
        try:
            run(corpus, tmp_path / "out", workers)
        except KeyboardInterrupt:
            sent += workers.sent
        else:
            break
    sent += workers.sent
    assert sorted(sent) == [0, 1, 2, 4, 5, 6]
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")


def test_what_is_done_is_not_done_again(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "out")
    before = contents(tmp_path / "out")
    workers = Here()
    ran = run(corpus, tmp_path / "out", workers)
    assert (workers.sent, ran.done_now) == ([], 0)
    assert contents(tmp_path / "out") == before


@pytest.mark.parametrize(("name", "stop_after"), [("done.jsonl", 3), (".work", 4)])
def test_half_a_line_at_the_end_is_done_again(
    corpus: Corpus, tmp_path: Path, name: str, stop_after: int
) -> None:
    run(corpus, tmp_path / "whole")
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(corpus, out, Here(lot=1, stop_after=stop_after))
    path = out / name
    if path.is_dir():
        (path,) = path.iterdir()
    size = path.stat().st_size
    assert size
    os.truncate(path, size - 7)
    run(corpus, out)
    assert contents(out) == contents(tmp_path / "whole")


def test_what_a_complete_file_was_made_of_goes_also_after_a_kill(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(corpus, tmp_path / "whole")
    out = tmp_path / "out"

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Spool, "drop", killed)
        with pytest.raises(KeyboardInterrupt):
            run(corpus, out)
    assert list((out / ".work").iterdir())
    run(corpus, out)
    assert contents(out) == contents(tmp_path / "whole")


def test_files_that_a_killed_program_left_half_written_go(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "whole")
    out = tmp_path / "out"
    out.mkdir()
    for done in range(2):
        (out / f".taqabul-{done}.part").write_bytes(b"half of")
        run(corpus, out)
        assert contents(out) == contents(tmp_path / "whole")


def test_a_pair_whose_worker_ended_is_tried_again_alone(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "whole")
    run(corpus, tmp_path / "once", Here(lost=[1, 2]))
    assert contents(tmp_path / "once") == contents(tmp_path / "whole")
    ran = run(corpus, tmp_path / "again", Here(lost=[1, 1]))
    assert [one.name for one in ran.summary.failures] == ["pair & 1", "gone", "twice English"]
    assert "more memory" in ran.summary.failures[0].hint


def test_a_text_that_changed_is_told_and_done_again_when_asked(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(corpus, out)
    text = corpus.folder / "001.ar.txt"
    text.write_text(text.read_text(encoding="utf-8").replace("عام", "سنة"), encoding="utf-8")
    with pytest.raises(InvalidInput, match="“pair & 1” has changed"):
        run(corpus, out)
    (corpus.folder / "missing.txt").write_bytes((corpus.folder / "003.ar.txt").read_bytes())
    workers = Here()
    ran = run(corpus, out, workers, redo=True)
    assert sorted(workers.sent) == [0, 1, 2, 3, 4, 5]  # the files of the output that hold 1, 3 and 5
    assert ran.summary.failed == 1
    run(corpus, tmp_path / "anew")
    assert contents(out) == contents(tmp_path / "anew")


def test_a_text_that_changed_before_its_file_was_complete_is_simply_done_again(
    corpus: Corpus, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(corpus, out, Here(lot=1, stop_after=1), pairs_a_file=7)
    (corpus.folder / "000.ar.txt").write_text("عُقد الاجتماع.", encoding="utf-8")
    workers = Here()
    run(corpus, out, workers, pairs_a_file=7)
    assert 0 in workers.sent
    assert any(row["source"] == "عُقد الاجتماع." for row in rows(out))


def test_a_file_of_the_output_that_went_is_told_and_made_again_when_asked(
    corpus: Corpus, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(corpus, out)
    before = contents(out)
    (out / "part-00002.jsonl").unlink()
    with pytest.raises(InvalidInput, match=r"part-00002\.jsonl is not in"):
        run(corpus, out)
    run(corpus, out, redo=True)
    assert contents(out) == before


def test_another_choice_is_not_mixed_into_what_is_there(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "out")
    other = Choices(CHOICES.reading, CHOICES.aligning, ExportOptions(level=Level.SENTENCE))
    with pytest.raises(InvalidInput, match="level: paragraph then, sentence now"):
        run(corpus, tmp_path / "out", choices=other)
    corpus.add(9)
    with pytest.raises(InvalidInput, match="pairs: 7 then, 8 now"):
        run(corpus, tmp_path / "out")


def test_a_folder_with_other_files_is_not_written_into(corpus: Corpus) -> None:
    with pytest.raises(InvalidInput, match="holds other files"):
        run(corpus, corpus.folder)


def test_two_batches_do_not_write_into_one_folder(corpus: Corpus, tmp_path: Path) -> None:
    with held(tmp_path / "out"), pytest.raises(InvalidInput, match="Another batch"):
        run(corpus, tmp_path / "out")


def test_a_place_that_cannot_be_written_is_told(corpus: Corpus, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(CannotWrite, match="its folder is a file"):
        run(corpus, tmp_path / "file" / "out")


def test_nobody_else_may_read_the_output(corpus: Corpus, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(corpus, out, Here(lot=1, stop_after=3))
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in [out, *out.rglob("*")]}
    assert {mode & 0o077 for mode in modes.values()} == {0}, modes


def test_names_survive_xml_and_parquet(corpus: Corpus, tmp_path: Path) -> None:
    run(corpus, tmp_path / "tmx", format_=BatchFormat.TMX)
    tree = etree.parse(tmp_path / "tmx" / "part-00000.tmx")
    assert tree.getroot().find("body/tu").get("tuid") == "pair & 0:1"
    run(corpus, tmp_path / "parquet", format_=BatchFormat.PARQUET, pairs_a_file=100)
    table = pq.read_table(tmp_path / "parquet" / "part-00000.parquet")
    assert table.column("id")[0].as_py() == "pair & 0:1"
    assert {when.as_py().timestamp() for when in table.column("changed_at").slice(0, 3)} == {
        int(max((corpus.folder / f"000.{ending}.txt").stat().st_mtime for ending in ("ar", "en")))
    }


def test_progress_counts_what_was_done_before(corpus: Corpus, tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        run(corpus, tmp_path / "out", Here(lot=1, stop_after=1))
    seen: list[tuple[int, int]] = []
    run(corpus, tmp_path / "out", progress=lambda done, total: seen.append((done, total)))
    assert seen[:2] == [(0, 7), (1, 7)]
    assert seen[-1] == (7, 7)


def test_a_worker_of_another_version_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    class Old(Here):
        def stream(self, *given: Any) -> Iterator[tuple[Any, Any]]:
            for item, result in super().stream(*given):
                yield item, Result(result.number, result.done, result.body, version="0.0.1")

    with pytest.raises(InvalidInput, match=r"version 0\.0\.1"):
        run(corpus, tmp_path / "out", Old())


def test_the_summary_is_kept_as_json(corpus: Corpus, tmp_path: Path) -> None:
    ran = run(corpus, tmp_path / "out")
    said = json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8"))
    assert (said["pairs"], said["aligned"], said["failed"]) == (7, 5, 2)
    assert said["rows"] == len(rows(tmp_path / "out")) == ran.summary.rows
    assert said["paragraphs"] == [15, 10]
    assert 0 < said["mean_confidence"] <= 1
    assert said["engines"] == {"lexical": 5}
