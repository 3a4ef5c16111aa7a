"""A mark and what faces it on the other side: marked the same way and tied, or taken into one mark."""

from collections.abc import Sequence
from dataclasses import replace

from taqabul.domain.annotation import Annotation, Attributes, Span
from taqabul.domain.bitext import Bitext
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import AnnotationId, BitextId, DocumentId
from taqabul.storage.documents import read_paragraphs
from taqabul.storage.mentions import annotations_tied_to
from taqabul.workflow.annotating.marking import Given, marks_of, placed, put_changed, put_mark
from taqabul.workflow.annotating.relating import put_tie
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.word_links import Stretch


def mark_counterpart(
    library: Library,
    bitext: BitextId,
    of: AnnotationId,
    stretches: Sequence[Stretch],
    kind: str | None = None,
    attributes: Attributes = (),
) -> ChangeSet:
    """Mark what faces a mark with the same label, attributes and claim, in one edit.

    With ``kind`` the two are tied by that relation of the mark's label set, with ``attributes``; it runs from the
    source side to the target side. The new annotation comes first in ``annotations``.
    """
    with drafting(library, bitext, "mark counterpart") as draft:
        known = marks_of(draft, [of])[0]
        put_counterpart(draft, known, placed(draft, stretches), kind, attributes)
    return draft.changes


def put_counterpart(
    draft: Draft, of: Annotation, spans: tuple[Span, ...], kind: str | None, attributes: Attributes = ()
) -> Annotation:
    """The counterpart of a mark in the draft."""
    new = put_mark(draft, spans, Given(of.label_set, of.label, of.attributes))
    if of.claim is not None:
        new = replace(new, claim=of.claim)
        draft.written.annotations.put(new)
    if kind is not None:
        ends = (of, new) if _begins_on_source(draft, draft.bitext, of) else (new, of)
        put_tie(draft, *ends, of.label_set, kind, attributes)
    return new


def stretch_over(
    library: Library, bitext: BitextId, annotation: AnnotationId, stretches: Sequence[Stretch]
) -> ChangeSet:
    """Have a mark lie on what faces it too: one mark on both sides."""
    with drafting(library, bitext, "add counterpart") as draft:
        known = marks_of(draft, [annotation])[0]
        spans = dict.fromkeys((*known.spans, *placed(draft, stretches)))
        put_changed(draft, known, replace(known, spans=tuple(spans)))
    return draft.changes


def marked_counterparts(draft: Draft, marks: Sequence[Annotation]) -> list[Annotation]:
    """What has the same label as one of the marks, is tied to one, and lies in the other text of their bitext."""
    tied = draft.written.annotations.read(
        draft.transaction, annotations_tied_to(draft.transaction, [one.id for one in marks])
    )
    paragraphs = {span.paragraph for one in (*marks, *tied) for span in one.spans}
    texts = read_paragraphs(draft.transaction, paragraphs)

    def lies_in(one: Annotation) -> set[DocumentId]:
        return {texts[span.paragraph].document for span in one.spans}

    ours = [((one.bitext, one.label_set, one.label), lies_in(one)) for one in marks if one.spans]
    return [
        one
        for one in tied
        if one.spans
        and any(
            kind == (one.bitext, one.label_set, one.label) and not here & lies_in(one) for kind, here in ours
        )
    ]


def _begins_on_source(draft: Draft, bitext: Bitext, annotation: Annotation) -> bool:
    texts = read_paragraphs(draft.transaction, [span.paragraph for span in annotation.spans[:1]])
    return any(text.document == bitext.source for text in texts.values())
