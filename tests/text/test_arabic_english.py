"""The letters and word lists the other modules rely on."""

from pyarabic import araby

from taqabul.text import arabic, english


def test_our_alefs_are_pyarabics_without_the_maksura_and_the_small_one():
    assert set(araby.ALEFAT) - set(arabic.ALEF_VARIANTS + arabic.ALEF) == {
        araby.ALEF_MAKSURA,
        araby.SMALL_ALEF,
    }


def test_abbreviations_are_lower_case_without_their_stop():
    for words in (english.TITLES, english.BEFORE_NUMBERS, english.INSIDE):
        assert all(word == word.casefold() and not word.endswith(".") for word in words)


def test_sentence_starters_are_capitalised():
    assert all(word[0].isupper() for word in english.SENTENCE_STARTERS)
