"""Overlapping annotations one under the other: each paragraph's stretches, with the lane each is underlined in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import AnnotationId, ParagraphId

LANES = 5
"""As many annotations are told apart at one place; further ones share the last lane."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What of an annotation lies in one paragraph: its stretches (code points), in order, and its lane from 0."""

    annotation: Annotation
    stretches: tuple[tuple[int, int], ...]
    lane: int

    @property
    def id(self) -> AnnotationId:
        """The annotation's id."""
        return self.annotation.id

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.stretches[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return max(end for _, end in self.stretches)


def marks_in(paragraph: ParagraphId, annotations: Iterable[Annotation]) -> tuple[Mark, ...]:
    """The marks of a paragraph, longest first where they begin together; lanes are as few as will do."""
    found: list[tuple[int, int, Annotation, tuple[tuple[int, int], ...]]] = []
    for one in annotations:
        here = sorted((span.start, span.end) for span in one.spans if span.paragraph == paragraph)
        if here:
            found.append((here[0][0], -max(end for _, end in here), one, tuple(here)))
    found.sort(key=lambda each: (each[0], each[1], each[2].id))
    free: list[int] = []
    made = []
    for start, end, one, stretches in found:
        lane = next((number for number, until in enumerate(free) if until <= start), len(free))
        if lane == len(free):
            free.append(0)
        free[lane] = max(-end, start + 1)
        made.append(Mark(one, stretches, min(lane, LANES - 1)))
    return tuple(made)


def lane_count(marks: Sequence[Mark]) -> int:
    """How many lanes a paragraph needs."""
    return max((mark.lane + 1 for mark in marks), default=0)
