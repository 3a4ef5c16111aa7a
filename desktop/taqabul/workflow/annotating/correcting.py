"""Proposed corrections put into the translation: the text is edited and the mark settled, in one step."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from taqabul.domain.annotation import Annotation, AnnotationStatus, Span, correction_of, span_of
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import InvalidEdit
from taqabul.domain.ids import AnnotationId, BitextId, ParagraphId
from taqabul.storage.annotations import annotation_ids_on, read_annotations
from taqabul.text import swapping
from taqabul.text.snapping import to_letters
from taqabul.workflow.annotating.marking import marks_of
from taqabul.workflow.draft import Draft, drafting
from taqabul.workflow.library import Library
from taqabul.workflow.reviewing.texts import set_texts


class Swap(NamedTuple):
    """What a correction changes in a text, and the mark that proposes it."""

    swap: swapping.Swap
    mark: Annotation

    @property
    def start(self) -> int:
        """Where the words begin that go."""
        return self.swap.start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.swap.end

    @property
    def text(self) -> str:
        """What stands there afterwards."""
        return self.swap.text


def correct(library: Library, bitext: BitextId, annotations: Sequence[AnnotationId]) -> ChangeSet:
    """Put the corrections of marks into the translation; the marks are final then, and lie on the new words.

    Raises InvalidEdit where one proposes none, lies on no single stretch of the translation, or two overlap.
    """
    with drafting(library, bitext, "apply correction") as draft:
        swaps: dict[ParagraphId, list[Swap]] = {}
        for mark in marks_of(draft, annotations):
            span = _stretch(draft, mark)
            text = draft.paragraphs([span.paragraph])[0].text
            swaps.setdefault(span.paragraph, []).append(
                Swap(swapping.swap(text, span.start, span.end, correction_of(mark) or ""), mark)
            )
        for paragraph, some in swaps.items():
            _apply(draft, paragraph, sorted(some, key=lambda one: (one.start, one.end)), set(swaps))
    return draft.changes


def _stretch(draft: Draft, mark: Annotation) -> Span:
    """The only stretch of a mark in the translation."""
    if correction_of(mark) is None:
        raise InvalidEdit("This mark proposes no correction.", "Write what the text should read.")
    homes = {one.id: one.document for one in draft.paragraphs({span.paragraph for span in mark.spans})}
    there = [span for span in mark.spans if homes[span.paragraph] == draft.bitext.target]
    if len(there) != 1 or mark.is_orphan:
        raise InvalidEdit(
            "A correction takes the place of one stretch of the translation, and this mark has none or several.",
            "Mark the words that are wrong, or the place where some are missing; or edit the text by hand.",
        )
    if there[0].is_gap and not correction_of(mark):
        raise InvalidEdit(
            "Nothing stands where this mark is, so there is nothing to take out.",
            "Mark the words that should go, or write what is missing.",
        )
    return there[0]


def _apply(draft: Draft, id_: ParagraphId, swaps: list[Swap], changed: set[ParagraphId]) -> None:
    paragraph = draft.paragraphs([id_])[0]
    pieces, at = [], 0
    for swap in swaps:
        if swap.start < at:
            raise InvalidEdit("Two of these corrections overlap.", "Apply one of them, then look again.")
        pieces += [paragraph.text[at : swap.start], swap.text]
        at = swap.end
    text = "".join([*pieces, paragraph.text[at:]])
    set_texts(draft, [(paragraph, text)])
    text = draft.paragraphs([id_])[0].text
    own = {swap.mark.id for swap in swaps}
    ids = annotation_ids_on(draft.transaction, [id_])
    for mark in read_annotations(draft.transaction, [one for one in ids if one not in own]).values():
        if len(changed & {span.paragraph for span in mark.spans}) == 1:
            _follow(draft, mark, id_, swaps, text)
    for swap in swaps:
        start = _moved(swap.start, swaps, swap) + len(swap.swap.before)
        new = span_of(id_, text, start, start + len(swap.swap.words))
        spans = tuple(new if one.paragraph == id_ else one for one in swap.mark.spans)
        settled = replace(swap.mark, spans=spans, status=AnnotationStatus.FINAL)
        draft.pin(replace(settled, changed_by=draft.author, changed_at=draft.now))


def _follow(draft: Draft, mark: Annotation, id_: ParagraphId, swaps: list[Swap], text: str) -> None:
    """Place another mark to the letter where that is sure; elsewhere it is carried as through any edit."""
    spans = []
    for span in mark.spans:
        if span.paragraph != id_:
            spans.append(span)
            continue
        if any(_cuts(span, swap) for swap in swaps):
            return
        start = (
            sum(len(one.text) - (one.end - one.start) for one in swaps if _is_before(one, span)) + span.start
        )
        grown = sum(len(one.text) - (one.end - one.start) for one in swaps if _is_inside(one, span))
        spans.append(span_of(id_, text, *to_letters(text, start, span.end - span.start + start + grown)))
    draft.written.annotations.read(draft.transaction, [mark.id])
    draft.pin(replace(mark, spans=tuple(spans)))


def _cuts(span: Span, swap: Swap) -> bool:
    """Whether a change touches part of a stretch, or all around it."""
    apart = swap.end <= span.start or span.end <= swap.start
    return not apart and not _is_inside(swap, span)


def _is_inside(swap: Swap, span: Span) -> bool:
    if swap.start == swap.end:
        return span.start < swap.start < span.end
    return span.start <= swap.start and swap.end <= span.end


def _is_before(swap: Swap, span: Span) -> bool:
    return swap.end <= span.start and not _is_inside(swap, span)


def _moved(place: int, swaps: list[Swap], until: Swap) -> int:
    """Where a place of the old text stands in the new one: right behind the changes before ``until``."""
    return place + sum(len(one.text) - (one.end - one.start) for one in swaps[: swaps.index(until)])
