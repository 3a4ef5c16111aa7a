"""A small encoder that understands made-up words, and alignments drawn as text."""

import hashlib
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from taqabul.align.units import Floats
from taqabul.domain.bitext import Alignment, ProposedLink

LETTERS = str.maketrans("ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "abcdefghijklmnopqrstuvwxyzAB")


class WordEncoder:
    """A text is the mean of its words; a word written in either script is one direction in space."""

    name = "words"

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.stack([self._row(text) for text in texts])
        return (rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)).astype(np.float32)

    def _row(self, text: str) -> Floats:
        words = text.translate(LETTERS).strip(".").split()
        return np.sum([self._word(word) for word in words] or [np.ones(64)], axis=0)

    @staticmethod
    def _word(word: str) -> Floats:
        seed = int.from_bytes(hashlib.sha256(word.encode()).digest()[:4], "big")
        return np.random.default_rng(seed).normal(size=64).astype(np.float32)


def draw(links: Sequence[ProposedLink]) -> list[str]:
    """One link a line: "A1 A2 | B1"; a hyphen for an empty side."""
    sides = [
        (" ".join(f"A{i + 1}" for i in k.source), " ".join(f"B{j + 1}" for j in k.target)) for k in links
    ]
    return [f"{source or '-'} | {target or '-'}" for source, target in sides]


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture
def picture() -> Callable[[Alignment], list[str]]:
    return lambda alignment: draw(alignment.paragraphs)
