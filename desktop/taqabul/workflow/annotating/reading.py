"""What is written on some rows, or on a whole bitext, for screens and exporters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from taqabul.domain.annotated import AnnotatedBitext, AnnotatedText
from taqabul.domain.annotation import Annotation, Relation
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId
from taqabul.domain.labels import LabelSet
from taqabul.storage.annotations import (
    annotated_paragraphs,
    annotation_ids_in_rows,
    annotations_of,
    read_annotations,
)
from taqabul.storage.claims import read_claims
from taqabul.storage.database import Transaction
from taqabul.storage.links import link_ids, links_holding, read_links
from taqabul.storage.notes import notes_of
from taqabul.storage.relations import decisions_of, relations_at, relations_of
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in, document_in
from taqabul.workflow.proposals import paragraphs_of


@dataclass(frozen=True)
class OnRows:
    """What is written on some rows.

    ``annotations`` are those with a stretch in one of the rows or on one as a whole, the oldest first. ``relations``
    begin or end at one of them; ``ends`` holds the annotations at their other ends, in other rows or bitexts.
    """

    annotations: Mapping[AnnotationId, Annotation] = field(default_factory=dict)
    by_paragraph: Mapping[ParagraphId, tuple[Annotation, ...]] = field(default_factory=dict)
    by_pair: Mapping[LinkId, tuple[Annotation, ...]] = field(default_factory=dict)
    relations: tuple[Relation, ...] = ()
    ends: Mapping[AnnotationId, Annotation] = field(default_factory=dict)


def annotations_on_rows(library: Library, bitext: BitextId, links: Sequence[LinkId]) -> OnRows:
    """What is written on some rows of a bitext; links that are gone are passed over."""
    with library.database.read() as transaction:
        ids = annotation_ids_in_rows(transaction, bitext, links)
        return _on_rows(transaction, read_annotations(transaction, ids)) if ids else OnRows()


def _on_rows(transaction: Transaction, found: Mapping[AnnotationId, Annotation]) -> OnRows:
    by_paragraph: dict[ParagraphId, list[Annotation]] = {}
    by_pair: dict[LinkId, list[Annotation]] = {}
    for one in found.values():
        for paragraph in dict.fromkeys(span.paragraph for span in one.spans):
            by_paragraph.setdefault(paragraph, []).append(one)
        if one.link is not None:
            by_pair.setdefault(one.link, []).append(one)
    relations = relations_at(transaction, list(found))
    others = {id_ for one in relations for id_ in (one.source, one.target)} - found.keys()
    return OnRows(
        found,
        {id_: tuple(some) for id_, some in by_paragraph.items()},
        {id_: tuple(some) for id_, some in by_pair.items()},
        tuple(relations),
        read_annotations(transaction, others) if others else {},
    )


def annotation(library: Library, id_: AnnotationId) -> Annotation:
    """One annotation. Raises EditConflict where it is not there any more."""
    return annotations(library, [id_])[0]


def annotations(library: Library, ids: Sequence[AnnotationId]) -> list[Annotation]:
    """Annotations in the order asked for. Raises EditConflict where one is not there any more."""
    with library.database.read() as transaction:
        found = read_annotations(transaction, ids)
    if not found.keys() >= set(ids):
        raise EditConflict("The mark is not there any more: it was taken away meanwhile.", "Choose another.")
    return [found[id_] for id_ in ids]


def all_annotations(
    library: Library, bitext: BitextId, label_set: str | None = None
) -> tuple[Annotation, ...]:
    """The annotations of a bitext, or those of one label set, the oldest first."""
    with library.database.read() as transaction:
        return tuple(annotations_of(transaction, bitext, label_set).values())


def rows_of_annotations(
    library: Library, bitext: BitextId, ids: Sequence[AnnotationId]
) -> dict[AnnotationId, LinkId]:
    """The row in which each of a bitext's annotations begins; those without a place are left out."""
    with library.database.read() as transaction:
        on = annotated_paragraphs(transaction, ids)
        holders = links_holding(transaction, list({p for some in on.values() for p in some}), bitext)
        rows = {id_: holders[some[0], bitext] for id_, some in on.items() if (some[0], bitext) in holders}
        whole = read_annotations(transaction, [id_ for id_ in ids if id_ not in rows])
        return rows | {id_: one.link for id_, one in whole.items() if one.link is not None}


def annotated_bitext(library: Library, bitext: BitextId) -> AnnotatedBitext:
    """A bitext with all that people wrote on it. Raises InvalidInput where there is no such."""
    sets = label_sets(library)
    with library.database.read() as transaction:
        return annotated_in(transaction, bitext, sets)


def annotated_in(
    transaction: Transaction, bitext: BitextId, sets: Mapping[str, LabelSet] = MappingProxyType({})
) -> AnnotatedBitext:
    """The same as a transaction sees it; ``sets`` are the library's, of which those in use go with it."""
    record = bitext_in(transaction, bitext)
    source, target = (
        AnnotatedText(document_in(transaction, side), tuple(paragraphs_of(transaction, side)))
        for side in (record.source, record.target)
    )
    links = read_links(transaction, link_ids(transaction, bitext))
    annotations = tuple(annotations_of(transaction, bitext).values())
    claims = read_claims(transaction, {one.claim for one in annotations if one.claim is not None})
    relations = tuple(relations_of(transaction, bitext))
    used = {one.label_set for one in annotations} | {one.label_set for one in relations}
    far = {one.target for one in relations} - {one.id for one in annotations}
    return AnnotatedBitext(
        record,
        source,
        target,
        tuple(links.values()),
        annotations,
        relations,
        tuple(notes_of(transaction, bitext)),
        tuple(claims.values()),
        {key: one for key, one in sets.items() if key in used},
        {id_: one.uid for id_, one in read_annotations(transaction, far).items()},
        tuple(decisions_of(transaction, bitext)),
    )
