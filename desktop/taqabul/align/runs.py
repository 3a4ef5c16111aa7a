"""Runs: where a stretch of the source may face a stretch of the target that the path did not put there.

Units that no sure link holds look for each other across the whole text; those that are each other's best
by a margin and ascend together, close by, make a run.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np

from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts
from taqabul.align.units import Bools, Floats, Ints

Span = tuple[int, int]

_MARGIN: Final = 0.03
_SURE: Final = 0.4
_SURE_GAIN: Final = 8.0
_LOOSE_GAIN: Final = 4.0
_REACH: Final = 8
_FEWEST: Final = 3
_BLOCK: Final = 1024
_MOST: Final = 12_000


class Run(NamedTuple):
    """Units of the source and of the target that seem to tell the same, each from a first to a last, excluded."""

    source: Span
    target: Span


def loose_units(texts: Texts, links: Sequence[UnitLink], sure: float = _LOOSE_GAIN) -> tuple[Bools, Bools]:
    """Which units of either side no link holds that brings ``sure`` log-weight or more for each unit."""
    loose = (np.ones(len(texts.source), dtype=np.bool_), np.ones(len(texts.target), dtype=np.bool_))
    for link in links:
        if link.gain >= sure * max(map(len, link.pairing)):
            for side in (0, 1):
                loose[side][list(link.pairing[side])] = False
    return loose


def moved_runs(texts: Texts, links: Sequence[UnitLink]) -> list[Run]:
    """The runs off the path, those with most pairs first; none without vectors."""
    if texts.vectors is None:
        return []
    rows, columns = (
        _longest(np.nonzero(free)[0], units.lengths)
        for free, units in zip(loose_units(texts, links, _SURE_GAIN), texts.sides, strict=True)
    )
    if min(len(rows), len(columns)) < _FEWEST:
        return []
    best = _mutual_best(texts.vectors[0][rows], texts.vectors[1][columns])
    on_path = {(i, j) for link in links for i in link.pairing.source for j in link.pairing.target}
    pairs = ((int(rows[i]), int(columns[j])) for i, j in best)
    return _runs([pair for pair in pairs if pair not in on_path])


def _longest(units: Ints, lengths: Floats) -> Ints:
    """Those units that say most, where there are too many; in order."""
    if len(units) <= _MOST:
        return units
    return np.sort(units[np.argsort(-lengths[units], kind="stable")[:_MOST]])


def _mutual_best(rows: Floats, columns: Floats) -> list[tuple[int, int]]:
    """Pairs that are each other's best with a margin over the second best of both, in bounded memory."""
    best: Ints = np.zeros(len(rows), dtype=np.int64)
    top: Floats = np.zeros(len(rows), dtype=np.float32)
    second: Floats = np.zeros(len(rows), dtype=np.float32)
    back = np.zeros(len(columns), dtype=np.int64)
    back_top, back_second = (np.full(len(columns), -1.0, dtype=np.float32) for _ in range(2))
    for start in range(0, len(rows), _BLOCK):
        table = rows[start : start + _BLOCK] @ columns.T
        block = slice(start, start + len(table))
        best[block], top[block], second[block] = _two_best(table)
        winner, first, next_best = _two_best(table.T)
        back_second = np.maximum(np.minimum(first, back_top), np.maximum(back_second, next_best))
        back[first > back_top] = start + winner[first > back_top]
        back_top = np.maximum(back_top, first)
    mutual = back[best] == np.arange(len(rows))
    clear = (top - np.maximum(second, back_second[best]) >= _MARGIN) & (top >= _SURE)
    return [(int(i), int(best[i])) for i in np.nonzero(mutual & clear)[0]]


def _two_best(table: Floats) -> tuple[Ints, Floats, Floats]:
    """For each row the column of its greatest value, that value, and the next greatest."""
    best = table.argmax(axis=1)
    places = np.arange(len(table))
    top = table[places, best]
    table[places, best] = -1.0
    second = table.max(axis=1)
    table[places, best] = top
    return best, top, second


def _runs(pairs: Sequence[tuple[int, int]]) -> list[Run]:
    """Chains of pairs that ascend on both sides in small steps, longest first; each pair in one at most."""
    length = [1] * len(pairs)
    before = [-1] * len(pairs)
    for k, (i, j) in enumerate(pairs):
        for h in range(k - 1, -1, -1):
            if i - pairs[h][0] > _REACH:
                break
            if 0 < j - pairs[h][1] <= _REACH and length[h] >= length[k]:
                length[k], before[k] = length[h] + 1, h
    used: set[int] = set()
    found: list[tuple[int, Run]] = []
    for end in sorted(range(len(pairs)), key=lambda k: -length[k]):
        chain, place = [], end
        while place >= 0 and place not in used:
            chain.append(place)
            place = before[place]
        used.update(chain)
        if len(chain) >= _FEWEST:
            (i0, j0), (i1, j1) = pairs[chain[-1]], pairs[end]
            found.append((len(chain), Run((i0, i1 + 1), (j0, j1 + 1))))
    return [run for _, run in sorted(found, key=lambda pair: -pair[0])]
