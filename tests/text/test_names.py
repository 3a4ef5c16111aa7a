"""A name is known again in the other script by its consonants, or by a list where the sounds differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.exonyms import exonyms_in
from taqabul.text.names import name_similarity, skeleton, skeleton_similarity, without_clitics

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


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("هيئة التضامن – ألمانيا", "Solidarity Group, Germany"),
        ("المركز الوطني – المملكة المتحدة", "National Centre - UK"),
        ("في الولايات المتحدة", "in the U.S."),
        ("والمصريين", "Egypt"),
        ("يوم الاثنين", "on Monday"),
        ("ميثاق الأمم المتحدة", "the UN Charter"),
    ],
)
def test_names_that_differ_are_known_by_list(arabic: str, english: str) -> None:
    assert set(exonyms_in(arabic)) & set(exonyms_in(english))


def test_a_pronoun_is_no_country() -> None:
    assert exonyms_in("they told us") == ()
