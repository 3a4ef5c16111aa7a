"""Relations between annotations, and decisions about them: from rows to records and back."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from taqabul.domain.annotation import Decision, Relation, Ruling
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import AnnotationId, BitextId, DecisionId, RelationId
from taqabul.storage.batches import IDS, batches
from taqabul.storage.database import Transaction
from taqabul.storage.replacing import attributes_back, attributes_text, replace_rows
from taqabul.storage.tables import decision, relation

_OF = relation.c
_AT_ENDS = select(relation).where(_OF.source_id.in_(IDS) | _OF.target_id.in_(IDS)).order_by(_OF.id)


def read_relations(transaction: Transaction, ids: Iterable[RelationId]) -> Mapping[RelationId, Relation]:
    """Those of the relations that exist, by id."""
    found = {}
    for some in batches(list(ids)):
        for row in transaction.connection.execute(select(relation).where(_OF.id.in_(some))):
            record = _relation(row)
            found[record.id] = record
    return found


def relations_at(transaction: Transaction, ends: Sequence[AnnotationId]) -> list[Relation]:
    """The relations that begin or end at some annotations, the oldest first."""
    found: dict[RelationId, Relation] = {}
    for some in batches(ends):
        for row in transaction.connection.execute(_AT_ENDS, {"ids": some}).all():
            record = _relation(row)
            found[record.id] = record
    return [found[id_] for id_ in sorted(found)]


def relations_of(transaction: Transaction, bitext: BitextId) -> list[Relation]:
    """The relations that begin at an annotation of a bitext, the oldest first."""
    query = select(relation).where(_OF.bitext_id == bitext).order_by(_OF.id)
    return [_relation(row) for row in transaction.connection.execute(query)]


def replace_relations(transaction: Transaction, replacement: Replacement[Relation]) -> None:
    """Take relations out and put others in their place."""
    replace_rows(transaction, relation, replacement, _relation_row)


def read_decisions(transaction: Transaction, ids: Iterable[DecisionId]) -> Mapping[DecisionId, Decision]:
    """Those of the decisions that exist, by id."""
    found = {}
    for some in batches(list(ids)):
        for row in transaction.connection.execute(select(decision).where(decision.c.id.in_(some))):
            record = _decision(row)
            found[record.id] = record
    return found


def decisions_of(transaction: Transaction, bitext: BitextId) -> list[Decision]:
    """The decisions about a bitext's annotations, the oldest first."""
    query = select(decision).where(decision.c.bitext_id == bitext).order_by(decision.c.id)
    return [_decision(row) for row in transaction.connection.execute(query)]


def decision_on(transaction: Transaction, bitext: BitextId, uid: str) -> Decision | None:
    """What was decided last on an annotation of a bitext."""
    of = decision.c
    named = of.left.contains(json.dumps(uid)) | of.right.contains(json.dumps(uid))
    query = select(decision).where(of.bitext_id == bitext, named).order_by(of.at.desc(), of.id.desc())
    row = transaction.connection.execute(query.limit(1)).first()
    return None if row is None else _decision(row)


def replace_decisions(transaction: Transaction, replacement: Replacement[Decision]) -> None:
    """Take decisions out and put others in their place."""
    replace_rows(transaction, decision, replacement, _decision_row)


def _relation(row: Any) -> Relation:  # noqa: ANN401  (a row of the table)
    id_, uid, bitext, label_set, kind, source, target, author, at, said = row
    return Relation(
        RelationId(id_),
        uid,
        BitextId(bitext),
        label_set,
        kind,
        AnnotationId(source),
        AnnotationId(target),
        author,
        at,
        attributes_back(said),
    )


def _relation_row(record: Relation) -> dict[str, object]:
    return {
        "id": record.id,
        "uid": record.uid,
        "bitext_id": record.bitext,
        "label_set": record.label_set,
        "kind": record.kind,
        "source_id": record.source,
        "target_id": record.target,
        "author": record.author,
        "at": record.at,
        "attributes": attributes_text(record.attributes),
    }


def _decision(row: Any) -> Decision:  # noqa: ANN401  (a row of the table)
    return Decision(
        DecisionId(row.id),
        row.uid,
        BitextId(row.bitext_id),
        tuple(json.loads(row.left)),
        tuple(json.loads(row.right)),
        Ruling(row.ruling),
        tuple(json.loads(row.kept)),
        row.by,
        row.at,
        row.reason,
    )


def _decision_row(record: Decision) -> dict[str, object]:
    return {
        "id": record.id,
        "uid": record.uid,
        "bitext_id": record.bitext,
        "left": json.dumps(record.left),
        "right": json.dumps(record.right),
        "ruling": record.ruling.value,
        "kept": json.dumps(record.kept),
        "by": record.by,
        "at": record.at,
        "reason": record.reason,
    }
