"""How alike all of a source is to all of a target, coarse enough to be seen at once."""

from collections.abc import Callable

import numpy as np

from taqabul.align.encoder import Encoder, VectorStore, encode_unique
from taqabul.align.units import Floats, Paragraphs, Units, bounds_beside, units_of
from taqabul.text.plain import plain

_AT_ONCE = 4000
"""Paragraphs whose vectors are held at a time: of a long text all together would not fit into memory."""


def similarity_table(
    source: Paragraphs,
    target: Paragraphs,
    encoder: Encoder,
    cells: int,
    on_share: Callable[[int, int], None],
    store: VectorStore | None = None,
    jobs: int = 0,
) -> Floats:
    """The cosine of source paragraphs (rows) and target paragraphs (columns), from -1 to 1.

    Of a text with more paragraphs than ``cells``, each row or column stands for a run of them: shape
    (min(n, cells), min(m, cells)). ``on_share`` hears (paragraphs done, paragraphs in all), and
    ``store`` is asked for vectors first.
    """
    sides = [[list(map(plain, paragraph)) for paragraph in side] for side in (source, target)]
    done, total = 0, len(source) + len(target)

    def directions(side: Paragraphs, other: Paragraphs) -> Floats | None:
        nonlocal done
        runs, bounds = min(len(side), cells), bounds_beside(other)
        found: Floats | None = None
        for start in range(0, len(side), _AT_ONCE):
            part = side[start : start + _AT_ONCE]
            units = units_of(part, bounds)
            ready, before = 0, done

            def told(more: int, units: Units = units, size: int = len(part), before: int = before) -> None:
                nonlocal ready
                ready += more
                on_share(before + size * ready // len(units), total)

            on_share(before, total)
            if len(units):
                vectors = encode_unique(encoder, units.texts, told, store, jobs)
                if found is None:
                    found = np.zeros((runs, vectors.shape[1]), dtype=np.float32)
                at = (units.paragraphs + start) * runs // len(side)
                np.add.at(found, at, vectors * np.sqrt(units.lengths)[:, None])
            done += len(part)
        on_share(done, total)
        return None if found is None else _normed(found)

    left, right = directions(sides[0], sides[1]), directions(sides[1], sides[0])
    if left is None or right is None:
        return np.zeros((min(len(source), cells), min(len(target), cells)), dtype=np.float32)
    table: Floats = left @ right.T
    return table


def _normed(sums: Floats) -> Floats:
    """The directions of some vectors, shape (n, d); zero for one without a word."""
    directions: Floats = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), np.float32(1e-9))
    return directions
