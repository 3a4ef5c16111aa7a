"""Directed ties between annotations, of one bitext or of two."""

from collections.abc import Sequence
from dataclasses import replace

from taqabul.domain.annotation import Annotation, Attributes, Relation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, RelationId, new_uid
from taqabul.storage.relations import relations_at
from taqabul.workflow.annotating.marking import marks_of
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library


def relate(
    library: Library,
    bitext: BitextId,
    source: AnnotationId,
    target: AnnotationId,
    label_set: str,
    kind: str,
    attributes: Attributes = (),
) -> ChangeSet:
    """Tie an annotation of the bitext to another, of whatever bitext.

    Raises InvalidEdit where the two are one, or tied so already.
    """
    with drafting(library, bitext, "relate") as draft:
        begin = marks_of(draft, [source])[0]
        end = draft.written.annotations.read(draft.transaction, [target])[0]
        put_tie(draft, begin, end, label_set, kind, attributes)
    return draft.changes


def put_tie(
    draft: Draft,
    source: Annotation,
    target: Annotation,
    label_set: str,
    kind: str,
    attributes: Attributes = (),
) -> Relation:
    """A new relation in the draft."""
    if source.id == target.id:
        raise InvalidEdit("A mark cannot be tied to itself.", "Choose another mark at the other end.")
    known = relations_at(draft.transaction, [source.id])
    same = (source.id, target.id, label_set, kind)
    if any((one.source, one.target, one.label_set, one.kind) == same for one in known):
        raise InvalidEdit("The two marks are tied so already.", "Choose another kind of tie.")
    relation = Relation(
        RelationId(draft.take("relation")),
        new_uid(),
        source.bitext,
        label_set,
        kind,
        source.id,
        target.id,
        draft.author,
        draft.now,
        attributes,
    )
    draft.written.relations.put(relation)
    return relation


def unrelate(library: Library, bitext: BitextId, relations: Sequence[RelationId]) -> ChangeSet:
    """Take relations away."""
    with drafting(library, bitext, "unrelate") as draft:
        for one in _ties_of(draft, relations):
            draft.written.relations.drop(one)
    return draft.changes


def set_relation(
    library: Library, bitext: BitextId, relation: RelationId, label_set: str, kind: str
) -> ChangeSet:
    """Give a relation another type."""
    with drafting(library, bitext, "change relation") as draft:
        for one in _ties_of(draft, [relation]):
            draft.written.relations.put(replace(one, label_set=label_set, kind=kind))
    return draft.changes


def turn_relation(library: Library, bitext: BitextId, relation: RelationId) -> ChangeSet:
    """Let a relation run the other way; its history goes on where it then begins."""
    with drafting(library, bitext, "turn relation") as draft:
        for one in _ties_of(draft, [relation]):
            begin = draft.written.annotations.read(draft.transaction, [one.target])[0]
            draft.written.relations.put(
                replace(one, source=one.target, target=one.source, bitext=begin.bitext)
            )
    return draft.changes


def set_relation_attributes(
    library: Library, bitext: BitextId, relation: RelationId, attributes: Attributes
) -> ChangeSet:
    """Say of a relation just this."""
    with drafting(library, bitext, "set attributes") as draft:
        for one in _ties_of(draft, [relation]):
            draft.written.relations.put(replace(one, attributes=attributes))
    return draft.changes


def _ties_of(draft: Draft, ids: Sequence[RelationId]) -> list[Relation]:
    """Relations that begin or end in the draft's bitext."""
    found = draft.written.relations.read(draft.transaction, dict.fromkeys(ids))
    ends = draft.written.annotations.read(draft.transaction, [one.target for one in found])
    for one, end in zip(found, ends, strict=True):
        if draft.bitext.id not in (one.bitext, end.bitext):
            raise InvalidEdit("The tie is not part of this bitext.", "Choose a tie of this bitext.")
    return found
