"""All rows of a bitext in brief, in one query."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import case, func, select

from taqabul.domain.ids import BitextId, DocumentId, LinkId
from taqabul.domain.language import Side
from taqabul.storage.database import Transaction
from taqabul.storage.tables import link, link_member, note, paragraph

Brief = Sequence[Any]
"""Link, rank, status, confidence, the lengths of both sides, the rank of the first paragraph of each
side, whether a text was corrected (1) or not (0)."""


def read_outline(transaction: Transaction, bitext: BitextId) -> Sequence[Brief]:
    """The rows of a bitext in order."""
    source, target = (link_member.c.side == side.value for side in Side)
    length = func.length(paragraph.c.text)
    query = (
        select(
            link.c.id,
            link.c.rank,
            link.c.status,
            link.c.confidence,
            func.sum(case((source, length), else_=0)),
            func.sum(case((target, length), else_=0)),
            func.min(case((source, paragraph.c.rank))),
            func.min(case((target, paragraph.c.rank))),
            func.max(paragraph.c.imported.is_not(None)),
        )
        .join_from(link, link_member, link_member.c.link_id == link.c.id)
        .join(paragraph, paragraph.c.id == link_member.c.paragraph_id)
        .where(link.c.bitext_id == bitext)
        .group_by(link.c.rank, link.c.id)
        .order_by(link.c.rank)
    )
    return transaction.connection.execute(query).all()


def noted_links(transaction: Transaction, bitext: BitextId) -> set[LinkId]:
    """The links of a bitext that carry notes."""
    query = select(note.c.link_id).where(note.c.bitext_id == bitext)
    return {LinkId(id_) for id_ in transaction.connection.scalars(query)}


def paragraph_ranks(transaction: Transaction, document: DocumentId) -> Sequence[int]:
    """The ranks of a document's paragraphs, ascending."""
    query = select(paragraph.c.rank).where(paragraph.c.document_id == document).order_by(paragraph.c.rank)
    return transaction.connection.scalars(query).all()
