"""Sentence links joined to paragraph links, and paragraphs as wholes.

Aligning sentences first and joining the paragraphs that share a link holds merged and cut
paragraphs, which an aligner of whole paragraphs glues together.
"""

from collections.abc import Sequence

import numpy as np

from taqabul.align.evidence import span_vectors
from taqabul.align.linking import Pairing, connect
from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts, Vectors
from taqabul.align.units import Floats, Units


def paragraph_vectors(vectors: Floats, units: Units, count: int) -> Floats:
    """The direction of each paragraph, from those of its units."""
    weighted = vectors * np.sqrt(units.lengths)[:, None]
    total = np.zeros((count, vectors.shape[1]), dtype=np.float32)
    starts = np.flatnonzero(np.diff(units.paragraphs, prepend=-1))
    total[units.paragraphs[starts]] = np.add.reduceat(weighted, starts, axis=0)
    return span_vectors(total, np.ones(count, dtype=np.float32), 1)


def paragraph_directions(texts: Texts) -> Vectors | None:
    """The direction of each paragraph of both sides, or None without an encoder."""
    if texts.vectors is None:
        return None
    ours, theirs = (
        paragraph_vectors(*of_side) for of_side in zip(texts.vectors, texts.sides, texts.sizes, strict=True)
    )
    return ours, theirs


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
