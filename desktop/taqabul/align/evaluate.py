"""How good an alignment is: found links against gold ones.

*Strict*: a link counts where exactly it is in the gold; links with an empty side count on neither
side. *Pairs*: over all (source segment, target segment) that face each other. *Shapes*: strict, by how
many segments face how many.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from taqabul.align.calibration import Reliability, reliability
from taqabul.align.linking import Pairing
from taqabul.domain.bitext import ProposedLink
from taqabul.domain.chains import longest_chain

LARGER: Final = "larger"
CROSSING: Final = "crossing"
SHAPES: Final = ("1-1", "1-2", "2-1", LARGER, "1-0", "0-1", CROSSING)
"""The kinds of links that are counted apart. A crossing link counts under its numbers too."""


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


@dataclass(frozen=True, slots=True)
class Tally:
    """All that is counted of an alignment; adds up over documents."""

    strict: Score = Score()
    pairs: Score = Score()
    shapes: Mapping[str, Score] = field(default_factory=dict)
    reliability: Reliability = field(default_factory=Reliability)

    def __add__(self, other: "Tally") -> "Tally":
        shapes = [name for name in SHAPES if name in self.shapes or name in other.shapes]
        return Tally(
            self.strict + other.strict,
            self.pairs + other.pairs,
            {name: self.shapes.get(name, Score()) + other.shapes.get(name, Score()) for name in shapes},
            self.reliability + other.reliability,
        )


def tally(found: Sequence[ProposedLink], gold: Sequence[Pairing]) -> Tally:
    """Count everything about the links found for one document."""
    pairings = [Pairing(link.source, link.target) for link in found]
    right = _links(gold)
    facing = [link for link, pairing in zip(found, pairings, strict=True) if pairing.faces]
    return Tally(
        strict_score(pairings, gold),
        pair_score(pairings, gold),
        shape_scores(pairings, gold),
        reliability(
            (link.confidence, _sorted(Pairing(link.source, link.target)) in right) for link in facing
        ),
    )


def strict_score(found: Iterable[Pairing], gold: Iterable[Pairing]) -> Score:
    """Whole links, compared exactly."""
    return _score(_links(found), _links(gold))


def pair_score(found: Iterable[Pairing], gold: Iterable[Pairing]) -> Score:
    """Single segments that face each other."""
    return _score(_pairs(found), _pairs(gold))


def shape_scores(found: Sequence[Pairing], gold: Sequence[Pairing]) -> dict[str, Score]:
    """Whole links by their shape; segments that nothing faces are counted one by one.

    Which of two links that cross each other is off the chain is a matter of taste: a crossing link of
    the gold counts as right where exactly it was found, on the chain or off it.
    """
    ours, theirs = _by_shape(found), _by_shape(gold)
    scores = {}
    for shape in SHAPES[:-1]:
        if ours[shape] or theirs[shape]:
            scores[shape] = _score(ours[shape], theirs[shape])
    crossing, wanted = crossings(found), crossings(gold)
    if crossing or wanted:
        scores[CROSSING] = Score(len(wanted & _links(found)), len(crossing), len(wanted))
    return scores


def crossings(pairings: Iterable[Pairing]) -> set[Pairing]:
    """The two-sided links off the longest chain of links that ascend on both sides."""
    in_order = sorted(_links(pairings))
    chain = set(longest_chain([pairing.target[0] for pairing in in_order]))
    return {pairing for place, pairing in enumerate(in_order) if place not in chain}


def _by_shape(pairings: Iterable[Pairing]) -> dict[str, set[Pairing]]:
    kinds: dict[str, set[Pairing]] = defaultdict(set)
    for pairing in pairings:
        if pairing.faces:
            shape = f"{len(pairing.source)}-{len(pairing.target)}"
            kinds[shape if shape in SHAPES else LARGER].add(_sorted(pairing))
        else:
            kinds["1-0"] |= {Pairing((i,), ()) for i in pairing.source}
            kinds["0-1"] |= {Pairing((), (j,)) for j in pairing.target}
    return kinds


def _score(found: set[Pairing] | set[tuple[int, int]], gold: set[Pairing] | set[tuple[int, int]]) -> Score:
    return Score(len(found & gold), len(found), len(gold))


def _links(pairings: Iterable[Pairing]) -> set[Pairing]:
    return {_sorted(pairing) for pairing in pairings if pairing.faces}


def _sorted(pairing: Pairing) -> Pairing:
    return Pairing(tuple(sorted(pairing.source)), tuple(sorted(pairing.target)))


def _pairs(pairings: Iterable[Pairing]) -> set[tuple[int, int]]:
    return {(i, j) for pairing in pairings for i in pairing.source for j in pairing.target}
