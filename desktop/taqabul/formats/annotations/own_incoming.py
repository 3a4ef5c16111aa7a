"""An annotated bitext as what a file would tell of it: quotes, positions and uids instead of the library's ids."""

from collections.abc import Iterable

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import CONTEXT, Note, Span
from taqabul.formats.annotations.incoming import (
    Incoming,
    IncomingAnnotation,
    IncomingClaim,
    IncomingNote,
    IncomingRelation,
    Quoted,
)
from taqabul.formats.annotations.layout import Layout


def incoming_from(annotated: AnnotatedBitext) -> Incoming:
    """All that people wrote on a bitext, to be brought into another library."""
    layout = Layout(annotated)
    uids = {one.id: one.uid for one in annotated.annotations} | dict(annotated.elsewhere)
    claims = {one.id: one.uid for one in annotated.claims}
    annotations = tuple(
        IncomingAnnotation(
            key=one.uid,
            uid=one.uid,
            label_set=one.label_set,
            label=one.label,
            spans=quoted(layout, layout.spans(one)),
            on_pair=one.link is not None,
            lost=quoted_lost(layout, one.lost),
            attributes=one.attributes,
            comment=one.comment,
            status=one.status,
            author=one.author,
            created_at=one.created_at,
            changed_by=one.changed_by,
            changed_at=one.changed_at,
            claim=claims.get(one.claim, "") if one.claim is not None else "",
        )
        for one in annotated.annotations
    )
    relations = tuple(
        IncomingRelation(
            one.uid,
            one.label_set,
            one.kind,
            uids.get(one.source, ""),
            uids.get(one.target, ""),
            one.attributes,
            one.author,
            one.at,
        )
        for one in annotated.relations
    )
    return Incoming(
        annotations,
        relations,
        tuple(_note(layout, one) for one in annotated.notes),
        tuple(
            IncomingClaim(
                one.uid,
                one.arabic,
                one.english,
                one.status,
                one.attributes,
                one.author,
                one.created_at,
                one.changed_by,
                one.changed_at,
            )
            for one in annotated.claims
        ),
        tuple(annotated.label_sets.values()),
    )


def quoted(layout: Layout, spans: Iterable[Span]) -> tuple[Quoted, ...]:
    """Stretches with their positions in the running text of their side, and what stands around them there."""
    found = []
    for span in spans:
        side = layout.side_of(span)
        text = layout.texts[side]
        start, end = text.place(span)
        prefix, suffix = text.text[max(0, start - CONTEXT) : start], text.text[end : end + CONTEXT]
        found.append(Quoted(side, start, end, text.text[start:end], prefix, suffix))
    return tuple(found)


def quoted_lost(layout: Layout, spans: Iterable[Span]) -> tuple[Quoted, ...]:
    """Stretches that lost their place: near where they were, as they were."""
    found = []
    for span in spans:
        side = layout.side_of(span)
        start, end = layout.texts[side].place(span)
        found.append(Quoted(side, start, end, span.quote, span.prefix, span.suffix))
    return tuple(found)


def _note(layout: Layout, note: Note) -> IncomingNote:
    annotated = layout.annotated
    uids = {one.id: one.uid for one in annotated.annotations}
    threads = {one.id: one.uid for one in annotated.notes}
    sides = {annotated.text(side).document.id: side for side in layout.texts}
    return IncomingNote(
        uid=note.uid,
        text=note.text,
        annotation=uids.get(note.annotation, "") if note.annotation is not None else "",
        pair=quoted(layout, layout.pair(note.link)) if note.link is not None else (),
        document=sides.get(note.document) if note.document is not None else None,
        thread=threads.get(note.thread, "") if note.thread is not None else "",
        resolved=note.resolved,
        author=note.author,
        at=note.at,
    )
