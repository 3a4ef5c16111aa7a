"""What a long text itself says of its words: which of one side keep the company of which of the other.

A first alignment tells which units surely face each other. Words that turn up on both sides of such links
more often than chance has it gloss each other, and what glosses each other speaks for other links: so a
text of a period or a trade that the encoder knows little of teaches its own vocabulary. hunalign aligns
twice for the same reason (Varga et al. 2005, "Parallel corpora for medium density languages").
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from scipy.sparse import csr_array, diags_array, vstack

from taqabul.align.linking import Pairing
from taqabul.align.units import Floats, Ints, Units, windows
from taqabul.text.little_words import stem
from taqabul.text.tokens import words

Table = csr_array[np.float32]
Shape = tuple[int, int]

FEWEST: Final = 150
"""Sure links without which nothing is learned."""
_LONGEST_RUN: Final = 4
_LEAST: Final = 0.07
_COMMON: Final = 0.1
"""The share of links from which on a word holds sentences together rather than says anything."""
_WORTH: Final = 0.25
_WORTH_NOTHING: Final = 60
_MOST: Final = 2.0
_APART: Final = 37
_FAINT: Final = 0.1
_BLOCK: Final = 2048


class _Side(NamedTuple):
    """Units in some vocabulary: ``rows`` (n, words), and how long the sum of 1 to 4 rows is, (4, n)."""

    rows: Table
    norms: Floats

    def part(self, start: int, end: int) -> "_Side":
        """Some of the units; what a run's norm takes from beyond their end is not asked for."""
        return _Side(self.rows[start:end], self.norms[:, start:end])


@dataclass(frozen=True)
class Glosses:
    """Units as they are, and as the other side would say them: in the words of the source, of the target.

    ``source[k]`` and ``target[k]`` are in one vocabulary. ``worth``: what a full likeness adds to a
    cosine; ``chance``: the likeness of units that do not face each other.
    """

    source: tuple[_Side, _Side]
    target: tuple[_Side, _Side]
    worth: float
    chance: float

    def part(self, first: tuple[int, int], last: tuple[int, int]) -> "Glosses":
        """The units from a point (i, j) to another, excluded."""
        (i0, j0), (i1, j1) = first, last
        ours = (self.source[0].part(i0, i1), self.source[1].part(i0, i1))
        theirs = (self.target[0].part(j0, j1), self.target[1].part(j0, j1))
        return Glosses(ours, theirs, self.worth, self.chance)

    def likeness(self, shapes: Sequence[Shape]) -> dict[Shape, Floats]:
        """What glosses add to the cosine of every two runs of 1 to 4 units, by shape."""
        found: dict[Shape, Floats] = {}
        for ours, theirs in zip(self.source, self.target, strict=True):
            table = (ours.rows @ theirs.rows.T).toarray().astype(np.float32)
            for m, n in shapes:
                sums = windows(windows(table, m).T, n).T
                rows, columns = ours.norms[m - 1, : sums.shape[0]], theirs.norms[n - 1, : sums.shape[1]]
                half = sums / np.maximum(2 * rows[:, None] * columns[None, :], 1e-6)
                found[m, n] = found[m, n] + half if (m, n) in found else half
        return {shape: self.worth * (table - self.chance) for shape, table in found.items()}


def learn(sides: tuple[Units, Units], links: Iterable[Pairing]) -> Glosses | None:
    """Glosses for both sides' units from links of theirs that are sure; None from fewer than FEWEST.

    How much two words keep to each other is the links that hold both, less one and what chance has,
    over the geometric mean of those that hold either: one link alone, right or wrong, glosses nothing, and
    neither do words that are everywhere.
    """
    pairings = list(links)
    if len(pairings) < FEWEST:
        return None
    tables = [_tables(units, [p[side] for p in pairings]) for side, units in enumerate(sides)]
    (ours, all_ours), (theirs, all_theirs) = tables
    company = _company(ours, theirs)
    rarity = [_rarity(table) for table in (ours, theirs)]
    source = _side(all_ours, rarity[0]), _side(_heard(all_ours, company), rarity[1])
    target = _side(_heard(all_theirs, csr_array(company.T)), rarity[0]), _side(all_theirs, rarity[1])
    worth = min(_WORTH * math.log2(len(pairings) / _WORTH_NOTHING), _MOST)
    firsts = np.array([(p.source[0], p.target[0]) for p in pairings])
    chance = np.mean([_chance(*both, firsts) for both in zip(source, target, strict=True)])
    return Glosses(source, target, worth, float(chance))


