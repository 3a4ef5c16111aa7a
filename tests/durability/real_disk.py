"""Edits on a disk of its own that turns read-only or full under an open library: is all there that was acknowledged?

    PYTHONPATH=desktop .venv/bin/python -m tests.durability.real_disk [--rounds 5] [--seed 1]

The disk is a file that is mounted (ext4, on Linux, by root). Read-only it becomes as it does when the kernel finds a
fault in it: at once, whoever is writing.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from tests.durability.aftermath import Told, faults_after
from tests.durability.editing import digest, edit_at_random, make_library

from taqabul.domain.errors import LibraryError
from taqabul.domain.ids import BitextId
from taqabul.workflow.library import Library, open_library

_MEGABYTES = 24
_ACTS = 15


class Outcome(NamedTuple):
    """What became of edits on a disk that failed."""

    acknowledged: int
    refusals: list[str]
    faults: list[str]


class Disk:
    """A small disk of its own."""

    def __init__(self, folder: Path) -> None:
        self._image, self.place = folder / "disk.img", folder / "disk"
        self.place.mkdir()
        with self._image.open("wb") as stream:
            stream.truncate(_MEGABYTES << 20)
        _run("mkfs.ext4", "-q", "-F", self._image)
        self.mount()

    def mount(self) -> None:
        """Put it in its place."""
        _run("mount", "-o", "loop,errors=remount-ro", self._image, self.place)

    def turn_read_only(self) -> None:
        """Let the kernel find a fault in it."""
        told = subprocess.run(
            ["findmnt", "-no", "SOURCE", self.place], capture_output=True, text=True, check=True
        )
        Path("/sys/fs/ext4", Path(told.stdout.strip()).name, "trigger_fs_error").write_text("1")

    def mend(self) -> None:
        """Take it out, have it looked through, and put it back."""
        self.remove()
        subprocess.run(["e2fsck", "-fy", self._image], capture_output=True, check=False)
        self.mount()

    def remove(self) -> None:
        """Take it out."""
        _run("umount", self.place)


@contextmanager
def disk() -> Iterator[Disk | None]:
    """A disk for a while; None where this machine lets nobody mount one."""
    with tempfile.TemporaryDirectory(prefix="taqabul-disk-") as folder:
        try:
            made = Disk(Path(folder))
        except (OSError, subprocess.CalledProcessError):
            yield None
            return
        try:
            yield made
        finally:
            made.remove()


def turned_read_only(made: Disk, seed: int) -> Outcome:
    """Edit, have the disk turn read-only, go on editing, mend it, and look."""
    return _troubled(made, seed, made.turn_read_only, made.mend)


def filled(made: Disk, seed: int) -> Outcome:
    """Edit, have somebody fill the disk, go on editing, make room, and go on."""
    filler = made.place / "filler"

    def fill() -> None:
        with filler.open("wb") as stream, suppress(OSError):
            while True:
                stream.write(bytes(4096))
                stream.flush()

    return _troubled(made, seed, fill, filler.unlink)


def _troubled(made: Disk, seed: int, trouble: Callable[[], object], mend: Callable[[], object]) -> Outcome:
    path = made.place / f"{seed}.db"
    bitext = make_library(path)
    library = open_library(path, "editor")
    refusals: list[str] = []
    chance = random.Random(seed)
    try:
        told = _edited(library, bitext, chance, refusals)
        trouble()
        told += _edited(library, bitext, chance, refusals)
    finally:
        library.close()
    mend()
    faults = faults_after(path, BitextId(bitext), told)
    library = open_library(path, "editor")
    try:
        if not _edited(library, bitext, chance, []):
            faults.append("the library cannot be edited after the disk was mended")
    finally:
        library.close()
    return Outcome(len(told), refusals, faults)


def _edited(library: Library, bitext: int, chance: random.Random, refusals: list[str]) -> list[Told]:
    """What was acknowledged of some acts; what was refused, and how, goes to ``refusals``."""
    told: list[Told] = []
    for _ in range(_ACTS):
        try:
            for line in edit_at_random(library, BitextId(bitext), chance.randrange(2**32)):
                with library.database.read() as transaction:
                    told.append(Told(line, digest(transaction)))
                if len(told) % _ACTS == 0:
                    return told
        except LibraryError as error:
            refusals.append(f"{error.message} {error.hint}")
    return told


def _run(*words: object) -> None:
    if os.geteuid() != 0 or shutil.which(str(words[0])) is None:
        raise FileNotFoundError(words[0])
    subprocess.run([str(word) for word in words], capture_output=True, check=True)


def main() -> None:
    """Do as many rounds as the arguments say; the exit code is 1 where anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    faults = []
    for seed in range(given.seed, given.seed + given.rounds):
        for way in (turned_read_only, filled):
            with disk() as made:
                if made is None:
                    sys.exit("nobody may mount a disk here")
                found = way(made, seed)
            print(
                f"{way.__name__}: {found.acknowledged} acknowledged, {len(found.refusals)} refused",
                flush=True,
            )
            print(*sorted({one.replace(str(made.place), "…") for one in found.refusals}), sep="\n")
            faults += found.faults
    print("\n".join(faults) or "nothing was lost")
    sys.exit(bool(faults))


if __name__ == "__main__":
    main()
