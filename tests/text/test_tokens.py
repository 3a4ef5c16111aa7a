"""Words and where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.tokens import word_count, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("كِتَابٌ جَدِيدٌ", ["كِتَابٌ", "جَدِيدٌ"]),
        ("هٰذا قرءان۝", ["هٰذا", "قرءان"]),
        ("don't stop, it’s 3.5 or ٣٫٥", ["don't", "stop", "it’s", "3.5", "or", "٣٫٥"]),
        ("كتـــاب", ["كتـــاب"]),
        ("left-wing – 1,000", ["left", "wing", "1,000"]),
        ("e\u0301te\u0301 😀!", ["e\u0301te\u0301"]),
        ("the U.S. army", ["the", "U.S", "army"]),
        ("", []),
    ],
)
def test_words(text, expected):
    assert [text[start:end] for start, end in words(text)] == expected
    assert word_count(text) == len(expected)


@given(st.text())
def test_words_stand_in_order_and_hold_all_letters(text):
    spans = words(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    assert edges == sorted(edges)
    outside = set(range(len(text))) - {i for a, b in spans for i in range(a, b)}
    assert not any(text[i].isalpha() for i in outside)
