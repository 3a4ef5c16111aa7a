"""Words without what is joined to them, and the key most forms of a word share."""

import pytest

from taqabul.text.little_words import LITTLE_WORDS, bare, plain, stem


@pytest.mark.parametrize(
    ("word", "rest"),
    [
        ("والمدرسة", "مدرسة"),
        ("للسلطة", "سلطة"),
        ("سيكتب", "يكتب"),
        ("بِالْكِتَابِ", "كتاب"),
        ("ولد", "ولد"),
        ("book", "book"),
    ],
)
def test_joined_particles_go_where_a_word_remains(word, rest):
    assert bare(word) == rest


def test_plain_words_lose_vowel_signs_and_tatweel_and_nothing_else():
    assert plain("كِتَــابٌ") == "كتاب"
    assert plain("أحمد") == "أحمد"
    assert plain("Ahmad") == "Ahmad"
    assert plain("Café") == "Café"


@pytest.mark.parametrize(
    "forms",
    [
        ("والمدرسة", "مدرسة"),
        ("المعلمون", "معلمين"),
        ("books", "book"),
        ("Arrived", "arriving"),
        ("Rana's", "rana"),
    ],
)
def test_forms_of_a_word_share_their_stem(forms):
    assert len(set(map(stem, forms))) == 1


def test_a_word_is_never_stemmed_to_nothing():
    assert stem("s") == "s"
    assert stem("'s") == "'s"


def test_little_words_are_known_however_they_are_spelled():
    assert {"the", "علي", "الي"} <= LITTLE_WORDS
    assert "president" not in LITTLE_WORDS
