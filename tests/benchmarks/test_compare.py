"""The comparison reads what other aligners answer, and counts it like ours."""

import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from tests.align.conftest import WordEncoder
from tests.benchmarks.compare import Measured, Remembering, as_object, chosen, hunalign, table

from taqabul.align.evaluate import Score
from taqabul.align.linking import Pairing
from taqabul.workflow.gold import GoldDocument

LADDER = "0\t0\t0.3\n1\t2\t0.8\n2\t2\t0.1\n4\t3\t0.5\n"


@pytest.fixture
def binary(tmp_path: Path) -> str:
    """A program that checks how it is called and prints a ladder."""
    path = tmp_path / "hunalign"
    path.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        "flag, *names = sys.argv[1:]\n"
        "lines = [open(name, encoding='utf-8').read().splitlines() for name in names]\n"
        "assert flag == '-realign' and [len(some) for some in lines] == [0, 4, 3], lines\n"
        f"print({LADDER!r}, end='')\n",
        "utf-8",
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_the_rungs_of_a_ladder_are_links(binary: str) -> None:
    document = GoldDocument("a/1", "plain", ("أ", "ب\nج", "د", "ه"), ("a", "b", "c"), ())
    assert hunalign(binary)(document, WordEncoder()) == [
        Pairing((0,), (0, 1)),
        Pairing((1,), ()),
        Pairing((2, 3), (2,)),
    ]


def test_a_program_that_fails_is_not_taken_for_a_bad_aligner(binary: str) -> None:
    document = GoldDocument("a/1", "plain", ("أ",), ("a",), ())
    with pytest.raises(subprocess.CalledProcessError):
        hunalign(binary)(document, WordEncoder())


def test_a_text_is_encoded_once() -> None:
    asked: list[str] = []

    class Listening(WordEncoder):
        def encode(self, texts):
            asked.extend(texts)
            return super().encode(texts)

    encoder = Remembering(Listening())
    assert encoder.encode(["a", "b", "a"]).shape == (3, 64)
    encoder.encode(["b"])
    assert asked == ["a", "b"]


def test_the_first_documents_of_each_set_and_variant_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [
        {"id": f"{name}/{k}", "variant": v, "source": ["أ"], "target": ["a"], "links": [[[0], [0]]]}
        for name in ("x", "y")
        for v in ("plain", "del")
        for k in range(3)
    ]
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    assert len(chosen([path], 0)) == 12
    assert [d.id for d in chosen([path], 1)] == ["x/0", "x/0", "y/0", "y/0"]


def test_the_table_is_markdown_and_json_has_the_same() -> None:
    one = Measured("ours", {("news", "plain"): (Score(1, 2, 2), Score(1, 1, 1))}, 2.0, 1.0)
    assert list(table([one, one])) == [
        "| strict F1 / pair F1 | ours | ours |",
        "| --- | --- | --- |",
        "| news plain | 0.500 / 1.000 | 0.500 / 1.000 |",
        "| seconds | 2.00 | 2.00 |",
        "| seconds without encoding | 1.00 | 1.00 |",
    ]
    assert as_object(one) == {
        "aligner": "ours",
        "seconds": 2.0,
        "seconds_without_encoding": 1.0,
        "rows": [{"set": "news", "variant": "plain", "strict_f1": 0.5, "pair_f1": 1.0}],
    }
