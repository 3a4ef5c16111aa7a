"""Kills an editor at random moments, again and again: is the library whole, with all that was acknowledged?

    PYTHONPATH=desktop .venv/bin/python -m tests.durability.kills [--kills 1000] [--seed 1]

Each round begins with the library as the last one left it, and every twenty-fifth with a new one. The editor is a fork
of this program, so that starting it costs nothing; what it says of its acts comes through a pipe.
"""

import argparse
import os
import random
import select
import signal
import struct
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.durability.aftermath import Told, faults_after
from tests.durability.editing import digest, edit_at_random, make_library

from taqabul.domain.ids import BitextId
from taqabul.workflow.library import open_library

_SAID = struct.Struct("q16s")
_ROUNDS_A_LIBRARY = 25
_LONGEST = 0.25
"""Seconds that an editor may work after its first act."""


class Outcome(NamedTuple):
    """What became of so many kills."""

    kills: int
    acknowledged: int
    faults: list[str]


def kill_often(folder: Path, kills: int, seed: int) -> Outcome:
    """Kill an editor so many times; ``folder`` is where the libraries are kept."""
    chance = random.Random(seed)
    acknowledged, faults = 0, []
    for round_ in range(kills):
        path = folder / f"{round_ // _ROUNDS_A_LIBRARY}.db"
        if not path.exists():
            bitext = make_library(path)
        told = _killed(path, bitext, chance)
        acknowledged += len(told)
        faults += [f"kill {round_}: {fault}" for fault in faults_after(path, bitext, told)]
    return Outcome(kills, acknowledged, faults)


def _killed(path: Path, bitext: BitextId, chance: random.Random) -> list[Told]:
    """Have an editor work, kill it, and give what it said."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _edit(path, bitext, chance.randrange(2**32), writing)
    os.close(writing)
    chance.randrange(2**32)  # the editor drew one number
    after, before = chance.randrange(4), chance.random() * _LONGEST
    said = b""
    with os.fdopen(reading, "rb", buffering=0) as pipe:
        while len(said) < after * _SAID.size and (more := pipe.read(65536)):
            said += more
        select.select([], [], [], before)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        while more := pipe.read(65536):
            said += more
    if not os.WIFSIGNALED(status):
        raise RuntimeError("The editor ended by itself.")
    whole = len(said) // _SAID.size * _SAID.size
    return [Told(*_SAID.unpack_from(said, at)) for at in range(0, whole, _SAID.size)]


def _edit(path: Path, bitext: BitextId, seed: int, writing: int) -> None:
    """Work until killed, saying of each act that it was acknowledged and what the library then holds."""
    try:
        library = open_library(path, "editor")
        for line in edit_at_random(library, bitext, seed):
            with library.database.read() as transaction:
                state = digest(transaction)
            os.write(writing, _SAID.pack(line, state))
    finally:
        os._exit(1)


def main() -> int:
    """Kill as often as the arguments say and tell what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_often(Path(folder), chosen.kills, chosen.seed)
    print(f"{outcome.kills} kills, {outcome.acknowledged} acts acknowledged, {len(outcome.faults)} faults")
    print(*outcome.faults[:20], sep="\n")
    return 1 if outcome.faults else 0


if __name__ == "__main__":
    sys.exit(main())
