"""Times the export of a long bitext in every format, each in a process of its own. Run by hand.

    .venv/bin/python tests/benchmarks/bench_export.py [ROWS] [ENDING ...]

Builds a library of ROWS pairs (100,000 by default) in a temporary folder and prints for each format: seconds on the
clock, seconds of processor time, the most memory the process held, the size of the file. An ending with ``:sentence``
exports sentences.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "desktop"))

from taqabul.domain.options import ExportOptions, Level
from taqabul.workflow.exporting import export, export_formats
from taqabul.workflow.library import open_library
from taqabul.workflow.projects import list_bitexts


def build(folder: Path, rows: int) -> None:
    """A library with one bitext of so many rows; what brings Qt stays in the process that builds."""
    from tests.benchmarks import bench_view

    bench_view.build(folder, rows)


def measure(folder: Path, what: str) -> None:
    """Export once and print what it took."""
    ending, _, level = what.partition(":")
    library = open_library(folder / "library.db", "bench")
    bitext = list_bitexts(library)[0].id
    out = folder / f"out{ending}"
    started, used = time.perf_counter(), time.process_time()
    report = export(library, bitext, out, ExportOptions(level=Level(level or Level.PARAGRAPH)))
    taken, worked = time.perf_counter() - started, time.process_time() - used
    library.close()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    size = sum(one.stat().st_size for one in report.files) / 2**20
    print(
        f"{what:<16} {report.counts.exported:>8} pairs {taken:7.1f} s {worked:7.1f} s of processor time"
        f" {most:6.0f} MB held {size:7.1f} MB written",
        flush=True,
    )


def main() -> None:
    """Build once, export in every format."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    wanted = sys.argv[2:] or list(export_formats())
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        for target, words in [
            (build, (Path(folder), rows)),
            *((measure, (Path(folder), one)) for one in wanted),
        ]:
            process = spawn.Process(target=target, args=words)
            process.start()
            process.join()


if __name__ == "__main__":
    main()
