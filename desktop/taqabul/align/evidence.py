"""What two stretches of text share: meaning, length, numbers, names, their place in their paragraphs.

For every shape (m source units facing n target units) each part is a table over the places (i, j)
where such a link could begin. The cosine of the encoder's vectors is taken relative to the nearest
neighbours of both stretches, after Artetxe and Schwenk (2019), "Margin-based parallel corpus mining";
the length model follows Gale and Church (1993), with the ratio learned from the texts at hand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from taqabul.align.cues import Cues, name_cues, number_cues
from taqabul.align.glosses import Glosses
from taqabul.align.texts import Texts
from taqabul.align.units import Bools, Floats, Units, windows

Shape = tuple[int, int]
SHAPES: Final[tuple[Shape, ...]] = ((1, 1), (1, 2), (2, 1), (2, 2), (1, 3), (3, 1), (1, 4), (4, 1))
PARTS: Final = (
    "bias", "cosine", "cosine_low", "cosine_high", "margin", "rank", "gain", "loss", "length", "length_far", "numbers",
    "numbers_only_here", "numbers_elsewhere", "names", "names_elsewhere", "both_begin", "one_begins", "both_end",
    "one_ends", "inner_one", "inner_both", "inner_stop", "inner_comma", "short", "question",
)  # fmt: skip
_NEIGHBOURS: Final = 4
_QUESTIONS: Final = ("?", "؟")
_STOPS: Final = (".", "!", *_QUESTIONS, "…", "۔")
_COMMAS: Final = (",", "،", ";", "؛")
_PRIOR_LETTERS: Final = {True: 400.0, False: 500.0}
"""Letters in which Arabic, and any other text, says the same: believed until the texts say otherwise."""
CHANCE: Final = 0.3
_SPREAD: Final = (0.06, 0.16)
ENOUGH: Final = 64


@dataclass(frozen=True)
class Grounds:
    """All that is known of two sequences of units before any link is weighed."""

    source: Units
    target: Units
    vectors: tuple[Floats, Floats] | None
    numbers: Cues
    names: Cues
    glosses: Glosses | None = None


def gather(texts: Texts) -> Grounds:
    """Look for numbers and names in two sequences of units."""
    source, target = texts.sides
    return Grounds(
        source, target, texts.vectors, number_cues(source, target), name_cues(source, target), texts.glosses
    )


def span_vectors(vectors: Floats, lengths: Floats, size: int) -> Floats:
    """The direction of each run of ``size`` units: their vectors' mean, long units weighing more."""
    weighted = vectors * np.sqrt(lengths)[:, None]
    total = windows(weighted, size)
    norms = np.linalg.norm(total, axis=1, keepdims=True)
    unit: Floats = total / np.maximum(norms, 1e-9)
    return unit


def _largest(values: Floats, size: int) -> Floats:
    count = max(len(values) - size + 1, 0)
    total = values[:count].copy()
    for step in range(1, size):
        np.maximum(total, values[step : step + count], out=total)
    return total


def _likeness(grounds: Grounds, shapes: Sequence[Shape]) -> dict[Shape, Floats]:
    """The cosine of every two runs, by shape, and what glosses add to it; nothing without vectors."""
    if grounds.vectors is None:
        return {}
    spans = [
        {size: span_vectors(v, u.lengths, size) for size in {shape[side] for shape in shapes}}
        for side, (v, u) in enumerate(zip(grounds.vectors, (grounds.source, grounds.target), strict=True))
    ]
    tables = standardised({(m, n): spans[0][m] @ spans[1][n].T for m, n in shapes})
    if grounds.glosses is None:
        return tables
    added = grounds.glosses.likeness(shapes)
    return {shape: table + added[shape] for shape, table in tables.items()}


def standardised(tables: dict[Shape, Floats]) -> dict[Shape, Floats]:
    """Cosines as they would be were chance as usual: some encoders find everything alike, or nothing.

    Most units do not face each other, so the middle of all cosines, and how far a sixth of them lies
    below it, tell what chance gives. What multilingual encoders commonly give stays as it is.
    """
    table = tables[1, 1]
    if table.size < ENOUGH:
        return tables
    low, middle = (float(q) for q in np.quantile(table, (0.16, 0.5)))
    usual, spread = min(max(middle, 0.0), CHANCE), middle - low
    scale = min(max(spread, _SPREAD[0]), _SPREAD[1]) / max(spread, 1e-3)
    if usual == middle and scale == 1.0:
        return tables
    return {shape: ((t - middle) * scale + usual).astype(np.float32) for shape, t in tables.items()}


