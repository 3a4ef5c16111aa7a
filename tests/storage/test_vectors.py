"""Vectors remembered by text, in a real library file."""

import numpy as np
import pytest

from taqabul.storage import vectors


def some(count, size=512):
    rows = np.random.default_rng(count).normal(size=(count, size))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16)


@pytest.fixture
def kept(library):
    """Three vectors in a library."""
    found = dict(zip(["قمر", "", "a broken \ud800 letter"], some(3), strict=True))
    with library.database.write() as transaction:
        vectors.keep(transaction, "words", found)
    return found


def recalled(library, texts, encoder="words"):
    with library.database.read() as transaction:
        return vectors.recall(transaction, encoder, texts)


def same(one, other):
    return one.keys() == other.keys() and all(np.array_equal(one[text], other[text]) for text in one)


def test_what_is_kept_is_recalled_to_the_bit(library, kept):
    assert same(recalled(library, [*kept, "بحر"]), kept)
    assert all(vector.dtype == np.float16 for vector in recalled(library, kept).values())
    assert recalled(library, []) == {}


def test_each_encoder_has_its_own(library, kept):
    assert recalled(library, kept, "letters") == {}


def test_more_texts_than_one_question_takes(library):
    many = dict(zip(map(str, range(12_000)), some(12_000, 8), strict=True))
    with library.database.write() as transaction:
        vectors.keep(transaction, "words", many)
    assert same(recalled(library, [*many, "one more"]), many)


def test_what_comes_later_replaces_what_was(library, kept):
    newer = {"قمر": some(1)[0]}
    with library.database.write() as transaction:
        vectors.keep(transaction, "words", newer)
        vectors.keep(transaction, "words", {})
    assert same(recalled(library, ["قمر"]), newer)
    assert len(recalled(library, kept)) == 3


@pytest.mark.file
@pytest.mark.parametrize(
    "damage",
    [
        "x''",
        "x'00'",
        "substr(vector, 1, 600)",
        "zeroblob(1024)",
        "CAST(x'007e' || substr(vector, 3) AS BLOB)",
        "x'007c'",
    ],
)
def test_a_damaged_vector_is_not_known(library, kept, damage):
    with library.database.write() as transaction:
        transaction.connection.exec_driver_sql(f"UPDATE vector SET vector = {damage}")
    assert recalled(library, kept) == {}


def test_texts_are_forgotten_whatever_the_encoder(library, kept):
    with library.database.write() as transaction:
        vectors.keep(transaction, "letters", kept)
        vectors.forget(transaction, ["قمر", "بحر"])
    for encoder in ("words", "letters"):
        assert recalled(library, kept, encoder).keys() == kept.keys() - {"قمر"}


@pytest.mark.file
def test_a_row_takes_little_more_than_its_vector(library):
    with library.database.write() as transaction:
        vectors.keep(transaction, "words", dict(zip(map(str, range(1000)), some(1000), strict=True)))
    with library.database.read() as transaction:
        pages = transaction.connection.exec_driver_sql("PRAGMA page_count").scalar()
        size = transaction.connection.exec_driver_sql("PRAGMA page_size").scalar()
    assert pages * size < 2_000_000
