"""What a batch costs beside a plain loop, what a second worker gains, and what is left after processes were killed.

    python -m tests.benchmarks.bench_batch GOLD.jsonl… [--pairs 120] [--rounds 3] [--workers 1 2] [--kills 10]

The plain loop reads the files of each pair, aligns them and writes the rows, in one process with its encoder loaded.
Runs are side by side, round by round, and the ratios of each round are given: the machine may have other work.
``--kills`` starts a batch again and again and kills it, or one of its workers, at a moment drawn by chance, until it is
done; the output has to be that of the plain loop to the letter of each row.
"""

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

import psutil

from taqabul import paths
from taqabul.workflow.gold import read_gold

_PAIRS_A_FILE = 25

PLAIN = """
import json, sys, time
from datetime import UTC, datetime
from pathlib import Path
from taqabul.batch.manifest import read_manifest
from taqabul.domain.options import AlignOptions, ExportOptions
from taqabul.formats.jsonl import as_object
from taqabul.workflow.file_pairs import align_texts
from taqabul.workflow.reading_files import read_files
listed = list(read_manifest(Path(sys.argv[1])).listed())
options, at = AlignOptions(jobs=1), datetime(2020, 1, 1, tzinfo=UTC)
align_texts(read_files(listed[0].paths), options, ExportOptions(), at)
began, processor = time.monotonic(), time.process_time()
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for one in listed:
        for row in align_texts(read_files(one.paths), options, ExportOptions(), at).rows:
            out.write(json.dumps(as_object(row), ensure_ascii=False) + "\\n")
print(json.dumps([time.monotonic() - began, time.process_time() - processor]))
"""


def corpus(gold: Sequence[Path], pairs: int, folder: Path) -> Path:
    """Files of the first documents of gold sets, and the list of them."""
    documents = (one for one in chain.from_iterable(map(read_gold, gold)) if one.variant in {"plain", "del"})
    lines = ["name,ar,en"]
    paragraphs = 0
    for number, one in enumerate(islice(documents, pairs)):
        for ending, side in (("ar", one.source), ("en", one.target)):
            (folder / f"{number}.{ending}.txt").write_text("\n\n".join(side), encoding="utf-8")
        lines.append(f"{number},{number}.ar.txt,{number}.en.txt")
        paragraphs += len(one.source)
    print(f"{len(lines) - 1} pairs of {paragraphs / (len(lines) - 1):.1f} paragraphs on average")
    path = folder / "list.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def started(*words: object) -> "subprocess.Popen[str]":
    environment = os.environ | {"PYTHONPATH": str(Path(paths.__file__).parent.parent)}
    command = [sys.executable, *map(str, words)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


def batch(listed: Path, out: Path, workers: int) -> dict[str, Any]:
    """One run, whole; with the seconds of processors that all its processes took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    process = started(
        "-m",
        "taqabul",
        "batch",
        listed,
        "-o",
        out,
        "--jobs",
        workers,
        "--pairs-a-file",
        _PAIRS_A_FILE,
        "--json",
    )
    said, _ = process.communicate()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return json.loads(said)["this_run"] | {"all_processors": spent, "largest": after.ru_maxrss / 1024}


def rows(out: Path) -> Iterator[dict[str, Any]]:
    """The rows of an output, without what only a batch adds to them."""
    for path in sorted(out.glob("part-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row | {"id": row["id"].partition(":")[2]}


def costs(listed: Path, place: Path, rounds: int, workers: Sequence[int]) -> None:
    ratios: dict[str, list[float]] = {}
    for turn in range(rounds):
        said, _ = started("-c", PLAIN, listed, place / "plain.jsonl").communicate()
        wall, processor = json.loads(said)
        print(f"plain loop: {wall:.1f} s, {processor:.1f} s of processors")
        loops = [started("-c", PLAIN, listed, place / f"plain{number}.jsonl") for number in range(2)]
        both = statistics.mean(json.loads(loop.communicate()[0])[0] for loop in loops)
        print(
            f"two plain loops at once: {both:.1f} s each; so much two processors gain: {2 * wall / both:.2f}"
        )
        ratios.setdefault("efficiency of two plain loops", []).append(wall / both)
        whole: dict[int, float] = {}
        for count in workers:
            ran = batch(listed, place / f"out{turn}-{count}", count)
            whole[count] = ran["working_seconds"]
            print(
                f"{count} workers: {ran['working_seconds']:.1f} s at work ({ran['seconds']:.1f} s with their start), "
                f"{ran['processor_seconds']:.1f} s of processors on pairs, {ran['all_processors']:.1f} s in all; "
                f"largest process {ran['largest']:.0f} MB"
            )
            name = f"processors on pairs, {count} workers to the plain loop"
            ratios.setdefault(name, []).append(ran["processor_seconds"] / processor)
            ratios.setdefault(f"time, {count} workers to the plain loop", []).append(whole[count] / wall)
            if count > 1 and 1 in whole:
                efficiency = whole[1] / (count * whole[count])
                ratios.setdefault(f"efficiency of {count} workers", []).append(efficiency)
    for name, values in ratios.items():
        print(f"{name}: {statistics.median(values):.3f} ({', '.join(f'{one:.3f}' for one in values)})")


def kept(out: Path) -> int:
    """Bytes that are on the disk of a batch's results."""
    paths = [*out.glob("*.jsonl"), *(out / ".work").glob("*")]
    return sum(path.stat().st_size for path in paths if path.exists())


def passed(seconds: float, process: "subprocess.Popen[str]") -> bool:
    """Wait; whether the process is still at work."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        time.sleep(0.02)
    return process.poll() is None


def kills(listed: Path, place: Path, count: int, seed: int) -> None:
    draw = random.Random(seed)
    out = place / "killed"
    started("-c", PLAIN, listed, place / "plain.jsonl").communicate()
    drivers = workers = 0
    while drivers + workers < count:
        before = kept(out)
        process = started(
            "-m",
            "taqabul",
            "batch",
            listed,
            "-o",
            out,
            "--jobs",
            2,
            "--pairs-a-file",
            _PAIRS_A_FILE,
            "--json",
        )
        while process.poll() is None and kept(out) <= before:  # it starts, and has done nothing new yet
            time.sleep(0.02)
        if not passed(draw.uniform(0, 1.5), process):
            process.communicate()
            break
        hands = [
            one
            for one in psutil.Process(process.pid).children(recursive=True)
            if "spawn_main" in " ".join(one.cmdline())
        ]
        if hands and draw.random() < 0.5:
            draw.choice(hands).kill()
            workers += 1
            if not passed(draw.uniform(0.5, 4), process):
                print("without the worker it ended with", process.returncode)
                process.communicate()
                continue
        process.kill()
        drivers += 1
        process.communicate()
    ran = batch(listed, out, 2)
    print(f"killed {drivers} times, and {workers} workers; {ran['pairs']} pairs were left to the last run")
    plain = [json.loads(line) for line in (place / "plain.jsonl").read_text(encoding="utf-8").splitlines()]
    print("the rows are those of the plain loop:", list(rows(out)) == plain)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--pairs", type=int, default=120)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--kills", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "texts").mkdir()
        listed = corpus(options.gold, options.pairs, place / "texts")
        if options.kills:
            kills(listed, place, options.kills, options.seed)
        else:
            costs(listed, place, options.rounds, options.workers)


if __name__ == "__main__":
    main()