def _top_mean(table: Floats, axis: int) -> Floats:
    k = min(_NEIGHBOURS, table.shape[axis])
    part = np.partition(table, table.shape[axis] - k, axis=axis)
    nearest = np.take(part, range(table.shape[axis] - k, table.shape[axis]), axis=axis)
    mean: Floats = nearest.mean(axis=axis)
    return mean


def _second_best(table: Floats, axis: int) -> tuple[Floats, Floats]:
    n = table.shape[axis]
    if n < 2:
        return np.take(table, 0, axis=axis), np.zeros_like(np.take(table, 0, axis=axis))
    part = np.partition(table, n - 2, axis=axis)
    return np.take(part, n - 1, axis=axis), np.take(part, n - 2, axis=axis)


def _shifted(table: Floats, down: int, right: int, shape: tuple[int, int], fill: float = -1.0) -> Floats:
    """The table read at (i + down, j + right), in another table's shape; ``fill`` outside."""
    out = np.full(shape, fill, dtype=np.float32)
    i0, j0 = max(0, -down), max(0, -right)
    i1 = min(shape[0], table.shape[0] - down)
    j1 = min(shape[1], table.shape[1] - right)
    if i1 > i0 and j1 > j0:
        out[i0:i1, j0:j1] = table[i0 + down : i1 + down, j0 + right : j1 + right]
    return out


def _best_inside(tables: dict[Shape, Floats], shape: Shape) -> Floats | None:
    """The best value among the links one unit smaller that lie inside a link."""
    m, n = shape
    smaller = [((m - 1, n), 0, 0), ((m - 1, n), 1, 0), ((m, n - 1), 0, 0), ((m, n - 1), 0, 1)]
    found = [_shifted(tables[s], d, r, tables[shape].shape) for s, d, r in smaller if s in tables]
    return np.maximum.reduce(found) if found else None


def _best_around(tables: dict[Shape, Floats], shape: Shape) -> Floats | None:
    """The best value among the links one unit larger that hold a link."""
    m, n = shape
    larger = [((m + 1, n), 0, 0), ((m + 1, n), -1, 0), ((m, n + 1), 0, 0), ((m, n + 1), 0, -1)]
    found = [_shifted(tables[s], d, r, tables[shape].shape) for s, d, r in larger if s in tables]
    return np.maximum.reduce(found) if found else None


def length_ratio(source: Units, target: Units) -> float:
    """Target letters for one source letter, learned from the texts, near 1.25 where they are short.

    That is for Arabic facing English; it turns round with the languages.
    """
    ours, theirs = (side.letters + _PRIOR_LETTERS[side.is_arabic] for side in (source, target))
    return theirs / ours


def parts(grounds: Grounds, shapes: Sequence[Shape] = SHAPES) -> Iterator[tuple[Shape, list[Floats]]]:
    """Shape by shape, the tables of all parts in the order of PARTS."""
    tables = _likeness(grounds, shapes)
    ratio = length_ratio(grounds.source, grounds.target)
    for shape in shapes:
        m, n = shape
        size = (len(grounds.source) - m + 1, len(grounds.target) - n + 1)
        if min(size) > 0:
            yield (
                shape,
                [
                    np.ones(size, dtype=np.float32),
                    *_meaning(tables, shape, size),
                    *_lengths(grounds, shape, ratio),
                    *_shared(grounds.numbers, shape, with_missing=True),
                    *_shared(grounds.names, shape, with_missing=False),
                    *_places(grounds, shape, size),
                ],
            )


def _meaning(tables: dict[Shape, Floats], shape: Shape, size: tuple[int, int]) -> list[Floats]:
    if not tables:
        return [np.zeros(size, dtype=np.float32)] * 7
    table = tables[shape]
    around_i, around_j = _top_mean(table, 1)[:, None], _top_mean(table, 0)[None, :]
    b1, s1 = _second_best(table, 1)
    b0, s0 = _second_best(table, 0)
    other_i = np.where(table >= b1[:, None], s1[:, None], b1[:, None])
    other_j = np.where(table >= b0[None, :], s0[None, :], b0[None, :])
    inside, around = _best_inside(tables, shape), _best_around(tables, shape)
    zero = np.zeros(size, dtype=np.float32)
    return [
        table,
        np.maximum(0.3 - table, 0),
        np.maximum(table - 0.6, 0),
        table - (around_i + around_j) / 2,
        np.clip(table - np.maximum(other_i, other_j), -0.4, 0.4),
        table - inside if inside is not None else zero,
        np.maximum(around - table, -0.2) if around is not None else zero,
    ]


