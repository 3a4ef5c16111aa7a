"""The links of bitexts, with their members and sentence links: from rows to records and back."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Table, bindparam, delete, select, update

from taqabul.domain.bitext import EVIDENCE_PARTS, Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.edits import Replacement, Verdict, VerdictChange
from taqabul.domain.ids import BitextId, LinkId, ParagraphId, SentenceId
from taqabul.domain.language import Side
from taqabul.storage.batches import batches, insert_all
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, sentence_link, sentence_member

_STATUS = {status.value: status for status in LinkStatus}
_SIDES = {Side.SOURCE.value: 0, Side.TARGET.value: 1}


def link_ids(transaction: Transaction, of: BitextId) -> list[LinkId]:
    """The links of a bitext in row order."""
    query = select(link.c.id).where(link.c.bitext_id == of).order_by(link.c.rank)
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def link_neighbours(
    transaction: Transaction, of: BitextId, rank: int, *, after: bool, how_many: int
) -> list[tuple[LinkId, int]]:
    """The next links (id, rank) before or after a rank, the nearest first."""
    query = select(link.c.id, link.c.rank).where(link.c.bitext_id == of).limit(how_many)
    if after:
        query = query.where(link.c.rank > rank).order_by(link.c.rank)
    else:
        query = query.where(link.c.rank < rank).order_by(link.c.rank.desc())
    return [(LinkId(id_), other) for id_, other in transaction.connection.execute(query)]


def links_holding(
    transaction: Transaction, paragraphs: Sequence[ParagraphId], of: BitextId | None = None
) -> dict[tuple[ParagraphId, BitextId], LinkId]:
    """In which link each paragraph stands, in one bitext or in all."""
    columns = (link_member.c.paragraph_id, link_member.c.bitext_id, link_member.c.link_id)
    found = {}
    for some in batches(paragraphs):
        query = select(*columns).where(link_member.c.paragraph_id.in_(some))
        if of is not None:
            query = query.where(link_member.c.bitext_id == of)
        for paragraph, in_bitext, holder in transaction.connection.execute(query):
            found[ParagraphId(paragraph), BitextId(in_bitext)] = LinkId(holder)
    return found


def read_links(transaction: Transaction, ids: Iterable[LinkId]) -> Mapping[LinkId, Link]:
    """Those of the links that exist, by id."""
    wanted = list(ids)
    for some in batches([id_ for id_ in wanted if id_ not in transaction.links]):
        transaction.links |= _load(transaction, some)
    return {id_: transaction.links[id_] for id_ in wanted if id_ in transaction.links}


def _load(transaction: Transaction, ids: Sequence[LinkId]) -> dict[LinkId, Link]:
    sides = _members(transaction, ids)
    sentences = _sentence_links(transaction, ids)
    of = link.c
    columns = (
        of.id,
        of.bitext_id,
        of.rank,
        of.status,
        of.changed_by,
        of.changed_at,
        of.reason,
        of.bookmarked,
    )
    found = {}
    query = select(*columns, *_scores(link)).where(of.id.in_(ids))
    rows = transaction.connection.execute(query).all()
    for id_, in_bitext, rank, status, by, at, reason, bookmarked, confidence, *parts in rows:
        source, target = sides[id_]
        found[LinkId(id_)] = Link(
            LinkId(id_),
            BitextId(in_bitext),
            rank,
            tuple(source),
            tuple(target),
            _STATUS[status],
            confidence,
            Evidence(*parts),
            by,
            at,
            tuple(sentences.get(id_, ())),
            reason or "",
            bookmarked,
        )
    return found


def _members(
    transaction: Transaction, ids: Sequence[LinkId]
) -> Mapping[int, tuple[list[ParagraphId], list[ParagraphId]]]:
    of = link_member.c
    query = select(of.link_id, of.side, of.paragraph_id).where(of.link_id.in_(ids))
    sides: defaultdict[int, tuple[list[ParagraphId], list[ParagraphId]]] = defaultdict(lambda: ([], []))
    in_order = query.order_by(of.link_id, of.side, of.position)
    for owner, side, member in transaction.connection.execute(in_order).all():
        sides[owner][_SIDES[side]].append(member)
    return sides


def _sentence_links(transaction: Transaction, ids: Sequence[LinkId]) -> Mapping[int, list[SentenceLink]]:
    of = sentence_member.c
    query = select(of.link_id, of.place, of.side, of.sentence_id).where(of.link_id.in_(ids))
    members: defaultdict[tuple[int, int], tuple[list[SentenceId], list[SentenceId]]]
    members = defaultdict(lambda: ([], []))
    in_order = query.order_by(of.link_id, of.place, of.side, of.position)
    for owner, place, side, member in transaction.connection.execute(in_order).all():
        members[owner, place][_SIDES[side]].append(member)
    head = sentence_link.c
    heads = select(head.link_id, head.place, *_scores(sentence_link)).where(head.link_id.in_(ids))
    found: defaultdict[int, list[SentenceLink]] = defaultdict(list)
    in_order_too = heads.order_by(head.link_id, head.place)
    for owner, place, confidence, *parts in transaction.connection.execute(in_order_too).all():
        source, target = members[owner, place]
        found[owner].append(SentenceLink(tuple(source), tuple(target), confidence, Evidence(*parts)))
    return found


def _scores(table: Table) -> list[Column[Any]]:
    """The columns that say what the aligner said: confidence, then evidence in the order of its parts."""
    return [table.c.confidence, *(table.c[name] for name in EVIDENCE_PARTS)]


def read_verdicts(
    transaction: Transaction, of: BitextId, ids: Sequence[LinkId] | None = None
) -> dict[LinkId, Verdict]:
    """What is thought of a bitext's links, in row order, or of those of the links that belong to it."""
    columns = (link.c.id, link.c.status, link.c.changed_by, link.c.changed_at, link.c.reason)
    query = select(*columns).where(link.c.bitext_id == of).order_by(link.c.rank)
    queries = [query] if ids is None else [query.where(link.c.id.in_(some)) for some in batches(ids)]
    rows = (row for one in queries for row in transaction.connection.execute(one).all())
    return {
        LinkId(id_): Verdict(_STATUS[status], by, at, reason or "") for id_, status, by, at, reason in rows
    }


