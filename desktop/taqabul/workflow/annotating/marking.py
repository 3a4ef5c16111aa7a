"""Labels on stretches of texts, on places where something is missing, on pairs: put, changed, taken away."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from taqabul.domain.annotation import Annotation, AnnotationStatus, Attributes, Span, attributes_from, span_of
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, LinkId, ParagraphId, new_uid
from taqabul.storage.annotations import (
    annotation_ids_alike,
    annotation_ids_on,
    annotation_ids_on_links,
    read_annotations,
)
from taqabul.text.snapping import to_letters
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.texts import paragraph_of
from taqabul.workflow.word_links import Stretch


class Given(NamedTuple):
    """What is said of an annotation: its label, what is asked about it, a remark."""

    label_set: str
    label: str
    attributes: Attributes = ()
    comment: str = ""
    status: AnnotationStatus = AnnotationStatus.DRAFT


def mark(library: Library, bitext: BitextId, stretches: Sequence[Stretch], given: Given) -> ChangeSet:
    """Put a label on one or several stretches, on either side or both; an empty one is a place.

    The annotation is the only one in ``annotations`` of what comes back. Raises InvalidEdit where the same
    person has put the same label there already, or a stretch lies outside its text.
    """
    with drafting(library, bitext, "mark") as draft:
        put_mark(draft, placed(draft, stretches), given)
    return draft.changes


def mark_gap(
    library: Library, bitext: BitextId, paragraph: ParagraphId, place: int, given: Given
) -> ChangeSet:
    """Put a label on the place before the code point ``place``, where something is missing."""
    return mark(library, bitext, [Stretch(paragraph, place, place)], given)


def mark_pair(library: Library, bitext: BitextId, link: LinkId, given: Given) -> ChangeSet:
    """Put a label on a whole pair, which no aligning moves from then on."""
    with drafting(library, bitext, "mark pair") as draft:
        put_mark(draft, (), given, draft.link(link).id)
    return draft.changes


def unmark(library: Library, bitext: BitextId, annotations: Sequence[AnnotationId]) -> ChangeSet:
    """Take annotations away, with their relations and the notes on them."""
    with drafting(library, bitext, "unmark") as draft:
        draft.written.erase(marks_of(draft, annotations))
    return draft.changes


def relabel(
    library: Library,
    bitext: BitextId,
    annotations: Sequence[AnnotationId],
    label_set: str,
    label: str,
    attributes: Attributes | None = None,
) -> ChangeSet:
    """Give annotations another label; their attributes stay unless others are given."""
    with drafting(library, bitext, "relabel") as draft:
        for one in marks_of(draft, annotations):
            values = one.attributes if attributes is None else attributes
            put_changed(draft, one, replace(one, label_set=label_set, label=label, attributes=values))
    return draft.changes


def set_attributes(
    library: Library,
    bitext: BitextId,
    annotations: Sequence[AnnotationId],
    attributes: Attributes,
    *,
    before: Attributes | None = None,
) -> ChangeSet:
    """Say of annotations just this; with ``before``, what the person began from, only what differs from it.

    Raises EditConflict where somebody else said something else of the same attribute meanwhile.
    """
    with drafting(library, bitext, "set attributes") as draft:
        for one in marks_of(draft, annotations):
            values = attributes
            if before is not None:
                values = on_top(one.attributes, before, attributes, one.changed_by)
            put_changed(draft, one, replace(one, attributes=values))
    return draft.changes


def on_top(now: Attributes, before: Attributes, wished: Attributes, by: str) -> Attributes:
    """What is known now, with what somebody changed of what they began from.

    Raises EditConflict where both changed the same attribute.
    """
    held, began, mine = dict(now), dict(before), dict(wished)
    if any(held.get(key) not in (began.get(key), mine.get(key)) for key in _changed(began, mine)):
        raise EditConflict("The same was filled in meanwhile.", "Look at it as it is now.", (by,))
    return laid_over(now, before, wished)


def laid_over(now: Attributes, before: Attributes, wished: Attributes) -> Attributes:
    """What is known now, with what somebody changed of what they began from, whatever others said of it."""
    began, mine = dict(before), dict(wished)
    return attributes_from(dict(now) | {key: mine.get(key, ()) for key in _changed(began, mine)})


def _changed(began: Mapping[str, object], mine: Mapping[str, object]) -> list[str]:
    return [key for key in {**began, **mine} if began.get(key) != mine.get(key)]


def set_comment(
    library: Library, bitext: BitextId, annotation: AnnotationId, comment: str, *, before: str | None = None
) -> ChangeSet:
    """Give an annotation a remark, or none; ``before`` as for ``edit_note``."""
    with drafting(library, bitext, "comment") as draft:
        for one in marks_of(draft, [annotation]):
            if before not in (None, one.comment):
                raise EditConflict(
                    "The comment was changed meanwhile.", "Look at it as it is now.", (one.changed_by,)
                )
            put_changed(draft, one, replace(one, comment=comment.strip()))
    return draft.changes


def set_status(
    library: Library, bitext: BitextId, annotations: Sequence[AnnotationId], status: AnnotationStatus
) -> ChangeSet:
    """Say how far annotations have come."""
    with drafting(library, bitext, "set status") as draft:
        for one in marks_of(draft, annotations):
            put_changed(draft, one, replace(one, status=status))
    return draft.changes


def set_spans(
    library: Library, bitext: BitextId, annotation: AnnotationId, stretches: Sequence[Stretch]
) -> ChangeSet:
    """Have an annotation lie on just these stretches; what it had lost stays lost."""
    with drafting(library, bitext, "resize") as draft:
        for one in marks_of(draft, [annotation]):
            _check_on_texts(one)
            put_changed(draft, one, replace(one, spans=placed(draft, stretches)))
    return draft.changes


def add_span(library: Library, bitext: BitextId, annotation: AnnotationId, stretch: Stretch) -> ChangeSet:
    """Have an annotation lie on one more stretch."""
    with drafting(library, bitext, "add stretch") as draft:
        for one in marks_of(draft, [annotation]):
            _check_on_texts(one)
            spans = dict.fromkeys((*one.spans, *placed(draft, [stretch])))
            put_changed(draft, one, replace(one, spans=tuple(spans)))
    return draft.changes


def _check_on_texts(annotation: Annotation) -> None:
    if annotation.link is not None:
        raise InvalidEdit("This label is on the whole pair.", "Mark the words themselves.")


def placed(draft: Draft, stretches: Iterable[Stretch]) -> tuple[Span, ...]:
    """Stretches of the draft's bitext with their quotes, none of them inside a letter and its marks.

    Raises InvalidEdit where there is none, or one lies outside its text.
    """
    spans = []
    for one in dict.fromkeys(stretches):
        text = paragraph_of(draft, one.paragraph).text
        if not 0 <= one.start <= one.end <= len(text):
            raise InvalidEdit("There is no such place in the text.", "Mark the words again.")
        spans.append(span_of(one.paragraph, text, *to_letters(text, one.start, one.end)))
    if not spans:
        raise InvalidEdit("Nothing is chosen.", "Choose some words, or a place between two words.")
    return tuple(spans)


def put_mark(draft: Draft, spans: tuple[Span, ...], given: Given, link: LinkId | None = None) -> Annotation:
    """A new annotation in the draft. Raises InvalidEdit where the same person has put the same there already."""
    if any(is_same(one, spans, given) for one in _own_marks(draft, spans, given, link)):
        raise InvalidEdit(
            "You have put this label here already.", "Choose another label, or change the one there."
        )
    annotation = Annotation(
        AnnotationId(draft.take("annotation")),
        new_uid(),
        draft.bitext.id,
        given.label_set,
        given.label,
        draft.author,
        draft.now,
        draft.author,
        draft.now,
        spans,
        link,
        attributes=given.attributes,
        comment=given.comment.strip(),
        status=given.status,
    )
    draft.written.annotations.put(annotation)
    return annotation


def marks_at(draft: Draft, spans: Sequence[Span]) -> list[Annotation]:
    """The annotations of the bitext on the paragraphs of some stretches."""
    ids = annotation_ids_on(draft.transaction, _paragraphs(spans), bitext=draft.bitext.id)
    return list(read_annotations(draft.transaction, ids).values())


def _own_marks(
    draft: Draft, spans: Sequence[Span], given: Given, link: LinkId | None
) -> Iterable[Annotation]:
    """The author's annotations with a label on the paragraphs of some stretches, or all those on a pair."""
    label = given.label_set, given.label
    ids = annotation_ids_alike(draft.transaction, draft.bitext.id, draft.author, label, _paragraphs(spans))
    if link is not None:
        ids += annotation_ids_on_links(draft.transaction, [link]).get(link, [])
    found = read_annotations(draft.transaction, ids).values()
    return (one for one in found if one.author == draft.author)


def _paragraphs(spans: Iterable[Span]) -> list[ParagraphId]:
    return list(dict.fromkeys(span.paragraph for span in spans))


def is_same(one: Annotation, spans: tuple[Span, ...], given: Given) -> bool:
    """Whether an annotation is this label on these stretches."""
    return (one.label_set, one.label, {*one.spans}) == (given.label_set, given.label, {*spans})


def put_changed(draft: Draft, old: Annotation, new: Annotation) -> None:
    """Have an annotation as given, signed where it changes."""
    if new != old:
        draft.written.annotations.put(replace(new, changed_by=draft.author, changed_at=draft.now))


def marks_of(draft: Draft, ids: Iterable[AnnotationId]) -> list[Annotation]:
    """Annotations of the draft's bitext. Raises EditConflict where one is gone, InvalidEdit for another's."""
    found = draft.written.annotations.read(draft.transaction, dict.fromkeys(ids))
    if any(one.bitext != draft.bitext.id for one in found):
        raise InvalidEdit("The mark is not part of this bitext.", "Choose a mark of this bitext.")
    return found
