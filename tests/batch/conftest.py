"""A small corpus of pairs of files, and workers that need no cluster."""

import os
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from taqabul import paths
from taqabul.batch.manifest import read_manifest
from taqabul.batch.plan import BatchFormat, held, make_plan
from taqabul.batch.running import Ran, run_batch
from taqabul.batch.streaming import Lost
from taqabul.batch.work import Choices
from taqabul.domain.options import (
    AlignOptions,
    EngineChoice,
    ExportOptions,
    ImportOptions,
    Progress,
    no_progress,
)

CHOICES = Choices(ImportOptions(), AlignOptions(EngineChoice.LEXICAL, jobs=1), ExportOptions(one_sided=True))
_YEARS = (1987, 1999, 2004, 2011, 2018)


@dataclass
class Corpus:
    """A folder of texts and the list of its pairs."""

    folder: Path
    lines: list[str] = field(default_factory=lambda: ["name,ar,en"])

    @property
    def manifest(self) -> Path:
        path = self.folder / "list.csv"
        path.write_text("\n".join(self.lines) + "\n", encoding="utf-8")
        return path

    def add(self, number: int) -> None:
        """A pair of three paragraphs whose numbers are its own."""
        year = _YEARS[number % len(_YEARS)]
        arabic = [f"عُقد الاجتماع رقم {number} عام {year}.", f"حضره {number + 40} مندوباً.", "ثم انتهى."]
        english = [f"Meeting number {number} was held in {year}.", f"There were {number + 40} delegates."]
        for ending, text in (("ar.txt", arabic), ("en.txt", english)):
            (self.folder / f"{number:03}.{ending}").write_text("\n\n".join(text), encoding="utf-8")
        self.lines.append(f"pair & {number},{number:03}.ar.txt,{number:03}.en.txt")


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """Seven pairs, the fourth of which has an Arabic file that is not there, the sixth two English ones."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    made = Corpus(folder)
    for number in range(7):
        made.add(number)
    made.lines[4] = "gone,missing.txt,003.en.txt"
    made.lines[6] = "twice English,004.en.txt,005.en.txt"
    return made


@pytest.fixture
def environment(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """What programs of ours start with: a home of their own, and one place for what Python compiled, which half of a start is."""
    home = {f"XDG_{name}_HOME": str(tmp_path / "home" / name) for name in ("DATA", "STATE", "CONFIG")}
    compiled = {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(request.config.cache.mkdir("compiled")),
    }
    return os.environ | home | compiled | {"PYTHONPATH": str(Path(paths.__file__).parent.parent)}


class Here:
    """Does the work in this process: some of it at a time, each lot in any order."""

    def __init__(
        self, seed: int = 0, lot: int = 3, lost: Sequence[int] = (), stop_after: int | None = None
    ) -> None:
        self._random = random.Random(seed)
        self._lot, self._lost, self._stop_after = lot, list(lost), stop_after
        self.sent: list[int] = []

    def stream(
        self, work: Callable[..., Any], items: Iterable[Any], *arguments: object
    ) -> Iterator[tuple[Any, Any]]:
        waiting = iter(items)
        while lot := list(islice(waiting, self._lot)):
            self._random.shuffle(lot)
            for item in lot:
                if self._stop_after is not None and len(self.sent) >= self._stop_after:
                    raise KeyboardInterrupt
                self.sent.append(item.number)
                if item.number in self._lost:
                    self._lost.remove(item.number)
                    yield item, Lost("It ended.")
                else:
                    yield item, work(item, *arguments)


def run(
    corpus: Corpus,
    out: Path,
    workers: Any = None,
    *,
    format_: BatchFormat = BatchFormat.JSONL,
    pairs_a_file: int = 2,
    choices: Choices = CHOICES,
    redo: bool = False,
    progress: Progress = no_progress,
    pieces: Progress = no_progress,
) -> Ran:
    manifest = read_manifest(corpus.manifest)
    plan = make_plan(manifest, choices, format_, pairs_a_file)
    hands = workers or Here()

    def opened() -> AbstractContextManager[Any]:
        return nullcontext(hands)

    with held(out):
        return run_batch(manifest, plan, out, opened, progress, pieces=pieces, redo=redo)


def contents(out: Path) -> dict[str, bytes]:
    """All files of an output, by name."""
    return {path.name: path.read_bytes() for path in out.iterdir() if path.name != ".lock"}
