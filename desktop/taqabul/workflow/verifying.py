"""Is a library whole? Its file, its texts, every bitext, and the journal against what it led to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from taqabul.domain.options import Progress, no_progress
from taqabul.storage import bases, replaying, soundness
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.database import Transaction
from taqabul.workflow.library import Library

_STEPS = 1000
"""Into how many steps of progress the replay of the journal is divided."""


class Part(StrEnum):
    """What of a library is looked at."""

    FILE = "file"
    TEXTS = "texts"
    BITEXTS = "bitexts"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that cannot be."""

    part: Part
    message: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What was looked at, and what is wrong. ``lines`` of the journal were replayed, those after line ``since``."""

    faults: tuple[Fault, ...]
    bitexts: int
    lines: int
    since: int


def verify(library: Library, progress: Progress = no_progress) -> Verification:
    """Look through all of a library, as it is at this moment; nothing is changed, others may go on working."""
    with library.database.read() as transaction:
        faults = list(_looked(Part.FILE, soundness.file_faults(transaction)))
        faults += _looked(Part.FILE, soundness.type_faults(transaction))
        faults += _looked(Part.FILE, soundness.number_faults(transaction))
        faults += _looked(Part.TEXTS, soundness.text_faults(transaction))
        records = read_bitexts(transaction)
        total = len(records) + _STEPS
        for done, record in enumerate(records, start=1):
            faults += _looked(Part.BITEXTS, soundness.bitext_faults(transaction, record.id))
            progress(done, total)
        since = bases.latest(transaction)
        lines = replaying.lines_after(transaction, since)
        part = _share(progress, len(records), total)
        faults += _looked(Part.JOURNAL, _journal_faults(transaction, lines, part, since=since))
    return Verification(tuple(faults), len(records), len(lines), since)


def _journal_faults(
    transaction: Transaction, lines: list[replaying.Line], progress: Progress, *, since: int
) -> Iterator[str]:
    yield from replaying.line_faults(lines)
    first, faults = replaying.replay(transaction, lines, progress)
    yield from faults
    if since:
        yield from bases.base_faults(transaction, first)
    else:
        yield from soundness.digest_faults(transaction, first)


def _looked(part: Part, found: Iterable[str]) -> Iterator[Fault]:
    return (Fault(part, message) for message in soundness.readable(found))


def _share(progress: Progress, before: int, total: int) -> Callable[[int, int], None]:
    def told(done: int, of: int) -> None:
        progress(before + (total - before) * done // max(of, 1), total)

    return told
