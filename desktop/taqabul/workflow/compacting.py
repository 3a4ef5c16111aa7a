"""Letting old lines of the journal go: the library grows smaller, and what they did cannot be undone any more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import JournalId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage import bases, checkouts, journal, replaying
from taqabul.storage.bitexts import read_bitexts
from taqabul.storage.claims import all_claims
from taqabul.storage.copies import shrink
from taqabul.storage.database import Transaction
from taqabul.storage.snapshots import whole
from taqabul.workflow import backups
from taqabul.workflow.library import Library


@dataclass(frozen=True, slots=True)
class Compacted:
    """How many lines went, up to which; ``kept`` are older ones that later lines turn around."""

    lines: int
    up_to: int
    kept: int


def countable(library: Library, before: datetime) -> int:
    """How many lines ``compact`` would take out."""
    with library.database.read() as transaction:
        up_to = _last_line(transaction, before)
        return journal.lines_up_to(transaction, up_to) - len(journal.still_needed(transaction, up_to))


def compact(library: Library, before: datetime, progress: Progress = no_progress) -> Compacted:
    """Take out the lines written before a moment; the library keeps what it held then, and later lines fit on it.

    What was done before cannot be undone any more, nor seen in the history, nor brought back from there.
    Nothing else is lost, and the library is copied before.
    """
    backups.keep(library)
    with library.database.write() as transaction:
        up_to = max(_last_line(transaction, before), bases.latest(transaction))
        lines = replaying.lines_after(transaction, up_to)
        first, _ = replaying.replay(transaction, lines, progress)
        claims = all_claims(transaction)
        records = read_bitexts(transaction)
        held = [
            _as_it_was(whole(transaction, one.id, claims), first, (one.source, one.target)) for one in records
        ]
        needed = journal.still_needed(transaction, up_to)
        gone = journal.drop_lines(transaction, up_to, needed)
        bases.put(transaction, up_to, library.author, datetime.now(UTC), held)
    if library.file is not None:  # what a server keeps is its own to tidy
        shrink(library.file)
    return Compacted(gone, up_to, len(needed))


def _last_line(transaction: Transaction, before: datetime) -> JournalId:
    """The last line written before; in a file that was checked out none that has to be brought back."""
    taken = [one.up_to for one in checkouts.read_checkouts(transaction) if one.numbers]
    return min([journal.last_before(transaction, before), *taken])


def _as_it_was(now: Edit, first: replaying.Records, documents: Sequence[int]) -> Edit:
    """A bitext as it was before the lines that were walked back."""
    parts: dict[str, Any] = {}
    for part in bases.PARTS:
        unchanged = [one for one in getattr(now, part).inserted if (part, one.id) not in first.held]
        known = [one for (of, _), one in first.held.items() if of == part and one is not None]
        ours = [
            one
            for one in known
            if (one.document in documents if part == "paragraphs" else one.bitext == now.bitext)
        ]
        parts[part] = Replacement((), tuple(sorted([*unchanged, *ours], key=lambda one: one.id)))
    return replace(now, **parts)
