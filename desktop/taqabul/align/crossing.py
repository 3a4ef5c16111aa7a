"""Links that cross: what a monotone path cannot hold because one side tells things in another order.

Paragraphs are offered to each other across the path; one that is linked already leaves its link only
for what is worth clearly more. The choice is an optimal assignment in which each paragraph knows what
it would give up. A link off the path has a price, so that texts in one order get none; where sure
crossings show that a stretch is told in another order, the price falls there.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from taqabul.align.assignment import assign
from taqabul.align.evidence import Shape, gather
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink, solve
from taqabul.align.paragraphs import paragraph_directions, paragraphs_of
from taqabul.align.texts import Texts, Vectors
from taqabul.align.units import Ints, Units, stretch
from taqabul.align.weights import Weights, weigh
from taqabul.text.names import name_similarities

Doubles = NDArray[np.float64]
Free = tuple[Ints, Ints]
_Brought = tuple[Pairing, float]
"""A pairing, and what the links inside it bring over their units standing alone."""

PRICE: Final = 5.5
_PRICE_IN_LONG: Final = 7.0
_PRICE_AMONG_CROSSINGS: Final = 1.5
_NEIGHBOURHOOD: Final = 3
_LOOSE: Final = 8.0
_LOOSE_IN_LONG: Final = 3.0
_MOST_AT_ONCE: Final = 600
_NEAR: Final = 48
_GAP: Final = 6
_LONGEST_NAME: Final = 48
_ENOUGH_CONSONANTS: Final = 3.0
_CHANCE: Final = 0.55
_SOUND: Final = 12.0
_SOUNDS_LIKE_OTHERS: Final = 0.5
_SHAPES: Final[tuple[Shape, ...]] = ((1, 1), (1, 2), (2, 1))


class Crossing(NamedTuple):
    """A source and a target paragraph that cross the path; ``advantage`` what they gain by it, price paid."""

    source: int
    target: int
    advantage: float


@dataclass(frozen=True)
class _Offers:
    """What each pair would gain over leaving both where they are; ``together`` those that are a pair."""

    gains: Doubles
    together: list[tuple[int, int, float]]

    def choose(self, price: Doubles) -> list[tuple[int, int]]:
        """The pairs that gain most when each new one must pay a price."""
        gains = self.gains - price
        for row, column, value in self.together:
            gains[row, column] = max(value, 1e-6)
        kept = {(row, column) for row, column, _ in self.together}
        return [pair for pair in assign(gains) if pair not in kept]


def crossing_pairs(
    texts: Texts,
    links: Sequence[UnitLink],
    pairings: Sequence[Pairing],
    weights: Weights,
    price: float = PRICE,
) -> list[Crossing]:
    """The source and target paragraphs that face each other across the path, 1-1, in source order.

    ``price`` is what the first of them must gain, in log-weight; more is asked in long texts, where chance
    has more to offer.
    """
    if _is_long(texts):
        price = max(price, _PRICE_IN_LONG)
    brings = list(zip(pairings, _brings(texts, links, pairings), strict=True))
    groups = [(free, group) for free, group in _free(texts, brings) if len(free[0]) and len(free[1])]
    if not groups:
        return []
    directions, letters = paragraph_directions(texts), _letters(texts)
    return [
        crossing
        for free, group in groups
        for crossing in _among(free, _offers(texts, directions, letters, group, free, weights), price)
    ]


def _among(free: Free, offers: _Offers, alone: float) -> list[Crossing]:
    """The best crossings among some paragraphs, at the price of one ``alone``; cheaper where sure ones surround them."""
    price = np.full((len(free[0]), len(free[1])), alone)
    chosen = offers.choose(price)
    if len(chosen) > 1:
        rows = _around([row for row, _ in chosen], len(free[0]))
        columns = _around([column for _, column in chosen], len(free[1]))
        price[rows, columns] = _PRICE_AMONG_CROSSINGS
        chosen = offers.choose(price)
    advantage = offers.gains - price
    return [
        Crossing(int(free[0][row]), int(free[1][column]), float(advantage[row, column]))
        for row, column in chosen
    ]


def _around(places: Sequence[int], size: int) -> slice:
    """The stretch that holds some places, and a few beyond."""
    return slice(max(0, min(places) - _NEIGHBOURHOOD), min(size, max(places) + _NEIGHBOURHOOD + 1))


def _brings(texts: Texts, links: Sequence[UnitLink], pairings: Sequence[Pairing]) -> list[float]:
    """What the links inside each pairing bring over their units standing alone."""
    owner = {i: number for number, pairing in enumerate(pairings) for i in pairing.source}
    brings = [0.0] * len(pairings)
    for link in links:
        brings[owner[int(texts.source.paragraphs[link.pairing.source[0]])]] += link.gain
    return brings


def _free(texts: Texts, brings: Sequence[_Brought]) -> Iterator[tuple[Free, Sequence[_Brought]]]:
    """The paragraphs that may take part, and the pairings they are in: none where all is sure, else all.

    In long texts those without a sure link that stand close together, so many at a time: among thousands
    something is always alike by chance, so a single paragraph that moved further is not sought.
    """
    long = _is_long(texts)
    enough = _LOOSE_IN_LONG if long else _LOOSE
    loose = [k for k, (p, value) in enumerate(brings) if value < enough * max(map(len, p))]
    if not long:
        if any(brings[k][0].source for k in loose) and any(brings[k][0].target for k in loose):
            yield (np.arange(texts.sizes[0]), np.arange(texts.sizes[1])), brings
        return
    for group in ([brings[k] for k in rows] for rows in _close(loose)):
        free = (
            np.array([i for pairing, _ in group for i in pairing.source], dtype=np.int64),
            np.array(sorted(j for pairing, _ in group for j in pairing.target), dtype=np.int64),
        )
        yield free, group


def _is_long(texts: Texts) -> bool:
    return max(texts.sizes) > _MOST_AT_ONCE


def _close(rows: Sequence[int]) -> Iterator[list[int]]:
    """Ascending numbers in groups that hold no large gap, and not too many."""
    group: list[int] = []
    for row in rows:
        if group and (row - group[-1] > _GAP or len(group) == _NEAR):
            yield group
            group = []
        group.append(row)
    if group:
        yield group


def _offers(
    texts: Texts,
    directions: Vectors | None,
    letters: tuple[Doubles, Doubles],
    group: Sequence[_Brought],
    free: Free,
    weights: Weights,
) -> _Offers:
    gains, stay, sound = _worth(texts, directions, free, weights)
    place = [{int(paragraph): row for row, paragraph in enumerate(side)} for side in free]
    together, apart = [], []
    for pairing, value in group:
        if not pairing.faces:
            continue
        rows, columns = ([place[side][p] for p in members] for side, members in enumerate(pairing))
        if len(rows) == len(columns) == 1:
            together.append((rows[0], columns[0], value + float(sound[rows[0], columns[0]])))
            continue
        for side, members in enumerate((rows, columns)):
            shares = letters[side][list(pairing[side])]
            stay[side][members] += value * shares / max(shares.sum(), 1)
        apart.append(np.ix_(rows, columns))
    gains -= stay[0][:, None] + stay[1][None, :]
    for block in apart:
        gains[block] = -np.inf
    return _Offers(gains, together)


def _letters(texts: Texts) -> tuple[Doubles, Doubles]:
    """How many letters each paragraph of both sides has."""
    ours, theirs = (
        np.asarray(np.bincount(units.paragraphs, units.lengths, size), dtype=np.float64)
        for units, size in zip(texts.sides, texts.sizes, strict=True)
    )
    return ours, theirs


def _worth(
    texts: Texts, directions: Vectors | None, free: Free, weights: Weights
) -> tuple[Doubles, tuple[Doubles, Doubles], NDArray[np.float32]]:
    """The log-weight of each pair of free paragraphs as a link, of each standing alone, and what sound adds."""
    sides = [units.whole_paragraphs(chosen) for units, chosen in zip(texts.sides, free, strict=True)]
    near = None if directions is None else (directions[0][free[0]], directions[1][free[1]])
    scores = weigh(gather(Texts(sides[0], sides[1], near)), weights, _SHAPES)
    sound = _sound(sides[0], sides[1])
    return scores.links[1, 1] + sound, (scores.source_alone, scores.target_alone), sound


def _sound(source: Units, target: Units) -> NDArray[np.float32]:
    """What it adds to the log-weight of two short lines that they sound alike: in lists of names nearly all.

    Lines that sound like others lose some of it.
    """
    added = np.zeros((len(source), len(target)), dtype=np.float32)
    rows, columns = (np.nonzero(units.lengths <= _LONGEST_NAME)[0] for units in (source, target))
    if len(rows) and len(columns):
        alike, consonants = name_similarities(
            [source.texts[i] for i in rows], [target.texts[j] for j in columns]
        )
        said = np.minimum(consonants / _ENOUGH_CONSONANTS, 1.0)
        heard = _SOUND * np.maximum(alike - _CHANCE, 0.0) * said
        best = np.maximum(heard.max(axis=1)[:, None], heard.max(axis=0)[None, :])
        added[np.ix_(rows, columns)] = np.where(heard < best, heard - _SOUNDS_LIKE_OTHERS * best, heard)
    return added


def cross(
    texts: Texts, links: Iterable[UnitLink], crossings: Sequence[Crossing], weights: Weights
) -> list[UnitLink]:
    """Take the paragraphs that cross out of their links and link the units of each two with each other."""
    moved = ({crossing.source for crossing in crossings}, {crossing.target for crossing in crossings})
    kept = []
    for link in links:
        places = paragraphs_of(texts, link.pairing)
        if moved[0].isdisjoint(places.source) and moved[1].isdisjoint(places.target):
            kept.append(link)
    for crossing in crossings:
        kept += _units_across(texts, crossing, weights)
    return kept


def _units_across(texts: Texts, crossing: Crossing, weights: Weights) -> list[UnitLink]:
    """The links inside two paragraphs that cross; all of both where no part of them is worth a link."""
    i0, i1 = stretch(texts.source.paragraphs, crossing.source)
    j0, j1 = stretch(texts.target.paragraphs, crossing.target)
    found = list(solve(texts.part((i0, j0), (i1, j1)), weights, (i0, j0)))
    whole = Pairing(tuple(range(i0, i1)), tuple(range(j0, j1)))
    doubt = 1 / (1 + math.exp(-crossing.advantage))
    return [
        replace(link, probability=link.probability * doubt)
        for link in found or [UnitLink(whole, 0.0, 0.5, (0.0, 0.0), (0.0, 0.0))]
    ]
