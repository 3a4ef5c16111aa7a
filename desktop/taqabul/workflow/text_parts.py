"""Very long texts in parts, each of which is aligned by itself: so memory does not grow with the texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from taqabul.domain.options import AlignOptions
from taqabul.workflow import compute
from taqabul.workflow.intake import SegmentedText, Spans

LONG: Final = 16_000
"""Paragraphs from which on a text is very long."""

PART: Final = 8_000
"""Paragraphs of a part of it, about."""

Cut = Sequence[tuple[str, Spans]]
Point = tuple[int, int]
"""A paragraph of each text, counted from 0: what precedes the one faces what precedes the other."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """Paragraphs of both texts, and how many precede them there."""

    first: tuple[int, int]
    sides: tuple[Cut, Cut]


def cut_texts(
    source: SegmentedText, target: SegmentedText, options: AlignOptions, known: Sequence[Point] = ()
) -> list[TextPart]:
    """Two texts in parts that face each other, cut where that is sure; one part where they are not very long.

    ``known`` are all the cuts found in the same texts before: then none is sought.
    """
    sides = source.paragraphs, target.paragraphs
    points = [(0, 0), *known, (len(sides[0]), len(sides[1]))]
    if not known and max(map(len, sides)) > LONG:
        from taqabul.align.partings import cut_parts  # noqa: PLC0415 - few texts are

        points = cut_parts(
            _sentences(sides[0]), _sentences(sides[1]), lambda a, b: compute.propose(a, b, options), PART
        )
    return [TextPart((i0, j0), (sides[0][i0:i1], sides[1][j0:j1])) for (i0, j0), (i1, j1) in pairwise(points)]


def _sentences(side: Cut) -> list[list[str]]:
    return [[body[start:end] for start, end in spans] for body, spans in side]
