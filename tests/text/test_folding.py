"""Folding and the way back to the original text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.direction import BIDI_CONTROLS
from taqabul.text.folding import ZERO_WIDTH, fold, fold_key

ARABIC = "كتبنا أإآٱءؤئىيیةهکـًٌٍَُِّْٰۖ۝٠٩۴۹ﻻﷺﷲ٫٬٪؟،"
OTHERS = "aEéÉßÆøŁﬁ’“«–…😀👩\u200d👧\u0301\u0654\u0653\u00a0\u202b\u200f\ufeff \n0"
TEXTS = st.text(st.sampled_from(ARABIC + OTHERS) | st.characters(exclude_categories=["Cs"]), max_size=40)


@pytest.mark.parametrize(
    ("letter", "folded"),
    [
        *[(alef, "ا") for alef in "اأإآٱٲٳٵ"],
        *[(yeh, "ي") for yeh in "يىیئ"],
        *[(kaf, "ك") for kaf in "كکڪ"],
        *[(heh, "ه") for heh in "هةہھۀ"],
        *[(waw, "و") for waw in "وؤ"],
        ("ء", "ء"),
        ("ـ", ""),
        *[(digit, str(i)) for i, digit in enumerate("٠١٢٣٤٥٦٧٨٩")],
        *[(digit, str(i)) for i, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")],
        ("٫", "."),
        ("٬", ","),
        ("٪", "%"),
        *[(form, "لا") for form in "ﻻﻼﻷﻸﻹﻺﻵﻶ"],
        ("ﷲ", "الله"),
        ("ﷺ", "صلي الله عليه وسلم"),
        ("\ufe7d", ""),
        ("\ufc60", ""),
        ("é", "e"),
        ("Ç", "c"),
        ("ß", "ss"),
        ("İ", "i"),
        ("Æ", "ae"),
        ("ø", "o"),
        ("ﬁ", "fi"),
        ("ʿ", "'"),
        ("’", "'"),
        ("”", '"'),
        ("«", '"'),
        ("–", "-"),
        ("…", "..."),
        ("\u00a0", " "),
        ("\n", " "),
        ("´", "'"),
        ("¨", "¨"),
        ("😀", "😀"),
    ],
)
def test_a_character_folds_to_what_readers_take_it_for(letter, folded):
    assert fold(letter).text == folded


@pytest.mark.parametrize(("first", "last"), [(0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6ED)])
def test_vowel_signs_and_quranic_marks_vanish(first, last):
    assert fold("".join(map(chr, range(first, last + 1)))).text == ""


@pytest.mark.parametrize("character", BIDI_CONTROLS + ZERO_WIDTH)
def test_invisible_characters_vanish_even_when_nothing_else_folds(character):
    kept = dict.fromkeys(("tashkeel", "alef", "ya", "ta_marbuta", "tatweel", "digits", "case"), False)
    assert fold(f"ab{character}c", **kept).text == "abc"


@pytest.mark.parametrize(
    ("switch", "text"),
    [
        ("tashkeel", "كِتَاب"),
        ("alef", "أإآٱؤئ"),
        ("ya", "ىیک"),
        ("ta_marbuta", "ة"),
        ("tatweel", "ـ"),
        ("digits", "٣۴٫"),
        ("case", "Éa"),
    ],
)
def test_each_switch_keeps_its_own_difference_only(switch, text):
    assert fold(text, **{switch: False}).text == text
    assert fold(text).text != text


def test_decomposed_letters_fold_like_composed_ones():
    text = "أحمد إلى آخر مؤمن شيئا Étudé"
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert fold(decomposed).text == fold(text).text
    assert fold(decomposed, alef=False, case=False).text == fold(text, alef=False, case=False).text


def test_a_span_takes_the_marks_on_its_last_letter():
    text = "قرأ كِتَابٌ جديد"
    folded = fold(text)
    at = folded.text.index("كتاب")
    assert text[slice(*folded.original_span(at, at + 4))] == "كِتَابٌ"


def test_a_span_leaves_bidi_controls_after_it_out():
    assert fold("\u200fكتاب\u200f (").original_span(0, 4) == (1, 5)


def test_part_of_an_expanded_character_gives_all_of_it():
    text = "محمد ﷺ رسول 😀 Straße"
    folded = fold(text)
    at = folded.text.index("الله")
    assert text[slice(*folded.original_span(at, at + 4))] == "ﷺ"
    at = folded.text.index("strasse")
    assert text[slice(*folded.original_span(at + 4, at + 5))] == "ß"
    assert text[slice(*folded.original_span(at, at + 7))] == "Straße"


def test_an_empty_span_stays_empty():
    assert fold("كِتَاب").original_span(1, 1) == (2, 2)
    assert fold("").original_span(0, 0) == (0, 0)


def test_composing_to_something_longer_keeps_positions_ascending():
    folded = fold("\ufb2c\u05b0x", case=False)
    assert list(folded.positions) == sorted(folded.positions)


def test_equal_keys_for_the_same_text_to_a_reader():
    assert fold_key(" الْمُقَاوَمَةُ\u00a0 العراقيّة\n") == fold_key("المقاومه العراقية")


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    once = fold(text).text
    assert fold(once).text == once


@given(TEXTS)
def test_positions_ascend_and_end_at_the_originals_end(text):
    folded = fold(text)
    assert len(folded.positions) == len(folded.text) + 1
    assert list(folded.positions) == sorted(folded.positions)
    assert folded.positions[-1] == len(text)


@given(TEXTS, st.data())
def test_a_folded_stretch_is_found_again_in_the_original_stretch(text, data):
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.original_span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]).text
