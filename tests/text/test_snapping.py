"""Where stretches of a text may begin and end."""

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.clitics import word_ends, word_starts
from taqabul.text.snapping import released, to_letters, to_words

TEXTS = st.text(st.sampled_from("ab .كتِّـ 👩👧\u200d🏽e\u0301"), max_size=30)


@given(TEXTS, st.data())
def test_no_letter_is_cut_from_its_marks(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    edges = {0, len(text)} | {match.end() for match in regex.finditer(r"\X", text)}
    for snap in (to_letters, to_words):
        first, last = snap(text, start, end)
        assert {first, last} <= edges
        assert 0 <= first <= last <= len(text)
        assert snap(text, first, last) == (first, last)
    assert to_letters(text, start, end)[0] <= start


@pytest.mark.parametrize(
    ("text", "chosen", "whole"),
    [
        ("the peace process", "eac", "peace"),
        ("the peace process", " peace ", "peace"),
        ("the peace process", "e pea", "the peace"),
        ("وَالسَّلامُ قريب", "سَّل", "وَالسَّلامُ"),
        ("so 👩‍👧 came", "👧", "👩‍👧"),
        ("at 3.5 km", "5", "3.5"),
        ("wait… now", "…", "…"),
    ],
)
def test_whole_words(text, chosen, whole):
    at = text.index(chosen)
    start, end = to_words(text, at, at + len(chosen))
    assert text[start:end] == whole


@pytest.mark.parametrize(("place", "moved"), [(0, 0), (1, 0), (2, 3), (3, 3), (4, 4), (5, 4)])
def test_a_place_goes_between_words(place, moved):
    assert to_words("the end", place, place) == (moved, moved)


@pytest.mark.parametrize(
    ("word", "starts", "ends"),
    [
        ("وبالكتاب", ["وبالكتاب", "بالكتاب", "الكتاب", "كتاب"], ["وبالكتاب"]),
        ("وَلِلسَّلامِ", ["وَلِلسَّلامِ", "لِلسَّلامِ", "لسَّلامِ", "سَّلامِ"], ["وَلِلسَّلامِ"]),
        ("كتابُهُم", ["كتابُهُم", "تابُهُم"], ["كتابُهُم", "كتابُ"]),
        ("ستكتبها", ["ستكتبها", "تكتبها"], ["ستكتبها", "ستكتب"]),
        ("قف", ["قف"], ["قف"]),
        ("peace", ["peace"], ["peace"]),
    ],
)
def test_what_is_joined_to_a_word_may_be_cut_off(word, starts, ends):
    assert [word[at:] for at in word_starts(word)] == starts
    assert [word[:at] for at in word_ends(word)] == ends


def test_particles_are_released_one_by_one_and_come_back():
    text = "قال وَبالكتابِ هنا"
    span = (4, 14)
    seen = []
    for _ in range(4):
        span = released(text, *span)
        seen.append(text[slice(*span)])
    assert seen == ["بالكتابِ", "الكتابِ", "كتابِ", "وَبالكتابِ"]


def test_a_pronoun_is_released_and_comes_back():
    text = "في كتابهم اليوم"
    span = released(text, 3, 9, before=False)
    assert text[slice(*span)] == "كتاب"
    assert released(text, *span, before=False) == (3, 9)


@pytest.mark.parametrize(("before", "left"), [(True, "بكتابِ"), (False, "وَبكتا")])
def test_a_letter_goes_with_its_marks(before, left):
    text = "وَبكتابِ"
    span = released(text, 0, len(text), before=before, letter=True)
    assert text[slice(*span)] == left


def test_the_last_letter_stays():
    assert released("بِ", 0, 2, letter=True) == (0, 2)
    assert released("a b", 1, 1) == (1, 1)
