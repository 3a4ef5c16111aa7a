"""Annotations and their stretches: from rows to records and back."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, bindparam, delete, select

from taqabul.domain.annotation import Annotation, AnnotationStatus, Span
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId
from taqabul.storage.batches import IDS, batches, insert_all
from taqabul.storage.database import Transaction, undisturbed
from taqabul.storage.replacing import attributes_back, attributes_text, replace_rows
from taqabul.storage.tables import annotation, annotation_span, link_member

_OF = annotation.c
_SPAN = annotation_span.c
_SPANS = select(
    _SPAN.annotation_id,
    _SPAN.paragraph_id,
    _SPAN.start,
    _SPAN.end,
    _SPAN.quote,
    _SPAN.prefix,
    _SPAN.suffix,
).order_by(_SPAN.annotation_id, _SPAN.place)
_BY_ID = (
    select(annotation).where(_OF.id.in_(IDS)).order_by(_OF.id),
    _SPANS.where(_SPAN.annotation_id.in_(IDS)),
)
_ON_PARAGRAPHS = select(_SPAN.annotation_id).where(_SPAN.paragraph_id.in_(IDS))
# Not by the index of all of a bitext's annotations: those on the paragraphs are few.
_ON_PARAGRAPHS_IN_ONE = _ON_PARAGRAPHS.join(annotation, _OF.id == _SPAN.annotation_id).where(
    _OF.bitext_id + 0 == bindparam("bitext")
)
_ALIKE = _ON_PARAGRAPHS_IN_ONE.where(
    _OF.author == bindparam("by"), _OF.label_set == bindparam("in_set"), _OF.label == bindparam("with_label")
)
# Its bitext is asked of each annotation found: joined, SQLite would go through all annotations of the bitext.
_ITS_BITEXT = select(_OF.bitext_id).where(_OF.id == _SPAN.annotation_id).scalar_subquery()
_MEMBERS = select(link_member.c.paragraph_id).where(link_member.c.link_id.in_(IDS))
_IN_ROWS = select(_SPAN.annotation_id).where(
    _SPAN.paragraph_id.in_(_MEMBERS), bindparam("bitext") == _ITS_BITEXT
)
_ON_LINKS = select(_OF.link_id, _OF.id).where(_OF.link_id.in_(IDS)).order_by(_OF.id)
_STATUS = {status.value: status for status in AnnotationStatus}


def read_annotations(
    transaction: Transaction, ids: Iterable[AnnotationId]
) -> Mapping[AnnotationId, Annotation]:
    """Those of the annotations that exist, by id, the oldest first."""
    found: dict[AnnotationId, Annotation] = {}
    for some in batches(sorted(set(ids))):
        found |= _read(transaction, *_BY_ID, {"ids": some})
    return found


def annotations_of(
    transaction: Transaction, bitext: BitextId, label_set: str | None = None
) -> dict[AnnotationId, Annotation]:
    """All annotations of a bitext, or those of one label set, the oldest first."""
    query = select(annotation).where(_OF.bitext_id == bitext)
    if label_set is not None:
        query = query.where(_OF.label_set == label_set)
    chosen = _SPAN.annotation_id.in_(query.with_only_columns(_OF.id))
    with undisturbed():
        return _read(transaction, query.order_by(_OF.id), _SPANS.where(chosen))


def annotation_ids_on(
    transaction: Transaction,
    paragraphs: Sequence[ParagraphId] = (),
    links: Sequence[LinkId] = (),
    bitext: BitextId | None = None,
) -> list[AnnotationId]:
    """The annotations that lie on some paragraphs or on some links as a whole, of one bitext or of all."""
    query = _ON_PARAGRAPHS if bitext is None else _ON_PARAGRAPHS_IN_ONE
    within = {} if bitext is None else {"bitext": bitext}
    found: set[int] = set()
    for some in batches(paragraphs):
        found.update(transaction.connection.scalars(query, {"ids": some} | within))
    found.update(id_ for ids in annotation_ids_on_links(transaction, links).values() for id_ in ids)
    return [AnnotationId(id_) for id_ in sorted(found)]


def annotation_ids_alike(
    transaction: Transaction,
    bitext: BitextId,
    author: str,
    label: tuple[str, str],
    paragraphs: Sequence[ParagraphId],
) -> list[AnnotationId]:
    """The annotations by somebody with one label (its set, its key) that lie on some paragraphs of a bitext."""
    asked = {"bitext": bitext, "by": author, "in_set": label[0], "with_label": label[1]}
    found: set[int] = set()
    for some in batches(paragraphs):
        found.update(transaction.connection.scalars(_ALIKE, {"ids": some} | asked))
    return [AnnotationId(id_) for id_ in sorted(found)]


def annotation_ids_in_rows(
    transaction: Transaction, bitext: BitextId, links: Sequence[LinkId]
) -> list[AnnotationId]:
    """The annotations of a bitext that lie in paragraphs of these links or on one of them as a whole."""
    found: set[int] = set()
    for some in batches(links):
        found.update(transaction.connection.scalars(_IN_ROWS, {"bitext": bitext, "ids": some}))
    found.update(id_ for ids in annotation_ids_on_links(transaction, links).values() for id_ in ids)
    return [AnnotationId(id_) for id_ in sorted(found)]


def annotation_ids_on_links(
    transaction: Transaction, links: Sequence[LinkId]
) -> dict[LinkId, list[AnnotationId]]:
    """The annotations on each of the links as a whole, the oldest first."""
    found: defaultdict[LinkId, list[AnnotationId]] = defaultdict(list)
    for some in batches(links):
        for link, id_ in transaction.connection.execute(_ON_LINKS, {"ids": some}):
            found[link].append(id_)
    return found


def annotated_paragraphs(
    transaction: Transaction, ids: Sequence[AnnotationId]
) -> dict[AnnotationId, list[ParagraphId]]:
    """The paragraphs on which each of the annotations lies, in the order of its stretches."""
    found: defaultdict[AnnotationId, list[ParagraphId]] = defaultdict(list)
    for some in batches(ids):
        query = select(_SPAN.annotation_id, _SPAN.paragraph_id).where(_SPAN.annotation_id.in_(some))
        for id_, paragraph in transaction.connection.execute(
            query.order_by(_SPAN.annotation_id, _SPAN.place)
        ):
            found[id_].append(paragraph)
    return found


def orphan_ids(transaction: Transaction, bitext: BitextId) -> list[AnnotationId]:
    """The annotations of a bitext with a stretch that has lost its place, the oldest first."""
    query = select(_OF.id).where(_OF.bitext_id == bitext, _OF.lost.is_not(None)).order_by(_OF.id)
    return [AnnotationId(id_) for id_ in transaction.connection.scalars(query)]


def uids_known(transaction: Transaction, uids: Sequence[str]) -> dict[str, AnnotationId]:
    """Those of the annotations that are in this library, by uid."""
    found = {}
    for some in batches(uids):
        query = select(_OF.uid, _OF.id).where(_OF.uid.in_(some))
        found.update({uid: AnnotationId(id_) for uid, id_ in transaction.connection.execute(query)})
    return found


def replace_annotations(transaction: Transaction, replacement: Replacement[Annotation]) -> None:
    """Take annotations out and put others in their place; stretches that stay are not written."""
    before = {one.id: one.spans for one in replacement.removed}
    placed = [one for one in replacement.inserted if before.get(one.id) != one.spans]
    for some in batches([one.id for one in placed if one.id in before]):
        transaction.connection.execute(delete(annotation_span).where(_SPAN.annotation_id.in_(some)))
    replace_rows(transaction, annotation, replacement, _row)
    insert_all(transaction, annotation_span, (row for one in placed for row in _span_rows(one)))


def _read(
    transaction: Transaction,
    query: Select[Any],
    spans_of: Select[Any],
    values: Mapping[str, Any] | None = None,
) -> dict[AnnotationId, Annotation]:
    """The annotations of a query in its order, with their stretches, given the values of both queries."""
    spans: defaultdict[int, list[Span]] = defaultdict(list)
    for owner, paragraph, start, end, quote, prefix, suffix in transaction.connection.execute(
        spans_of, values or {}
    ).all():
        spans[owner].append(Span(paragraph, start, end, quote, prefix, suffix))
    found = {}
    for row in transaction.connection.execute(query, values or {}).all():
        id_, uid, bitext, link, claim, label_set, label, author, made, by, at, said, comment, status, lost = (
            row
        )
        found[id_] = Annotation(
            id_,
            uid,
            bitext,
            label_set,
            label,
            author,
            made,
            by,
            at,
            tuple(spans.get(id_, ())),
            link,
            () if lost is None else tuple(Span(*span) for span in json.loads(lost)),
            attributes_back(said),
            comment,
            _STATUS[status],
            claim,
        )
    return found


def _row(record: Annotation) -> dict[str, object]:
    return {
        "id": record.id,
        "uid": record.uid,
        "bitext_id": record.bitext,
        "link_id": record.link,
        "claim_id": record.claim,
        "label_set": record.label_set,
        "label": record.label,
        "author": record.author,
        "created_at": record.created_at,
        "changed_by": record.changed_by,
        "changed_at": record.changed_at,
        "attributes": attributes_text(record.attributes),
        "comment": record.comment,
        "status": record.status.value,
        "lost": _lost_text(record.lost) if record.lost else None,
    }


def _lost_text(lost: Sequence[Span]) -> str:
    spans = [[one.paragraph, one.start, one.end, one.quote, one.prefix, one.suffix] for one in lost]
    return json.dumps(spans, ensure_ascii=False, separators=(",", ":"))


def _span_rows(record: Annotation) -> list[dict[str, object]]:
    return [
        {
            "annotation_id": record.id,
            "place": place,
            "paragraph_id": span.paragraph,
            "start": span.start,
            "end": span.end,
            "quote": span.quote,
            "prefix": span.prefix,
            "suffix": span.suffix,
        }
        for place, span in enumerate(record.spans)
    ]
