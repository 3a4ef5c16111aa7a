"""Sentence links joined to paragraph links, and the paragraphs that cross over the others.

Aligning sentences first and joining the paragraphs that share a link holds merged and cut
paragraphs, which an aligner of whole paragraphs glues together.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from taqabul.align.crossing import assign, gains_of_crossing
from taqabul.align.evidence import Shape, gather, span_vectors
from taqabul.align.linking import Pairing, connect
from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, Ints, Units
from taqabul.align.weights import Weights, weigh

Doubles = NDArray[np.float64]

_PRICE_OF_CROSSING: Final = 8.0
_SHAPES: Final[tuple[Shape, ...]] = ((1, 1), (1, 2), (2, 1))
_MOST_PAIRS: Final = 4_000_000


def whole_paragraphs(units: Units, count: int) -> Units:
    """A side with its paragraphs as units."""
    texts: list[list[str]] = [[] for _ in range(count)]
    for text, paragraph in zip(units.texts, units.paragraphs.tolist(), strict=True):
        texts[paragraph].append(text)
    numbers = np.arange(count)
    return Units(tuple(" ".join(pieces) for pieces in texts), numbers, numbers)


def paragraph_vectors(vectors: Floats, units: Units, count: int) -> Floats:
    """The direction of each paragraph, from those of its units."""
    weighted = vectors * np.sqrt(units.lengths)[:, None]
    total = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    np.add.at(total, units.paragraphs, weighted)
    return span_vectors(total, np.ones(count, dtype=np.float32), 1)


def pair_paragraphs(texts: Texts, links: Sequence[UnitLink]) -> list[Pairing]:
    """Join the paragraphs that share a link."""
    return connect((paragraphs_of(texts, link.pairing) for link in links), texts.sizes)


def paragraphs_of(texts: Texts, pairing: Pairing) -> Pairing:
    """The paragraphs in which the units of a pairing stand."""
    ours, theirs = texts.source.paragraphs, texts.target.paragraphs
    return Pairing(
        tuple(sorted({int(ours[i]) for i in pairing.source})),
        tuple(sorted({int(theirs[j]) for j in pairing.target})),
    )


class Crossings:
    """Finds the paragraph links that cross the path, given the path's links and pairings."""

    def __init__(
        self, texts: Texts, links: Sequence[UnitLink], pairings: Sequence[Pairing], weights: Weights
    ) -> None:
        self.texts, self.links, self.pairings, self.weights = texts, links, pairings, weights
        self.sizes = texts.sizes

    def pairs(self) -> list[tuple[int, int]]:
        """The source and target paragraphs that face each other across the path."""
        brings = self._brings()
        free = self._candidates()
        if not free[0] or not free[1]:
            return []
        worth, alone = self._worth(free)
        place = [{paragraph: row for row, paragraph in enumerate(side)} for side in free]
        together = []
        stay = [alone[0].copy(), alone[1].copy()]
        for number, pairing in enumerate(self.pairings):
            if not pairing.faces or pairing.source[0] not in place[0] or pairing.target[0] not in place[1]:
                continue
            if len(pairing.source) == len(pairing.target) == 1:
                together.append((place[0][pairing.source[0]], place[1][pairing.target[0]], brings[number]))
                continue
            for side, members in enumerate(pairing):
                shares = self._shares(side, members)
                for member, share in zip(members, shares, strict=True):
                    stay[side][place[side][member]] += share * brings[number]
        gains = gains_of_crossing(worth, (stay[0], stay[1]), together, _PRICE_OF_CROSSING)
        for pairing in self.pairings:
            if (
                pairing.faces
                and len(pairing.source) + len(pairing.target) > 2
                and pairing.source[0] in place[0]
            ):
                rows, columns = ([place[side][p] for p in pairing[side]] for side in (0, 1))
                gains[np.ix_(rows, columns)] = -np.inf
        kept = {(row, column) for row, column, _ in together}
        chosen = [pair for pair in assign(gains) if pair not in kept]
        return [(free[0][row], free[1][column]) for row, column in chosen]

    def _brings(self) -> list[float]:
        """What the path's links bring, by pairing."""
        owner = {i: number for number, pairing in enumerate(self.pairings) for i in pairing.source}
        brings = [0.0] * len(self.pairings)
        for link in self.links:
            brings[owner[int(self.texts.source.paragraphs[link.pairing.source[0]])]] += link.gain
        return brings

    def _candidates(self) -> tuple[list[int], list[int]]:
        """The paragraphs that may take part: all of them, or in long texts those without a sure link."""
        if self.sizes[0] * self.sizes[1] <= _MOST_PAIRS:
            return list(range(self.sizes[0])), list(range(self.sizes[1]))
        brings = self._brings()
        loose = [p for number, p in enumerate(self.pairings) if brings[number] < 2 * _PRICE_OF_CROSSING]
        return sorted(i for p in loose for i in p.source), sorted(j for p in loose for j in p.target)

    def _worth(self, free: tuple[list[int], list[int]]) -> tuple[Doubles, tuple[Doubles, Doubles]]:
        sides: list[Units] = []
        near: list[Floats] = []
        for side, (units, size, chosen) in enumerate(zip(self.texts.sides, self.sizes, free, strict=True)):
            whole = whole_paragraphs(units, size)
            places: Ints = np.array(chosen)
            sides.append(Units(tuple(whole.texts[p] for p in chosen), places, places))
            if self.texts.vectors is not None:
                near.append(paragraph_vectors(self.texts.vectors[side], units, size)[places])
        grounds = gather(Texts(sides[0], sides[1], (near[0], near[1]) if near else None))
        scores = weigh(grounds, self.weights, _SHAPES)
        return scores.links[1, 1], (scores.source_alone, scores.target_alone)

    def _shares(self, side: int, members: Sequence[int]) -> list[float]:
        units = self.texts.sides[side]
        letters = np.bincount(units.paragraphs, weights=units.lengths, minlength=self.sizes[side])[
            list(members)
        ]
        shares: list[float] = (letters / letters.sum()).tolist()
        return shares
