"""Links put in, taken out and thought of otherwise: from records to rows."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import bindparam, delete, update

from taqabul.domain.bitext import EVIDENCE_PARTS, Link
from taqabul.domain.edits import Replacement, VerdictChange
from taqabul.domain.language import Side
from taqabul.storage.batches import IDS, batches, insert_all
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, sentence_link, sentence_member

_FIELDS = (
    "rank",
    "status",
    "changed_by",
    "changed_at",
    "reason",
    "bookmarked",
    "confidence",
    *EVIDENCE_PARTS,
)
_ONE = update(link).where(link.c.id == bindparam("key"))
_REWRITE = _ONE.values({name: bindparam(f"new_{name}") for name in _FIELDS})
_GIVE_VERDICT = _ONE.values(
    status=bindparam("now"), changed_by=bindparam("by"), changed_at=bindparam("at"), reason=bindparam("why")
)
_DELETE = delete(link).where(link.c.id.in_(IDS))
_PARTS = [delete(table).where(table.c.link_id.in_(IDS)) for table in (sentence_member, sentence_link)]
_MEMBERS = delete(link_member).where(link_member.c.link_id.in_(IDS))


def change_verdicts(transaction: Transaction, changes: Sequence[VerdictChange]) -> None:
    """Write what is thought of links now."""
    if not changes:
        return
    rows = [
        {
            "key": change.link,
            "now": change.after.status.value,
            "by": change.after.changed_by,
            "at": change.after.changed_at,
            "why": change.after.reason or None,
        }
        for change in changes
    ]
    transaction.connection.execute(_GIVE_VERDICT, rows)
    for change in changes:
        transaction.links.pop(change.link, None)


def add_links(transaction: Transaction, records: Collection[Link]) -> None:
    """Keep links with their members and sentence links."""
    insert_all(transaction, link, map(_row, records))
    _add_members(transaction, records)
    _add_parts(transaction, records)


def replace_links(transaction: Transaction, replacement: Replacement[Link]) -> None:
    """Take links out and put others in their place; what stays the same is not written."""
    removed = {one.id: one for one in replacement.removed}
    inserted = {one.id: one for one in replacement.inserted}
    gone = [id_ for id_ in removed if id_ not in inserted]
    changed = [(removed[id_], new) for id_, new in inserted.items() if id_ in removed]
    rebuilt = [new for old, new in changed if has_other_members(old, new)]
    moved = [new for old, new in changed if (old.source, old.target) != (new.source, new.target)]
    for some in batches([*gone, *(new.id for new in moved)]):
        transaction.connection.execute(_MEMBERS, {"ids": some})
    for some in batches([*gone, *(new.id for new in rebuilt)]):
        for emptying in _PARTS:
            transaction.connection.execute(emptying, {"ids": some})
    for some in batches(gone):
        transaction.connection.execute(_DELETE, {"ids": some})
    _update_fields(transaction, [new for _, new in changed])
    fresh = [new for id_, new in inserted.items() if id_ not in removed]
    insert_all(transaction, link, map(_row, fresh))
    _add_members(transaction, [*moved, *fresh])
    _add_parts(transaction, [*rebuilt, *fresh])
    for id_ in removed:
        transaction.links.pop(id_, None)


def has_other_members(old: Link, new: Link) -> bool:
    """Whether two states of a link hold different paragraphs or link their sentences differently."""
    return (old.source, old.target, old.sentences) != (new.source, new.target, new.sentences)


def _update_fields(transaction: Transaction, records: Sequence[Link]) -> None:
    if not records:
        return
    rows = []
    for record in records:
        row = _row(record)
        rows.append({"key": record.id} | {f"new_{name}": row[name] for name in _FIELDS})
    transaction.connection.execute(_REWRITE, rows)


def _add_members(transaction: Transaction, records: Collection[Link]) -> None:
    insert_all(transaction, link_member, (row for record in records for row in _member_rows(record)))


def _add_parts(transaction: Transaction, records: Collection[Link]) -> None:
    insert_all(transaction, sentence_link, (row for record in records for row in _sentence_link_rows(record)))
    insert_all(
        transaction, sentence_member, (row for record in records for row in _sentence_member_rows(record))
    )


def _row(record: Link) -> dict[str, object]:
    evidence = record.evidence
    return {
        "id": record.id,
        "bitext_id": record.bitext,
        "rank": record.rank,
        "status": record.status.value,
        "changed_by": record.changed_by,
        "changed_at": record.changed_at,
        "reason": record.reason or None,
        "bookmarked": record.bookmarked,
        "confidence": record.confidence,
        "meaning": evidence.meaning,
        "numbers": evidence.numbers,
        "names": evidence.names,
        "length": evidence.length,
        "position": evidence.position,
    }


def _member_rows(record: Link) -> Iterator[dict[str, object]]:
    for side in Side:
        for position, member in enumerate(record.side(side)):
            yield {
                "paragraph_id": member,
                "bitext_id": record.bitext,
                "link_id": record.id,
                "side": side.value,
                "position": position,
            }


def _sentence_link_rows(record: Link) -> Iterator[dict[str, object]]:
    for place, part in enumerate(record.sentences):
        evidence = part.evidence
        yield {
            "link_id": record.id,
            "place": place,
            "confidence": part.confidence,
            "meaning": evidence.meaning,
            "numbers": evidence.numbers,
            "names": evidence.names,
            "length": evidence.length,
            "position": evidence.position,
        }


def _sentence_member_rows(record: Link) -> Iterator[dict[str, object]]:
    for place, part in enumerate(record.sentences):
        for side, members in ((Side.SOURCE, part.source), (Side.TARGET, part.target)):
            for position, member in enumerate(members):
                yield {
                    "sentence_id": member,
                    "bitext_id": record.bitext,
                    "link_id": record.id,
                    "place": place,
                    "side": side.value,
                    "position": position,
                }