def change_verdicts(transaction: Transaction, changes: Sequence[VerdictChange]) -> None:
    """Write what is thought of links now."""
    if not changes:
        return
    of = link.c
    statement = update(link).where(of.id == bindparam("key"))
    statement = statement.values(
        status=bindparam("now"),
        changed_by=bindparam("by"),
        changed_at=bindparam("at"),
        reason=bindparam("why"),
    )
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
    transaction.connection.execute(statement, rows)
    for change in changes:
        transaction.links.pop(change.link, None)


def add_links(transaction: Transaction, records: Collection[Link]) -> None:
    """Keep links with their members and sentence links."""
    insert_all(transaction, link, map(_row, records))
    _add_members(transaction, records)


def replace_links(transaction: Transaction, replacement: Replacement[Link]) -> None:
    """Take links out and put others in their place; what stays the same is not written."""
    removed = {one.id: one for one in replacement.removed}
    inserted = {one.id: one for one in replacement.inserted}
    gone = [id_ for id_ in removed if id_ not in inserted]
    changed = [(removed[id_], new) for id_, new in inserted.items() if id_ in removed]
    rebuilt = [new for old, new in changed if has_other_members(old, new)]
    for some in batches([*gone, *(new.id for new in rebuilt)]):
        for table in (link_member, sentence_member, sentence_link):
            transaction.connection.execute(delete(table).where(table.c.link_id.in_(some)))
    for some in batches(gone):
        transaction.connection.execute(delete(link).where(link.c.id.in_(some)))
    _update_fields(transaction, [new for _, new in changed])
    fresh = [new for id_, new in inserted.items() if id_ not in removed]
    insert_all(transaction, link, map(_row, fresh))
    _add_members(transaction, [*rebuilt, *fresh])
    for id_ in removed:
        transaction.links.pop(id_, None)


def has_other_members(old: Link, new: Link) -> bool:
    """Whether two states of a link hold different paragraphs or link their sentences differently."""
    return (old.source, old.target, old.sentences) != (new.source, new.target, new.sentences)


def _update_fields(transaction: Transaction, records: Sequence[Link]) -> None:
    if not records:
        return
    said = ("status", "changed_by", "changed_at", "reason", "bookmarked")
    fields = ("rank", *said, "confidence", *EVIDENCE_PARTS)
    statement = update(link).where(link.c.id == bindparam("key"))
    statement = statement.values({name: bindparam(f"new_{name}") for name in fields})
    rows = []
    for record in records:
        row = _row(record)
        rows.append({"key": record.id} | {f"new_{name}": row[name] for name in fields})
    transaction.connection.execute(statement, rows)


def _add_members(transaction: Transaction, records: Collection[Link]) -> None:
    insert_all(transaction, link_member, (row for record in records for row in _member_rows(record)))
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
