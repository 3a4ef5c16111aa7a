"""What speaks for a word of one side standing for a word of the other, as tables over all pairs of words.

The first round looks at the two words alone: meaning, names, numbers, place, the memory of confirmed pairs.
The second looks at what the first round made of their neighbours (after Liu, Liu and Lin, 2005, "Log-linear
models for word alignment", who weigh such tables together).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from taqabul.align.units import Floats
from taqabul.align.word_memory import WordMemory
from taqabul.text.exonyms import exonyms_in
from taqabul.text.folding import fold_key
from taqabul.text.little_words import LITTLE_WORDS
from taqabul.text.names import coarse, skeleton, without_clitics
from taqabul.text.numbers import numbers_in
from taqabul.text.tokens import words

Span = tuple[int, int]

PARTS: Final = (
    "cosine", "cosine_bare", "cosine_high", "row_margin", "column_margin", "away", "away_squared", "near", "name",
    "name_high", "name_capital", "number", "exonym", "same", "little_here", "little_there", "little_both",
    "little_one", "length_here", "length_there", "likeness", "row_lead", "column_lead", "row_rank", "column_rank",
    "along", "across", "around", "beside", "above", "memory", "memory_row", "memory_column",
)  # fmt: skip
"""The tables of the first round."""
ROUND_TWO: Final = (
    "odds", "row_gap", "column_gap", "row_rival", "column_rival", "ring_1", "ring_2", "ring_3", "chain", "both_ends",
    "row_company", "column_company", "row_drift", "column_drift", "row_free", "column_free",
)  # fmt: skip
"""The tables that the second round adds."""

_REACH: Final = 3
_FADE: Final = 1.5


@dataclass(frozen=True)
class Words:
    """The words of a text: where they stand, and as written."""

    text: str
    spans: tuple[Span, ...]
    forms: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.spans)


def words_of(text: str, first: int = 0, last: int | None = None) -> Words:
    """The words of a text, or those from ``first`` to ``last`` (excluded)."""
    spans = tuple(words(text)[first:last])
    return Words(text, spans, tuple(text[start:end] for start, end in spans))


def first_round(
    source: Words, target: Words, meaning: tuple[Floats, Floats] | None, memory: WordMemory | None
) -> Floats:
    """The tables of PARTS, shape (n, m, parts).

    ``meaning`` the cosines of words as they are written and without joined particles, each (n, m).
    """
    size = (len(source), len(target))
    zero = np.zeros(size, dtype=np.float32)
    plain, stripped = meaning or (zero, zero)
    cosine = np.maximum(plain, stripped)
    name, capital = _names(source, target), np.array([form[0].isupper() for form in target.forms], np.float32)
    number, exonym = _shared(*map(_numbers, (source, target))), _shared(*map(_exonyms, (source, target)))
    same = _shared(*([{form.lower()} for form in side.forms] for side in (source, target)))
    sounds = np.array([len(skeleton(form)) >= _REACH for form in target.forms], np.float32)
    company = zero if memory is None else memory.company(source.forms, target.forms)
    likeness = np.maximum.reduce(
        [cosine, number, exonym, same, company, np.where(name > 0.75, name, 0) * capital]
    )
    tables = [
        cosine, stripped, np.maximum(cosine - 0.4, 0), cosine - _rival(cosine, 1), cosine - _rival(cosine, 0),
        *_places(size), name, np.maximum(name - 0.7, 0) * sounds, np.maximum(name - 0.6, 0) * capital,
        number, exonym, same, *_kinds(source, target, cosine), likeness, likeness - _rival(likeness, 1),
        likeness - _rival(likeness, 0), _rank(likeness, 1), _rank(likeness, 0), *_company(likeness),
        company, company - _rival(company, 1), company - _rival(company, 0),
    ]  # fmt: skip
    return np.stack([np.broadcast_to(table, size) for table in tables], axis=-1).astype(np.float32)


def second_round(tables: Floats, chances: Floats) -> Floats:
    """The tables of PARTS and of ROUND_TWO, given what the first round made of every pair (n, m)."""
    row_rival, column_rival = _rival(chances, 1), _rival(chances, 0)
    near = _Shifts(chances)
    rings = [
        near.best([(a, b) for a in _within(r) for b in _within(r) if a and b and max(abs(a), abs(b)) == r])
        for r in (1, 2, 3)
    ]
    ends = [near.best([(step, b) for b in (-2, -1, 1, 2)]) for step in (-1, 1)]
    added = [
        np.log((chances + 1e-3) / (1 - chances + 1e-3)), chances - row_rival, chances - column_rival, row_rival,
        column_rival, *rings, near.best([(-1, -1), (1, 1)]), np.minimum(*ends), near.best([(0, 1), (0, -1)]),
        near.best([(1, 0), (-1, 0)]), _drift(chances), _drift(chances.T).T,
        1 - chances.max(axis=1, keepdims=True), 1 - chances.max(axis=0, keepdims=True),
    ]  # fmt: skip
    spread = [np.broadcast_to(table, chances.shape)[..., None] for table in added]
    return np.concatenate([tables, *spread], axis=-1).astype(np.float32)


def _within(reach: int) -> range:
    return range(-reach, reach + 1)


class _Shifts:
    """A table read some places further on; nothing beyond its edges."""

    def __init__(self, table: Floats) -> None:
        self._shape = table.shape
        self._padded = np.pad(table, _REACH)

    def best(self, steps: Sequence[tuple[int, int]]) -> Floats:
        """The greatest value at any of some steps from each place."""
        (n, m), at = self._shape, _REACH
        best: Floats = np.maximum.reduce(
            [self._padded[at + a : at + a + n, at + b : at + b + m] for a, b in steps]
        )
        return best


def _rival(table: Floats, axis: int) -> Floats:
    """The best other value of each place's row (axis 1) or column."""
    if table.shape[axis] < 2:
        return np.zeros_like(table)
    ordered = np.partition(table, -2, axis=axis)
    second, first = (np.take(ordered, [place], axis=axis) for place in (-2, -1))
    rival: Floats = np.where(table >= first, second, first)
    return rival


