"""A very long pair is aligned in pieces, and what comes of it is that of the whole."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.batch.conftest import Corpus, Here, contents, run

from taqabul.align import partings
from taqabul.align.partings import cut_parts
from taqabul.batch.large_pairs import LargePairs
from taqabul.workflow import text_parts

COUNT = 300


@pytest.fixture
def large(tmp_path: Path) -> Corpus:
    """A pair of three hundred paragraphs between two small ones."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    made = Corpus(folder)
    made.add(0)
    numbers = range(1_000, 1_000 + 7 * COUNT, 7)
    arabic = [f"بلغ العدد {n} شخصاً. ثم زاد العدد." for n in numbers]
    english = [f"The number was {n} people. Then it grew." for n in numbers]
    (folder / "l.ar.txt").write_text("\n\n".join(arabic), encoding="utf-8")
    (folder / "l.en.txt").write_text("\n\n".join(english), encoding="utf-8")
    made.lines.append("long,l.ar.txt,l.en.txt")
    made.add(2)
    return made


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is very long is shorter than usual."""
    monkeypatch.setattr(text_parts, "LONG", 100)
    monkeypatch.setattr(text_parts, "PART", 60)


def told(out: Path, name: str = "long") -> dict[str, Any]:
    lines = map(json.loads, (out / "done.jsonl").read_text(encoding="utf-8").splitlines())
    return next(line for line in lines if line.get("name") == name)


def rows(out: Path) -> list[tuple[object, ...]]:
    lines = (
        json.loads(line)
        for path in sorted(out.glob("part-*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    )
    return [(row["id"], row["source"], row["target"], row["source_ids"], row["target_ids"]) for row in lines]


def test_the_rows_are_those_of_the_whole(
    large: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(large, tmp_path / "whole")
    monkeypatch.setattr(text_parts, "LONG", 100)
    monkeypatch.setattr(text_parts, "PART", 60)
    run(large, tmp_path / "pieces")
    whole, pieces = told(tmp_path / "whole"), told(tmp_path / "pieces")
    assert whole["parts"] == 1
    assert pieces["parts"] >= 4
    assert rows(tmp_path / "pieces") == rows(tmp_path / "whole")
    same = ("paragraphs", "links", "rows", "scored", "engine", "remarks")
    assert {name: pieces[name] for name in same} == {name: whole[name] for name in same}
    assert told(tmp_path / "pieces", "pair & 0")["parts"] == 1


@pytest.mark.usefixtures("short")
def test_the_output_is_the_same_in_whatever_order_pieces_are_done(large: Corpus, tmp_path: Path) -> None:
    for seed, lot in ((0, 1), (1, 3), (2, 9)):
        run(large, tmp_path / str(seed), Here(seed, lot))
    assert contents(tmp_path / "0") == contents(tmp_path / "1") == contents(tmp_path / "2")


@pytest.mark.usefixtures("short")
def test_pieces_that_are_done_are_not_done_again(large: Corpus, tmp_path: Path) -> None:
    run(large, tmp_path / "whole", Here(lot=1))
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(large, out, Here(lot=1, stop_after=4))
    assert list((out / ".parts" / "1").iterdir())
    workers = Here(lot=1)
    told_of: list[tuple[int, int]] = []
    run(large, out, workers, pieces=lambda done, whole: told_of.append((done, whole)))
    whole = told(out)["parts"]
    assert told_of == [(done, whole) for done in range(2, whole + 1)]
    sent = len(workers.sent)
    assert (
        sent == told(out)["parts"] + 3 - 3
    )  # the pair to be cut, one that was not begun, without two pieces and a pair
    assert contents(out) == contents(tmp_path / "whole")
    assert not (out / ".parts").exists()


@pytest.fixture
def seeks(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lengths of the texts in which cuts were sought."""
    lengths: list[int] = []

    def sought(source: Any, *others: Any) -> Any:
        lengths.append(len(source))
        return cut_parts(source, *others)

    monkeypatch.setattr(partings, "cut_parts", sought)
    return lengths


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("stop_after", [2, 3])
def test_cuts_that_were_found_are_not_sought_again(
    large: Corpus, tmp_path: Path, seeks: list[int], stop_after: int
) -> None:
    run(large, tmp_path / "whole", Here(lot=1))
    assert seeks == [COUNT]
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(large, out, Here(lot=1, stop_after=stop_after))
    assert seeks == [COUNT] * 2
    run(large, out, Here(lot=1))
    assert seeks == [COUNT] * 2
    assert contents(out) == contents(tmp_path / "whole")


@pytest.mark.usefixtures("short")
def test_cuts_of_other_texts_are_not_used(large: Corpus, tmp_path: Path, seeks: list[int]) -> None:
    out = tmp_path / "out"
    with pytest.raises(KeyboardInterrupt):
        run(large, out, Here(lot=1, stop_after=3))
    text = large.folder / "l.en.txt"
    text.write_text("It begins here.\n\n" + text.read_text(encoding="utf-8"), encoding="utf-8")
    run(large, out, Here(lot=1))
    assert seeks == [COUNT] * 2
    run(large, tmp_path / "whole", Here(lot=1))
    assert contents(out) == contents(tmp_path / "whole")


@pytest.mark.usefixtures("short")
def test_a_piece_whose_worker_ended_is_tried_again(
    large: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(large, tmp_path / "whole")
    monkeypatch.setattr(LargePairs, "align", with_lost(LargePairs.align, 1))
    run(large, tmp_path / "once")
    assert contents(tmp_path / "once") == contents(tmp_path / "whole")


@pytest.mark.usefixtures("short")
def test_a_piece_whose_workers_end_again_and_again_fails_its_pair_alone(
    large: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(LargePairs, "align", with_lost(LargePairs.align, 2))
    ran = run(large, tmp_path / "out")
    (failure,) = ran.summary.failures
    assert (failure.name, failure.bug) == ("long", False)
    assert "more memory" in failure.hint
    assert ran.summary.aligned == 2


def with_lost(align: Any, times: int) -> Any:
    """The second piece of each pair is lost so many times."""

    def aligned(self: LargePairs, _: object, number: int, cut: Any, digests: list[str]) -> Any:
        return align(self, Here(lost=[1] * times), number, cut, digests)

    return aligned
