"""All rows of a bitext in brief, without reading a text."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from taqabul.domain.ids import BitextId, DocumentId, LinkId, ParagraphId
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, note, paragraph

Rows = Sequence[Sequence[Any]]


def link_lines(transaction: Transaction, bitext: BitextId) -> Rows:
    """The links of a bitext in row order: link, rank, status, confidence."""
    query = select(link.c.id, link.c.rank, link.c.status, link.c.confidence)
    return transaction.connection.execute(query.where(link.c.bitext_id == bitext).order_by(link.c.rank)).all()


def member_lines(transaction: Transaction, bitext: BitextId) -> Rows:
    """Which paragraph stands in which row: paragraph, rank of its link."""
    query = select(link_member.c.paragraph_id, link.c.rank).join_from(
        link, link_member, link_member.c.link_id == link.c.id
    )
    return transaction.connection.execute(query.where(link.c.bitext_id == bitext)).all()


def paragraph_lines(transaction: Transaction, document: DocumentId) -> Rows:
    """The paragraphs of a document in order: paragraph, length of its text."""
    query = select(paragraph.c.id, paragraph.c.length).where(paragraph.c.document_id == document)
    return transaction.connection.execute(query.order_by(paragraph.c.rank)).all()


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


def texts(transaction: Transaction, bitext: BitextId) -> Rows:
    """All texts of a bitext in row order, source before target: link, side, paragraph, text."""
    query = (
        select(link.c.id, link_member.c.side, paragraph.c.id, paragraph.c.text)
        .join_from(link, link_member, link_member.c.link_id == link.c.id)
        .join(paragraph, paragraph.c.id == link_member.c.paragraph_id)
        .where(link.c.bitext_id == bitext)
        .order_by(link.c.rank, link_member.c.side, link_member.c.position)
    )
    return transaction.connection.execute(query).all()
