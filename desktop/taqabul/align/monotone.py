"""The monotone part of an alignment: two sequences of units, cut at sure anchors, each piece solved."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Final

import numpy as np

from taqabul.align.anchors import cut_points
from taqabul.align.cues import Cues
from taqabul.align.evidence import gather
from taqabul.align.linking import Pairing
from taqabul.align.path import best_path, probabilities
from taqabul.align.pool import share_out
from taqabul.align.texts import Point, Texts
from taqabul.align.weights import Weights, weigh

Task = list[tuple[Point, Texts]]

_AREA: Final = 40_000
"""Cells of the tables that are worth a message to another process."""
_LONG: Final = 800_000
"""Cells from which on processes are worth their start."""


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


def monotone_links(
    texts: Texts,
    weights: Weights,
    on_units: Callable[[int], None],
    bounds: Sequence[Point] = (),
    jobs: int = 0,
) -> list[UnitLink]:
    """The two-sided links of the best monotone path, in order; ``on_units`` hears how many units are done.

    ``bounds``: points (i, j), ascending, through which the path must go. The pieces between two sure
    points are solved each by itself, on ``jobs`` processors.
    """
    tasks = list(_tasks(texts, bounds))
    found: list[list[UnitLink]] = [[] for _ in tasks]

    def keep(number: int, links: list[UnitLink]) -> None:
        found[number] = links
        on_units(sum(len(piece.source) + len(piece.target) for _, piece in tasks[number]))

    long = sum(map(_area, tasks)) >= _LONG
    share_out(partial(_solve_all, weights), tasks, keep, jobs if long else 1, long=True)
    return [link for links in found for link in links]


def _tasks(texts: Texts, bounds: Sequence[Point]) -> Iterator[Task]:
    """The pieces of the texts in order, so many together that sending them is not what takes the time."""
    task: Task = []
    for first, last in pairwise(_points(texts, bounds)):
        task.append((first, texts.part(first, last)))
        if _area(task) >= _AREA:
            yield task
            task = []
    if task:
        yield task


def _area(task: Task) -> int:
    """How many cells the tables of some pieces have."""
    return sum((len(piece.source) + 1) * (len(piece.target) + 1) for _, piece in task)


def _solve_all(weights: Weights, task: Task) -> list[UnitLink]:
    return [link for origin, piece in task for link in solve(piece, weights, origin)]


def _points(texts: Texts, bounds: Sequence[Point]) -> list[Point]:
    """Where the texts are cut: at the bounds, and between them at sure points."""
    points = [(0, 0)]
    for first, last in pairwise([(0, 0), *bounds, (len(texts.source), len(texts.target))]):
        between = texts.part(first, last)
        inner = cut_points(between) if len(between.source) and len(between.target) else []
        points += [*((first[0] + i, first[1] + j) for i, j in inner[1:-1]), last]
    return points


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
