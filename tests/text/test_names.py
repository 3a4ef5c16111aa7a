"""A name is known again in the other script by its consonants."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.names import (
    name_similarities,
    name_similarity,
    skeleton,
    skeleton_similarity,
    skeletons,
    without_clitics,
)

PAIRS = [
    ("هيفاء زنكنة", "Haifa Zangana"),
    ("زهير الشاروك", "Zuhair Al Sharook"),
    ("محمد", "Mohammed"),
    ("تشومسكي", "Chomsky"),
    ("العراق", "Iraq"),
    ("أستورياس", "Asturias"),
    ("واشنطن", "Washington"),
    ("جورج", "George"),
    ("ستيفن", "Stephen"),
    ("كانتارابيا", "Cantarabia"),
    ("خيخون", "Gijon"),
    ("عثمان", "Othman"),
    ("فيليب", "Philip"),
]


@pytest.mark.parametrize(("arabic", "english"), PAIRS)
def test_a_name_is_closer_to_itself_than_to_any_other(arabic: str, english: str) -> None:
    others = [other for _, other in PAIRS if other != english]
    assert name_similarity(arabic, english) > max(name_similarity(arabic, other) for other in others)


@pytest.mark.parametrize("english", ["Gaddafi", "Qaddafi", "Kaddafi", "Gadhafi"])
def test_habits_of_spelling_stay_close(english: str) -> None:
    assert name_similarity("القذافي", english) >= 0.5


def test_vowel_signs_and_tatweel_change_nothing() -> None:
    assert skeleton("مُحَمَّـــد") == skeleton("محمد")


def test_a_first_vowel_is_kept() -> None:
    assert skeleton("Oman") == skeleton("عمان") != skeleton("Man")


def test_nothing_is_like_nothing() -> None:
    assert name_similarity("", "Haifa") == name_similarity("هيفاء", "") == name_similarity("ال", "Al") == 0.0


def test_particles_come_off() -> None:
    assert "مدرسه" in without_clitics("والمدرسة")


@given(st.text(max_size=30))
def test_a_skeleton_is_like_itself(word: str) -> None:
    assert skeleton_similarity(skeleton(word), skeleton(word)) == 1.0


@given(st.text(max_size=30), st.text(max_size=30))
def test_similarity_lies_between_nothing_and_all(one: str, other: str) -> None:
    assert 0.0 <= name_similarity(one, other) <= 1.0


SOUNDS = [
    ("جبل", "Jabal"), ("جمال", "Gamal"), ("غزة", "Gaza"), ("مغرب", "Maghreb"), ("قاسم", "Qasim"), ("قاسم", "Kasim"),
    ("ثابت", "Thabet"), ("ذهب", "Dhahab"), ("ذهب", "Zahab"), ("شريف", "Sharif"), ("شريف", "Cherif"), ("خالد", "Khaled"),
    ("حسن", "Hassan"), ("عباس", "Abbas"), ("فاطمة", "Fatima"), ("باريس", "Paris"), ("فيكتور", "Victor"), ("ڤيينا", "Vienna"),
    ("مكسيكو", "Mexico"), ("تشاد", "Chad"), ("فيليب", "Philip"), ("هامبورغ", "Hamburg"), ("هايدلبرغ", "Heidelberg"),
    ("سكوبيه", "Skopje"), ("زيورخ", "Zurich"), ("الرياض", "Riyadh"), ("الحسين", "El-Hussein"), ("النور", "An Nur"),
    ("ويندهوك", "Windhoek"), ("كوالالمبور", "Kuala Lumpur"),
]  # fmt: skip


@pytest.mark.parametrize(("arabic", "english"), SOUNDS)
def test_sounds_are_heard_across_scripts(arabic: str, english: str) -> None:
    alike, consonants = name_similarities([arabic], [english])
    assert alike[0, 0] >= 0.7
    assert consonants[0, 0] >= 1


def test_each_line_of_a_list_is_most_like_its_own() -> None:
    lines = list(dict.fromkeys(PAIRS))
    alike, _ = name_similarities([ours for ours, _ in lines], [theirs for _, theirs in lines])
    assert alike.argmax(axis=1).tolist() == list(range(len(lines)))


def test_a_line_without_letters_is_like_none() -> None:
    assert name_similarities(["12", "محمد"], ["", "Mohammed"])[0].tolist() == [[0.0, 0.0], [0.0, 1.0]]


def test_a_latin_word_may_be_read_in_two_ways() -> None:
    assert skeletons("Zurich") == ("zrc", "zrk")
    assert skeletons("زيورخ") == ("zrx",)
