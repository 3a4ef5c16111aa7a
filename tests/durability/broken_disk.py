"""Edits on a disk that fails again and again: nothing acknowledged is lost, and each failure is told as one.

    PYTHONPATH=desktop .venv/bin/python -m tests.durability.broken_disk [--errors 200] [--seed 1]

A library put before the system's own has one of so many writes and syncs of the database's files fail (it takes a C
compiler, on Linux).
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.durability.aftermath import Told, faults_after
from tests.durability.editing import make_library

ROOT = Path(__file__).parent.parent.parent
_ATTEMPTS = 60
_ONE_IN = 25


class Outcome(NamedTuple):
    """What became of so many failures of the disk."""

    errors: int
    acknowledged: int
    refused: int
    faults: list[str]


def shim(folder: Path) -> Path | None:
    """What has writes fail, built in a folder; None where there is no compiler for it."""
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        return None
    built = folder / "faults.so"
    source = Path(__file__).with_name("faults.c")
    done = subprocess.run(
        [compiler, "-shared", "-fPIC", "-O1", "-o", built, source, "-ldl"], capture_output=True, check=False
    )
    return built if done.returncode == 0 else None


def edited(path: Path, bitext: int, seed: int, *limit: int, **environment: str) -> tuple[list[Told], int]:
    """Have an editor work under some conditions; gives what it said was acknowledged, and how often it was refused."""
    places = os.pathsep.join([str(ROOT), str(ROOT / "desktop")])
    done = subprocess.run(
        [sys.executable, "-m", "tests.durability.editor", *map(str, (path, bitext, seed, _ATTEMPTS, *limit))],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": places} | environment,
        check=False,
        cwd=ROOT,
    )
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    *acts, last = [line.split() for line in done.stdout.splitlines()]
    return [Told(int(line), bytes.fromhex(state)) for line, state in acts], int(last[1])


def fail_often(folder: Path, built: Path, errors: int, seed: int) -> Outcome:
    """Edit until the disk failed so many times."""
    path, count = folder / "library.db", folder / "count"
    bitext = make_library(path)
    sum_, acknowledged, refused, faults = 0, 0, 0, []
    while sum_ < errors:
        seed += 1
        told, no = edited(
            path,
            bitext,
            seed,
            LD_PRELOAD=str(built),
            FAULT_SEED=str(seed),
            FAULT_ONE_IN=str(_ONE_IN),
            FAULT_COUNT=str(count),
        )
        sum_ += int(count.read_text())
        acknowledged += len(told)
        refused += no
        faults += [f"seed {seed}: {fault}" for fault in faults_after(path, bitext, told)]
    return Outcome(sum_, acknowledged, refused, faults)


def main() -> int:
    """Fail as often as the arguments say and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--errors", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        built = shim(Path(folder))
        if built is None:
            print("This takes Linux and a C compiler.")
            return 2
        done = fail_often(Path(folder), built, chosen.errors, chosen.seed)
    print(
        f"{done.errors} errors of the disk, {done.acknowledged} acts acknowledged, {done.refused} refused,"
        f" {len(done.faults)} faults"
    )
    print(*done.faults[:20], sep="\n")
    return 1 if done.faults else 0


if __name__ == "__main__":
    sys.exit(main())
