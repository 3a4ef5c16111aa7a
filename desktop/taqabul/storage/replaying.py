"""The journal against the state: walked back from what the library holds now, and forward again.

Every act must find, going back, just what it left, and going forward just what it took; in the end stands what the
library holds. No act is applied to the library for it: the records concerned are held in memory.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from sqlalchemy import select

from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import JournalId
from taqabul.domain.options import Progress, no_progress
from taqabul.storage.annotations import read_annotations
from taqabul.storage.claims import read_claims
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.edit_codec import decode
from taqabul.storage.journal import Kind, State
from taqabul.storage.links import read_links
from taqabul.storage.notes import read_notes
from taqabul.storage.relations import read_decisions, read_relations
from taqabul.storage.tables import journal

READERS: Mapping[str, Callable[[Transaction, Iterable[Any]], Mapping[Any, Any]]] = {
    "links": read_links,
    "paragraphs": read_paragraphs,
    "notes": read_notes,
    "annotations": read_annotations,
    "relations": read_relations,
    "claims": read_claims,
    "decisions": read_decisions,
}
"""How each part of an edit is read as the library holds it."""

Key = tuple[str, int]


class Line(NamedTuple):
    """A line of the journal in brief."""

    id: JournalId
    kind: Kind
    of: JournalId | None
    state: State


@dataclass
class Records:
    """Records of a library as they were at a moment; None stands for one that was not there."""

    transaction: Transaction
    held: dict[Key, Any] = field(default_factory=dict)

    def fetch(self, edit: Edit) -> None:
        """Have all that an edit is about, as the library holds it where nothing else is known."""
        for part, wanted in _subjects(edit).items():
            missing = [id_ for id_ in wanted if (part, id_) not in self.held]
            found = READERS[part](self.transaction, missing)
            self.held.update(((part, id_), found.get(id_)) for id_ in missing)

    def take(self, edit: Edit) -> Iterator[str]:
        """Apply an edit in memory; gives what was not as the edit expects it, and goes on as the edit says."""
        self.fetch(edit)
        for part in READERS:
            replacement: Replacement[Any] = getattr(edit, part)
            for record in replacement.removed:
                if self.held[part, record.id] != record:
                    yield f"{part[:-1]} {record.id}"
            gone = {record.id for record in replacement.removed}
            for record in replacement.inserted:
                if record.id not in gone and self.held[part, record.id] is not None:
                    yield f"{part[:-1]} {record.id}"
            self.held.update(((part, id_), None) for id_ in gone)
            self.held.update(((part, record.id), record) for record in replacement.inserted)
        for change in edit.verdicts:
            link = self.held["links", change.link]
            before, after = change.before, change.after
            if link is None or before != type(before)(
                link.status, link.changed_by, link.changed_at, link.reason
            ):
                yield f"link {change.link}"
            if link is not None:
                self.held["links", change.link] = replace(
                    link,
                    status=after.status,
                    changed_by=after.changed_by,
                    changed_at=after.changed_at,
                    reason=after.reason,
                )


def lines_after(transaction: Transaction, base: JournalId) -> list[Line]:
    """The lines of the journal after a line, the oldest first."""
    of = journal.c
    query = select(of.id, of.kind, of.of, of.state).where(of.id > base).order_by(of.id)
    return [
        Line(JournalId(id_), Kind(kind), about, State(state))
        for id_, kind, about, state in transaction.connection.execute(query)
    ]


def line_faults(lines: Iterable[Line]) -> Iterator[str]:
    """Where what became of an act is not what the lines after it say."""
    acts: dict[JournalId, tuple[Line, Kind]] = {}
    for line in lines:
        if line.kind is Kind.DO:
            acts[line.id] = line, Kind.DO
        elif line.of is not None and line.of in acts:
            acts[line.of] = acts[line.of][0], line.kind
    for line, last in acts.values():
        if (line.state is State.DONE) != (last is not Kind.UNDO):
            yield f"line {line.id} of the journal is {line.state}, which the lines after it do not say"


def replay(
    transaction: Transaction, lines: list[Line], progress: Progress = no_progress
) -> tuple[Records, list[str]]:
    """The records concerned as they were before the lines, and what does not fit.

    Walks back from the present to before the first of ``lines``, then forward to the last.
    """
    records = Records(transaction)
    faults: list[str] = []
    for done, line in enumerate(reversed(lines), start=1):
        edit = _edit(transaction, line)
        if edit is not None:
            faults += [f"{what} is not as line {line.id} left it" for what in records.take(edit.inverse)]
        progress(done, 2 * len(lines))
    first = dict(records.held)
    now = _present(transaction, first)
    for done, line in enumerate(lines, start=1):
        edit = _edit(transaction, line)
        if edit is not None:
            faults += [f"{what} is not as line {line.id} found it" for what in records.take(edit)]
        progress(len(lines) + done, 2 * len(lines))
    faults += [f"{part[:-1]} {id_} is not what the journal leads to" for part, id_ in _other(records, now)]
    return Records(transaction, first), list(dict.fromkeys(faults))


def _present(transaction: Transaction, keys: Iterable[Key]) -> dict[Key, Any]:
    wanted: dict[str, list[int]] = {}
    for part, id_ in keys:
        wanted.setdefault(part, []).append(id_)
    found: dict[Key, Any] = {}
    for part, ids in wanted.items():
        there = READERS[part](transaction, ids)
        found.update(((part, id_), there.get(id_)) for id_ in ids)
    return found


def _other(records: Records, now: Mapping[Key, Any]) -> list[Key]:
    return [key for key, record in now.items() if records.held[key] != record]


def _edit(transaction: Transaction, line: Line) -> Edit | None:
    """What a line did, as it went into the library; None where the act it turns around was compacted away."""
    stored = transaction.connection.scalar(select(journal.c.edit).where(journal.c.id == (line.of or line.id)))
    if stored is None:
        return None
    edit = decode(stored)
    return edit.inverse if line.kind is Kind.UNDO else edit


def _subjects(edit: Edit) -> dict[str, set[int]]:
    found = {
        part: {record.id for record in (*getattr(edit, part).removed, *getattr(edit, part).inserted)}
        for part in READERS
    }
    found["links"] |= {change.link for change in edit.verdicts}
    return found
