"""The same texts in two libraries: which paragraph here is which there, though both may have been corrected."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Span, span_of
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.workflow.annotating.carrying import Carrier, Rewritten
from taqabul.workflow.annotating.seeking import sought


class SameTexts:
    """Brings stretches and pairs of one copy of a bitext to their places in another.

    ``ours`` and ``theirs`` are the copies; positions go from theirs to ours.
    """

    def __init__(self, ours: AnnotatedBitext, theirs: AnnotatedBitext) -> None:
        self._homes: dict[ParagraphId, ParagraphId] = {}
        self._texts: dict[ParagraphId, str] = {}
        self._by_side: dict[ParagraphId, Sequence[Paragraph]] = {}
        self._near: dict[ParagraphId, ParagraphId] = {}
        rewritten: dict[ParagraphId, Rewritten] = {}
        for side in Side:
            here, there = ours.text(side).paragraphs, theirs.text(side).paragraphs
            self._texts |= {one.id: one.text for one in here}
            self._by_side |= {one.id: here for one in there}
            self._near |= {one.id: here[min(k, len(here) - 1)].id for k, one in enumerate(there) if here}
            for one, other in _matched(here, there):
                self._homes[other.id] = one.id
                if one.text != other.text:
                    rewritten[one.id] = Rewritten(other.text, one.text)
        self._carrier = Carrier(rewritten, self._texts)
        self._rows = {id_: link.id for link in ours.links for id_ in link.source + link.target}
        self._their_rows = {link.id: link.source + link.target for link in theirs.links}

    def placed(self, annotation: Annotation) -> Annotation | None:
        """An annotation of theirs as it stands in ours, with what cannot be found among the lost.

        None for one on a pair that ours does not have.
        """
        if annotation.link is not None:
            row = self.row(annotation.link)
            return None if row is None else replace(annotation, link=row)
        known = [span for span in annotation.spans if span.paragraph in self._homes]
        carried = self._carrier.carried(
            replace(
                annotation,
                spans=tuple(replace(span, paragraph=self._homes[span.paragraph]) for span in known),
                lost=tuple(map(self._nearby, annotation.lost)),
            )
        )
        spans, lost = list(carried.spans), list(carried.lost)
        for span in annotation.spans:
            if span.paragraph not in self._homes:
                found = self._sought(span)
                (lost if found is None else spans).append(found or self._nearby(span))
        return replace(carried, spans=tuple(spans), lost=tuple(lost))

    def row(self, link: LinkId) -> LinkId | None:
        """The row of ours that holds the first paragraph of a row of theirs which ours has."""
        members = self._their_rows.get(link, ())
        return next((self._rows[self._homes[id_]] for id_ in members if id_ in self._homes), None)

    def _nearby(self, span: Span) -> Span:
        """A stretch without a place, in the paragraph of ours that is nearest to where it was."""
        home = self._homes.get(span.paragraph) or self._near.get(span.paragraph, span.paragraph)
        return replace(span, paragraph=home)

    def _sought(self, span: Span) -> Span | None:
        """A stretch of a paragraph that ours does not have as such: it was cut, or joined to another."""
        side = self._by_side.get(span.paragraph, ())
        holders = [one for one in side if span.quote in one.text]
        if span.quote and sum(one.text.count(span.quote) for one in holders) == 1:
            start = holders[0].text.index(span.quote)
            return span_of(holders[0].id, holders[0].text, start, start + len(span.quote))
        for paragraph in holders:
            found = sought(span, paragraph.text)
            if found is not None:
                return span_of(paragraph.id, paragraph.text, *found)
        return None


def _matched(here: Sequence[Paragraph], there: Sequence[Paragraph]) -> list[tuple[Paragraph, Paragraph]]:
    """Which of ours is which of theirs: the same text, else the same text at import, in the same order."""
    pairs: list[tuple[Paragraph, Paragraph]] = []
    left = (list(here), list(there))
    for key in (_text, _imported):
        matcher = SequenceMatcher(
            None, [key(one) for one in left[0]], [key(one) for one in left[1]], autojunk=False
        )
        found = [
            (left[0][block.a + k], left[1][block.b + k])
            for block in matcher.get_matching_blocks()
            for k in range(block.size)
        ]
        pairs += found
        taken: Mapping[int, None] = dict.fromkeys(id(one) for pair in found for one in pair)
        left = (
            [one for one in left[0] if id(one) not in taken],
            [one for one in left[1] if id(one) not in taken],
        )
    return pairs


def _text(paragraph: Paragraph) -> str:
    return paragraph.text


def _imported(paragraph: Paragraph) -> str:
    return paragraph.imported