def _lengths(grounds: Grounds, shape: Shape, ratio: float) -> list[Floats]:
    ours = windows(grounds.source.lengths, shape[0])[:, None] * ratio
    theirs = windows(grounds.target.lengths, shape[1])[None, :]
    shorter = np.minimum(ours, theirs)
    deviation = (np.log(ours) - np.log(theirs)) ** 2 / (0.04 + 3.0 / (shorter + 5.0))
    return [np.minimum(deviation, 2.0), np.clip(deviation - 2.0, 0, 20.0)]


@np.errstate(invalid="ignore")  # all here is finite; some processors' BLAS complains of lanes it only pads
def _shared(cues: Cues, shape: Shape, *, with_missing: bool) -> list[Floats]:
    ours, theirs = _largest(cues.source, shape[0]), _largest(cues.target, shape[1])
    shared = (ours * cues.weights) @ theirs.T
    everywhere = (cues.source.any(axis=0) & cues.target.any(axis=0)).astype(np.float32)
    held = cues.weights * everywhere
    both = (ours * held) @ theirs.T
    elsewhere = (ours @ held)[:, None] + (theirs @ held)[None, :] - 2 * both
    out = [np.minimum(np.sqrt(shared), 2.0), np.minimum(elsewhere, 3.0)]
    if with_missing:
        alone = cues.weights * (1 - everywhere)
        out.insert(1, np.minimum((ours @ alone)[:, None] + (theirs @ alone)[None, :], 3.0))
    return out


def _places(grounds: Grounds, shape: Shape, size: tuple[int, int]) -> list[Floats]:
    (m, n), (rows, columns) = shape, size
    ours, theirs = grounds.source.begins, grounds.target.begins
    si, tj = ours[:rows, None], theirs[None, :columns]
    ei, ej = ours[m : m + rows, None], theirs[None, n : n + columns]
    inner_i = _inside(grounds.source, ours, m, rows)
    inner_j = _inside(grounds.target, theirs, n, columns)
    (crossed_i, stop_i, comma_i), (crossed_j, stop_j, comma_j) = inner_i[:, :, None], inner_j[:, None, :]
    lengths = np.minimum(
        windows(grounds.source.lengths, m)[:, None], windows(grounds.target.lengths, n)[None, :]
    )
    question = _questions(grounds.source, m)[:, None] != _questions(grounds.target, n)[None, :]
    tables: Sequence[NDArray[np.generic]] = (
        si & tj, si ^ tj, ei & ej, ei ^ ej, crossed_i + crossed_j, np.minimum(crossed_i, crossed_j),
        stop_i + stop_j, comma_i + comma_j, np.maximum(0, 1 - lengths / 40.0), question,
    )  # fmt: skip
    return [np.broadcast_to(np.asarray(t, dtype=np.float32), size) for t in tables]


def _inside(units: Units, begins: Bools, size: int, count: int) -> Floats:
    """How many paragraph borders runs of ``size`` units hold: in all, after a full stop, after a comma.

    Shape (3, count).
    """
    if size == 1:
        return np.zeros((3, count), dtype=np.float32)
    borders = begins[1:-1]
    kinds = (borders, borders & units.ends_in(_STOPS)[:-1], borders & units.ends_in(_COMMAS)[:-1])
    return np.stack([windows(kind.astype(np.float32), size - 1)[:count] for kind in kinds])


def _questions(units: Units, size: int) -> NDArray[np.bool_]:
    return _largest(units.ends_in(_QUESTIONS).astype(np.float32), size) > 0


NULL_PARTS: Final = ("bias", "whole", "length", "short", "comma")


def null_parts(units: Units) -> list[Floats]:
    """What speaks for a unit standing alone, each of shape (n,), in the order of NULL_PARTS."""
    whole = units.begins[:-1] & units.begins[1:]
    return [
        np.ones(len(units), dtype=np.float32), whole.astype(np.float32), np.minimum(units.lengths / 100, 3),
        np.maximum(0, 1 - units.lengths / 40), (whole & units.ends_in(_COMMAS)).astype(np.float32),
    ]  # fmt: skip
