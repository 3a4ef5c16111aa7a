"""Several pairs of files, one after the other: what goes wrong with one does not touch the others."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, ProjectId
from taqabul.domain.options import AlignOptions, ImportOptions, Progress, no_progress
from taqabul.workflow import backups, compute
from taqabul.workflow.aligning import align_pair
from taqabul.workflow.library import Library
from taqabul.workflow.proposals import Propose
from taqabul.workflow.reading_files import read_files
from taqabul.workflow.shelving import move_to_project, restore

STEPS = 1000
"""Into how many steps of progress each pair is divided."""


@dataclass(frozen=True, slots=True)
class PairOutcome:
    """What became of one pair: its bitext (``known`` where the library had it), or what was wrong."""

    files: tuple[Path, ...]
    bitext: BitextId | None = None
    known: bool = False
    error: AppError | None = None


def import_pairs(
    library: Library,
    pairs: Sequence[Sequence[Path]],
    project: ProjectId | None = None,
    progress: Progress = no_progress,
    propose: Propose = compute.propose,
    on_done: Callable[[PairOutcome], None] = lambda _outcome: None,
    options: ImportOptions | None = None,
) -> list[PairOutcome]:
    """Import and align pairs of files (or single bilingual files) one after the other, into a library that is copied before.

    ``on_done`` hears of each when it is done; stopped on the way, those stay. New bitexts go to
    ``project``; one the library has is left as it is, but taken out of the bin.
    """
    backups.keep(library)
    outcomes = []
    for at, files in enumerate(pairs):
        total = len(pairs) * STEPS

        def within(done: int, size: int, before: int = at * STEPS, total: int = total) -> None:
            progress(before + (done * (STEPS - 1) // size if size else 0), total)

        within(0, 0)
        outcome = _imported(library, tuple(files), project, within, propose, options or ImportOptions())
        outcomes.append(outcome)
        on_done(outcome)
        progress((at + 1) * STEPS, total)
    return outcomes


def _imported(
    library: Library,
    files: tuple[Path, ...],
    project: ProjectId | None,
    progress: Progress,
    propose: Propose,
    options: ImportOptions,
) -> PairOutcome:
    try:
        read = read_files(files, options)
        done = align_pair(library, read, AlignOptions(), progress, propose, align_known=False)
    except AppError as error:
        return PairOutcome(files, error=error)
    if done.in_bin:
        restore(library, [done.bitext])
    if project is not None and not done.known:
        move_to_project(library, [done.bitext], project)
    return PairOutcome(files, done.bitext, done.known)
