"""Names that differ between the languages are known in both, with what is joined to them, and only as names."""

import pytest

from taqabul.text.exonyms import exonyms_in
from taqabul.text.world import names_of_the_world


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("هيئة التضامن – ألمانيا", "Solidarity Group, Germany"),
        ("المركز الوطني – المملكة المتحدة", "National Centre - UK"),
        ("في الولايات المتحدة", "in the U.S."),
        ("والمصريين", "Egyptians"),
        ("يوم الاثنين", "on Monday"),
        ("ميثاق الأمم المتحدة", "the UN Charter"),
        ("وللعراق", "to Iraq"),
        ("البوسنة والهرسك", "Bosnia & Herzegovina"),
        ("السفير الفرنسي", "the French ambassador"),
        ("سورية", "Syria"),
        ("العملة جنيه مصري", "the Egyptian Pound"),
        ("بالقاهرة", "in Cairo"),
        ("لشهر حزيران", "for June"),
        ("صوم رمضان", "the fast of Ramadan"),
        ("اللغة الفنلندية", "Finnish"),
        ("ساحل العاج", "Côte d'Ivoire"),
        ("عُمان", "Oman"),
        ("مدينة عمان", "the city of Amman"),
        ("ٱلْيَابَان", "JAPAN"),
    ],
)
def test_what_is_called_differently_is_one_thing(arabic: str, english: str) -> None:
    assert set(exonyms_in(arabic)) & set(exonyms_in(english))


@pytest.mark.parametrize(
    "text",
    [
        "they told us",
        "roast turkey and some jordan almonds on china plates",
        "you may march",
        "May we? March on!",
        "لا أحد هنا",
        "بعد شهرين",
    ],
)
def test_words_are_no_names(text: str) -> None:
    assert exonyms_in(text) == ()


def test_of_names_that_begin_alike_the_longest_counts() -> None:
    """South Africa is not Africa, and South Sudan is not Sudan."""
    assert exonyms_in("South Africa") == exonyms_in("جنوب أفريقيا") == ("land:ZA",)
    assert exonyms_in("South Sudan") == exonyms_in("جنوب السودان") == ("land:SS",)


def test_a_name_that_breaks_off_is_not_taken() -> None:
    assert exonyms_in("New") == exonyms_in("New Cars") == ()


def test_each_name_is_told_from_all_others() -> None:
    """Every thing of the world has names in both languages."""
    for name in names_of_the_world():
        assert name.english
        assert name.arabic
        assert all(name.english)
        assert all(name.arabic)
    assert len({name.key for name in names_of_the_world()}) > 1000
