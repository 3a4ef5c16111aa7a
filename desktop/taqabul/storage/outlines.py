"""All rows of a bitext in brief, without reading a text."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Integer, Select, case, cast, func, literal, literal_column, select, union

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.ids import BitextId, DocumentId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.storage.database import Transaction
from taqabul.storage.dialects import each_item, first_number, listed, values_of
from taqabul.storage.tables import annotation, annotation_span, link, link_member, note, paragraph

Ints = NDArray[np.int64]
BILLION = 1_000_000_000


def link_columns(transaction: Transaction, bitext: BitextId) -> tuple[Ints, Ints, Ints, NDArray[np.float64]]:
    """The links of a bitext, in no order: link, rank, place of its status in LinkStatus, confidence or nan.

    Confidences are rounded to nine decimals.
    """
    code = case({status.value: place for place, status in enumerate(LinkStatus)}, value=link.c.status)
    billionths = cast(func.round(func.coalesce(link.c.confidence, -1) * BILLION), Integer)
    query = select(link.c.id, link.c.rank, code, billionths).where(link.c.bitext_id == bitext)
    ids, ranks, statuses, confidence = _columns(transaction, query)
    return ids, ranks, statuses, np.where(confidence < 0, np.nan, confidence / BILLION)


def has_more_links(transaction: Transaction, bitext: BitextId, than: int) -> bool:
    """Whether a bitext has more links than so many, without counting them all."""
    query = select(link.c.id).where(link.c.bitext_id == bitext).offset(than).limit(1)
    return transaction.connection.scalar(query) is not None


def member_columns(transaction: Transaction, bitext: BitextId, links: Ints) -> tuple[Ints, Ints]:
    """Which paragraph stands in which of a bitext's links, in no order: paragraph, link."""
    if not len(links):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    of = link_member.c
    # A bitext's links lie together, so that their stretch of the index is read through, not looked up one by one.
    near = of.link_id.between(int(links.min()), int(links.max()))
    paragraphs, held_by = _columns(
        transaction, select(of.paragraph_id, of.link_id).where(near, of.bitext_id == bitext)
    )
    return paragraphs, held_by


def paragraph_columns(transaction: Transaction, document: DocumentId) -> tuple[Ints, Ints, Ints]:
    """The paragraphs of a document, in no order: paragraph, rank, length of its text."""
    query = select(paragraph.c.id, paragraph.c.rank, paragraph.c.length)
    ids, ranks, lengths = _columns(transaction, query.where(paragraph.c.document_id == document))
    return ids, ranks, lengths


def _columns(transaction: Transaction, query: Select[Any]) -> list[Ints]:
    """The columns of a query for whole numbers.

    They come as JSON: compiled code makes and reads it, and a hundred thousand rows one by one take ten times as
    long; numbers with fractions would take five times as long.
    """
    rows = query.subquery()
    together = select(*(listed(column) for column in rows.c))
    lists = transaction.connection.execute(together).one()
    return [np.fromstring(text[1:-1], np.int64, sep=",") for text in lists]


def corrected_paragraphs(transaction: Transaction, document: DocumentId) -> list[ParagraphId]:
    """The paragraphs of a document whose text a person corrected."""
    query = select(paragraph.c.id).where(paragraph.c.document_id == document)
    return [
        ParagraphId(id_)
        for id_ in transaction.connection.scalars(query.where(paragraph.c.imported.is_not(None)))
    ]


def noted_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext that carry notes."""
    query = select(note.c.link_id).where(note.c.bitext_id == bitext, note.c.link_id.is_not(None)).distinct()
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def last_reasons(transaction: Transaction, how_many: int) -> list[str]:
    """The reasons for another look that the library's links have, each once, the one given last first."""
    query = select(link.c.reason).where(link.c.reason.is_not(None)).group_by(link.c.reason)
    query = query.order_by(func.max(link.c.changed_at).desc(), link.c.reason).limit(how_many)
    return [str(reason) for reason in transaction.connection.scalars(query)]


def reasoned_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext that somebody said why to look at again."""
    query = select(link.c.id).where(link.c.bitext_id == bitext, link.c.reason.is_not(None))
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def bookmarked_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext with a bookmark."""
    # Word for word as in the index of bookmarked links: SQLAlchemy compares a column of yes and no with 1.
    query = select(link.c.id).where(link.c.bitext_id == bitext, literal_column("bookmarked"))
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def marked_links(transaction: Transaction, bitext: BitextId) -> list[tuple[LinkId, str, bool]]:
    """Which links of a bitext bear annotations: link, label set, whether a stretch lost its place; each once.

    A lost stretch counts for the link of the paragraph it stood in.
    """
    of, orphaned = annotation.c, annotation.c.lost.is_not(None)
    lost, span = values_of(each_item(annotation.c.lost))
    home = first_number(span)
    on_text = (
        select(link_member.c.link_id, of.label_set, orphaned)
        .join_from(annotation, annotation_span, annotation_span.c.annotation_id == of.id)
        .join(link_member, link_member.c.paragraph_id == annotation_span.c.paragraph_id)
        .where(of.bitext_id == bitext, link_member.c.bitext_id == bitext)
    )
    on_pair = select(of.link_id, of.label_set, orphaned).where(
        of.bitext_id == bitext, of.link_id.is_not(None)
    )
    left_text = (
        select(link_member.c.link_id, of.label_set, orphaned)
        .join_from(annotation, lost, literal(1) == 1)
        .join(link_member, link_member.c.paragraph_id == home)
        .where(of.bitext_id == bitext, orphaned, link_member.c.bitext_id == bitext)
    )
    found = transaction.connection.execute(union(on_text, on_pair, left_text))
    return [(LinkId(id_), str(label_set), bool(lost)) for id_, label_set, lost in found]


def texts(transaction: Transaction, bitext: BitextId) -> Iterator[tuple[LinkId, bool, str]]:
    """All texts of a bitext in row order, source before target, one after the other: link, whether target, text."""
    query = (
        select(link.c.id, link_member.c.side == Side.TARGET.value, paragraph.c.text)
        .join_from(link, link_member, link_member.c.link_id == link.c.id)
        .join(paragraph, paragraph.c.id == link_member.c.paragraph_id)
        .where(link.c.bitext_id == bitext)
        .order_by(link.c.rank, link_member.c.side, link_member.c.position)
    )
    for id_, is_target, text in transaction.connection.execute(query):
        yield LinkId(id_), bool(is_target), text
