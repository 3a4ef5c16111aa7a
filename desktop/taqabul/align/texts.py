"""The two texts to be aligned, cut into units, with their vectors."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from taqabul.align.glosses import Glosses
from taqabul.align.units import Floats, Ints, Units

Vectors = tuple[Floats, Floats]
Point = tuple[int, int]


@dataclass(frozen=True)
class Texts:
    """Two sequences of units; ``vectors`` (n, d) and (m, d) of unit length, or None without an encoder.

    ``sizes`` how many paragraphs either side has, those without a word included. ``glosses``: what the texts
    taught of their words, if anything.
    """

    source: Units
    target: Units
    vectors: Vectors | None
    sizes: tuple[int, int] = (0, 0)
    glosses: Glosses | None = None

    @property
    def sides(self) -> tuple[Units, Units]:
        """Source and target."""
        return self.source, self.target

    def by_sentence(self, source: Ints, target: Ints) -> "Texts":
        """Some units of either side, ascending, with each sentence, counted from 0, in a paragraph's place."""
        sides, sizes = [], []
        for units, chosen in zip(self.sides, (source, target), strict=True):
            names, own = np.unique(units.sentences[chosen], return_inverse=True)
            sides.append(replace(units.picked(chosen), sentences=own, paragraphs=own))
            sizes.append(len(names))
        near = None if self.vectors is None else (self.vectors[0][source], self.vectors[1][target])
        return Texts(sides[0], sides[1], near, (sizes[0], sizes[1]))

    def part(self, first: tuple[int, int], last: tuple[int, int]) -> "Texts":
        """The units from a point (i, j) to another, excluded."""
        (i0, j0), (i1, j1) = first, last
        near = None if self.vectors is None else (self.vectors[0][i0:i1], self.vectors[1][j0:j1])
        words = None if self.glosses is None else self.glosses.part(first, last)
        return Texts(self.source.part(i0, i1), self.target.part(j0, j1), near, self.sizes, words)

    def vector(self, side: int, units: Sequence[int]) -> Floats | None:
        """The direction of some units together."""
        if self.vectors is None:
            return None
        rows = list(units)
        total: Floats = np.sqrt(self.sides[side].lengths[rows]) @ self.vectors[side][rows]
        return total / max(float(np.linalg.norm(total)), 1e-9)
