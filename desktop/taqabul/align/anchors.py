"""Sure points that cut long texts into pieces, so that time and memory grow with the length, not its square.

A point (i, j) says that what precedes source unit i faces what precedes target unit j. It is trusted
where two links that follow each other immediately are both mutual best with a clear margin, and lie
on the longest chain of such links.
"""

from typing import Final

import numpy as np

from taqabul.align.texts import Texts, Vectors
from taqabul.align.units import Floats, Ints
from taqabul.domain import chains

Point = tuple[int, int]

_SMALL: Final = 160
_PIECE: Final = 48
_LARGEST: Final = 400
_BLOCK: Final = 256
_REACH: Final = 768
_MARGIN: Final = 0.1
_SURE: Final = 0.45


def cut_points(texts: Texts) -> list[Point]:
    """Points from (0, 0) to both ends, ascending on both sides; small texts are one piece."""
    end = (len(texts.source), len(texts.target))
    if max(end) <= _SMALL:
        return [(0, 0), end]
    sure = [] if texts.vectors is None else _sure_points(texts.vectors)
    points = [(0, 0)]
    for i, j in sure:
        last_i, last_j = points[-1]
        if min(i - last_i, j - last_j) >= _PIECE:
            points.append((i, j))
    return _bounded([*points, end])


def _bounded(points: list[Point]) -> list[Point]:
    """Cut what is still too large in equal steps: without a sure point nothing better is known."""
    out = points[:1]
    for i1, j1 in points[1:]:
        i0, j0 = out[-1]
        steps = -(-max(i1 - i0, j1 - j0) // _LARGEST)
        out += [(i0 + (i1 - i0) * s // steps, j0 + (j1 - j0) * s // steps) for s in range(1, steps)]
        out.append((i1, j1))
    return out


def _sure_points(vectors: Vectors) -> list[Point]:
    """Where a sure link follows a sure link immediately, on one chain."""
    chain = longest_chain(_sure_links(*vectors))
    links = set(chain)
    return [(i, j) for i, j in chain if (i - 1, j - 1) in links]


def _sure_links(source: Floats, target: Floats) -> list[Point]:
    """Mutual best links with a margin, sought in a window that follows what was found before."""
    found: list[Point] = []
    slope = len(target) / len(source)
    drift, reach = 0.0, _REACH
    for start in range(0, len(source), _BLOCK):
        rows = source[start : start + _BLOCK]
        middle = int((start + len(rows) / 2) * slope + drift)
        low, high = max(0, middle - reach), min(len(target), middle + reach)
        links = _mutual_best(rows, target[low:high]) if high > low else []
        links = [(start + i, low + j) for i, j in links]
        if len(links) >= len(rows) // 16:
            drift = float(np.median([j - i * slope for i, j in links]))
            reach = _REACH
        else:
            reach = min(reach * 2, 8 * _REACH)
        found += links
    return found


def _mutual_best(rows: Floats, columns: Floats) -> list[Point]:
    """Rows and columns that are each other's best by a margin over the second best of both."""
    table = rows @ columns.T
    if min(table.shape) < 2:
        return []
    best = table.argmax(axis=1)
    back = table.argmax(axis=0)
    top = table[np.arange(len(rows)), best]
    second = np.partition(table, -2, axis=1)[:, -2]
    second_back = np.partition(table, -2, axis=0)[-2][best]
    sure = (
        (back[best] == np.arange(len(rows)))
        & (top - np.maximum(second, second_back) >= _MARGIN)
        & (top >= _SURE)
    )
    rows_sure: Ints = np.nonzero(sure)[0]
    return [(int(i), int(best[i])) for i in rows_sure]


def longest_chain(links: list[Point]) -> list[Point]:
    """The longest run of links that ascends on both sides ; sources must be distinct."""
    links = sorted(links)
    return [links[k] for k in chains.longest_chain([j for _, j in links])]
