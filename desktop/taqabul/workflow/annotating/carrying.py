"""Stretches follow their texts through corrections; what has no place any more is lost, with its old context."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from taqabul.domain.annotation import Annotation, Span, span_of
from taqabul.domain.ids import ParagraphId
from taqabul.text.offsets import Movement
from taqabul.text.snapping import joined_before, to_letters, word_edge
from taqabul.workflow.annotating.seeking import found_score, likeness, only_place, sought

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
        placed: list[tuple[ParagraphId, Span]] = []
        lost = list(annotation.lost)
        for span in annotation.spans:
            found = self._followed(span)
            placed += [(span.paragraph, one) for one in found]
            if not found:
                lost.append(span)
        joined = dict.fromkeys(_joined(placed, self._texts))
        return replace(annotation, spans=tuple(joined), lost=tuple(lost))

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


def _joined(placed: Sequence[tuple[ParagraphId, Span]], texts: Mapping[ParagraphId, str]) -> list[Span]:
    """Stretches, each with the paragraph it stood in; one of two that now only space parts in one paragraph."""
    found: list[Span] = []
    home: ParagraphId | None = None
    for origin, span in placed:
        last = found[-1] if found else None
        if (
            last is not None
            and origin != home
            and last.paragraph == span.paragraph
            and last.end < span.start
            and not texts[span.paragraph][last.end : span.start].strip()
        ):
            found[-1] = span_of(span.paragraph, texts[span.paragraph], last.start, span.end)
        else:
            found.append(span)
        home = origin
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
        if not span.is_gap and after[slice(*moved)] == span.quote:
            return moved
    # Where several words around it changed, the fewest operations may lead to another word than its own.
    again = only_place(span.quote, movement.before, after) or sought(span, after)
    if again is not None and (
        moved is None or found_score(span, after, *again) > found_score(span, after, *moved)
    ):
        return again
    return moved if moved is not None and likeness(span, after, *moved) >= _RECOGNISED else again


def _grown(span: Span, movement: Movement, stays: tuple[int, int]) -> tuple[int, int]:
    """A stretch that was not touched, with the letters that were joined to its words, and marks to its letters."""
    start, end = to_letters(movement.after, *stays)
    if span.is_gap:
        return start, end
    if not joined_before(movement.before, span.start):
        start = word_edge(movement.after, start, -1)
    if not joined_before(movement.before, span.end):
        end = word_edge(movement.after, end, 1)
    return to_letters(movement.after, start, end)
