"""The one door through which an edit enters the library."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit, Record, Replacement
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import JournalId, LinkId
from taqabul.storage import invariants
from taqabul.storage.annotations import read_annotations, replace_annotations
from taqabul.storage.claims import read_claims, replace_claims
from taqabul.storage.database import Transaction
from taqabul.storage.documents import read_paragraphs, replace_paragraphs
from taqabul.storage.journal import Act, Kind, new_act_id, write_act
from taqabul.storage.link_changes import change_verdicts, replace_links
from taqabul.storage.links import links_holding, read_links, read_verdicts
from taqabul.storage.notes import read_notes, replace_notes
from taqabul.storage.relations import read_decisions, read_relations, replace_decisions, replace_relations


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
    _check_all_held(transaction, edit)
    _check_verdicts(transaction, edit)
    seen = links_seen_in(transaction, edit)
    replace_links(transaction, edit.links)
    replace_paragraphs(transaction, edit.paragraphs)
    replace_claims(transaction, edit.claims)
    replace_annotations(transaction, edit.annotations)
    replace_relations(transaction, edit.relations)
    replace_decisions(transaction, edit.decisions)
    replace_notes(transaction, edit.notes)
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
    if edit.links.removed or edit.links.inserted:
        seen |= links_seen_in(transaction, edit)
    return change_set(edit, act.id, seen)


def _check_all_held(transaction: Transaction, edit: Edit) -> None:
    _check_held(read_links(transaction, [one.id for one in edit.links.removed]), edit.links)
    _check_held(read_paragraphs(transaction, [one.id for one in edit.paragraphs.removed]), edit.paragraphs)
    _check_held(read_notes(transaction, [one.id for one in edit.notes.removed]), edit.notes)
    _check_held(read_annotations(transaction, [one.id for one in edit.annotations.removed]), edit.annotations)
    _check_held(read_relations(transaction, [one.id for one in edit.relations.removed]), edit.relations)
    _check_held(read_claims(transaction, [one.id for one in edit.claims.removed]), edit.claims)
    _check_held(read_decisions(transaction, [one.id for one in edit.decisions.removed]), edit.decisions)


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


@dataclass(frozen=True, slots=True)
class Seen:
    """The links in which people see an edit's paragraphs and notes, and those in which they see its annotations."""

    written: frozenset[LinkId]
    marked: frozenset[LinkId]

    def __or__(self, other: "Seen") -> "Seen":
        """In either."""
        return Seen(self.written | other.written, self.marked | other.marked)


def links_seen_in(transaction: Transaction, edit: Edit) -> Seen:
    """Where people see what an edit is about, as the links now are."""
    marks = [one for one in edit.annotations.removed + edit.annotations.inserted if one.bitext == edit.bitext]
    texts = {record.id for record in edit.paragraphs.inserted}
    marked = {span.paragraph for one in marks for span in one.spans}
    holders = links_holding(transaction, list(texts | marked), edit.bitext)
    on_pairs = {one.link for one in marks if one.link is not None}
    noted = {one.link for one in edit.notes.removed + edit.notes.inserted if one.link is not None}
    return Seen(
        frozenset(noted.union(link for (id_, _), link in holders.items() if id_ in texts)),
        frozenset(on_pairs.union(link for (id_, _), link in holders.items() if id_ in marked)),
    )


def change_set(edit: Edit, journal: JournalId, seen: Seen) -> ChangeSet:
    """What a reader of the edit's own bitext has to look at again."""
    before = {one.id: one for one in edit.links.removed if one.bitext == edit.bitext}
    after = {one.id: one for one in edit.links.inserted if one.bitext == edit.bitext}
    moved = {id_ for id_, one in after.items() if id_ in before and before[id_].rank != one.rank}
    looks_different = [id_ for id_ in after if id_ in before and id_ not in moved]
    judged = [change.link for change in edit.verdicts]
    seen_there = sorted((seen.written | seen.marked) - before.keys() - after.keys())
    only_marked = seen.marked - seen.written - before.keys() - after.keys() - {*judged}
    return ChangeSet(
        edit.bitext,
        edit.verb,
        journal,
        removed=tuple(id_ for id_ in before if id_ not in after),
        inserted=tuple((id_, one.rank) for id_, one in after.items() if id_ not in before),
        moved=tuple((id_, one.rank) for id_, one in after.items() if id_ in moved),
        touched=(*looks_different, *judged, *seen_there),
        marked=tuple(sorted(only_marked)),
        paragraphs=_ids(edit.paragraphs),
        notes=_ids(edit.notes),
        annotations=_ids(edit.annotations),
        relations=_ids(edit.relations),
        claims=_ids(edit.claims),
    )


def _ids(replacement: Replacement[Record]) -> tuple[Any, ...]:
    return tuple(dict.fromkeys(one.id for one in replacement.removed + replacement.inserted))


def summary(edit: Edit) -> str:
    """What an edit changes, counted: "2 links become 1, 1 text"."""
    parts = []
    counts = {
        "status": (len(edit.verdicts), len(edit.verdicts)),
        "link": (len(edit.links.removed), len(edit.links.inserted)),
        "text": (len(edit.paragraphs.removed), len(edit.paragraphs.inserted)),
        "note": (len(edit.notes.removed), len(edit.notes.inserted)),
        "annotation": (len(edit.annotations.removed), len(edit.annotations.inserted)),
        "relation": (len(edit.relations.removed), len(edit.relations.inserted)),
        "claim": (len(edit.claims.removed), len(edit.claims.inserted)),
        "decision": (len(edit.decisions.removed), len(edit.decisions.inserted)),
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
