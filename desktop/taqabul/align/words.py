"""Word links inside a pair of texts: which words of one side stand for which of the other.

Every two words are weighed twice by a small network (Rumelhart, Hinton and Williams, 1986): alone, then with
what became of their neighbours. ``tests/benchmarks/fit_words.py`` made the weights stored beside this module.
"""

import json
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from threading import Lock
from typing import Final, NamedTuple

import numpy as np
import regex

from taqabul.align.encoder import Encoder
from taqabul.align.units import Floats
from taqabul.align.word_evidence import Span, Words, first_round, second_round, words_of
from taqabul.align.word_memory import WordMemory
from taqabul.text.little_words import bare, plain
from taqabul.text.tokens import word_count

_LEAST: Final = {"encoder": 0.4, "lexical": 0.65}
"""How likely a link must be: without an encoder places say much, and too little, so that more is asked."""
_MOST_WORDS: Final = 160
_KEPT_VECTORS: Final = 20_000
_ENCODERS: Final = 2
_ARABIC: Final = regex.compile(r"\p{Arabic}")
_LATIN: Final = regex.compile(r"\p{Latin}")


class WordLink(NamedTuple):
    """A word of the source and one of the target that stand for each other; spans are code points.

    A word may be in several links. ``score`` is how likely the network takes it to be, 0 to 1.
    """

    source: Span
    target: Span
    score: float


@dataclass(frozen=True)
class Network:
    """One hidden layer: ``mean`` and ``scale`` (k,) of what comes in, ``inner`` (k, h), ``outer`` (h,)."""

    mean: Floats
    scale: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats

    def chances(self, tables: Floats) -> Floats:
        """The probability of a link, shape (n, m), from tables (n, m, k)."""
        n, m, k = tables.shape
        flat = (tables.reshape(-1, k) - self.mean) / self.scale
        hidden = np.tanh(flat @ self.inner + self.inner_bias)
        scores: Floats = 1 / (1 + np.exp(-(hidden @ self.outer + self.outer_bias)))
        return scores.reshape(n, m)


@cache
def networks(name: str) -> tuple[Network, Network]:
    """The networks of both rounds: "encoder" for all the evidence, "lexical" for what needs no encoder."""
    stored = json.loads(files(__package__).joinpath("word_weights.json").read_text("utf-8"))[name]
    first, second = (
        Network(**{key: np.array(value, dtype=np.float32) for key, value in one.items()}) for one in stored
    )
    return first, second


class WordVectors:
    """An encoder of words that remembers the words it met last, ``kept`` of them."""

    def __init__(self, encoder: Encoder, kept: int = _KEPT_VECTORS) -> None:
        self._encoder, self._kept = encoder, kept
        self._vectors: OrderedDict[str, Floats] = OrderedDict()
        self._turn = Lock()

    def of(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text; what is new is encoded in one call."""
        with self._turn:
            missing = [text for text in dict.fromkeys(texts) if text not in self._vectors]
            if missing:
                self._vectors.update(zip(missing, self._encoder.encode(missing), strict=True))
            for text in texts:
                self._vectors.move_to_end(text)
            found = np.stack([self._vectors[text] for text in texts])
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
        return found


_remembered: Final[dict[int, WordVectors]] = {}


def _vectors(encoder: Encoder) -> WordVectors:
    """The words met last that go with an encoder; it is held, so that its number stays its own."""
    found = _remembered.pop(id(encoder), None) or WordVectors(encoder)
    _remembered[id(encoder)] = found
    while len(_remembered) > _ENCODERS:
        del _remembered[next(iter(_remembered))]
    return found


def align_words(
    source: str, target: str, encoder: Encoder | None = None, *, memory: WordMemory | None = None
) -> list[WordLink]:
    """The word links of two texts that translate each other, in the order of the source.

    Words with no counterpart, most articles and particles among them, are in no link. ``memory`` is of pairs
    with the same sides. Without an encoder names, numbers, places and the memory remain: fewer links.
    """
    if _looks_arabic(target) and not _looks_arabic(source):
        other = None if memory is None else memory.mirrored()
        links = align_words(target, source, encoder, memory=other)
        return sorted(WordLink(theirs, ours, score) for ours, theirs, score in links)
    vectors = None if encoder is None else _vectors(encoder)
    links = []
    for ours, theirs in _pieces(source, target):
        chances = _chances(ours, theirs, vectors, memory)
        links += [
            WordLink(ours.spans[i], theirs.spans[j], round(float(chances[i, j]), 4))
            for i, j in np.argwhere(chances >= least_chance(vectors)).tolist()
        ]
    return links


def least_chance(vectors: WordVectors | None) -> float:
    """How likely two words must be to stand for each other to be linked."""
    return _LEAST["lexical" if vectors is None else "encoder"]


def _chances(source: Words, target: Words, vectors: WordVectors | None, memory: WordMemory | None) -> Floats:
    """How likely each two words stand for each other, shape (n, m), the Arabic side first."""
    first, second = networks("lexical" if vectors is None else "encoder")
    tables = first_round(source, target, meaning(source, target, vectors), memory)
    return second.chances(second_round(tables, first.chances(tables)))


def meaning(source: Words, target: Words, vectors: WordVectors | None) -> tuple[Floats, Floats] | None:
    """The cosines of all words as written and of those of the source without joined particles."""
    if vectors is None:
        return None
    ours, theirs = ([plain(form) for form in side.forms] for side in (source, target))
    n = len(ours)
    rows = vectors.of([*ours, *(bare(form) for form in source.forms), *theirs])
    cosines = rows[: 2 * n] @ rows[2 * n :].T
    return cosines[:n], cosines[n:]


def counterparts(links: Iterable[WordLink], span: Span, *, of_source: bool) -> list[Span]:
    """The words of the other side that stand for those a span touches, in order."""
    start, end = span
    pairs = ((one.source, one.target) if of_source else (one.target, one.source) for one in links)
    return sorted({facing for own, facing in pairs if own[0] < end and own[1] > start})


def counterpart_span(
    source: str,
    target: str,
    span: Span,
    encoder: Encoder | None = None,
    *,
    memory: WordMemory | None = None,
) -> Span | None:
    """The smallest span of the target that covers what stands for a span of the source; None for nothing."""
    found = counterparts(align_words(source, target, encoder, memory=memory), span, of_source=True)
    return (found[0][0], max(end for _, end in found)) if found else None


def _looks_arabic(text: str) -> bool:
    return len(_ARABIC.findall(text)) > len(_LATIN.findall(text))


def _pieces(source: str, target: str) -> list[tuple[Words, Words]]:
    """Both texts whole, or cut at the same shares of their words where they are very long."""
    sizes = word_count(source), word_count(target)
    count = max(1, -(-max(sizes) // _MOST_WORDS))
    cuts = [[size * k // count for k in range(count + 1)] for size in sizes]
    pieces = [
        (words_of(source, *ours), words_of(target, *theirs))
        for ours, theirs in zip(pairwise(cuts[0]), pairwise(cuts[1]), strict=True)
    ]
    return [(ours, theirs) for ours, theirs in pieces if len(ours) and len(theirs)]
