"""Bitexts: from rows to records and back."""

from collections.abc import Collection

from sqlalchemy import case, delete, func, insert, select, union, update

from taqabul.domain.bitext import Bitext, LinkStatus
from taqabul.domain.ids import BitextId, DocumentId
from taqabul.domain.language import Side
from taqabul.storage.batches import IDS
from taqabul.storage.database import Transaction
from taqabul.storage.tables import (
    annotation,
    bitext,
    claim,
    document,
    link,
    note,
    placement,
    relation,
    text_file,
)

_STATUS = {status.value: status for status in LinkStatus}
_SIDES = {Side.SOURCE.value: 0, Side.TARGET.value: 1}
_ALL = select(
    bitext.c.id, bitext.c.source_id, bitext.c.target_id, bitext.c.title, bitext.c.created_at
).order_by(bitext.c.id)
_SOME = _ALL.where(bitext.c.id.in_(IDS))
_MADE_OF = (
    select(bitext.c.id).where(bitext.c.source_id.in_(IDS) | bitext.c.target_id.in_(IDS)).order_by(bitext.c.id)
)

_WRITTEN_ON = union(*(select(table.c.bitext_id) for table in (annotation, relation, note)))


def add_bitext(transaction: Transaction, record: Bitext, engine: str) -> None:
    """Keep a bitext; its links come by ``add_links``."""
    row = {
        "id": record.id,
        "source_id": record.source,
        "target_id": record.target,
        "title": record.title,
        "engine": engine,
        "created_at": record.created_at,
    }
    transaction.connection.execute(insert(bitext), row)


def read_bitexts(transaction: Transaction, ids: Collection[BitextId] | None = None) -> list[Bitext]:
    """The bitexts with these ids, or all, in the order in which they were made."""
    if ids is None:
        rows = transaction.connection.execute(_ALL)
    elif not ids:
        return []
    else:
        rows = transaction.connection.execute(_SOME, {"ids": list(ids)})
    return [
        Bitext(BitextId(id_), DocumentId(source), DocumentId(target), title, at)
        for id_, source, target, title, at in rows
    ]


def bitexts_with(transaction: Transaction, documents: Collection[DocumentId]) -> list[BitextId]:
    """The bitexts in which one of the documents stands."""
    if not documents:
        return []
    asked = {"ids": list(documents)}
    return [BitextId(id_) for id_ in transaction.connection.scalars(_MADE_OF, asked)]


def latest_of(
    transaction: Transaction, source: DocumentId, target: DocumentId, engine: str | None = None
) -> BitextId | None:
    """The bitext made last of these two documents (by one ``engine``); one in the bin only where there is no other."""
    query = (
        select(bitext.c.id)
        .join_from(bitext, placement, placement.c.bitext_id == bitext.c.id, isouter=True)
        .where(bitext.c.source_id == source, bitext.c.target_id == target)
        .order_by(placement.c.binned_at.is_not(None), bitext.c.id.desc())
    )
    if engine is not None:
        query = query.where(bitext.c.engine == engine)
    found = transaction.connection.scalar(query.limit(1))
    return None if found is None else BitextId(found)


def latest_from(transaction: Transaction, digests: Collection[str]) -> BitextId | None:
    """The bitext made last of documents out of just the files with these digests; one in the bin only where there is no other."""
    sides = [(text.alias(), file.alias()) for text, file in [(document, text_file)] * 2]
    query = select(bitext.c.id).join_from(
        bitext, placement, placement.c.bitext_id == bitext.c.id, isouter=True
    )
    for (text, file), side in zip(sides, (bitext.c.source_id, bitext.c.target_id), strict=True):
        query = query.join(text, text.c.id == side).join(file, file.c.id == text.c.file_id)
        query = query.where(file.c.sha256.in_(digests))
    first, second = (file.c.sha256 for _, file in sides)
    if len(digests) > 1:
        query = query.where(first != second)
    found = transaction.connection.scalar(
        query.order_by(placement.c.binned_at.is_not(None), bitext.c.id.desc()).limit(1)
    )
    return None if found is None else BitextId(found)


def engines(transaction: Transaction) -> dict[BitextId, str]:
    """The name of what aligned each bitext last."""
    rows = transaction.connection.execute(select(bitext.c.id, bitext.c.engine))
    return {BitextId(id_): engine for id_, engine in rows}


def written_on(transaction: Transaction) -> set[BitextId]:
    """The bitexts on which somebody wrote: annotations, relations or notes."""
    return {BitextId(id_) for id_ in transaction.connection.scalars(_WRITTEN_ON)}


def link_counts(transaction: Transaction, of: Collection[BitextId]) -> dict[BitextId, tuple[int, int]]:
    """How many links each of the bitexts has, and how many of them are confirmed."""
    confirmed = func.sum(case((link.c.status == LinkStatus.CONFIRMED.value, 1), else_=0))
    query = select(link.c.bitext_id, func.count(), confirmed).where(link.c.bitext_id.in_(of))
    query = query.group_by(link.c.bitext_id)
    return {BitextId(id_): (total, yes) for id_, total, yes in transaction.connection.execute(query)}


def change_bitext(transaction: Transaction, id_: BitextId, **values: str) -> None:
    """Give a bitext another title or engine."""
    transaction.connection.execute(update(bitext).where(bitext.c.id == id_).values(values))


def delete_bitext(transaction: Transaction, id_: BitextId) -> bool:
    """Take a bitext out with its links, notes, annotations and journal.

    Relations that end in it go too. Its claims stay where another bitext has a mention of them, as that one's.
    Tells whether that concerned another bitext, or one is made of the same documents.
    """
    connection = transaction.connection
    ours = select(annotation.c.id).where(annotation.c.bitext_id == id_)
    (record,) = read_bitexts(transaction, [id_])
    shared = len(bitexts_with(transaction, [record.source, record.target])) > 1
    ended = connection.execute(
        delete(relation).where(relation.c.source_id.in_(ours) | relation.c.target_id.in_(ours))
    )
    elsewhere = (
        select(annotation.c.bitext_id)
        .where(annotation.c.claim_id == claim.c.id, annotation.c.bitext_id != id_)
        .order_by(annotation.c.id)
        .limit(1)
        .scalar_subquery()
    )
    statement = update(claim).where(claim.c.bitext_id == id_, elsewhere.is_not(None))
    moved = connection.execute(statement.values(bitext_id=elsewhere))
    connection.execute(delete(bitext).where(bitext.c.id == id_))
    return shared or ended.rowcount > 0 or moved.rowcount > 0
