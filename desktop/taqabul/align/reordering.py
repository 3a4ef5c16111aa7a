"""What one side tells in another order: sections and paragraphs of the texts, then sentences inside a link.

Inside one link of paragraphs the sentences are to each other what paragraphs are in the texts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from taqabul.align.crossing import PRICE, cross, crossing_pairs
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink
from taqabul.align.paragraphs import pair_paragraphs, paragraph_directions
from taqabul.align.sections import move_sections
from taqabul.align.texts import Texts
from taqabul.align.units import Ints, Units, stretch
from taqabul.align.weights import Weights

_PRICE_INSIDE: Final = 6.0
"""Of a sentence that moved inside its paragraph: more, because no border of paragraphs speaks for its place.

Measured on the gold sets with every text as one paragraph: of 12,000 sentence links in texts told in one
order 3 cross wrongly at the price of paragraphs, 1 at this. Of those that should cross this loses a
thirtieth, a price of 7.5 a tenth.
"""


def reorder(
    texts: Texts, links: Sequence[UnitLink], weights: Weights, price: float = PRICE
) -> list[UnitLink]:
    """The links of a monotone path, with those that cross it where they gain more than a price."""
    moved = move_sections(texts, links, weights)
    crossing = crossing_pairs(texts, moved, pair_paragraphs(texts, moved), weights, price)
    return cross(texts, moved, crossing, weights) if crossing else moved


def order_inside(
    texts: Texts, links: Iterable[UnitLink], pairings: Sequence[Pairing], weights: Weights
) -> list[UnitLink]:
    """The links of units of which links of paragraphs are made, with those of sentences that cross in these."""
    return [
        link
        for pairing, held in zip(pairings, _inside(texts, links, pairings), strict=True)
        for link in _ordered(texts, held, pairing, weights)
    ]


def _inside(texts: Texts, links: Iterable[UnitLink], pairings: Sequence[Pairing]) -> list[list[UnitLink]]:
    """For each link of paragraphs the links of units that made it."""
    owner = {i: number for number, pairing in enumerate(pairings) for i in pairing.source}
    held: list[list[UnitLink]] = [[] for _ in pairings]
    for link in links:
        held[owner[int(texts.source.paragraphs[link.pairing.source[0]])]].append(link)
    return held


def _ordered(texts: Texts, links: list[UnitLink], pairing: Pairing, weights: Weights) -> list[UnitLink]:
    """The links of one link of paragraphs; only of two sentences on both sides can one have moved."""
    chosen = [_units_of(*side) for side in zip(texts.sides, pairing, strict=True)]
    if any(_is_one_sentence(*side) for side in zip(texts.sides, chosen, strict=True)):
        return links
    part = texts.by_sentence(chosen[0], chosen[1])
    places = [{unit: place for place, unit in enumerate(side.tolist())} for side in chosen]
    inside = [
        _renumbered(
            link, [[at[unit] for unit in side] for at, side in zip(places, link.pairing, strict=True)]
        )
        for link in links
    ]
    if not _may_cross(part, pair_paragraphs(part, inside)):
        return links
    found = reorder(part, inside, weights, _PRICE_INSIDE)
    return [
        _renumbered(
            link, [units[list(side)].tolist() for units, side in zip(chosen, link.pairing, strict=True)]
        )
        for link in found
    ]


def _may_cross(texts: Texts, pairings: Sequence[Pairing]) -> bool:
    """Whether it is worth a closer look, which takes time and finds nothing in most paragraphs.

    It is where two that are each other's nearest in meaning are in no link, or, where nothing is known
    of meaning, where both sides have one without a link.
    """
    directions = paragraph_directions(texts)
    if directions is None:
        return all(any(not pairing[other] for pairing in pairings) for other in (0, 1))
    table = directions[0] @ directions[1].T
    nearest, back = table.argmax(axis=1), table.argmax(axis=0)
    held = {(i, j) for pairing in pairings for i in pairing.source for j in pairing.target}
    return any(back[j] == i and (i, j) not in held for i, j in enumerate(nearest.tolist()))


def _units_of(units: Units, paragraphs: Sequence[int]) -> Ints:
    """The units of some paragraphs, ascending."""
    spans = [np.arange(*stretch(units.paragraphs, paragraph)) for paragraph in paragraphs]
    return np.concatenate(spans) if spans else np.arange(0)


def _is_one_sentence(units: Units, chosen: Ints) -> bool:
    return not len(chosen) or bool(units.sentences[chosen[0]] == units.sentences[chosen[-1]])


def _renumbered(link: UnitLink, sides: Sequence[Sequence[int]]) -> UnitLink:
    return replace(link, pairing=Pairing(*map(tuple, sides)))
