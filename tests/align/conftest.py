"""A small encoder that understands made-up words, and alignments drawn as text."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from taqabul.align.encoder import Encoder, find_encoder
from taqabul.align.units import Floats
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.options import AlignOptions

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


class RememberingEncoder:
    """The program's own encoder, which reads every text once in a test session."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}

    @property
    def name(self) -> str:
        return self._encoder.name

    def encode(self, texts: Sequence[str]) -> Floats:
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        if fresh:
            self._known |= zip(fresh, self._encoder.encode(fresh), strict=True)
        return np.stack([self._known[text] for text in texts])


def draw(links: Sequence[ProposedLink]) -> list[str]:
    """One link a line: "A1 A2 | B1"; a hyphen for an empty side."""
    sides = [
        (" ".join(f"A{i + 1}" for i in k.source), " ".join(f"B{j + 1}" for j in k.target)) for k in links
    ]
    return [f"{source or '-'} | {target or '-'}" for source, target in sides]


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()


@pytest.fixture(scope="session")
def real_encoder() -> RememberingEncoder:
    found = find_encoder(AlignOptions())
    assert found is not None
    return RememberingEncoder(found)


@pytest.fixture(scope="session")
def true_pairs() -> list[tuple[str, str]]:
    """Thirty Arabic sentences and their English versions, each unlike the others."""
    lines = (Path(__file__).parent / "true_pairs.tsv").read_text("utf-8").splitlines()
    return [(arabic, english) for arabic, english in (line.split("\t") for line in lines)]


@pytest.fixture
def picture() -> Callable[[Alignment], list[str]]:
    return lambda alignment: draw(alignment.paragraphs)
