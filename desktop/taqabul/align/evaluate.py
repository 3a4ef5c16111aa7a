"""How good an alignment is: found links against gold ones.

*Strict*: a link counts where exactly it is in the gold; links with an empty side count on neither
side. *Pairs*: over all (source paragraph, target paragraph) that face each other.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from taqabul.align.linking import Pairing


@dataclass(frozen=True, slots=True)
class Score:
    """Counts that add up over documents: ``right`` of the ``found`` ones, where ``wanted`` are in the gold."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """The right share of what was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The found share of what was wanted."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def strict_score(found: Iterable[Pairing], gold: Iterable[Pairing]) -> Score:
    """Whole links, compared exactly."""
    return _score(_links(found), _links(gold))


def pair_score(found: Iterable[Pairing], gold: Iterable[Pairing]) -> Score:
    """Single paragraphs that face each other."""
    return _score(_pairs(found), _pairs(gold))


def _score(found: set[Pairing] | set[tuple[int, int]], gold: set[Pairing] | set[tuple[int, int]]) -> Score:
    return Score(len(found & gold), len(found), len(gold))


def _links(pairings: Iterable[Pairing]) -> set[Pairing]:
    return {Pairing(tuple(sorted(p.source)), tuple(sorted(p.target))) for p in pairings if p.faces}


def _pairs(pairings: Iterable[Pairing]) -> set[tuple[int, int]]:
    return {(i, j) for pairing in pairings for i in pairing.source for j in pairing.target}
