import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.language import Direction
from taqabul.text.showing import Display, shown

RTL, LTR = Direction.RTL, Direction.LTR
LRI, RLI, PDI = "\u2066", "\u2067", "\u2069"
PLAIN = Display()
BARE = Display(tashkeel=False)
NAMED = Display(unseen=True)


def marked(text: str, direction: Direction = RTL) -> str:
    """The text as shown, its isolates drawn as brackets."""
    return shown(text, direction, PLAIN).text.replace(LRI, "<").replace(RLI, "<").replace(PDI, ">")


def test_a_text_of_one_script_is_shown_as_it_is():
    assert shown("سطر\nثان", RTL, PLAIN).text == "سطر\u2028ثان"
    assert shown("one, two", LTR, PLAIN).text == "one, two"


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("لغة C++ قديمة", "لغة <C++> قديمة"),
        ("شركة Microsoft Corp. (US) اليوم", "شركة <Microsoft Corp. (US)> اليوم"),
        ("موقع www.un.org/ar الرسمي", "موقع <www.un.org/ar> الرسمي"),
        ("نظام Windows 10.", "نظام <Windows 10>."),
        ("عام 2003, Microsoft", "عام 2003, <Microsoft>"),
        ("(NATO)", "(<NATO>)"),
        ("بين 1990-2003", "بين 1990-2003"),
        ("هاتف +44 20 7946 0958 (لندن)", "هاتف <+44 20 7946 0958> (لندن)"),
    ],
)
def test_latin_runs_are_set_apart_in_arabic(text, drawn):
    assert marked(text) == drawn


def test_arabic_runs_are_set_apart_in_english():
    assert marked("the word كتاب جديد, 3 times", LTR) == "the word <كتاب جديد>, 3 times"


def test_a_text_that_steers_its_direction_itself_is_left_alone():
    text = "لغة \u202aC++\u202c قديمة"
    assert shown(text, RTL, PLAIN).text == text


def test_tashkeel_is_hidden_but_not_hamza_nor_the_end_of_a_verse():
    text = "قُلْ هُوَ ٱللَّهُ أَحَدٌ \u06dd إ\u0653"
    assert shown(text, RTL, BARE).text == "قل هو ٱلله أحد \u06dd إ\u0653"


def test_positions_go_there_and_back_over_hidden_marks():
    text = "كِتَابُ أحمد"
    bare = shown(text, RTL, BARE)
    start, end = text.index("أ"), len(text)
    assert bare.text[bare.place(start) : bare.place(end)] == "أحمد"
    assert bare.text[bare.place(0) : bare.place(text.index(" "))] == "كتاب"
    assert bare.origin(bare.text.index("أ")) == start
    assert bare.origin(len(bare.text)) == len(text)


def test_unseen_characters_are_named_and_marked():
    named = shown("می\u200cروم\u00a0و\u200f ــ  x", RTL, NAMED)
    signs = [named.text[start:end].replace(LRI, "<").replace(PDI, ">") for start, end in named.signs]
    assert signs == ["\u200c<ZWNJ>", "\u00a0<NBSP>", "\u200f<RLM>", "ـ", "ـ", " "]


TEXTS = st.text(st.sampled_from("كتِاَبٌ abC+(3)،.\n\u200c\u200f\u00a0ـ 𝄞é"), max_size=40)


@given(TEXTS, st.sampled_from(Direction), st.booleans(), st.booleans())
def test_every_shown_character_stands_where_its_origin_is(text, direction, tashkeel, unseen):
    made = shown(text, direction, Display(tashkeel, unseen))
    for place, character in enumerate(text):
        first, last = made.place(place), made.place(place + 1)
        stretch = made.text[first:last]
        is_hidden = not tashkeel and character in "ِ ََ ٌ".replace(" ", "")
        assert (character.replace("\n", "\u2028") in stretch) is not is_hidden
        assert all(made.origin(at) == place for at in range(first, last))
    assert made.text.count(LRI) + made.text.count(RLI) == made.text.count(PDI)
