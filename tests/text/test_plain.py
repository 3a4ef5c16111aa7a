"""Texts as ordinary print has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.plain import calm, plain


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("القَمَرُ يَدُورُ حَوْلَ الأَرْضِ مَرَّةً", "القمر يدور حول الأرض مرة"),
        ("هٰذا الرَّحمٰن لٰكن", "هذا الرحمن لكن"),
        ("الـســلام", "السلام"),
        ("کتاب یوم هەہ", "كتاب يوم ههه"),
        ("\u202bسلام\u200f\u202c عليكم\u200c", "سلام عليكم"),
        ("إلى مدرسة؛ (قال)\nثم", "إلى مدرسة؛ (قال)\nثم"),
        ("The co\u00adoperation", "The cooperation"),
        ("Straße, naïve", "Straße, naïve"),
    ],
)
def test_what_hides_a_word_goes_and_spelling_stays(written: str, printed: str) -> None:
    assert plain(written) == printed


@pytest.mark.parametrize(
    ("quran", "modern"),
    [
        ("ٱلۡحَمۡدُ لِلَّهِ رَبِّ ٱلۡعَٰلَمِينَ", "الحمد لله رب العالمين"),
        ("ٱلرَّحۡمَٰنِ ٱلرَّحِيمِ", "الرحمن الرحيم"),
        ("ذَٰلِكَ ٱلۡكِتَٰبُ لَا رَيۡبَۛ فِيهِۛ", "ذلك الكتاب لا ريب فيه"),
        ("وَيُقِيمُونَ ٱلصَّلَوٰةَ وَمِمَّا رَزَقۡنَٰهُمۡ", "ويقيمون الصلاة ومما رزقناهم"),
        ("أُوْلَٰٓئِكَ عَلَىٰ هُدٗى", "أولئك على هدى"),
        ("يَٰٓأَيُّهَا ٱلنَّاسُ", "يا أيها الناس"),
        ("وَٱلسَّمَآءَ بِنَآءٗ", "والسماء بناء"),
        ("ءَامَنُواْ وَعَمِلُواْ ٱلصَّٰلِحَٰتِ", "آمنوا وعملوا الصالحات"),
        ("وَبِٱلۡأٓخِرَةِ", "وبالآخرة"),
        ("ٱلْـَٔاخِرَةِ", "الآخرة"),
        ("لَا يَظۡلِمُ شَيۡـٔٗا", "لا يظلم شيئا"),
        ("إِلَٰهٞ وَٰحِدٞۖ لَّا إِلَٰهَ ٱ", "إله واحد لا إله ا"),
        ("إِبۡرَٰهِـۧمَ", "إبراهيم"),
        ("لَهُۥ مَا فِي ٱلسَّمَٰوَٰتِ", "له ما في السماوات"),
        ("هُدَىٰهُمۡ وَهَٰذَا ٱلۡقُرۡءَانُ", "هداهم وهذا القرآن"),
        ("ٱلۡعَٰلَمِينَ۝٢", "العالمين ٢"),
    ],
)
def test_quran_orthography_becomes_modern_spelling(quran: str, modern: str) -> None:
    assert plain(quran) == modern


@pytest.mark.parametrize(
    ("loud", "calmed"),
    [
        ("UNITED NATIONS", "United nations"),
        ("PREAMBLE", "Preamble"),
        ("UNESCO", "UNESCO"),
        ("The UNITED NATIONS", "The UNITED NATIONS"),
        ("منظمة UNESCO EU", "منظمة UNESCO EU"),
        ("ARTICLE ٣", "Article 3"),
        ("عام ٢٠١٢ و۱۹۹۹", "عام 2012 و1999"),
        ("123", "123"),
    ],
)
def test_capitals_and_digits_are_calmed(loud: str, calmed: str) -> None:
    assert calm(loud) == calmed


@given(st.text(st.sampled_from("كتابٱءأآىوّـَُٰۡۖٓٔ۝ هذلنر٢abAB.\n") | st.characters(), max_size=40))
def test_a_plain_text_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)
