"""All rows of a bitext in brief, without reading a text."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from taqabul.domain.ids import BitextId, DocumentId, LinkId, ParagraphId
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, note, paragraph

Columns = list[list[Any]]


def link_columns(transaction: Transaction, bitext: BitextId) -> Columns:
    """The links of a bitext, in no order: link, rank, status, confidence."""
    query = select(link.c.id, link.c.rank, link.c.status, link.c.confidence)
    return _columns(transaction, query.where(link.c.bitext_id == bitext))


def member_columns(transaction: Transaction, bitext: BitextId) -> Columns:
    """Which paragraph stands in which row: paragraph, rank of its link."""
    query = select(link_member.c.paragraph_id, link.c.rank).join_from(
        link, link_member, link_member.c.link_id == link.c.id
    )
    return _columns(transaction, query.where(link.c.bitext_id == bitext))


def paragraph_columns(transaction: Transaction, document: DocumentId) -> Columns:
    """The paragraphs of a document, in no order: paragraph, rank, length of its text."""
    query = select(paragraph.c.id, paragraph.c.rank, paragraph.c.length)
    return _columns(transaction, query.where(paragraph.c.document_id == document))


def _columns(transaction: Transaction, query: Select[Any]) -> Columns:
    """The columns of a query's result.

    They come as JSON, made and read by compiled code: a hundred thousand rows one by one take longer.
    """
    rows = query.subquery()
    together = select(*(func.json_group_array(column) for column in rows.c))
    return [json.loads(column) for column in transaction.connection.execute(together).one()]


def corrected_paragraphs(transaction: Transaction, document: DocumentId) -> list[ParagraphId]:
    """The paragraphs of a document whose text a person corrected."""
    query = select(paragraph.c.id).where(paragraph.c.document_id == document)
    return [
        ParagraphId(id_)
        for id_ in transaction.connection.scalars(query.where(paragraph.c.imported.is_not(None)))
    ]


def noted_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext that carry notes."""
    query = select(note.c.link_id).where(note.c.bitext_id == bitext).distinct()
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def reasoned_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext that somebody said why to look at again."""
    query = select(link.c.id).where(link.c.bitext_id == bitext, link.c.reason.is_not(None))
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def bookmarked_links(transaction: Transaction, bitext: BitextId) -> list[LinkId]:
    """The links of a bitext with a bookmark."""
    query = select(link.c.id).where(link.c.bitext_id == bitext, link.c.bookmarked)
    return [LinkId(id_) for id_ in transaction.connection.scalars(query)]


def texts(transaction: Transaction, bitext: BitextId) -> Sequence[Sequence[Any]]:
    """All texts of a bitext in row order, source before target: link, side, paragraph, text."""
    query = (
        select(link.c.id, link_member.c.side, paragraph.c.id, paragraph.c.text)
        .join_from(link, link_member, link_member.c.link_id == link.c.id)
        .join(paragraph, paragraph.c.id == link_member.c.paragraph_id)
        .where(link.c.bitext_id == bitext)
        .order_by(link.c.rank, link_member.c.side, link_member.c.position)
    )
    return transaction.connection.execute(query).all()
