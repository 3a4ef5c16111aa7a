"""The monotone part of an alignment: two sequences of units, cut at sure anchors, each piece solved."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from taqabul.align.anchors import cut_points
from taqabul.align.cues import Cues
from taqabul.align.evidence import gather
from taqabul.align.linking import Pairing
from taqabul.align.path import best_path, probabilities
from taqabul.align.texts import Texts
from taqabul.align.weights import Weights, weigh


@dataclass(frozen=True, slots=True)
class UnitLink:
    """A link of units: what it brings over its units standing alone, and its probability.

    ``numbers`` and ``names``: the weight of what both sides share, and of what only one holds.
    """

    pairing: Pairing
    gain: float
    probability: float
    numbers: tuple[float, float]
    names: tuple[float, float]


def monotone_links(texts: Texts, weights: Weights, on_units: Callable[[int], None]) -> Iterator[UnitLink]:
    """The two-sided links of the best monotone path; ``on_units`` hears how many units are done."""
    points = cut_points(texts)
    for first, last in pairwise(points):
        yield from solve(texts.part(first, last), weights, first)
        on_units(last[0] - first[0] + last[1] - first[1])


def solve(texts: Texts, weights: Weights, origin: tuple[int, int] = (0, 0)) -> Iterator[UnitLink]:
    """The links of one piece, counted from the piece's origin in the whole."""
    if not len(texts.source) or not len(texts.target):
        return
    grounds = gather(texts)
    scores = weigh(grounds, weights)
    shares = probabilities(scores).links
    i0, j0 = origin
    for i, j, m, n in best_path(scores):
        if m and n:
            alone = scores.source_alone[i : i + m].sum() + scores.target_alone[j : j + n].sum()
            yield UnitLink(
                Pairing(tuple(range(i0 + i, i0 + i + m)), tuple(range(j0 + j, j0 + j + n))),
                float(scores.links[m, n][i, j] - alone),
                float(min(shares[m, n][i, j], 1.0)),
                common(grounds.numbers, slice(i, i + m), slice(j, j + n)),
                common(grounds.names, slice(i, i + m), slice(j, j + n)),
            )


def common(cues: Cues, rows: slice, columns: slice) -> tuple[float, float]:
    """The weight of the cues two runs of units share, and of those one of them holds alone."""
    ours, theirs = cues.source[rows].any(axis=0), cues.target[columns].any(axis=0)
    return float(cues.weights[ours & theirs].sum()), float(cues.weights[np.logical_xor(ours, theirs)].sum())
