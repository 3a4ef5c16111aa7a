"""How alike all of a source is to all of a target, coarse enough to be seen at once."""

from collections.abc import Callable

import numpy as np

from taqabul.align.encoder import Encoder, VectorStore, encode_unique
from taqabul.align.units import Floats, Paragraphs, Units, lay_out


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
    (min(n, cells), min(m, cells)). ``on_share`` hears (texts encoded, texts in all), and
    ``store`` is asked for vectors first.
    """
    ours, theirs = lay_out(source, target)
    rows, columns = min(len(source), cells), min(len(target), cells)
    if not len(ours) or not len(theirs):
        return np.zeros((rows, columns), dtype=np.float32)
    done, total = 0, len(ours) + len(theirs)

    def advance(amount: int) -> None:
        nonlocal done
        done += amount
        on_share(done, total)

    vectors = encode_unique(encoder, [*ours.texts, *theirs.texts], advance, store, jobs)
    left = _runs(vectors[: len(ours)], ours, len(source), rows)
    right = _runs(vectors[len(ours) :], theirs, len(target), columns)
    table: Floats = left @ right.T
    return table


def _runs(vectors: Floats, units: Units, paragraphs: int, runs: int) -> Floats:
    """The direction of each of so many runs of paragraphs, shape (runs, d); zero for one without a word."""
    total = np.zeros((runs, vectors.shape[1]), dtype=np.float32)
    np.add.at(total, units.paragraphs * runs // paragraphs, vectors * np.sqrt(units.lengths)[:, None])
    directions: Floats = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), np.float32(1e-9))
    return directions
