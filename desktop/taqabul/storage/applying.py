"""The one door through which an edit enters the library."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import Link
from taqabul.domain.changes import ChangeSet
from taqabul.domain.document import Paragraph
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import JournalId, LinkId
from taqabul.storage import invariants
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs, replace_paragraphs
from taqabul.storage.journal import Act, Kind, new_act_id, write_act
from taqabul.storage.link_changes import change_verdicts, replace_links
from taqabul.storage.links import links_holding, read_links, read_verdicts
from taqabul.storage.notes import read_notes, replace_notes

Record = TypeVar("Record", Link, Paragraph, Note)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who applies an edit, from which running program, when; and which act it turns around, if any."""

    author: str
    session: str
    at: datetime
    kind: Kind = Kind.DO
    of: JournalId | None = None


def apply(transaction: Transaction, edit: Edit, signature: Signature) -> ChangeSet:
    """Check what the edit takes out, write it with its line in the journal, check what it leaves.

    Raises EditConflict where the library does not hold what the edit would take out, and
    BrokenInvariantError where it would leave what cannot be; nothing is written then.
    """
    links, texts, notes = edit.links, edit.paragraphs, edit.notes
    _check_held(read_links(transaction, [one.id for one in links.removed]), links)
    _check_held(read_paragraphs(transaction, [one.id for one in texts.removed]), texts)
    _check_held(read_notes(transaction, [one.id for one in notes.removed]), notes)
    _check_verdicts(transaction, edit)
    before = _holders(transaction, edit)
    replace_links(transaction, links)
    replace_paragraphs(transaction, texts)
    replace_notes(transaction, notes)
    change_verdicts(transaction, edit.verdicts)
    invariants.check(transaction, edit)
    act = Act(
        new_act_id(transaction),
        edit.bitext,
        signature.at,
        signature.author,
        signature.session,
        edit.verb,
        summary(edit),
        signature.kind,
        signature.of,
    )
    write_act(transaction, act, edit)
    return change_set(edit, act.id, before | _holders(transaction, edit))


def _check_held(held: Mapping[Any, Record], replacement: Replacement[Record]) -> None:
    for record in replacement.removed:
        now = held.get(record.id)
        if now is not record and now != record:
            raise _conflict(type(record).__name__.lower())


def _check_verdicts(transaction: Transaction, edit: Edit) -> None:
    held = read_verdicts(transaction, edit.bitext, [change.link for change in edit.verdicts])
    if any(held.get(change.link) != change.before for change in edit.verdicts):
        raise _conflict("link")


def _conflict(what: str) -> EditConflict:
    return EditConflict(
        f"This {what} was changed meanwhile, in another window or by another program.",
        "Look at it as it is now, then do what is still needed; nothing was changed.",
    )


def _holders(transaction: Transaction, edit: Edit) -> set[LinkId]:
    """The links in which people see the edit's paragraphs and notes."""
    paragraphs = [record.id for record in edit.paragraphs.inserted]
    links = set(links_holding(transaction, paragraphs, edit.bitext).values())
    return links | {record.link for record in edit.notes.removed + edit.notes.inserted}


def change_set(edit: Edit, journal: JournalId, holders: set[LinkId]) -> ChangeSet:
    """What a reader of the edit's own bitext has to look at again."""
    before = {one.id: one for one in edit.links.removed if one.bitext == edit.bitext}
    after = {one.id: one for one in edit.links.inserted if one.bitext == edit.bitext}
    moved = {id_ for id_, one in after.items() if id_ in before and before[id_].rank != one.rank}
    looks_different = [id_ for id_ in after if id_ in before and id_ not in moved]
    seen_there = sorted(holders - before.keys() - after.keys())
    return ChangeSet(
        edit.bitext,
        edit.verb,
        journal,
        removed=tuple(id_ for id_ in before if id_ not in after),
        inserted=tuple((id_, one.rank) for id_, one in after.items() if id_ not in before),
        moved=tuple((id_, one.rank) for id_, one in after.items() if id_ in moved),
        touched=(*looks_different, *(change.link for change in edit.verdicts), *seen_there),
        paragraphs=tuple(dict.fromkeys(one.id for one in edit.paragraphs.removed + edit.paragraphs.inserted)),
        notes=tuple(dict.fromkeys(one.id for one in edit.notes.removed + edit.notes.inserted)),
    )


def summary(edit: Edit) -> str:
    """What an edit changes, counted: "2 links become 1, 1 text"."""
    parts = []
    counts = {
        "status": (len(edit.verdicts), len(edit.verdicts)),
        "link": (len(edit.links.removed), len(edit.links.inserted)),
        "text": (len(edit.paragraphs.removed), len(edit.paragraphs.inserted)),
        "note": (len(edit.notes.removed), len(edit.notes.inserted)),
    }
    for word, (before, after) in counts.items():
        if before == after > 0:
            parts.append(_count(after, word))
        elif before or after:
            parts.append(f"{_count(before, word)} become {after}")
    return ", ".join(parts)


def _count(how_many: int, word: str) -> str:
    plural = "es" if word.endswith("s") else "s"
    return f"{how_many} {word}" if how_many == 1 else f"{how_many} {word}{plural}"
