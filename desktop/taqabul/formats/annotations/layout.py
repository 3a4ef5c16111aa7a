"""A bitext's texts laid out as running text, so that every annotation has positions in it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from taqabul.domain.annotated import AnnotatedBitext
from taqabul.domain.annotation import Annotation, Span, span_of
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import AnnotationId, LinkId, ParagraphId
from taqabul.domain.language import Side

BETWEEN_PARAGRAPHS: Final = "\n\n"
BETWEEN_SIDES: Final = f"\n\n{'=' * 24}\n\n"
"""Parts the source from the target where both are one text."""


class RunningText:
    """Paragraphs as one text; positions are code points of it."""

    def __init__(self, paragraphs: Sequence[Paragraph], breaks: Sequence[str] = ()) -> None:
        """``breaks`` are what follows each paragraph but the last; an empty line without them."""
        self.paragraphs = tuple(paragraphs)
        between = [*breaks] or [BETWEEN_PARAGRAPHS] * (len(self.paragraphs) - 1)
        pieces = [paragraph.text for paragraph in self.paragraphs]
        lengths = [len(text) + len(gap) for text, gap in zip(pieces, [*between, ""], strict=False)]
        self.starts = [0, *accumulate(lengths)][: len(pieces)]
        self.text = "".join(text + gap for text, gap in zip(pieces, [*between, ""], strict=False))
        self._start_of = {one.id: at for one, at in zip(self.paragraphs, self.starts, strict=True)}

    def __contains__(self, paragraph: object) -> bool:
        return paragraph in self._start_of

    def place(self, span: Span) -> tuple[int, int]:
        """Where a stretch of one of its paragraphs begins and ends."""
        start = self._start_of[span.paragraph]
        return start + span.start, start + span.end

    def covered(self, start: int, end: int) -> Iterator[tuple[Paragraph, int, int]]:
        """The paragraphs that a stretch runs through, each with the part of it; of a place, the one it is in."""
        for number in range(max(0, bisect_right(self.starts, start) - 1), len(self.starts)):
            paragraph, begin = self.paragraphs[number], self.starts[number]
            if begin > end:
                break
            first, last = max(start - begin, 0), min(end - begin, len(paragraph.text))
            if first < last or start == end == begin + last:
                yield paragraph, first, last


class Layout:
    """Where the annotations of a bitext stand in its texts."""

    def __init__(self, annotated: AnnotatedBitext) -> None:
        self.annotated = annotated
        self.texts = {side: RunningText(annotated.text(side).paragraphs) for side in Side}
        self._links = {link.id: link for link in annotated.links}
        self._paragraphs = {one.id: one for text in self.texts.values() for one in text.paragraphs}
        self._annotations = {one.id: one for one in annotated.annotations}
        self.rows = {
            paragraph: number
            for number, link in enumerate(annotated.links)
            for paragraph in (*link.source, *link.target)
        }
        """The number of the row that holds a paragraph, from 0."""

    def side_of(self, span: Span) -> Side:
        """The side that a stretch is on."""
        return Side.SOURCE if span.paragraph in self.texts[Side.SOURCE] else Side.TARGET

    def spans(self, annotation: Annotation) -> tuple[Span, ...]:
        """Its stretches; of an annotation on a pair, all paragraphs of that pair."""
        return self.pair(annotation.link) if annotation.link is not None else annotation.spans

    def annotation(self, id_: AnnotationId) -> Annotation | None:
        """One of the annotations; None where it is of another bitext."""
        return self._annotations.get(id_)

    def pair(self, link: LinkId) -> tuple[Span, ...]:
        """All paragraphs of a pair as stretches; none where the pair is not there."""
        found = self._links.get(link)
        return tuple(self._whole(one) for one in (found.source + found.target if found else ()))

    def on_side(self, annotation: Annotation, side: Side) -> tuple[Span, ...]:
        """Those of its stretches that are on one side, in the order of the text."""
        spans = [span for span in self.spans(annotation) if self.side_of(span) is side]
        return tuple(sorted(spans, key=self.texts[side].place))

    def is_across(self, annotation: Annotation) -> bool:
        """True where it stands on both sides."""
        return len({self.side_of(span) for span in self.spans(annotation)}) == len(Side)

    def both(self) -> RunningText:
        """Source and target as one text, parted by BETWEEN_SIDES."""
        return both_sides(self.texts[Side.SOURCE], self.texts[Side.TARGET])

    def _whole(self, paragraph: ParagraphId) -> Span:
        text = self._paragraphs[paragraph].text
        return span_of(paragraph, text, 0, len(text))


def both_sides(source: RunningText, target: RunningText) -> RunningText:
    """Two texts as one."""
    inside = [[BETWEEN_PARAGRAPHS] * max(0, len(text.paragraphs) - 1) for text in (source, target)]
    return RunningText(source.paragraphs + target.paragraphs, [*inside[0], BETWEEN_SIDES, *inside[1]])


def sentences(paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    """The stretches of a paragraph's sentences, of the whole where none are known; edges are trimmed."""
    for start, end in [(one.start, one.end) for one in paragraph.sentences] or [(0, len(paragraph.text))]:
        text = paragraph.text[start:end]
        if text.strip():
            yield start + len(text) - len(text.lstrip()), start + len(text.rstrip())
