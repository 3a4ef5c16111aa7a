"""A table of likeness shows the whole of two texts, however long they are."""

import numpy as np
from tests.align.conftest import WordEncoder

from taqabul.align import overview
from taqabul.align.overview import similarity_table

SOURCE = [["باب تاب."], ["دار نار. جار."], ["مال."], ["فول."]]
TARGET = [["bAb tAb."], ["dAr nAr. jAr."], ["mAl."], ["fwl."]]


def no_share(done: int, total: int) -> None:
    pass


def test_paragraphs_are_rows_and_columns(encoder: WordEncoder) -> None:
    table = similarity_table(SOURCE, TARGET[:3], encoder, 10, no_share)
    assert table.shape == (4, 3)
    assert np.all(np.abs(table) <= 1.0001)


def test_a_paragraph_is_like_itself(encoder: WordEncoder) -> None:
    table = similarity_table(SOURCE, SOURCE, encoder, 10, no_share)
    assert np.allclose(np.diag(table), 1.0, atol=1e-5)
    assert np.all(table[~np.eye(4, dtype=bool)] < 0.9)


def test_of_a_long_text_each_row_is_a_run(encoder: WordEncoder) -> None:
    table = similarity_table(SOURCE * 3, SOURCE * 3, encoder, 3, no_share)
    assert table.shape == (3, 3)
    assert np.allclose(table, 1.0, atol=1e-5)


def test_whoever_watches_hears_of_all_texts(encoder: WordEncoder) -> None:
    heard: list[tuple[int, int]] = []
    similarity_table(SOURCE, TARGET, encoder, 10, lambda done, total: heard.append((done, total)))
    assert heard[-1][0] == heard[-1][1] == 8


def test_a_text_without_words_is_like_nothing(encoder: WordEncoder) -> None:
    assert similarity_table([[]], TARGET, encoder, 10, no_share).tolist() == [[0.0] * 4]
    assert similarity_table([], TARGET, encoder, 10, no_share).shape == (0, 4)
    table = similarity_table([["باب."], []], TARGET, encoder, 10, no_share)
    assert not table[1].any()


def test_a_long_text_is_worked_through_in_parts(encoder: WordEncoder, monkeypatch) -> None:
    whole = similarity_table(SOURCE * 3, TARGET, encoder, 6, no_share)
    monkeypatch.setattr(overview, "_AT_ONCE", 5)
    heard: list[tuple[int, int]] = []
    parts = similarity_table(SOURCE * 3, TARGET, encoder, 6, lambda done, total: heard.append((done, total)))
    assert np.allclose(whole, parts, atol=1e-6)
    assert heard == sorted(heard)
    assert heard[-1] == (16, 16)
