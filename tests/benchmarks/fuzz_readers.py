"""Feeds a reader files that were changed by chance: each has to end in a document or in a word on why not.

``python -m tests.benchmarks.fuzz_readers .docx 20000 [--seed 1] [--file one.docx]`` takes the samples of
tests/formats/files with that ending. It prints how many were read, how many refused, the longest one took of a
processor's time, the most memory — and the seed of each that failed, which ``--seed N`` with 1 input does again.
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

from tests.formats.mutations import mutated

from taqabul.domain.errors import AppError
from taqabul.formats.pdf_worker import Refusal, extract
from taqabul.formats.registry import read_file

FILES = Path(__file__).parents[1] / "formats" / "files"
LONGEST = 20
"""Seconds of processor time that one input may take."""
MOST_MEMORY = 3 * 1024**3


def main() -> int:
    """Run as told by the command line; 1 where anything failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ending")
    parser.add_argument("inputs", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--file", type=Path, action="append")
    options = parser.parse_args()
    samples = [path.read_bytes() for path in options.file or sorted(FILES.glob(f"*{options.ending}"))]
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    warnings.simplefilter("error")
    outcomes: Counter[str] = Counter()
    failed, longest = [], 0.0
    signal.signal(signal.SIGPROF, _stop)
    with tempfile.TemporaryDirectory() as folder:
        for one in FILES.glob("links.*.xml"):
            shutil.copy(one, folder)  # the texts that links.xml names
        path = Path(folder) / f"changed{options.ending}"
        for seed in range(options.seed, options.seed + options.inputs):
            random = Random(seed)
            path.write_bytes(mutated(random.choice(samples), random))
            begun = time.process_time()
            outcome = _outcome(path)
            longest = max(longest, time.process_time() - begun)
            outcomes[outcome] += 1
            if outcome not in {"read", "refused"}:
                failed.append(seed)
                print(f"seed {seed}: {outcome}", flush=True)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{options.ending}: {outcomes['read']:,} read, {outcomes['refused']:,} refused, failed: {failed}")
    print(f"longest {longest:.2f} s, most memory {memory:,} MiB")
    return 1 if failed else 0


def _outcome(path: Path) -> str:
    """What became of a file: "read", "refused", or the end of a traceback."""
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    try:
        return _pdf(path) if path.suffix == ".pdf" else "read" if read_file(path).text else "no text"
    except AppError as error:
        return "refused" if error.hint else "no hint"
    except Exception as error:  # noqa: BLE001
        return "".join(traceback.format_exception(error)[-4:])
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _pdf(path: Path) -> str:
    """What becomes of a PDF document in this process: one of its own for each input would take hours."""
    return "refused" if isinstance(extract(path), Refusal) else "read"


def _stop(signum: int, frame: object) -> None:
    raise TimeoutError(f"longer than {LONGEST} s")


if __name__ == "__main__":
    sys.exit(main())
