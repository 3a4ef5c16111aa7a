"""Sure points that cut long texts into pieces, so that time and memory grow with the length, not its square.

A point (i, j) says that what precedes source unit i faces what precedes target unit j. It is trusted
where two links that follow each other immediately are both mutual best with a clear margin, and lie
on the longest chain of such links.
"""

from itertools import pairwise
from typing import Final

import numpy as np

from taqabul.align.texts import Point, Texts, Vectors
from taqabul.align.units import Floats, Ints
from taqabul.domain import chains

_SMALL: Final = 160
_PIECE: Final = 48
_LARGEST: Final = 400
_LONGEST: Final = 4 * _LARGEST
_BLOCK: Final = 256
_REACH: Final = 768
_FARTHEST: Final = 8 * _REACH
_SAMPLE: Final = 64
_STEEPEST: Final = 3.0
_MARGIN: Final = 0.1
_SURE: Final = 0.45


def cut_points(texts: Texts) -> list[Point]:
    """Points from (0, 0) to both ends, ascending on both sides; small texts are one piece."""
    end = (len(texts.source), len(texts.target))
    if max(end) <= _SMALL:
        return [(0, 0), end]
    sure = [] if texts.vectors is None or not min(end) else _sure_points(texts.vectors)
    points = [(0, 0)]
    for (i, j), (following_i, following_j) in pairwise([*sure, end]):
        last_i, last_j = points[-1]
        near, apart = min(i - last_i, j - last_j), max(following_i - i, following_j - j)
        behind = max(i - last_i, j - last_j)
        # both ends of a long gap are cut off, so that what faces nothing there takes nothing with it
        if near >= _PIECE or (near > 0 and max(apart, behind) > _LARGEST):
            points.append((i, j))
    return _bounded([*points, end])


def _bounded(points: list[Point]) -> list[Point]:
    """Cut what is still too large in equal steps: without a sure point nothing better is known."""
    out = points[:1]
    for i1, j1 in points[1:]:
        i0, j0 = out[-1]
        size = max(i1 - i0, j1 - j0)
        steps = 1 if (i1 - i0) * (j1 - j0) <= _LARGEST**2 else -(-size // _LARGEST)
        steps = max(steps, -(-size // _LONGEST))
        out += [(i0 + (i1 - i0) * s // steps, j0 + (j1 - j0) * s // steps) for s in range(1, steps)]
        out.append((i1, j1))
    return out


def _sure_points(vectors: Vectors) -> list[Point]:
    """Where a sure link follows a sure link immediately, on one chain."""
    chain = longest_chain(_sure_links(*vectors))
    links = set(chain)
    return [(i, j) for i, j in chain if (i - 1, j - 1) in links]


def _sure_links(source: Floats, target: Floats) -> list[Point]:
    """Mutual best links with a margin, sought in a window that follows what was found before.

    Where it finds nothing, because much is missing there on one side, a sample is sought everywhere.
    """
    found: list[Point] = []
    slope = min(max(len(target) / len(source), 1 / _STEEPEST), _STEEPEST)
    drift, reach = 0.0, _REACH
    for start in range(0, len(source), _BLOCK):
        rows = source[start : start + _BLOCK]
        middle = int((start + len(rows) / 2) * slope + drift)
        enough = max(1, len(rows) // 16)
        links = _links_within(rows, target, middle - reach, middle + reach)
        if len(links) < enough:
            elsewhere = _links_within(rows, target, *_sought_everywhere(rows, target))
            links = max(links, elsewhere, key=len)
        if len(links) >= enough:
            drift = float(np.median([j - (start + i) * slope for i, j in links]))
            reach = _REACH
        else:
            reach = min(reach * 2, _FARTHEST)
        found += [(start + i, j) for i, j in links]
    return found


def _sought_everywhere(rows: Floats, target: Floats) -> tuple[int, int]:
    """The stretch of the target where a sample of rows has its sure links; empty where they are few."""
    step = -(-len(rows) // _SAMPLE)
    chain = longest_chain(_mutual_best(rows[::step], target))
    if len(chain) < max(2, len(rows) // step // 16):
        return 0, 0
    middle = chain[len(chain) // 2][1]
    return (
        max(chain[0][1] - _REACH, middle - _FARTHEST),
        min(chain[-1][1] + _REACH, middle + _FARTHEST),
    )


def _links_within(rows: Floats, target: Floats, low: int, high: int) -> list[Point]:
    """Sure links to a stretch of the target, as far as it lies in the target."""
    low, high = max(0, low), min(len(target), high)
    return [(i, low + j) for i, j in _mutual_best(rows, target[low:high])] if high > low else []


def _mutual_best(rows: Floats, columns: Floats) -> list[Point]:
    """Rows and columns that are each other's best by a margin over the second best of both."""
    table = rows @ columns.T
    if min(table.shape) < 2:
        return []
    best = table.argmax(axis=1)
    mutual: Ints = np.nonzero(table.argmax(axis=0)[best] == np.arange(len(rows)))[0]
    best = best[mutual]
    top = table[mutual, best]
    table[mutual, best] = -np.inf  # what is left shows the second best, of rows and of columns
    rivals = np.maximum(table.max(axis=1)[mutual], table.max(axis=0)[best])
    sure = (top - rivals >= _MARGIN) & (top >= _SURE)
    return list(zip(mutual[sure].tolist(), best[sure].tolist(), strict=True))


def longest_chain(links: list[Point]) -> list[Point]:
    """The longest run of links that ascends on both sides ; sources must be distinct."""
    links = sorted(links)
    return [links[k] for k in chains.longest_chain([j for _, j in links])]
