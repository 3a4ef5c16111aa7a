"""Sentence links joined to paragraph links, and paragraphs as wholes.

Aligning sentences first and joining the paragraphs that share a link holds merged and cut
paragraphs, which an aligner of whole paragraphs glues together.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from taqabul.align.evidence import Shape, span_vectors
from taqabul.align.linking import Pairing, connect
from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts
from taqabul.align.units import Floats, Units

Doubles = NDArray[np.float64]

_PRICE_OF_CROSSING: Final = 8.0
_SHAPES: Final[tuple[Shape, ...]] = ((1, 1), (1, 2), (2, 1))
_MOST_PAIRS: Final = 4_000_000


def paragraph_vectors(vectors: Floats, units: Units, count: int) -> Floats:
    """The direction of each paragraph, from those of its units."""
    weighted = vectors * np.sqrt(units.lengths)[:, None]
    total = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    starts = np.flatnonzero(np.diff(units.paragraphs, prepend=-1))
    total[units.paragraphs[starts]] = np.add.reduceat(weighted, starts, axis=0)
    return span_vectors(total, np.ones(count, dtype=np.float32), 1)


def pair_paragraphs(texts: Texts, links: Sequence[UnitLink]) -> list[Pairing]:
    """Join the paragraphs that share a link."""
    return connect((paragraphs_of(texts, link.pairing) for link in links), texts.sizes)


def paragraphs_of(texts: Texts, pairing: Pairing) -> Pairing:
    """The paragraphs in which the units of a pairing stand."""
    ours, theirs = texts.source.paragraphs, texts.target.paragraphs
    return Pairing(
        tuple(sorted({int(ours[i]) for i in pairing.source})),
        tuple(sorted({int(theirs[j]) for j in pairing.target})),
    )
