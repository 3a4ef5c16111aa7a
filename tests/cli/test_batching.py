"""``taqabul batch`` aligns what a list or a folder holds, and tells what came of it."""

import json
import os
import pty
from contextlib import nullcontext, suppress
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Shell, Start

from taqabul.cli import batching
from taqabul.cli.pacing import Pace


class Here:
    """Works in this process instead of a cluster."""

    threads = 1

    @staticmethod
    def stream(work: Any, items: Any, *arguments: Any) -> Any:
        return ((item, work(item, *arguments)) for item in items)


@pytest.fixture(autouse=True)
def workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batching, "opened_workers", lambda *_: nullcontext(Here()))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pairs by their names, an Arabic text that nothing belongs to, and a file that cannot be read."""
    folder = tmp_path / "texts"
    (folder / "old").mkdir(parents=True)
    texts = {
        "1 market_ar.txt": "افتُتح السوق عام 1999.",
        "1 market_en.txt": "The market was opened in 1999.",
        "old/harbour (arabic).txt": "بُني الميناء في 3 سنوات.",
        "old/harbour.txt": "The harbour was built in 3 years.",
        "حديقة.txt": "زرعوا 40 شجرة.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "broken.docx").write_bytes(b"PK\x03\x04")
    return folder


def objects(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_a_folder_is_paired_aligned_and_summed_up(shell: Shell, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    outcome = shell("batch", folder, "-o", out, "--engine", "lexical")
    assert outcome.code == 0, outcome.err
    assert outcome.out == ""
    assert "2 of 2 pairs aligned, 0 failed; 2 rows in 1 file:" in outcome.err
    assert [row["id"] for row in objects(out / "part-00000.jsonl")] == [
        "1 market_ar:1",
        "old/harbour (arabic):1",
    ]
    assert [one["score"] for one in objects(out / "pairing.jsonl")] == [1.0, 1.0]
    left = {Path(one["file"]).name: one for one in objects(out / "unpaired.jsonl")}
    assert left["حديقة.txt"]["language"] == "ar"
    assert "error" in left["broken.docx"]
    assert "In no pair: 2 files of the folder" in outcome.err


def test_the_pairs_of_a_folder_stay_as_they_were_found(shell: Shell, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    shell("batch", folder, "-o", out, "--engine", "lexical")
    outcome = shell("batch", folder, "-o", out, "--engine", "lexical", "--json")
    assert outcome.code == 0, outcome.err
    assert json.loads(outcome.out)["this_run"]["pairs"] == 0
    (folder / "new.txt").write_text("Another text.", encoding="utf-8")
    outcome = shell("batch", folder, "-o", out, "--engine", "lexical")
    assert outcome.code == 2
    assert "other files than when" in outcome.err


def test_texts_may_be_paired_by_what_they_say(shell: Shell, tmp_path: Path) -> None:
    folder, out = tmp_path / "texts", tmp_path / "out"
    folder.mkdir()
    texts = {
        "a.txt": "فاز الفريق بالمباراة بعد هدفين في الشوط الثاني.",
        "b.txt": "أعلن الأطباء عن لقاح جديد ضد الملاريا.",
        "c.txt": "Doctors announced a new vaccine against malaria.",
        "d.txt": "The team won the match after two goals in the second half.",
        "e.txt": "The recipe needs three eggs, flour and a little sugar.",
        "f.txt": "تأجلت الجلسة إلى الغد.\n\nThe session was put off until tomorrow.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "g.docx").write_bytes(b"PK\x03\x04")
    outcome = shell("batch", folder, "-o", out, "--pair-by", "content")
    assert outcome.code == 0, outcome.err
    pairs = {one["name"]: one for one in objects(out / "pairing.jsonl")}
    facing = {name: Path(one["en"]).name for name, one in pairs.items() if "en" in one}
    assert facing == {"a": "d.txt", "b": "c.txt"}
    assert "f" in pairs
    assert all(one["margin"] > 0 for one in pairs.values() if "en" in one)
    left = {Path(one["file"]).name: one for one in objects(out / "unpaired.jsonl")}
    assert left["e.txt"] == {"file": str(folder / "e.txt"), "language": "en"}
    assert "error" in left["g.docx"]
    assert not (out / ".texts").exists()
    assert len(objects(out / "part-00000.jsonl")) == 3


def test_the_lexical_engine_pairs_nothing_by_content(shell: Shell, folder: Path, tmp_path: Path) -> None:
    outcome = shell("batch", folder, "-o", tmp_path / "out", "--pair-by", "content", "--engine", "lexical")
    assert outcome.code == 2
    assert "Leave out --engine lexical" in outcome.err


def test_failures_are_told_and_counted_in_the_exit_code(shell: Shell, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "ar,en,name\ntexts/1 market_ar.txt,texts/1 market_en.txt,market\ntexts/none.txt,texts/old/harbour.txt,x\n",
        encoding="utf-8",
    )
    outcome = shell("batch", path, "-o", tmp_path / "out", "--engine", "lexical", "--format", "tmx")
    assert outcome.code == 1
    assert "x: none.txt cannot be read: No such file or directory." in outcome.err
    assert (tmp_path / "out" / "part-00000.tmx").is_file()
    outcome = shell("batch", path, "-o", tmp_path / "out", "--engine", "lexical", "--format", "tmx", "--json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["failures"][0]["name"] == "x"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["none.csv"], "cannot be read as a manifest: No such file or directory."),
        (["utf16.csv"], "it is not in UTF-8"),
        (["list.csv", "--memory", "lots", "--engine", "lexical"], "“lots” is no amount of memory"),
        (["list.csv", "--memory", "-1GB", "--engine", "lexical"], "“-1GB” is no amount of memory"),
        (["list.csv", "--scheduler", "host:8786"], "is no address of a scheduler"),
        (["list.csv", "--tls-ca", "list.csv"], "TLS needs three files"),
        (
            ["list.csv", "--tls-ca", "x", "--tls-cert", "x", "--tls-key", "x"],
            "There is no file x",
        ),
        (["list.csv", "--pairs-a-file", "0"], "--pairs-a-file"),
        (["list.csv", "--engine", "lexical", "--encoder", "x"], "uses no encoder"),
    ],
)
def test_what_makes_no_sense_is_told(
    shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "list.csv").write_text("a.txt,b.txt\n", encoding="utf-8")
    (tmp_path / "utf16.csv").write_text("a.txt,b.txt\n", encoding="utf-16")
    outcome = shell("batch", *words, "-o", "out")
    assert outcome.code == 2
    assert told in outcome.err


def test_texts_that_would_travel_unencrypted_are_warned_of(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("a.txt,b.txt\n", encoding="utf-8")
    for address, warned in (
        ("tcp://there:8786", True),
        ("tls://there:8786", False),
        ("tcp://127.0.0.1:1", False),
    ):
        outcome = shell("batch", path, "-o", tmp_path / "out", "--scheduler", address)
        assert ("unencrypted" in outcome.err) is warned


def test_a_terminal_sees_how_far_it_is(start: Start, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("a.txt,b.txt\n", encoding="utf-8")
    ours, theirs = pty.openpty()
    process = start("batch", tmp_path / "list.csv", "-o", tmp_path / "out", stderr=theirs)
    os.close(theirs)
    seen = b""
    with suppress(OSError):  # the terminal is gone when the program is
        while read := os.read(ours, 1 << 16):
            seen += read
    os.close(ours)
    assert process.wait() == 1
    assert b"Aligning" in seen
    assert b"1 of 1 (100%)" in seen


def test_the_rate_is_of_this_run_and_tells_the_time_left() -> None:
    times = iter([100.0, 110.0, 120.0, 130.0, 160.0, 12_130.0])
    pace = Pace(lambda: next(times))
    assert pace.told(500, 1_000) == "500 of 1,000 (50%)"
    assert pace.told(520, 1_000) == "520 of 1,000 (52%), 2.0 a second, 0:04:00 left"
    assert pace.told(600, 1_000) == "600 of 1,000 (60%), 5.0 a second, 0:01:20 left"
    assert pace.told(0, 20) == "0 of 20 (0%)"  # of something else
    assert pace.told(6, 20) == "6 of 20 (30%), 12.0 a minute, 0:01:10 left"
    assert pace.told(10, 20) == "10 of 20 (50%), 3.0 an hour, 3:20:00 left"


def test_the_time_that_work_stood_still_is_not_counted() -> None:
    times = iter([100.0, 110.0, 910.0, 920.0])
    pace = Pace(lambda: next(times))
    pace.told(0, 100)
    assert pace.told(10, 100).endswith("1.0 a second, 0:01:30 left")
    pace.begin_again()
    assert pace.told(10, 100) == "10 of 100 (10%)"
    assert pace.told(20, 100).endswith("1.0 a second, 0:01:20 left")