def _rank(table: Floats, axis: int) -> Floats:
    """How many of the row or column are better, in fifths, no more than one."""
    order = np.argsort(np.argsort(-table, axis=axis, kind="stable"), axis=axis)
    return np.minimum(order / 5, 1).astype(np.float32)


def _places(size: tuple[int, int]) -> list[Floats]:
    ours, theirs = ((np.arange(count, dtype=np.float32) + 0.5) / count for count in size)
    away = np.abs(ours[:, None] - theirs[None, :])
    return [away, away**2, np.exp(-8 * away)]


def _kinds(source: Words, target: Words, cosine: Floats) -> list[Floats]:
    """Little words, and how long the words are."""
    ours, theirs = (
        np.array([fold_key(form) in LITTLE_WORDS for form in side.forms], np.float32)
        for side in (source, target)
    )
    long = [
        np.minimum(np.array([len(form) for form in side.forms], np.float32), 8) / 8
        for side in (source, target)
    ]
    here, there = ours[:, None], theirs[None, :]
    return [here, there, here * there, np.abs(here - there) * cosine, long[0][:, None], long[1][None, :]]


def _company(likeness: Floats) -> list[Floats]:
    """The likeness of the words around: along the text, against it, two steps off, beside, above."""
    near = _Shifts(likeness)
    corners = [(a, b) for a in _within(2) for b in _within(2) if a and b]
    steps = ([(-1, -1), (1, 1)], [(-1, 1), (1, -1)], corners, [(0, 1), (0, -1)], [(1, 0), (-1, 0)])
    return [near.best(one) for one in steps]


def _drift(chances: Floats) -> Floats:
    """How far a target word is from where the neighbours of the source word lead to, in eighths."""
    n, m = chances.shape
    weights = chances**2
    goals = (weights @ np.arange(m)) / (weights.sum(axis=1) + 1e-9)
    steps = np.arange(n)[:, None] - np.arange(n)[None, :]
    pull = np.exp(-np.abs(steps) / _FADE) * (steps != 0) * weights.max(axis=1)[None, :]
    total = np.maximum(pull.sum(axis=1), 1e-6)
    expected = (pull @ goals + (pull * steps).sum(axis=1) * m / n) / total
    off: Floats = np.abs(np.arange(m)[None, :] - expected[:, None]).astype(np.float32)
    return np.minimum(off / 8, np.float32(1))


def _names(source: Words, target: Words) -> Floats:
    """How alike two words sound, 0 to 1, the source's joined particles on or off."""
    forms = [[skeleton(form) for form in without_clitics(word)] for word in source.forms]
    ours = [form for group in forms for form in group]
    theirs = [skeleton(word) for word in target.forms]
    fine, rough = (
        process.cdist(mine, other, scorer=Levenshtein.normalized_similarity, dtype=np.float32)
        for mine, other in ((ours, theirs), ([coarse(one) for one in ours], [coarse(one) for one in theirs]))
    )
    says = np.outer([len(one) > 1 for one in ours], [len(one) > 1 for one in theirs])
    starts = np.cumsum([0, *map(len, forms[:-1])])
    alike: Floats = np.maximum.reduceat((fine + rough) / 2 * says, starts, axis=0)
    return alike


def _shared(ours: Sequence[set[str]], theirs: Sequence[set[str]]) -> Floats:
    """One where two words have a key in common."""
    table = np.zeros((len(ours), len(theirs)), dtype=np.float32)
    holders = [(place, keys) for place, keys in enumerate(theirs) if keys]
    for row, keys in enumerate(ours):
        if keys:
            table[row, [place for place, held in holders if not keys.isdisjoint(held)]] = 1
    return table


def _numbers(side: Words) -> list[set[str]]:
    keys: list[set[str]] = [set() for _ in side.spans]
    for number in numbers_in(side.text):
        for place, (start, end) in enumerate(side.spans):
            if start < number.end and end > number.start:
                keys[place].update(number.meanings())
    return keys


def _exonyms(side: Words) -> list[set[str]]:
    """The known names each word is, or is the half of."""
    keys = [set(exonyms_in(form)) for form in side.forms]
    for place in range(len(side) - 1):
        both = exonyms_in(f"{side.forms[place]} {side.forms[place + 1]}")
        joint = set(both) - keys[place] - keys[place + 1]
        keys[place] |= joint
        keys[place + 1] |= joint
    return keys
