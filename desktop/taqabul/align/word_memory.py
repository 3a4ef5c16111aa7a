"""What pairs that people confirmed say about words: which stems keep turning up on both sides at once."""

from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from scipy.sparse import csc_array

from taqabul.align.units import Floats
from taqabul.text.little_words import stem
from taqabul.text.tokens import words

_DOUBT: Final = 1.0
"""Counted to every stem's occurrences, so that what was met together once says less than what was met often."""


class WordMemory:
    """Pairs of texts as two tables, pairs by stems, from which any two words' company is counted when asked."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        columns: tuple[dict[str, int], dict[str, int]] = ({}, {})
        cells: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
        number = 0
        for number, pair in enumerate(pairs, start=1):
            for known, found, text in zip(columns, cells, pair, strict=True):
                stems = dict.fromkeys(stem(text[start:end]) for start, end in words(text))
                found += [(number - 1, known.setdefault(one, len(known))) for one in stems]
        self._columns = columns
        self._tables = [
            _table(found, (number, len(known))) for found, known in zip(cells, columns, strict=True)
        ]
        self.size = number

    def company(self, source: Sequence[str], target: Sequence[str]) -> Floats:
        """How much the words of either side keep to each other, 0 to 1, shape (n, m).

        Twice the pairs that hold both over the pairs that hold either (Dice, 1945), a doubt added below.
        """
        ours, theirs = (
            self._of(side, [stem(one) for one in row]) for side, row in enumerate((source, target))
        )
        both = (ours.T @ theirs).toarray()
        mine, other = (np.asarray(table.sum(axis=0), dtype=np.float32) for table in (ours, theirs))
        alone: Floats = mine[:, None] + other[None, :]
        company: Floats = (2 * both / (alone + 2 * _DOUBT)).astype(np.float32)
        return company

    def mirrored(self) -> "WordMemory":
        """The same memory with its sides exchanged."""
        other = WordMemory(())
        other._columns, other._tables = self._columns[::-1], self._tables[::-1]
        other.size = self.size
        return other

    def _of(self, side: int, stems: Sequence[str]) -> "csc_array[np.float32]":
        """The columns of some stems; one that was never met is empty."""
        known = self._columns[side]
        return self._tables[side][:, [known.get(one, len(known)) for one in stems]]


def _table(cells: Sequence[tuple[int, int]], shape: tuple[int, int]) -> "csc_array[np.float32]":
    """Ones at these cells, and an empty last column."""
    rows, columns = np.array(cells, dtype=np.int64).reshape(-1, 2).T
    ones = np.ones(len(cells), dtype=np.float32)
    return csc_array((ones, (rows, columns)), shape=(shape[0], shape[1] + 1))
