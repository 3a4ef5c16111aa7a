"""The network of the embedded encoder, without doing twice what depends on a token alone.

It reads a token's embedding, projects it, and passes windows of 2, 3 and 5 tokens through two layers each
(Yang et al. 2020). All before the first layer's threshold is a sum over the window of what each token
gives at its place, so ``TokenTable`` keeps that for each token type; the rest is worked out here.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

import numpy as np

from taqabul.align.token_table import BLOCK, CAPACITY, TokenTable
from taqabul.align.units import Floats, Ints
from taqabul.align.word_pieces import WordPieces

_WINDOWS: Final = ((2, 0), (3, 1), (5, 2))
"""How many tokens each window holds, and how many of them stand before the one in question."""
_PLACES: Final = sum(size for size, _ in _WINDOWS)
_BEFORE: Final = max(before for _, before in _WINDOWS)
_AFTER: Final = max(size - 1 - before for size, before in _WINDOWS)
_TOGETHER: Final = 384
"""Tokens of short texts that pass through at once, about what fits a processor's second cache."""
_PROBES: Final = ("القمر يدور حول الأرض.", "The Moon goes round the Earth; 365 days, more or less.", "")
_NEAR: Final = 1e-4


def quick(model: Any, capacity: int = CAPACITY) -> Callable[[list[str]], Floats]:  # noqa: ANN401
    """What turns texts into vectors as ``model.encode`` does, faster where its inner parts are as expected.

    That is tried out: a release that works otherwise gives other vectors for a few short texts, or lacks
    what is looked for, and is then used as it is.
    """
    try:
        network = QuickNetwork(model, capacity)
        if np.allclose(network.encode(_PROBES), model.encode(list(_PROBES)), rtol=0, atol=_NEAR):
            return network.encode
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        pass
    encode: Callable[[list[str]], Floats] = model.encode
    return encode


