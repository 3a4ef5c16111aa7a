"""Passages of texts with their vectors, held small: a byte for each number of a vector, all in one array."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]

_LEVELS: Final = 127
_AT_ONCE: Final = 256
"""Vectors that are multiplied at once: as many as stay in a processor's cache as whole numbers."""


@dataclass(frozen=True, eq=False)
class Passages:
    """The sentences of some texts, cut as the aligner cuts them.

    ``places``, shape (n, 3), tell for each the text and where in it, as stored, its sentence begins and
    ends; ``levels``, shape (n, d), are its vector in steps of ``steps``, shape (n,).
    """

    places: Ints
    levels: NDArray[np.int8]
    steps: Floats

    @classmethod
    def of(cls, places: Sequence[tuple[int, int, int]], vectors: Floats) -> "Passages":
        """Passages with their vectors, shape (n, d)."""
        steps = np.maximum(np.abs(vectors).max(axis=1, initial=0), np.finfo(np.float32).tiny) / _LEVELS
        levels = np.rint(vectors / steps[:, None]).astype(np.int8)
        return cls(np.array(places, dtype=np.int32).reshape(-1, 3), levels, steps.astype(np.float32))

    def likeness(self, wanted: Floats) -> Floats:
        """The cosine of each passage with a vector of unit length, shape (n,), to two thousandths."""
        found = np.empty(len(self.levels), dtype=np.float32)
        some = np.empty((_AT_ONCE, len(wanted)), dtype=np.float32)
        for start in range(0, len(found), _AT_ONCE):
            end = min(start + _AT_ONCE, len(found))
            np.copyto(some[: end - start], self.levels[start:end])
            np.dot(some[: end - start], wanted, out=found[start:end])
        found *= self.steps
        return found
