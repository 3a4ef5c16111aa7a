"""Whether confidence means what it says: of links with a confidence of .8, eight of ten should be right."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

EDGES: Final = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 1.0)
"""Where the bins part: each holds its lower edge, the last one its upper edge too."""

SURE: Final = 0.9
"""From this confidence on a person may trust a link without reading it."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The links whose confidence is near one value; ``confidence`` is the sum of theirs."""

    links: int = 0
    right: int = 0
    confidence: float = 0.0

    def __add__(self, other: "Bin") -> "Bin":
        return Bin(self.links + other.links, self.right + other.right, self.confidence + other.confidence)

    @property
    def mean_confidence(self) -> float:
        """The share of right links that was promised."""
        return self.confidence / self.links if self.links else 0.0

    @property
    def right_share(self) -> float:
        """The share of links that are right."""
        return self.right / self.links if self.links else 0.0


class Range(NamedTuple):
    """The links with a confidence from ``low`` on and below ``high``, which for the last one is included."""

    low: float
    high: float
    held: Bin


@dataclass(frozen=True, slots=True)
class Reliability:
    """Links by their confidence, a bin between two EDGES; adds up over documents."""

    bins: tuple[Bin, ...] = (Bin(),) * (len(EDGES) - 1)

    def __add__(self, other: "Reliability") -> "Reliability":
        return Reliability(tuple(a + b for a, b in zip(self.bins, other.bins, strict=True)))

    @property
    def ranges(self) -> list[Range]:
        """The bins with their edges, those that hold a link."""
        edges = pairwise(EDGES)
        return [Range(*ends, held) for ends, held in zip(edges, self.bins, strict=True) if held.links]

    @property
    def expected_error(self) -> float:
        """The expected calibration error: how far promise and truth are apart in a bin, over all links.

        Naeini, Cooper and Hauskrecht (2015), with the bins of EDGES.
        """
        total = sum(one.links for one in self.bins)
        return sum(abs(one.confidence - one.right) for one in self.bins) / total if total else 0.0

    @property
    def sure(self) -> Bin:
        """All links with a confidence of SURE or more."""
        return sum(self.bins[EDGES.index(SURE) :], Bin())


def reliability(links: Iterable[tuple[float, bool]]) -> Reliability:
    """Sort links, each a confidence from 0 to 1 and whether it is right, into bins."""
    bins = [Bin()] * (len(EDGES) - 1)
    for confidence, right in links:
        place = bisect_right(EDGES, confidence, lo=1, hi=len(EDGES) - 1) - 1
        bins[place] += Bin(1, int(right), confidence)
    return Reliability(tuple(bins))
