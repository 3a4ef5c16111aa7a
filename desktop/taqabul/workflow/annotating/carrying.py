"""Stretches follow their texts through corrections; what has no place any more is lost, with its old context."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from taqabul.domain.annotation import Annotation, Span, span_of
from taqabul.domain.ids import ParagraphId
from taqabul.text.offsets import Movement
from taqabul.text.snapping import joined_before, to_letters
from taqabul.workflow.annotating.seeking import likeness, sought

_RECOGNISED: Final = 0.55
"""Likeness from which a stretch that was changed is still what it was."""


class Part(NamedTuple):
    """Code points ``start`` to ``end`` of a paragraph's old text stand in ``paragraph`` now, from ``at`` on."""

    paragraph: ParagraphId
    start: int
    end: int
    at: int


class Rewritten(NamedTuple):
    """A paragraph's text before and after; ``parts`` where it was cut or joined to the letter instead."""

    before: str
    after: str
    parts: tuple[Part, ...] = ()


class Carrier:
    """Carries annotations through one change of texts; each text is compared once.

    ``texts`` are those that stretches may stand in now. A stretch whose text was cut in two becomes two; two
    that stand side by side because their texts were joined become one.
    """

    def __init__(self, rewritten: Mapping[ParagraphId, Rewritten], texts: Mapping[ParagraphId, str]) -> None:
        self._rewritten, self._texts = rewritten, texts
        self._movements: dict[ParagraphId, Movement] = {}

    def carried(self, annotation: Annotation) -> Annotation:
        """An annotation as it stands now."""
        placed: list[Span] = []
        lost = list(annotation.lost)
        for span in annotation.spans:
            found = self._followed(span)
            placed += found
            if not found:
                lost.append(span)
        joined = _joined(placed, {span.paragraph for span in annotation.spans}, self._texts)
        return replace(annotation, spans=tuple(dict.fromkeys(joined)), lost=tuple(lost))

    def _followed(self, span: Span) -> list[Span]:
        change = self._rewritten.get(span.paragraph)
        if change is None:
            return [span]
        if change.parts:
            return [
                span_of(part.paragraph, self._texts[part.paragraph], *at)
                for part, at in _cut(span, change.parts)
            ]
        if span.paragraph not in self._movements:
            self._movements[span.paragraph] = Movement(change.before, change.after)
        found = _moved(span, self._movements[span.paragraph])
        return [] if found is None else [span_of(span.paragraph, change.after, *found)]


def _cut(span: Span, parts: Sequence[Part]) -> Iterable[tuple[Part, tuple[int, int]]]:
    """Where a stretch stands in the parts of its text; the space between two parts is in none."""
    if span.is_gap:
        part = next((one for one in parts if one.end >= span.start), parts[-1])
        place = part.at + min(max(span.start, part.start), part.end) - part.start
        return [(part, (place, place))]
    return [
        (part, (part.at + first - part.start, part.at + last - part.start))
        for part in parts
        if (first := max(span.start, part.start)) < (last := min(span.end, part.end))
    ]


def _joined(spans: Sequence[Span], homes: set[ParagraphId], texts: Mapping[ParagraphId, str]) -> list[Span]:
    """Stretches in which those are one that only space parts since their paragraphs became one."""
    found: list[Span] = []
    for span in spans:
        last = found[-1] if found else None
        if (
            last is not None
            and len(homes) > 1
            and last.paragraph == span.paragraph
            and last.end < span.start
            and not texts[span.paragraph][last.end : span.start].strip()
        ):
            found[-1] = span_of(span.paragraph, texts[span.paragraph], last.start, span.end)
        else:
            found.append(span)
    return found


def _moved(span: Span, movement: Movement) -> tuple[int, int] | None:
    """Where a stretch stands in the new text; None where it cannot be found."""
    after = movement.after
    stays = movement.untouched(span.start, span.end)
    if stays is not None:
        return _grown(span, movement, stays)
    moved = movement.span(span.start, span.end)
    if moved is not None:
        moved = to_letters(after, *moved)
        if likeness(span, after, *moved) >= _RECOGNISED:
            return moved
    return sought(span, after)


def _grown(span: Span, movement: Movement, stays: tuple[int, int]) -> tuple[int, int]:
    """A stretch that was not touched, with the letters that were joined to its words, and marks to its letters."""
    start, end = to_letters(movement.after, *stays)
    if span.is_gap:
        return start, end
    was = (joined_before(movement.before, span.start), joined_before(movement.before, span.end))
    if joined_before(movement.after, start) and not was[0]:
        start = _word_edge(movement.after, start, -1)
    if joined_before(movement.after, end) and not was[1]:
        end = _word_edge(movement.after, end, 1)
    return to_letters(movement.after, start, end)


def _word_edge(text: str, place: int, step: int) -> int:
    while joined_before(text, place):
        place += step
    return place
