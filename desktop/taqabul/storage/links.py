"""The links of bitexts, with their members and sentence links: from rows to records."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Integer, Table, bindparam, select

from taqabul.domain.bitext import EVIDENCE_PARTS, Evidence, Link, LinkStatus, SentenceLink
from taqabul.domain.edits import Verdict
from taqabul.domain.ids import BitextId, LinkId, ParagraphId, SentenceId
from taqabul.domain.language import Side
from taqabul.storage.batches import IDS, batches
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, sentence_link, sentence_member

_STATUS = {status.value: status for status in LinkStatus}
_SIDES = {Side.SOURCE.value: 0, Side.TARGET.value: 1}


def _scores(table: Table) -> list[Column[Any]]:
    """The columns that say what the aligner said: confidence, then evidence in the order of its parts."""
    return [table.c.confidence, *(table.c[name] for name in EVIDENCE_PARTS)]


_of, _of_member, _of_sentence, _of_head = link.c, link_member.c, sentence_member.c, sentence_link.c

_LINKS = select(
    _of.id,
    _of.bitext_id,
    _of.rank,
    _of.status,
    _of.changed_by,
    _of.changed_at,
    _of.reason,
    _of.bookmarked,
    *_scores(link),
).where(_of.id.in_(IDS))
_MEMBERS = (
    select(_of_member.link_id, _of_member.side, _of_member.paragraph_id)
    .where(_of_member.link_id.in_(IDS))
    .order_by(_of_member.link_id, _of_member.side, _of_member.position)
)
_SENTENCE_MEMBERS = (
    select(_of_sentence.link_id, _of_sentence.place, _of_sentence.side, _of_sentence.sentence_id)
    .where(_of_sentence.link_id.in_(IDS))
    .order_by(_of_sentence.link_id, _of_sentence.place, _of_sentence.side, _of_sentence.position)
)
_SENTENCE_LINKS = (
    select(_of_head.link_id, _of_head.place, *_scores(sentence_link))
    .where(_of_head.link_id.in_(IDS))
    .order_by(_of_head.link_id, _of_head.place)
)
_NEAR = (
    select(_of.id, _of.rank)
    .where(_of.bitext_id == bindparam("bitext"))
    .limit(bindparam("how_many", type_=Integer()))
)
_BELOW = _NEAR.where(_of.rank > bindparam("rank")).order_by(_of.rank)
_ABOVE = _NEAR.where(_of.rank < bindparam("rank")).order_by(_of.rank.desc())
_HOLDERS = select(_of_member.paragraph_id, _of_member.bitext_id, _of_member.link_id).where(
    _of_member.paragraph_id.in_(IDS)
)
_HOLDERS_IN_ONE = _HOLDERS.where(_of_member.bitext_id == bindparam("bitext"))
_ANY_VERDICTS = select(_of.id, _of.status, _of.changed_by, _of.changed_at, _of.reason).order_by(_of.rank)
_VERDICTS = _ANY_VERDICTS.where(_of.bitext_id == bindparam("bitext"))
# Not by the index of all links of a bitext: those asked for are few.
_SOME_VERDICTS = _ANY_VERDICTS.where(_of.id.in_(IDS), _of.bitext_id + 0 == bindparam("bitext"))
_LOWER = (
    select(_of.id)
    .where(_of.bitext_id == bindparam("bitext"), _of.rank > bindparam("rank"))
    .order_by(_of.rank)
)
_LOWER_DOWN_TO = _LOWER.where(_of.rank < bindparam("end"))
_FIRST_WITH = (
    select(_of.rank)
    .where(
        _of.bitext_id == bindparam("bitext"),
        _of.rank > bindparam("rank"),
        _of.status.in_(bindparam("statuses", expanding=True)),
    )
    .order_by(_of.rank)
    .limit(1)
)


def link_ids(transaction: Transaction, of: BitextId) -> list[LinkId]:
    """The links of a bitext in row order."""
    query = select(link.c.id).where(link.c.bitext_id == of).order_by(link.c.rank)
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def link_neighbours(
    transaction: Transaction, of: BitextId, rank: int, *, after: bool, how_many: int
) -> list[tuple[LinkId, int]]:
    """The next links (id, rank) before or after a rank, the nearest first."""
    asked = {"bitext": of, "rank": rank, "how_many": how_many}
    rows = transaction.connection.execute(_BELOW if after else _ABOVE, asked)
    return [(LinkId(id_), other) for id_, other in rows]


def links_below(
    transaction: Transaction, of: BitextId, rank: int, until: Collection[LinkStatus]
) -> list[LinkId]:
    """The links below a rank, in row order, down to the first with one of these statuses, which is left out."""
    asked: dict[str, object] = {"bitext": of, "rank": rank}
    statuses = {"statuses": [status.value for status in until]}
    end = transaction.connection.scalar(_FIRST_WITH, asked | statuses)
    if end is None:
        found = transaction.connection.scalars(_LOWER, asked)
    else:
        found = transaction.connection.scalars(_LOWER_DOWN_TO, asked | {"end": end})
    return [LinkId(id_) for id_ in found]


def links_holding(
    transaction: Transaction, paragraphs: Sequence[ParagraphId], of: BitextId | None = None
) -> dict[tuple[ParagraphId, BitextId], LinkId]:
    """In which link each paragraph stands, in one bitext or in all."""
    query = _HOLDERS if of is None else _HOLDERS_IN_ONE
    within: dict[str, object] = {} if of is None else {"bitext": of}
    found = {}
    for some in batches(paragraphs):
        for paragraph, in_bitext, holder in transaction.connection.execute(query, {"ids": some} | within):
            found[ParagraphId(paragraph), BitextId(in_bitext)] = LinkId(holder)
    return found


def paragraphs_of(transaction: Transaction, links: Sequence[LinkId]) -> set[ParagraphId]:
    """The paragraphs on either side of these links."""
    return {
        ParagraphId(member)
        for some in batches(links)
        for _, _, member in transaction.connection.execute(_MEMBERS, {"ids": some}).all()
    }


def read_links(transaction: Transaction, ids: Iterable[LinkId]) -> Mapping[LinkId, Link]:
    """Those of the links that exist, by id."""
    wanted = list(ids)
    for some in batches([id_ for id_ in wanted if id_ not in transaction.links]):
        transaction.links |= _load(transaction, some)
    return {id_: transaction.links[id_] for id_ in wanted if id_ in transaction.links}


def _load(transaction: Transaction, ids: Sequence[LinkId]) -> dict[LinkId, Link]:
    sides = _members(transaction, ids)
    sentences = _sentence_links(transaction, ids)
    found = {}
    rows = transaction.connection.execute(_LINKS, {"ids": ids}).all()
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
    sides: defaultdict[int, tuple[list[ParagraphId], list[ParagraphId]]] = defaultdict(lambda: ([], []))
    for owner, side, member in transaction.connection.execute(_MEMBERS, {"ids": ids}).all():
        sides[owner][_SIDES[side]].append(member)
    return sides


def _sentence_links(transaction: Transaction, ids: Sequence[LinkId]) -> Mapping[int, list[SentenceLink]]:
    asked = {"ids": ids}
    members: defaultdict[tuple[int, int], tuple[list[SentenceId], list[SentenceId]]]
    members = defaultdict(lambda: ([], []))
    for owner, place, side, member in transaction.connection.execute(_SENTENCE_MEMBERS, asked).all():
        members[owner, place][_SIDES[side]].append(member)
    found: defaultdict[int, list[SentenceLink]] = defaultdict(list)
    for owner, place, confidence, *parts in transaction.connection.execute(_SENTENCE_LINKS, asked).all():
        source, target = members[owner, place]
        found[owner].append(SentenceLink(tuple(source), tuple(target), confidence, Evidence(*parts)))
    return found


def read_verdicts(
    transaction: Transaction, of: BitextId, ids: Sequence[LinkId] | None = None
) -> dict[LinkId, Verdict]:
    """What is thought of a bitext's links, in row order, or of those of the links that belong to it."""
    within: dict[str, object] = {"bitext": of}
    if ids is None:
        queries = [(_VERDICTS, within)]
    else:
        queries = [(_SOME_VERDICTS, within | {"ids": some}) for some in batches(ids)]
    rows = (row for one, asked in queries for row in transaction.connection.execute(one, asked).all())
    return {
        LinkId(id_): Verdict(_STATUS[status], by, at, reason or "") for id_, status, by, at, reason in rows
    }
