"""Moved sections: stretches of many units that the other side tells at another place, as a whole.

Runs of mutual best units that ascend together off the path say what may have moved where. Each is tried
by telling the target in that order: its units are taken out of their place and put where the source has
them, and the path round both places is sought anew, so that merged paragraphs link as anywhere and wrong
links give way. A move stays where the path gains more by it than a price. Of moves tried on documents of five kinds
(``tests/benchmarks/moved.py`` makes them) none that is right gained less than 33, none that is wrong more
than 7, also where runs were admitted more freely than here.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np

from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink, solve
from taqabul.align.runs import Run, Span, loose_units, moved_runs
from taqabul.align.texts import Point, Texts
from taqabul.align.units import Ints, stretch
from taqabul.align.weights import Weights

_PRICE: Final = 12.0
_LOOSE: Final = 0.25
_BEYOND: Final = 12
_CONTEXT: Final = 60
_LARGEST: Final = 900
_MOST_TRIED: Final = 64


def move_sections(texts: Texts, links: Sequence[UnitLink], weights: Weights) -> list[UnitLink]:
    """The links of a monotone path, improved by moving sections; in the order of the source."""
    telling = _Telling(texts, links, weights)
    for run in moved_runs(texts, links)[:_MOST_TRIED]:
        telling.consider(run)
    return telling.links


class _Window(NamedTuple):
    """A stretch of the path, from point to point (excluded), in the order the target is told in."""

    first: Point
    last: Point

    def meets(self, other: "_Window") -> bool:
        """Whether a source or a target unit is in both."""
        return any(max(self.first[k], other.first[k]) < min(self.last[k], other.last[k]) for k in (0, 1))

    @property
    def size(self) -> int:
        """The units of the longer side."""
        return max(self.last[0] - self.first[0], self.last[1] - self.first[1])


class _Move(NamedTuple):
    """The target units told from ``start`` to ``end`` (excluded) are told before the one at ``to`` instead."""

    start: int
    end: int
    to: int

    def of(self, told: Ints, window: tuple[int, int], *, arrives: bool) -> Ints:
        """The units of a stretch of the telling after the move."""
        span = np.arange(*window)
        stay = span[(span < self.start) | (span >= self.end)]
        at = np.searchsorted(stay, self.to)
        block = np.arange(self.start, self.end) if arrives else span[:0]
        return told[np.concatenate((stay[:at], block, stay[at:]))]


class _Trial(NamedTuple):
    """What a move would lead to."""

    advantage: float
    links: list[UnitLink]
    told: Ints


class _Telling:
    """The order in which the target's units are told, and the links, monotone in that order."""

    def __init__(self, texts: Texts, links: Sequence[UnitLink], weights: Weights) -> None:
        self.links = list(links)
        self._texts, self._weights = texts, weights
        self._told: Ints = np.arange(len(texts.target))
        self._place = self._told.copy()

    def consider(self, run: Run) -> None:
        """Move a run, as it is or with what is loose round it, where that brings more than the price."""
        loose = loose_units(self._texts, self.links)
        if any(free[slice(*span)].mean() < _LOOSE for span, free in zip(run, loose, strict=True)):
            return
        points = self._points()
        wider = Run(*(_widened(span, free) for span, free in zip(run, loose, strict=True)))
        runs = dict.fromkeys((self._whole(run), self._whole(wider)))
        trials = [trial for run in runs if (trial := self._tried(run, points)) is not None]
        best = max(trials, key=lambda trial: trial.advantage, default=None)
        if best is not None and best.advantage > 0:
            _, self.links, self._told = best
            self._place[self._told] = np.arange(len(self._told))

    def _points(self) -> list[Point]:
        """Where the path may be cut: between links."""
        ends = (
            (link.pairing.source[-1] + 1, int(self._place[link.pairing.target[-1]]) + 1)
            for link in self.links
        )
        return [(0, 0), *ends, (len(self._texts.source), len(self._texts.target))]

    def _whole(self, run: Run) -> Run:
        """The run with all of the paragraphs it touches."""
        spans = []
        for units, (start, end) in zip(self._texts.sides, run, strict=True):
            first, last = (int(units.paragraphs[k]) for k in (start, end - 1))
            spans.append((stretch(units.paragraphs, first)[0], stretch(units.paragraphs, last)[1]))
        return Run(*spans)

    def _tried(self, run: Run, points: Sequence[Point]) -> _Trial | None:
        """What a move would bring; None where it is none, or too large to look at."""
        start, end = int(self._place[run.target[0]]), int(self._place[run.target[1] - 1]) + 1
        to = max(j for i, j in points if i <= run.source[0])
        move = _Move(start, end, to)
        if end - start != run.target[1] - run.target[0] or start <= to <= end:
            return None
        windows = _windows(points, run.source, move)
        if max(window.size for window in windows) > _LARGEST:
            return None
        return self._retold(move, windows)

    def _retold(self, move: _Move, windows: Sequence[_Window]) -> _Trial:
        """Seek the path in the windows before and after a move; the first is where the units arrive."""
        solved: list[UnitLink] = []
        advantage = -_PRICE
        for number, (first, last) in enumerate(windows):
            rows, columns = (first[0], last[0]), (first[1], last[1])
            found = self._solved(rows, move.of(self._told, columns, arrives=number == 0))
            advantage += sum(link.gain for link in found)
            advantage -= sum(link.gain for link in self._solved(rows, self._told[slice(*columns)]))
            solved += found
        doubt = 1 / (1 + math.exp(-max(min(advantage, 30.0), -30.0)))
        block = set(self._told[move.start : move.end].tolist())
        solved = [
            replace(link, probability=link.probability * doubt) if link.pairing.target[0] in block else link
            for link in solved
        ]
        spans = [(window.first[0], window.last[0]) for window in windows]
        kept = [link for link in self.links if not any(i <= link.pairing.source[0] < j for i, j in spans)]
        told = move.of(self._told, (0, len(self._told)), arrives=True)
        return _Trial(advantage, sorted([*kept, *solved], key=lambda link: link.pairing), told)

    def _solved(self, rows: tuple[int, int], columns: Ints) -> list[UnitLink]:
        """The best path through some source units and some target units in the order given."""
        texts = self._texts
        near = None if texts.vectors is None else (texts.vectors[0][slice(*rows)], texts.vectors[1][columns])
        part = Texts(texts.source.part(*rows), texts.target.picked(columns), near, texts.sizes)
        links = (
            replace(
                link,
                pairing=Pairing(
                    tuple(rows[0] + i for i in link.pairing.source),
                    tuple(int(columns[j]) for j in link.pairing.target),
                ),
            )
            for link in solve(part, self._weights)
        )
        return [link for link in links if _is_one_piece(link.pairing.target)]


def _windows(points: Sequence[Point], source: Span, move: _Move) -> list[_Window]:
    """The stretches of the path round where the units arrive and where they leave; one, where these meet."""
    arrival = _Window(
        max(p for p in points if p[0] <= max(source[0] - _CONTEXT, 0) and p[1] <= move.to),
        min(p for p in points if p[0] >= min(source[1] + _CONTEXT, points[-1][0]) and p[1] >= move.to),
    )
    departure = _Window(
        max(p for p in points if p[1] <= max(move.start - _CONTEXT, 0)),
        min(p for p in points if p[1] >= min(move.end + _CONTEXT, points[-1][1])),
    )
    if arrival.meets(departure):
        return [_Window(min(arrival.first, departure.first), max(arrival.last, departure.last))]
    return [arrival, departure]


def _widened(span: Span, loose: np.ndarray) -> Span:
    start, end = span
    low, high = max(start - _BEYOND, 0), min(end + _BEYOND, len(loose))
    while start > low and loose[start - 1]:
        start -= 1
    while end < high and loose[end]:
        end += 1
    return start, end


def _is_one_piece(units: Sequence[int]) -> bool:
    return units[-1] - units[0] == len(units) - 1