def _tables(units: Units, runs: Sequence[Sequence[int]]) -> tuple[Table, Table]:
    """Runs of units by the words that more than one run holds, and all units by the same words."""
    all_units = _table_of_words(units)
    ends = np.cumsum([0, *map(len, runs)])
    members = np.fromiter((unit for run in runs for unit in run), np.int64, int(ends[-1]))
    held = _ones((members, ends), len(units)) @ all_units
    held.data = np.minimum(held.data, 1)
    known = np.flatnonzero(_counts(held) > 1)
    return csr_array(held[:, known]), csr_array(all_units[:, known])


def _table_of_words(units: Units) -> Table:
    """Units by all their words, as written and as stems."""
    known: dict[str, int] = {}
    met: dict[str, tuple[int, int]] = {}
    cells: list[int] = []
    ends = [0]
    for text in units.texts:
        row: set[int] = set()
        for start, end in words(text):
            word = text[start:end]
            both = met.get(word)
            if both is None:
                keys = (word.lower(), f"~{stem(word.lower())}")
                both = met[word] = (
                    known.setdefault(keys[0], len(known)),
                    known.setdefault(keys[1], len(known)),
                )
            row.update(both)
        cells += sorted(row)
        ends.append(len(cells))
    return _ones((np.array(cells, np.int64), np.array(ends)), len(known))


def _ones(places: tuple[Ints, Ints], width: int) -> Table:
    """A table of ones at some columns of each row; ``places``: the columns, and where each row's end."""
    columns, ends = places
    return csr_array((np.ones(len(columns), np.float32), columns, ends), shape=(len(ends) - 1, width))


def _rarity(table: Table) -> Floats:
    """What each word weighs: the root of its inverse frequency."""
    rarity: Floats = np.sqrt(np.log(np.maximum(table.shape[0] / (_counts(table) + 1), 1)))
    return rarity


def _counts(table: Table) -> Floats:
    counts: Floats = np.asarray(table.sum(axis=0), dtype=np.float32)
    return counts


def _company(ours: Table, theirs: Table) -> Table:
    both = (ours.T @ theirs).tocoo()
    alone = _counts(ours)[both.row] * _counts(theirs)[both.col]
    value = np.maximum(both.data - alone / ours.shape[0] - 1, 0) / np.sqrt(alone)
    common = _COMMON * ours.shape[0]
    kept = (value > _LEAST) & (_counts(ours)[both.row] < common) & (_counts(theirs)[both.col] < common)
    return csr_array((value[kept].astype(np.float32), (both.row[kept], both.col[kept])), shape=both.shape)


def _heard(said: Table, company: Table) -> Table:
    """What units say in the words of the other side: how much their words have of each one's company.

    What they have little of is left out: it is many words, and says nothing.
    """
    heard = vstack(
        [_clear(said[start : start + _BLOCK] @ company) for start in range(0, said.shape[0], _BLOCK)]
    )
    heard.data = np.sqrt(np.minimum(heard.data, 1)).astype(np.float32)
    return csr_array(heard)


def _clear(heard: Table) -> Table:
    heard.data[heard.data < _FAINT] = 0
    heard.eliminate_zeros()
    return heard


def _side(table: Table, rarity: Floats) -> _Side:
    rows = csr_array(table @ diags_array(rarity))
    return _Side(rows, _norms(rows))


def _norms(rows: Table) -> Floats:
    """How long the sum of 1 to 4 rows from each row on is, (4, n); nothing where there are not so many."""
    count = rows.shape[0]
    squares = np.zeros((_LONGEST_RUN, count), np.float32)
    for apart in range(min(_LONGEST_RUN, count)):
        products = _products(rows, apart)
        for size in range(apart + 1, min(_LONGEST_RUN, count) + 1):
            pairs = windows(products[:, None], size - apart)[:, 0]
            squares[size - 1, : len(pairs)] += pairs if apart == 0 else 2 * pairs
    return np.sqrt(np.maximum(squares, 0))


def _products(rows: Table, apart: int) -> Floats:
    """Each row times the one so many rows on."""
    last = rows.shape[0] - apart
    blocks = [(start, min(start + _BLOCK, last)) for start in range(0, last, _BLOCK)]
    products: list[Floats] = [
        np.asarray(rows[a:b].multiply(rows[a + apart : b + apart]).sum(axis=1)) for a, b in blocks
    ]
    return np.concatenate(products)


def _chance(ours: _Side, theirs: _Side, firsts: Ints) -> float:
    """The mean likeness of units some links apart."""
    rows, columns = firsts[:, 0], np.roll(firsts[:, 1], _APART)
    products: Floats = np.asarray(ours.rows[rows].multiply(theirs.rows[columns]).sum(axis=1))
    return float(np.mean(products / np.maximum(ours.norms[0][rows] * theirs.norms[0][columns], 1e-6)))
