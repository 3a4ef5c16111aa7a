"""Feeds a reader files that were changed by chance: each has to end in what was read or in a word on why not.

``python -m tests.benchmarks.fuzz_readers .docx 20000 [--seed 1] [--file one.docx]`` takes the samples of
tests/formats/files with that ending; ``brat``, ``moses`` and others that are no single file are told by ``--help``.
It prints how many were read, how many refused, the longest one took of a processor's time, the most memory — and
the seed of each that failed, which ``--seed N`` with 1 input does again.
"""

import argparse
import resource
import shutil
import signal
import sys
import tempfile
import time
import traceback
import warnings
from collections import Counter
from pathlib import Path
from random import Random

from tests.benchmarks.fuzzed_kinds import KINDS, Kind, document
from tests.formats.mutations import mutated

from taqabul.domain.errors import AppError

LONGEST = 20
"""Seconds of processor time that one input may take."""
MOST_MEMORY = 3 * 1024**3


def main() -> int:
    """Run as told by the command line; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", help=f"an ending of a document, or one of {', '.join(KINDS)}")
    parser.add_argument("inputs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", type=Path, action="append")
    options = parser.parse_args()
    kind = KINDS.get(options.kind) or document(options.kind)
    given = [{path.name: path.read_bytes()} for path in options.file or ()]
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("error")
    outcomes: Counter[str] = Counter()
    failed, longest = [], 0.0
    signal.signal(signal.SIGPROF, _stop)
    with tempfile.TemporaryDirectory() as home:
        samples = given or kind.samples(Path(home))
        for seed in range(options.seed, options.seed + options.inputs):
            folder = Path(home) / "changed"
            paths = _laid_out(folder, samples, Random(seed))
            begun = time.process_time()
            outcome = _outcome(kind, paths)
            longest = max(longest, time.process_time() - begun)
            outcomes[outcome] += 1
            if outcome not in {"read", "refused"}:
                failed.append(seed)
                print(f"seed {seed}: {outcome}", flush=True)
            shutil.rmtree(folder)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{options.kind}: {outcomes['read']:,} read, {outcomes['refused']:,} refused, failed: {failed}")
    print(f"longest {longest:.2f} s, most memory {memory:,} MiB")
    return 1 if failed else 0


def _laid_out(folder: Path, samples: list[dict[str, bytes]], random: Random) -> list[Path]:
    """The files of a sample, one of which is changed, in a folder of their own."""
    folder.mkdir()
    sample = random.choice(samples)
    hit = random.choice(list(sample)) if len(sample) > 1 and random.random() < 0.3 else next(iter(sample))
    for name, content in sample.items():
        (folder / name).write_bytes(mutated(content, random) if name == hit else content)
    return [folder / name for name in sample]


def _outcome(kind: Kind, paths: list[Path]) -> str:
    """What became of the files: "read", "refused", or the end of a traceback."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return "read" if kind.read(paths) else "nothing"
    except AppError as error:
        return "refused" if error.hint else "no hint"
    except Exception as error:  # noqa: BLE001
        return "".join(traceback.format_exception(error)[-4:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _stop(signum: int, frame: object) -> None:
    raise TimeoutError(f"longer than {LONGEST} s")


if __name__ == "__main__":
    sys.exit(main())
