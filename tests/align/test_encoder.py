"""Encoders: the embedded one, none, and how texts reach them."""

import pickle

import numpy as np
import pytest

from taqabul.align import encoder as module
from taqabul.align import pool
from taqabul.align.encoder import Encoder, encode_unique, encoder_name, find_encoder
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
    assert np.array_equal(vectors, encoder.encode(texts).astype(np.float16).astype(np.float32))


def test_many_texts_go_in_batches(encoder: Encoder) -> None:
    heard: list[int] = []
    encode_unique(encoder, [f"قمر {n}" for n in range(600)], heard.append)
    assert len(heard) > 1
    assert sum(heard) == 600


def test_no_texts_have_no_vectors(encoder: Encoder) -> None:
    assert len(encode_unique(encoder, [], lambda _: None)) == 0


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
