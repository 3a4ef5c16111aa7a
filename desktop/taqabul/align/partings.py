"""Where a very long pair of texts is cut in parts that are aligned by themselves, each in bounded memory.

Numbers, names and words that stand equally often, and seldom, on both sides say roughly what faces what, without an
encoder. Near each wanted place a few paragraphs are then aligned as any are, and the texts are cut between two
neighbours of which that is sure. Nothing that seems to have moved is cut off from where it came.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Final

import numpy as np

from taqabul.align.texts import Point
from taqabul.align.traces import Traces, traces_of
from taqabul.align.units import Paragraphs
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.chains import longest_chain
from taqabul.text.names import coarse, skeleton, without_clitics

_SELDOM: Final = 6
_SHORTEST: Final = 3
_NEAR: Final = 150
_ASTRAY: Final = 30
_WITNESSES: Final = 3
_MOVED: Final = 3
_BESIDE: Final = 40
_FAR: Final = 160
"""Paragraphs before and after a place that are looked at: where witnesses stand, and where it is only reckoned from those around."""
_TRIES: Final = 6
_SURE: Final = 0.9
_AROUND: Final = 3
"""So many links before and after a cut are sure, one paragraph facing one."""

Align = Callable[[Paragraphs, Paragraphs], Alignment]


def cut_parts(source: Paragraphs, target: Paragraphs, align: Align, part: int) -> list[Point]:
    """Points (i, j), from (0, 0) to both ends: what precedes source paragraph i faces what precedes target paragraph j.

    ``align`` aligns two short stretches. Parts are of about ``part`` paragraphs, of the longer side; where no place is sure
    they are longer.
    """
    end = (len(source), len(target))
    witnesses = _witnesses(source, target)
    points = [(0, 0)]
    while max(end[0] - points[-1][0], end[1] - points[-1][1]) > 1.5 * part:
        found = _next_cut(source, target, align, witnesses, points[-1], part)
        if found is None:
            break
        points.append(found)
    return [*points, end]


def _next_cut(
    source: Paragraphs, target: Paragraphs, align: Align, witnesses: Sequence[Point], last: Point, part: int
) -> Point | None:
    """The first sure place about a part further on; None where there is none up to the end."""
    rest = (len(source) - last[0], len(target) - last[1])
    step = max(1, part * rest[0] // max(rest))
    for wanted in range(last[0] + step, len(source) - step // 2, max(1, step // 2)):
        for place, reach in _promising(witnesses, wanted, step // 4, (len(source), len(target))):
            cut = _sure_place(source, target, align, place, reach)
            if cut and cut[0] > last[0] and cut[1] > last[1] and not _is_crossed(witnesses, cut):
                return cut
    return None


def _promising(
    witnesses: Sequence[Point], wanted: int, reach: int, end: Point
) -> Iterator[tuple[Point, int]]:
    """Places near the one wanted, the likeliest first, and how far around each is to be looked."""
    near = sorted((abs(i - wanted), (i, j)) for i, j in witnesses if abs(i - wanted) <= reach)
    yield from ((place, _BESIDE) for place in _apart([place for _, place in near]))
    chain = [(0, 0), *(witnesses[k] for k in longest_chain([j for _, j in witnesses])), end]
    after = min(max(bisect_left(chain, (wanted, 0)), 1), len(chain) - 1)
    (i0, j0), (i1, j1) = chain[after - 1], chain[after]
    yield (wanted, j0 + (wanted - i0) * (j1 - j0) // max(1, i1 - i0)), _FAR


def _apart(places: Sequence[Point]) -> Iterator[Point]:
    """The first few that are not beside one another."""
    tried: list[int] = []
    for place in places:
        if all(abs(place[0] - other) >= _BESIDE for other in tried):
            tried.append(place[0])
            yield place
        if len(tried) == _TRIES:
            return


def _sure_place(
    source: Paragraphs, target: Paragraphs, align: Align, near: Point, reach: int
) -> Point | None:
    """A place to cut beside a point: between two links that are sure, as are those around, and that nothing crosses."""
    i, j = (max(place - reach, 0) for place in near)
    found = align(source[i : near[0] + reach], target[j : near[1] + reach]).paragraphs
    sure = {
        (link.source[0], link.target[0])
        for link in found
        if len(link.source) == len(link.target) == 1 and link.confidence >= _SURE
    }
    middle = (near[0] - i, near[1] - j)
    for p, q in sorted(sure, key=lambda one: (abs(one[0] - middle[0]), one)):
        run = all((p + k, q + k) in sure for k in range(-_AROUND, _AROUND))
        if run and not any(_crosses(link, (p, q)) for link in found):
            return i + p, j + q
    return None


def _crosses(link: ProposedLink, cut: Point) -> bool:
    before = {
        place < cut[side] for side, members in enumerate((link.source, link.target)) for place in members
    }
    return len(before) > 1


def _is_crossed(witnesses: Sequence[Point], cut: Point) -> bool:
    """Whether what stands on one side of the cut seems to face what stands on the other."""
    return sum((i < cut[0]) != (j < cut[1]) for i, j in witnesses) >= _MOVED


def _witnesses(source: Paragraphs, target: Paragraphs) -> list[Point]:
    """Paragraphs that seem to face each other, as others around them do, in the order of the source."""
    ours, theirs = _places(source), _places(target)
    met: set[Point] = set()
    for key, places in ours.items():
        facing = theirs.get(key, ())
        if len(places) == len(facing) <= _SELDOM:
            met.update(zip(places, facing, strict=True))
    return _borne_out(sorted(met), len(target) / max(len(source), 1))


def _borne_out(points: Sequence[Point], slope: float) -> list[Point]:
    """Those with several others that are as far on in one text as in the other; chance has few of these."""
    if not points:
        return []
    table = np.array(points)
    drift = table[:, 1] - table[:, 0] * slope
    firsts = np.searchsorted(table[:, 0], table[:, 0] - _NEAR)
    lasts = np.searchsorted(table[:, 0], table[:, 0] + _NEAR, side="right")
    kept = []
    for number, (first, last) in enumerate(zip(firsts.tolist(), lasts.tolist(), strict=True)):
        if int((np.abs(drift[first:last] - drift[number]) <= _ASTRAY).sum()) > _WITNESSES:
            kept.append(points[number])
    return kept


def _places(paragraphs: Paragraphs) -> dict[str, list[int]]:
    """In which paragraphs each trace stands, but for those that stand in many."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, sentences in enumerate(paragraphs):
        for key in set(_keys(traces_of(" ".join(sentences)))):
            if len(found[key]) <= _SELDOM:  # one more tells that there are too many
                found[key].append(number)
    return found


def _keys(traces: Traces) -> Iterator[str]:
    """What a paragraph may share with one in the other script."""
    yield from (f"#{number}" for number in traces.numbers)
    yield from (f"={name}" for name in traces.exonyms)
    capitalised = (word for word in traces.latin if word[0].isupper())
    words = (form for word in traces.arabic for form in without_clitics(word))
    yield from (key for word in (*capitalised, *words) if len(key := coarse(skeleton(word))) >= _SHORTEST)
