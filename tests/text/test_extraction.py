"""Damages of extraction are undone, and sound text is left to the letter."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.text.extraction import join_hyphenated, join_split_words, swap_lam_alef
from taqabul.text.reversed_lines import is_turned, turn_lines, turned_around

REPAIRS = (turn_lines, swap_lam_alef, join_split_words, join_hyphenated)
SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ARABIC = (
    "قالت المديرة إن الفريق وصل إلى المدينة (في الشمال) في 12 آذار 2024.\n"
    "وأضافت أن الأرض كلها لا تزال تحت الماء، وأن الإغاثة تصل من الأردن.\n"
    "وكان الاستقلال في عام 1946 بداية لكل ذلك."
)


@pytest.mark.parametrize("repair", REPAIRS)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem[:3])
def test_sound_texts_stay(repair, seed):
    text = seed.read_text("utf-8")
    assert repair(text) == (text, 0)


def test_turned_lines_are_turned_back_with_their_numbers_latin_words_and_brackets():
    turned = "\n".join(turned_around(line) for line in ARABIC.split("\n"))
    assert turned.startswith(".2024 راذآ 12 يف (لامشلا يف)")
    assert turn_lines(turned) == (ARABIC, 3)
    assert turn_lines(ARABIC) == (ARABIC, 0)
    assert turned_around("قال UNESCO World ثم ٣٫٥") == "٣٫٥ مث UNESCO World لاق"


def test_vowel_signs_stay_on_their_letters_when_a_line_is_turned():
    assert turned_around("كَتَبَ") == "بَتَكَ"


def test_one_turned_line_among_others_is_turned():
    text = "قال الوزير إن الأمر انتهى.\nةنيدملا يف سانلا\nوعاد الناس إلى البيوت."
    assert turn_lines(text) == (text.replace("ةنيدملا يف سانلا", "الناس في المدينة"), 1)


def test_lam_alef_is_put_in_order():
    broken = "األرض واإلنسان في االستقلال ال ينسى اآلن"
    assert swap_lam_alef(broken) == ("الأرض والإنسان في الاستقلال لا ينسى الآن", 5)


def test_split_words_are_joined_where_the_text_shows_them_whole():
    text = "العراق بلد قديم. وفي العراق نهران. سكان العر اق كثيرون، وقد كتب: ا ل س ل ا م عليكم."
    expected = "العراق بلد قديم. وفي العراق نهران. سكان العراق كثيرون، وقد كتب: السلام عليكم."
    assert join_split_words(text) == (expected, 2)
    sound = "أ ب ج\nفي هذا وفي هذا و في هذا ما قال، مما قال"
    assert join_split_words(sound) == (sound, 0)


def test_hyphenated_words_are_joined():
    assert join_hyphenated("an exam-\nple of well-known things, A-\nB, 1-\n2") == (
        "an example of well-known things, A-\nB, 1-\n2",
        1,
    )


@given(st.text(alphabet="ابتثة ىيلأإآوفـ\nabc-123().،؟\u064b\ufefb\u00a0â€™طظ", max_size=80))
def test_any_text_can_be_mended(text):
    for repair in REPAIRS:
        result, count = repair(text)
        assert count or result == text


def test_a_turned_word_is_known():
    assert is_turned("ةنيدملا")
    assert not is_turned("المدينة")
    assert not is_turned("2024")