class QuickNetwork:
    """The package's model, read for its weights."""

    def __init__(self, model: Any, capacity: int = CAPACITY) -> None:  # noqa: ANN401
        inner = model._model  # the package shows nothing of it: see ``quick``
        self._whole, self._inner = model, inner
        self._pieces = WordPieces(inner.sp)
        self._width = inner.cnn_b.shape[0]
        self._part = inner.b1[0].shape[0]
        # Turned round: the types of a block stand side by side in a product's lanes, treated all alike.
        self._project = np.ascontiguousarray(inner.proj_W.T)
        self._first = [
            np.ascontiguousarray(weights.reshape(size, self._part, self._part).transpose(0, 2, 1)).reshape(
                size * self._part, self._part
            )
            for (size, _), weights in zip(_WINDOWS, inner.w1, strict=True)
        ]
        widths = (inner.table.shape[1] + len(_WINDOWS) * self._part, _PLACES * self._part)
        self._table = TokenTable(self._alone, len(inner.table), widths, capacity)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One row of unit length a text, shape (n, 512)."""
        vectors = np.empty((len(texts), self._width), dtype=np.float32)
        for start, group in self._groups(texts):
            held = vectors[start : start + len(group)]
            if len(group) == 1 and len(group[0]) > self._table.most:
                held[:] = self._whole.encode([texts[start]])
            else:
                held[:] = self._vectors(group)
        return vectors

    def _groups(self, texts: Sequence[str]) -> Iterator[tuple[int, list[list[int]]]]:
        """The tokens of as many texts as go together, and the number of the first."""
        limit = min(_TOGETHER, self._table.most)
        start, group, held = 0, list[list[int]](), 0
        for number, text in enumerate(texts):
            tokens = self._pieces.tokens(text)
            if group and held + len(tokens) > limit:
                yield start, group
                start, group, held = number, [], 0
            group.append(tokens)
            held += len(tokens)
        if group:
            yield start, group

    def _alone(self, types: Ints) -> tuple[Floats, Floats]:
        """What BLOCK types give by themselves.

        Their embeddings and projections, and what they add to the first layer at each place of each window.
        """
        inner = self._inner
        scales = types % len(inner.scale)
        embedded = inner.table[types] * inner.scale[scales, None] + inner.lo[scales, None]
        projected = np.ascontiguousarray((self._project @ np.ascontiguousarray(embedded.T)).T) + inner.proj_b
        projected = _normal(projected, inner.eps) * inner.ln_g_all + inner.ln_b_all
        slots = []
        for number, (weights, bias, (size, before)) in enumerate(
            zip(self._first, inner.b1, _WINDOWS, strict=True)
        ):
            part = projected[:, number * self._part : (number + 1) * self._part]
            given = (weights @ np.ascontiguousarray(part.T)).T.reshape(BLOCK, size, self._part)
            given[:, before] += bias
            slots.append(given)
        return np.concatenate((embedded, projected), axis=1), np.concatenate(slots, axis=1).reshape(BLOCK, -1)

    def _vectors(self, group: Sequence[Sequence[int]]) -> Floats:
        inner = self._inner
        lengths = np.array([len(tokens) for tokens in group])
        starts = np.cumsum(lengths) - lengths
        features = self._features(np.array(list(chain.from_iterable(group))), starts, lengths)
        counts = lengths.astype(np.float32)[:, None]
        summed = np.add.reduceat(_normal(features, inner.eps), starts, axis=0)
        summed *= inner.ln_g
        summed += counts * inner.ln_b
        mean = (summed @ inner.cnn_W + counts * inner.cnn_b) / np.sqrt(counts)
        lower = np.maximum(mean @ inner.p1 + np.maximum(mean @ inner.d0, 0) @ inner.d1, 0)
        upper = np.tanh(lower @ inner.p3 + np.maximum(lower @ inner.d2, 0) @ inner.d3)
        squares = np.einsum("ij,ij->i", upper, upper)[:, None]
        vectors: Floats = upper / np.sqrt(np.maximum(squares, inner.eps))
        return vectors

    def _features(self, tokens: Ints, starts: Ints, lengths: Ints) -> Floats:
        """Embedding and the second layer of each window, side by side, a row a token."""
        inner, count, part = self._inner, len(tokens), self._part
        window = _window(starts, lengths)
        rows = self._table.rows(tokens)
        slots = rows.slots.reshape(-1, part)
        places = np.append(rows.places, 0)[window] * _PLACES
        features = np.take(rows.own, rows.places, axis=0)
        hidden = np.zeros((count + 1, part), dtype=np.float32)
        first, slot, beside = hidden[:count], 0, features.shape[1] - len(_WINDOWS) * part
        for number, (size, before) in enumerate(_WINDOWS):
            columns = slice(_BEFORE - before, _BEFORE - before + size)
            projected = features[:, beside : beside + part]
            np.take(slots, places[:, columns.start] + slot, axis=0, out=first, mode="clip")
            for place in range(1, size):
                first += np.take(slots, places[:, columns.start + place] + slot + place, axis=0)
            np.maximum(first, 0, out=first)
            first += projected
            second = (
                np.take(hidden, window[:, columns], axis=0).reshape(count, size * part) @ inner.w2[number]
            )
            second += inner.b2[number]
            np.maximum(second, 0, out=second)
            np.add(second, first, out=projected)
            slot, beside = slot + size, beside + part
        return features


def _window(starts: Ints, lengths: Ints) -> Ints:
    """For each token those around it, shape (n, 5); n stands for what is beyond its text."""
    count = int(lengths.sum())
    around = np.arange(count)[:, None] + np.arange(-_BEFORE, _AFTER + 1)
    inside = around >= np.repeat(starts, lengths)[:, None]
    inside &= around < np.repeat(starts + lengths, lengths)[:, None]
    return np.where(inside, around, count)


def _normal(rows: Floats, least: float) -> Floats:
    """The rows, changed in place, with mean 0 and variance 1."""
    rows -= rows.mean(axis=1, keepdims=True)
    rows /= np.sqrt(np.einsum("ij,ij->i", rows, rows) / rows.shape[1] + np.float32(least))[:, None]
    return rows
