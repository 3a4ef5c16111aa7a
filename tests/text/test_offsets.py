"""Positions in UTF-16 and through edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text import offsets
from taqabul.text.offsets import from_utf16, move_span, to_utf16

TEXTS = st.text(st.sampled_from("ab كِ😀👧\n"), max_size=30)


@given(TEXTS, st.data())
def test_utf16_and_back(text, data):
    position = data.draw(st.integers(0, len(text)))
    unit = to_utf16(text, position)
    assert unit == len(text[:position].encode("utf-16-le")) // 2
    assert from_utf16(text, unit) == position


def test_the_middle_of_a_pair_belongs_to_its_character():
    assert [from_utf16("a😀b", unit) for unit in range(5)] == [0, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("before", "after", "quote", "moved"),
    [
        ("the recieved note", "the received note!", "recieved", "received"),
        ("one two three", "zero one two three", "two", "two"),
        ("one two three", "one three", "two", None),
        ("one two three", "one TWO three", "two", "TWO"),
        ("abc", "", "b", None),
        ("abc", "aXbYc", "abc", "aXbYc"),
        ("الكتاب هنا", "والكتاب هنا", "الكتاب", "والكتاب"),
        ("الكتاب هنا", "والكتابي هنا", "كتاب", "كتاب"),
        ("abcdef", "abef", "cd", None),
        ("one two", "big one two more", "one two", "one two"),
        ("كتاب قديم جدا", "كِتاب قديم", "كتاب", "كِتاب"),
        ("same", "same", "am", "am"),
    ],
)
def test_a_span_moves_with_its_text(before, after, quote, moved):
    start = before.index(quote)
    span = move_span(before, after, start, start + len(quote))
    assert (after[slice(*span)] if span else None) == moved


@pytest.mark.parametrize(("place", "moved"), [(0, 0), (4, 5), (7, 8)])
def test_a_place_moves_too(place, moved):
    assert move_span("the end", "thee end", place, place) == (moved, moved)


def test_a_place_in_an_empty_text_stays():
    assert move_span("", "new", 0, 0) == (0, 0)


def test_a_place_inside_a_deleted_word_goes_where_the_word_stood():
    assert move_span("one two three", "one three", 6, 6) == (4, 4)


def test_an_edit_too_long_to_trace_is_one_change(monkeypatch):
    monkeypatch.setattr(offsets, "_MOST_CELLS", 10)
    before = "one quick fox and a lazy dog"
    after = "one swift fox or the lazy dog"
    assert move_span(before, after, 4, 9) is not None
    assert after[slice(*move_span(before, after, 0, 3))] == "one"
    assert after[slice(*move_span(before, after, 25, 28))] == "dog"


@given(TEXTS, TEXTS, st.data())
def test_moved_spans_lie_in_the_new_text(before, after, data):
    start = data.draw(st.integers(0, len(before)))
    end = data.draw(st.integers(start, len(before)))
    span = move_span(before, after, start, end)
    if span is not None:
        assert 0 <= span[0] <= span[1] <= len(after)
    assert move_span(before, before, start, end) == (start, end)
