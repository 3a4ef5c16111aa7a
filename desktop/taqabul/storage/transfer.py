"""Bitexts as they are in one library, row by row and under the same numbers, into another that holds nothing."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, insert, select

from taqabul.domain.ids import BitextId
from taqabul.storage import tables as of
from taqabul.storage.batches import batches, insert_all
from taqabul.storage.database import Transaction

_ROWS_AT_ONCE = 5_000


def copy_bitexts(source: Transaction, target: Transaction, ids: Sequence[BitextId]) -> None:
    """Copy bitexts with all that hangs on them, their history, all label sets, and where numbers were.

    The target must be empty; its next numbers follow those of the source. Left out is what leads to other bitexts:
    relations to their annotations. A claim that is theirs goes along where it is mentioned here, as if it were of
    the bitext that mentions it.
    """
    target.connection.execute(delete(of.counter))
    _copy(source, target, of.counter)
    _copy(source, target, of.label_set)
    bitexts = [dict(row) for row in _rows(source, of.bitext, of.bitext.c.id, ids)]
    documents = sorted({row[side] for row in bitexts for side in ("source_id", "target_id")})
    texts = [dict(row) for row in _rows(source, of.document, of.document.c.id, documents)]
    _copy_of(source, target, of.text_file, of.text_file.c.id, sorted({row["file_id"] for row in texts}))
    insert_all(target, of.document, texts)
    insert_all(target, of.bitext, bitexts)
    paragraphs = _copy_of(source, target, of.paragraph, of.paragraph.c.document_id, documents)
    _copy_of(source, target, of.sentence, of.sentence.c.paragraph_id, paragraphs)
    links = _copy_of(source, target, of.link, of.link.c.bitext_id, ids)
    for table in (of.link_member, of.sentence_link, of.sentence_member):
        _copy_of(source, target, table, table.c.link_id, links)
    for table in (of.tag, of.decision, of.suppression, of.visit, of.journal):
        _copy_of(source, target, table, table.c.bitext_id, ids)
    _copy_annotations(source, target, ids)


def _copy_annotations(source: Transaction, target: Transaction, ids: Sequence[BitextId]) -> None:
    marks = [dict(row) for row in _rows(source, of.annotation, of.annotation.c.bitext_id, ids)]
    homes = {row["claim_id"]: row["bitext_id"] for row in marks if row["claim_id"] is not None}
    own = [dict(row) for row in _rows(source, of.claim, of.claim.c.bitext_id, ids)]
    foreign = sorted(homes.keys() - {row["id"] for row in own})
    theirs = [
        dict(row) | {"bitext_id": homes[row["id"]]} for row in _rows(source, of.claim, of.claim.c.id, foreign)
    ]
    insert_all(target, of.claim, own + theirs)
    insert_all(target, of.annotation, marks)
    here = {row["id"] for row in marks}
    _copy_of(source, target, of.annotation_span, of.annotation_span.c.annotation_id, sorted(here))
    ties = _rows(source, of.relation, of.relation.c.bitext_id, ids)
    insert_all(target, of.relation, [row for row in ties if {row["source_id"], row["target_id"]} <= here])
    _copy_of(source, target, of.note, of.note.c.bitext_id, ids)


def _copy(source: Transaction, target: Transaction, table: Table) -> None:
    rows = source.connection.execute(select(table)).mappings()
    insert_all(target, table, map(dict, rows))


def _copy_of(
    source: Transaction, target: Transaction, table: Table, column: ColumnElement[Any], values: Sequence[int]
) -> list[int]:
    """Copy the rows whose column has one of the values; gives their ids, where they have any."""
    found = _rows(source, table, column, values)
    ids: list[int] = []
    while portion := [dict(row) for row in islice(found, _ROWS_AT_ONCE)]:
        target.connection.execute(insert(table), portion)
        ids.extend(row["id"] for row in portion if "id" in row)
    return ids


def _rows(
    source: Transaction, table: Table, column: ColumnElement[Any], values: Sequence[int]
) -> Iterator[Mapping[Any, Any]]:
    for some in batches(values):
        yield from source.connection.execute(select(table).where(column.in_(some))).mappings()
