"""What exporters read of pairs, page by page, without making records of it: that would take most of their time."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple

from sqlalchemy import select

from taqabul.domain.bitext import EVIDENCE_PARTS, LinkStatus
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.storage.batches import IDS, batches
from taqabul.storage.database import Transaction
from taqabul.storage.tables import (
    link,
    link_member,
    note,
    paragraph,
    sentence,
    sentence_link,
    sentence_member,
)

_STATUS = {status.value: status for status in LinkStatus}
_SIDES = {Side.SOURCE.value: 0, Side.TARGET.value: 1}
_of, _of_member = link.c, link_member.c
_of_head, _of_sentence = sentence_link.c, sentence_member.c

_HEADS = select(_of.id, _of.status, _of.changed_by, _of.changed_at, _of.reason, _of.confidence).where(
    _of.id.in_(IDS)
)
_HEADS_WITH_EVIDENCE = _HEADS.add_columns(*(_of[name] for name in EVIDENCE_PARTS))
_PARAGRAPHS = (
    select(
        _of_member.link_id,
        _of_member.side,
        paragraph.c.id,
        paragraph.c.rank,
        paragraph.c.number,
        paragraph.c.text,
        paragraph.c.imported,
    )
    .join_from(link_member, paragraph, paragraph.c.id == _of_member.paragraph_id)
    .where(_of_member.link_id.in_(IDS))
    .order_by(_of_member.link_id, _of_member.side, _of_member.position)
)
_NOTES = select(note.c.link_id, note.c.text).where(note.c.link_id.in_(IDS)).order_by(note.c.id)
_SCORES = (
    select(
        _of_head.link_id, _of_head.place, _of_head.confidence, *(_of_head[name] for name in EVIDENCE_PARTS)
    )
    .where(_of_head.link_id.in_(IDS))
    .order_by(_of_head.link_id, _of_head.place)
)
_SENTENCES = (
    select(
        _of_sentence.link_id,
        _of_sentence.place,
        _of_sentence.side,
        sentence.c.paragraph_id,
        sentence.c.start,
        sentence.c.end,
    )
    .join_from(sentence_member, sentence, sentence.c.id == _of_sentence.sentence_id)
    .where(_of_sentence.link_id.in_(IDS))
    .order_by(_of_sentence.link_id, _of_sentence.place, _of_sentence.side, _of_sentence.position)
)


class Head(NamedTuple):
    """What is known of a link but for its members; ``evidence`` in the order of EVIDENCE_PARTS, or not read."""

    status: LinkStatus
    changed_by: str
    changed_at: datetime
    reason: str
    confidence: float | None
    evidence: tuple[float | None, ...]


class Member(NamedTuple):
    """A paragraph of a link; ``imported`` is None where nobody corrected its text."""

    paragraph: int
    rank: int
    number: int
    text: str
    imported: str | None


class Stretch(NamedTuple):
    """A sentence: code points of a paragraph's text."""

    paragraph: int
    start: int
    end: int


class Part(NamedTuple):
    """A sentence link: its score, and the sentences of either side."""

    confidence: float | None
    evidence: tuple[float | None, ...]
    source: list[Stretch]
    target: list[Stretch]


Members = tuple[list[Member], list[Member]]

_member = partial(tuple.__new__, Member)
"""A member of a tuple; there are many, and the constructor of a named one takes twice as long."""


def read_heads(
    transaction: Transaction, links: Sequence[LinkId], *, with_evidence: bool
) -> dict[LinkId, Head]:
    """What is known of each link that exists."""
    query = _HEADS_WITH_EVIDENCE if with_evidence else _HEADS
    return {
        LinkId(id_): Head(_STATUS[status], by, at, reason or "", confidence, tuple(evidence))
        for some in batches(links)
        for id_, status, by, at, reason, confidence, *evidence in transaction.connection.execute(
            query, {"ids": some}
        ).all()
    }


def read_members(transaction: Transaction, links: Sequence[LinkId]) -> Mapping[LinkId, Members]:
    """The paragraphs of each link, source and target."""
    found: defaultdict[LinkId, Members] = defaultdict(lambda: ([], []))
    for some in batches(links):
        rows = transaction.connection.execute(_PARAGRAPHS, {"ids": some}).all()
        for row in rows:
            found[row[0]][_SIDES[row[1]]].append(_member(row[2:]))
    return found


def read_remarks(transaction: Transaction, links: Sequence[LinkId]) -> Mapping[LinkId, list[str]]:
    """The texts of the notes on each link, the oldest first."""
    found: defaultdict[LinkId, list[str]] = defaultdict(list)
    for some in batches(links):
        for id_, text in transaction.connection.execute(_NOTES, {"ids": some}).all():
            found[id_].append(text)
    return found


def read_parts(transaction: Transaction, links: Sequence[LinkId]) -> Mapping[LinkId, list[Part]]:
    """The sentence links of each link, in order."""
    found: defaultdict[LinkId, list[Part]] = defaultdict(list)
    for some in batches(links):
        by_place: dict[tuple[int, int], Part] = {}
        for id_, place, confidence, *evidence in transaction.connection.execute(_SCORES, {"ids": some}).all():
            by_place[id_, place] = part = Part(confidence, tuple(evidence), [], [])
            found[id_].append(part)
        for id_, place, side, *stretch in transaction.connection.execute(_SENTENCES, {"ids": some}).all():
            part = by_place[id_, place]
            (part.target if _SIDES[side] else part.source).append(Stretch(*stretch))
    return found
