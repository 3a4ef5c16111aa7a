"""Encoders: the embedded one, none, and how texts reach them."""

import numpy as np
import pytest

from taqabul.align import encoder as module
from taqabul.align.encoder import Encoder, encode_unique, encoder_name, find_encoder, processors
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


def test_never_more_processors_than_this_process_may_use() -> None:
    assert processors(10_000) == processors() >= processors(1) == 1


def test_processors_are_counted_where_the_system_tells_no_affinity(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(module.os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(module.os, "cpu_count", lambda: None)
    assert processors() == 1


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
    assert np.array_equal(vectors, encoder.encode(texts))


def test_many_texts_go_in_batches(encoder: Encoder) -> None:
    heard: list[int] = []
    encode_unique(encoder, [f"قمر {n}" for n in range(600)], heard.append)
    assert len(heard) > 1
    assert sum(heard) == 600
