"""Encoders: the embedded one, none, and how texts reach them."""

import pickle
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from taqabul.align import encoder as module
from taqabul.align import pool
from taqabul.align.encoder import Encoder, Halves, encode_unique, encoder_name, find_encoder
from taqabul.align.units import Floats
from taqabul.domain.options import AlignOptions, EngineChoice


def test_the_embedded_encoder_brings_both_languages_together() -> None:
    encoder = find_encoder(AlignOptions())
    assert encoder is not None
    moon, same, other = encoder.encode(
        ["القمر يدور حول الأرض", "The Moon goes round the Earth", "Bread is baked daily"]
    )
    assert np.linalg.norm(moon) == pytest.approx(1, abs=1e-4)
    assert moon @ same > moon @ other + 0.2


def test_no_encoder_where_people_want_none() -> None:
    assert find_encoder(AlignOptions(engine=EngineChoice.LEXICAL)) is None
    assert encoder_name(None) == "lexical"


def test_no_encoder_where_the_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PACKAGE", "no_such_package")
    assert find_encoder(AlignOptions()) is None


class Memory:
    """A store in a dictionary."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Halves] = {}

    def recall(self, encoder: str, texts: Sequence[str]) -> dict[str, Halves]:
        return {text: self.known[encoder, text] for text in texts if (encoder, text) in self.known}

    def keep(self, encoder: str, vectors: Mapping[str, Halves]) -> None:
        self.known |= {(encoder, text): vector for text, vector in vectors.items()}


def rounded(vectors: Floats) -> Floats:
    return vectors.astype(np.float16).astype(np.float32)


def test_equal_texts_are_encoded_once(encoder: Encoder) -> None:
    asked: list[str] = []

    class Counting:
        name = "counting"

        def encode(self, texts: list[str]) -> np.ndarray:
            asked.extend(texts)
            return encoder.encode(texts)

    heard: list[int] = []
    texts = ["قمر", "بحر بحر", "قمر"]
    vectors = encode_unique(Counting(), texts, heard.append)
    assert sorted(asked) == sorted(set(texts))
    assert sum(heard) == len(texts)
    assert np.array_equal(vectors, rounded(encoder.encode(texts)))


def test_many_texts_go_in_batches(encoder: Encoder) -> None:
    heard: list[int] = []
    encode_unique(encoder, [f"قمر {n}" for n in range(600)], heard.append)
    assert len(heard) > 1
    assert sum(heard) == 600


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert len(encode_unique(encoder, [], lambda _: None)) == 0


def test_what_a_store_remembers_is_not_encoded_and_what_is_new_it_keeps(encoder: Encoder) -> None:
    kept: dict[str, np.ndarray] = {"قمر": np.full(64, 0.5, np.float16), "بحر": np.ones(3, np.float16)}

    class Store:
        def recall(self, name: str, texts: list[str]) -> dict[str, np.ndarray]:
            return {text: kept[text] for text in texts if text in kept}

        def keep(self, name: str, vectors: dict[str, np.ndarray]) -> None:
            assert name == encoder.name
            kept.update(vectors)

    heard: list[int] = []
    first = encode_unique(encoder, ["قمر", "نهر", "قمر", "بحر"], heard.append, Store())
    assert sum(heard) == 4
    assert np.array_equal(first[0], np.full(64, 0.5))
    assert {vector.shape for vector in kept.values()} == {(64,)}
    assert np.array_equal(encode_unique(encoder, ["نهر", "قمر"], heard.append, Store()), first[[1, 0]])


@pytest.mark.parametrize("long", [False, True])
def test_vectors_are_the_same_with_threads_and_processes(monkeypatch: pytest.MonkeyPatch, long: bool) -> None:
    monkeypatch.setattr(pool.os, "sched_getaffinity", lambda pid: {0, 1}, raising=False)
    encoder = find_encoder(AlignOptions())
    assert encoder is not None
    texts = [f"{'The river is long. ' * (n % 40)} قمر {n}" for n in range(120)]
    alone = encode_unique(encoder, texts, lambda _: None, jobs=1)
    monkeypatch.setattr(module, "_LONG", 0 if long else 10**9)
    monkeypatch.setattr(module, "_BATCHES_A_TASK", 3)
    assert np.array_equal(encode_unique(encoder, texts, lambda _: None, jobs=2), alone)


def test_the_embedded_encoder_is_sent_as_a_word_and_not_as_its_tables() -> None:
    encoder = find_encoder(AlignOptions())
    letter = pickle.dumps(encoder)
    assert len(letter) < 200
    assert pickle.loads(letter) is encoder


def test_what_is_remembered_is_not_encoded_and_is_the_same_to_the_bit(encoder: Encoder) -> None:
    memory, heard = Memory(), list[int]()
    texts = ["قمر", "بحر", "قمر", "خبز"]
    fresh = encode_unique(encoder, texts, heard.append, memory)
    assert memory.known.keys() == {("words", text) for text in texts}

    class Mute:
        name = "words"

        def encode(self, texts: Sequence[str]) -> Floats:
            raise AssertionError(texts)

    assert np.array_equal(encode_unique(Mute(), texts, heard.append, memory), fresh)
    assert heard == [4, 4]


def test_only_what_is_new_is_encoded_and_kept(encoder: Encoder) -> None:
    memory = Memory()
    encode_unique(encoder, ["قمر"], lambda _: None, memory)
    before = dict(memory.known)
    vectors = encode_unique(encoder, ["بحر", "قمر"], lambda _: None, memory)
    assert memory.known.keys() - before.keys() == {("words", "بحر")}
    assert np.array_equal(vectors, rounded(encoder.encode(["بحر", "قمر"])))


def test_a_remembered_vector_of_another_size_is_not_used(encoder: Encoder) -> None:
    memory = Memory()
    texts = ["قمر", "بحر", "خبز"]
    fresh = encode_unique(encoder, texts, lambda _: None, memory)
    memory.known["words", "بحر"] = memory.known["words", "بحر"][:7]
    assert np.array_equal(encode_unique(encoder, texts, lambda _: None, memory), fresh)


def test_another_encoder_remembers_other_vectors(encoder: Encoder) -> None:
    memory = Memory()
    memory.keep("another", {"قمر": np.ones(3, dtype=np.float16)})
    assert encode_unique(encoder, ["قمر"], lambda _: None, memory).shape == (1, 64)
