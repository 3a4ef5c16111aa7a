"""A long text is aligned twice: the first time tells what its words mean, the second time uses it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from taqabul.align.glosses import FEWEST, learn
from taqabul.align.monotone import UnitLink, monotone_links
from taqabul.align.texts import Point, Texts
from taqabul.align.units import Units
from taqabul.align.weights import Weights

_SURE: Final = 0.9


def may_teach(sides: tuple[Units, Units]) -> bool:
    """Whether two texts are long enough to hold as many sure links as something can be learned from."""
    return min(map(len, sides)) >= FEWEST


def look_again(
    texts: Texts,
    links: list[UnitLink],
    weights: Weights,
    on_units: Callable[[int], None],
    bounds: Sequence[Point] = (),
    jobs: int = 0,
) -> tuple[Texts, list[UnitLink]]:
    """The texts with what their sure links teach of their words, and the monotone links seen in that light.

    What was given comes back where there is too little to learn, and without vectors: then the first look
    is not good enough to learn from. ``links`` must be monotone_links'; the rest is as there.
    """
    if texts.vectors is None or not may_teach(texts.sides):
        return texts, links
    glosses = learn(texts.sides, (link.pairing for link in links if link.probability > _SURE))
    if glosses is None:
        return texts, links
    taught = replace(texts, glosses=glosses)
    return taught, monotone_links(taught, weights, on_units, bounds, jobs)
