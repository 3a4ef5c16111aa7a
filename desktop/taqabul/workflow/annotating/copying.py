"""What people wrote on a bitext, copied to another with the same rows and texts."""

from collections.abc import Mapping
from dataclasses import replace

from taqabul.domain.annotation import Span
from taqabul.domain.edits import Replacement
from taqabul.domain.ids import (
    AnnotationId,
    BitextId,
    DocumentId,
    LinkId,
    NoteId,
    ParagraphId,
    RelationId,
    new_uid,
)
from taqabul.storage.annotations import annotations_of, replace_annotations
from taqabul.storage.counters import take
from taqabul.storage.database import Transaction
from taqabul.storage.notes import notes_of, replace_notes
from taqabul.storage.relations import relations_of, replace_relations


def copy_remarks(
    transaction: Transaction,
    of: BitextId,
    to: BitextId,
    links: Mapping[LinkId, LinkId],
    paragraphs: Mapping[ParagraphId, ParagraphId],
    documents: Mapping[DocumentId, DocumentId],
) -> None:
    """Copy annotations, relations and notes; the maps give the copy of each link, paragraph and document.

    Copies are new things, with names of their own; mentions are mentions of the same claims. Decisions stay
    with what they were made about.
    """
    annotations = _copy_annotations(transaction, of, to, links, paragraphs)
    _copy_relations(transaction, of, to, annotations)
    notes = notes_of(transaction, of)
    fresh = take(transaction, "note", len(notes))
    ids = {one.id: NoteId(id_) for one, id_ in zip(notes, fresh, strict=True)}
    copies = tuple(
        replace(
            one,
            id=ids[one.id],
            bitext=to,
            link=None if one.link is None else links[one.link],
            annotation=None if one.annotation is None else annotations[one.annotation],
            document=None if one.document is None else documents[one.document],
            thread=None if one.thread is None else ids[one.thread],
            uid=new_uid(),
        )
        for one in notes
    )
    replace_notes(transaction, Replacement(inserted=copies))


def _copy_annotations(
    transaction: Transaction,
    of: BitextId,
    to: BitextId,
    links: Mapping[LinkId, LinkId],
    paragraphs: Mapping[ParagraphId, ParagraphId],
) -> dict[AnnotationId, AnnotationId]:
    ours = annotations_of(transaction, of)
    ids = {
        id_: AnnotationId(new)
        for id_, new in zip(ours, take(transaction, "annotation", len(ours)), strict=True)
    }

    def moved(span: Span) -> Span:
        return replace(span, paragraph=paragraphs.get(span.paragraph, span.paragraph))

    copies = tuple(
        replace(
            one,
            id=ids[one.id],
            uid=new_uid(),
            bitext=to,
            spans=tuple(map(moved, one.spans)),
            lost=tuple(map(moved, one.lost)),
            link=None if one.link is None else links[one.link],
        )
        for one in ours.values()
    )
    replace_annotations(transaction, Replacement(inserted=copies))
    return ids


def _copy_relations(
    transaction: Transaction, of: BitextId, to: BitextId, annotations: Mapping[AnnotationId, AnnotationId]
) -> None:
    ties = relations_of(transaction, of)
    fresh = take(transaction, "relation", len(ties))
    copies = tuple(
        replace(
            one,
            id=RelationId(id_),
            uid=new_uid(),
            bitext=to,
            source=annotations[one.source],
            target=annotations.get(one.target, one.target),
        )
        for one, id_ in zip(ties, fresh, strict=True)
    )
    replace_relations(transaction, Replacement(inserted=copies))
