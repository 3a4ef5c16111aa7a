"""``taqabul batch``: many pairs of files at once, here or on a cluster."""

import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import typer

from taqabul.batch.cluster import opened_once, opened_workers
from taqabul.batch.fingerprints import known_texts
from taqabul.batch.folders import TEXTS, UNPAIRED, Found, by_content, by_name, listed_folder
from taqabul.batch.manifest import read_manifest
from taqabul.batch.plan import BatchFormat, held, make_plan
from taqabul.batch.running import Ran, run_batch
from taqabul.batch.streaming import Streaming
from taqabul.batch.work import Choices
from taqabul.cli.choices import AsJson, Levels, MinConfidence, OneSided
from taqabul.cli.cluster_choices import ClusterChoices
from taqabul.cli.engine_choices import EngineChoices
from taqabul.cli.option_groups import with_groups
from taqabul.cli.pacing import paced, rate_words
from taqabul.cli.reading_choices import ReadingChoices
from taqabul.cli.terminal import counted, put_json, say
from taqabul.cli.waiting import Waiting
from taqabul.domain.errors import InvalidInput
from taqabul.domain.options import ExportOptions, Level


class Facing(StrEnum):
    """What pairs the files of a folder."""

    NAME = "name"
    CONTENT = "content"


SOME_FAILED: Final = 1
"""The exit code where everything was done, but for some pairs."""

What = Annotated[
    Path,
    typer.Argument(
        metavar="MANIFEST|FOLDER",
        help="A list of pairs (.csv, .tsv or .jsonl with ar, en and name), or a folder of texts to be paired.",
    ),
]
Out = Annotated[
    Path,
    typer.Option("-o", "--output", metavar="FOLDER", help="Where the output goes; made where there is none."),
]
PairBy = Annotated[
    Facing, typer.Option("--pair-by", help="What pairs the files of a folder: their names, or what they say.")
]
Redo = Annotated[
    bool, typer.Option("--redo", help="Do again what failed, and what holds texts that have changed since.")
]


@dataclass(frozen=True)
class OutputChoices:
    """What is written, as it is said on the command line."""

    format_: Annotated[BatchFormat, typer.Option("--format", help="What the files of the output are.")] = (
        BatchFormat.JSONL
    )
    pairs_a_file: Annotated[
        int,
        typer.Option("--pairs-a-file", min=1, metavar="N", help="Pairs of texts in each file of the output."),
    ] = 1_000
    level: Levels = Level.PARAGRAPH
    min_confidence: MinConfidence = 0.0
    one_sided: OneSided = False

    @property
    def options(self) -> ExportOptions:
        """The same for those who choose rows."""
        return ExportOptions(level=self.level, min_confidence=self.min_confidence, one_sided=self.one_sided)


@with_groups
def batch(
    what: What,
    *,
    output: Out,
    pair_by: PairBy = Facing.NAME,
    cluster: ClusterChoices,
    writing: OutputChoices,
    engines: EngineChoices,
    reading: ReadingChoices,
    redo: Redo = False,
    as_json: AsJson = False,
) -> None:
    """Align many pairs of texts; the same command goes on where it was interrupted.

    The output is the same whatever the number of workers. A pair that cannot be aligned is told and passed over; then
    the exit code is 1.
    """
    if reading.alignment is not None:
        raise InvalidInput("--alignment is of one pair.", "Use it with taqabul align.")
    where = cluster.choice(engines.jobs)
    aligning = replace(engines.options, jobs=1)  # a pair is the work of one processor, wherever it is done
    choices = Choices(reading.options, aligning, writing.options)

    began = time.monotonic()
    waiting = Waiting(where.scheduler)
    with held(output), opened_once(lambda: opened_workers(where, aligning, waiting)) as workers:
        listed = _listed(what, output, pair_by, choices, workers, waiting) if what.is_dir() else what
        manifest = read_manifest(listed)
        plan = make_plan(manifest, choices, writing.format_, writing.pairs_a_file)
        with (
            waiting.paced("Aligning") as progress,
            paced("Looking at what is done") as checking,
            waiting.paced("Pieces of a very long pair") as pieces,
        ):
            ran = run_batch(manifest, plan, output, workers, progress, checking, pieces, redo=redo)
    if as_json:
        put_json(_as_object(ran, output, time.monotonic() - began))
    else:
        _tell(ran, output, time.monotonic() - began)
    if ran.summary.failed:
        raise typer.Exit(SOME_FAILED)


def _listed(
    folder: Path,
    output: Path,
    facing: Facing,
    choices: Choices,
    workers: Callable[[], AbstractContextManager[Streaming]],
    waiting: Waiting,
) -> Path:
    """The manifest that is made for a folder."""

    def find(place: Path, files: Sequence[Path]) -> Found:
        if facing is Facing.NAME:
            with paced("Pairing by name") as progress:
                return by_name(place, files, progress)
        with waiting.paced("Reading for the pairs") as progress:
            texts = known_texts(files, output / TEXTS, choices, workers, progress)
        with paced("Pairing by content") as progress:
            return by_content(place, texts, progress)

    found = listed_folder(folder, output, find)
    if found.unpaired:
        say(f"In no pair: {counted(found.unpaired, 'file')} of the folder, listed in {output / UNPAIRED}")
    say(f"The pairs {'as they were' if found.known else 'are'} listed in {found.path}")
    return found.path


def _tell(ran: Ran, output: Path, seconds: float) -> None:
    summary = ran.summary
    for one in summary.failures:
        say(f"{one.name}: {'a bug: ' if one.bug else ''}{one.message.strip().splitlines()[-1]} {one.hint}")
    if summary.failed > len(summary.failures):
        say(f"… and {summary.failed - len(summary.failures):,} more, all in {output / 'done.jsonl'}")
    say(
        f"{summary.aligned:,} of {counted(summary.pairs, 'pair')} aligned, {summary.failed:,} failed; "
        f"{counted(summary.rows, 'row')} in {counted(summary.files, 'file')}: {output}"
    )
    if summary.mean_confidence is not None:
        say(
            f"Mean confidence {summary.mean_confidence:.2f}; {summary.sure_share:.1%} of the links are sure; "
            f"{summary.doubtful:,} of the pairs doubtful."
        )
    if ran.done_now:
        rate = ran.done_now / max(ran.working_seconds, 1e-3)
        say(
            f"{counted(ran.done_now, 'pair')} in {seconds:.1f} s ({rate_words(rate)} while there were workers)."
        )


def _as_object(ran: Ran, output: Path, seconds: float) -> dict[str, object]:
    now = {
        "pairs": ran.done_now,
        "seconds": round(seconds, 3),
        "working_seconds": round(ran.working_seconds, 3),
        "processor_seconds": round(ran.processor_seconds, 3),
    }
    return {"output": str(output), **asdict(ran.summary), "this_run": now}
