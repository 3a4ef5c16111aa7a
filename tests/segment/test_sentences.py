"""Where sentences end, in both languages. A bar in a picture is where one ends and the next begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.language import Language
from taqabul.segment.sentences import split_sentences


def picture(text, language):
    return [text[start:end] for start, end in split_sentences(text, language)]


ENGLISH = [
    "He came. | She left! | Did they? | Yes.",
    "Mr. J. K. Rowling met Dr. Smith of the U.S. Army. | She left at 5 p.m. | The U.N. Charter says so.",
    "See Art. 51, Fig. 3, vol. IV and pp. 5-6, e.g. the end, i.e. Jan. 5. | Next.",
    "No. 5 is alive. | No. | I said so.",
    "It costs 3.5 or 1,000.25 dollars. | In 1990. | The rest.",
    "1. We demand it. | 2. They refuse.",
    "1) We demand it. | (a) They refuse. | IV. The end.",
    "It has points: 1. the first, 2. the second.",
    "Wait… what? | Then he left... | The end.",
    'He said "Wait... I come" and went.',
    "It was ... nothing. | It (finally!) ended. | He left (it was late.) then.",
    "He was gone (it was late.) So it ended.",
    "“It was so.” | He left.[12] | “Really?” he asked.",
    "Jones et al. found it; others vs. them did not. | Etc. (and so on).",
    "World War I. | The war. | Plan B. | This is it.",
    "The firm Smith Inc. Paris grew. | It sold to Brown Ltd. | The end.",
    "Visit www.example.com or a.b@c.org now. | Version 2.0.1 is out.",
    "Is it?! | Yes . | So it is.",
    "He wrote etc., and left. | Then?",
    "He (the U.S. President) came.",
    "He ate apples etc. , and left. | So it is.",
]

ARABIC = [
    "وصل الوفد. | ثم غادر؟ | نعم! | انتهى؛ | ثم بدأ، واستمر.",
    "قال د. أحمد إن أ.د. سالم في ص. ٥ من ط. ٢ ود. علي.",
    "وصل عام 1990 م. | وغادر عام ١٤١٠ هـ. | ثم عاد.",
    "عاش في القرن الخامس ق.م. كما يقال.",
    "بلغ ٣٫٥ و 3.5 و ١.٥ مليون. | انتهى",
    "أ. هذا بند. | (أ) وهذا ثان. | 1) ثالث. | ٢. رابع.",
    "خلط الأوراق.. ومستمرون بعملياتنا",
    "قال... | ثم مضى… | وعاد.",
    "أضاف «يجب ... أن تتوقف... فورا» وغادر.",
    'على : "... شرعية كفاح الشعوب ". | انتهى',
    "انتهى الكلام. | ثم بدأ العمل؟ | نعم بدأ.",
    "أسبانيا  . | أن ذلك مثال (!) جيد (؟) هنا",
    "قال: «هل جئت؟»، ثم مضى.",
    "انتهى (1). | بدأ (2).",
    "قل هو الله أحد (1) | الله الصمد (2) | لم يلد ولم يولد (3)",
    "الم ۝١ | ذلك الكتاب لا ريب فيه ۝٢ | هدى",
    "بِسْمِ اللَّهِ ﴿١﴾ | الحمد لله ﴿٢﴾",
    "ورد في (ص. ١٢.) ما يلي",
    "قال دِ. أحمد صـ. ٣ كلمة.",
    "الشركة ش.م.م. الكبرى",
    "زار U.S. Army ثم Dr. Smith. | عاد",
    "انتهى.” | ثم بدأ",
    "هذا ما قاله؟! | نعم",
    "اقرأ صص. ٣-٥ منه.",
]


@pytest.mark.parametrize("marked", ENGLISH)
def test_english(marked):
    assert picture(marked.replace(" | ", " "), Language.ENGLISH) == marked.split(" | ")


@pytest.mark.parametrize("marked", ARABIC)
def test_arabic(marked):
    assert picture(marked.replace(" | ", " "), Language.ARABIC) == marked.split(" | ")


def test_arabic_sentences_typed_without_a_space_are_parted():
    text = "انتهى الكلام.ثم بدأ العمل؟نعم بدأ.و ق.م وموقع.ك"
    assert picture(text, Language.ARABIC) == ["انتهى الكلام.", "ثم بدأ العمل؟", "نعم بدأ.و ق.م وموقع.ك"]


def test_english_sentences_typed_without_a_space_are_parted():
    text = "He saw the situation.On Monday he left.A test of Node.Js and www.example.com and wait...And no."
    assert picture(text, Language.ENGLISH) == [
        "He saw the situation.",
        "On Monday he left.",
        "A test of Node.Js and www.example.com and wait...And no.",
    ]


def test_a_semicolon_ends_an_arabic_sentence_only_in_arabic_script():
    assert len(picture("One; two; three.", Language.ENGLISH)) == 1
    assert len(picture("واحد؛ اثنان؛ ثلاثة.", Language.ARABIC)) == 3


def test_lines_that_stand_for_themselves_are_sentences_and_wrapped_ones_are_not():
    assert picture("A title\nand its text.", Language.ENGLISH) == ["A title", "and its text."]
    wrapped = (
        "The organisers of the conference in the north of Spain were forced\n"
        "to cancel a conference that was aimed at opening these discussions\n"
        "with all."
    )
    assert picture(wrapped, Language.ENGLISH) == [wrapped]


def test_a_list_number_on_its_own_line_stays_with_what_follows():
    assert picture("1.\nThe first.\n2.\nThe second.", Language.ENGLISH) == [
        "1.\nThe first.",
        "2.\nThe second.",
    ]


def test_marks_without_words_join_a_neighbour():
    assert picture("... !\nHello. \n***\nBye", Language.ENGLISH) == ["... !\nHello. \n***", "Bye"]
    assert picture("…؟!", Language.ARABIC) == ["…؟!"]


@pytest.mark.parametrize("text", ["", "  \n \u00a0"])
def test_nothing_has_no_sentences(text):
    assert split_sentences(text, Language.ARABIC) == []


@given(
    st.text(
        st.sampled_from("ab AI.!?؟…؛،()[]\"'«»“”\n\t12١٢أبتم۝﴿﴾\u200f\u00a0-:") | st.characters(), max_size=80
    ),
    st.sampled_from(Language),
)
def test_sentences_hold_all_that_is_not_space_in_order(text, language):
    spans = split_sentences(text, language)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(start < end for start, end in spans)
    assert not any(text[start].isspace() or text[end - 1].isspace() for start, end in spans)
    inside = "".join(text[start:end] for start, end in spans)
    assert "".join(inside.split()) == "".join(text.split())


@pytest.mark.parametrize("piece", ["a", ". ", "a.) ", "1. ", '"', "(", "… ", "a\n", "\u064b", "(1) ", "'. "])
def test_a_very_long_line_is_no_trouble(piece):
    text = piece * (40_000 // len(piece))
    spans = split_sentences(text, Language.ENGLISH)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text.rstrip())
