"""Two languages in one text, in every layout."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.language import Language
from taqabul.domain.options import ParagraphRule
from taqabul.paths import seeds
from taqabul.segment.languages import split_languages

AR = ["بيان المشاركين الدوليين في المؤتمر", "لقد فقدت الحكومة فرصة تاريخية", "نحن نشكر إدارة المنطقة"]
EN = ["Statement of the participants", "The state has lost an opportunity", "We thank the region"]


def letters(text):
    return sum(character.isalpha() for character in text)


def taking_turns(separator, between):
    return between.join(f"{a}{separator}{e}" for a, e in zip(AR, EN, strict=True))


def test_the_language_of_a_paragraph_may_be_chosen():
    whole = "\n\n".join(AR + EN)
    split = split_languages(whole, chosen={AR[0]: Language.ENGLISH, EN[0]: Language.ARABIC})
    assert (split.source, split.target) == ([*AR[1:], EN[0]], [AR[0], *EN[1:]])
    alone = split_languages("\n\n".join(AR), chosen={AR[0]: Language.ENGLISH})
    assert (alone.source, alone.target, alone.layout) == (AR[1:], AR[:1], "blocks")
    table = "\n".join(f"{one}\t{other}" for one, other in zip(AR, EN, strict=True))
    assert split_languages(table, chosen={EN[0]: Language.ARABIC}).source[:2] == [AR[0], EN[0]]


def test_blocks():
    split = split_languages("\n\n".join(AR + EN))
    assert (split.source, split.target, split.layout) == (AR, EN, "blocks")
    assert split.findings == [
        "Paragraphs were parted by blank lines: 6 paragraphs.",
        "The languages stand in blocks: Arabic, English.",
    ]


def test_a_header_in_the_other_language_goes_to_its_own_and_comes_first():
    split = split_languages("\n\n".join(["Gijon, 19 June 2025", "English - Arabic", *AR, *EN]))
    assert split.source == AR
    assert split.target == ["Gijon, 19 June 2025", "English - Arabic", *EN]
    assert split.layout == "blocks"


@pytest.mark.parametrize(("separator", "between"), [("\n\n", "\n\n"), ("\n", "\n"), ("\n", "\n\n")])
def test_paragraphs_and_lines_that_take_turns(separator, between):
    split = split_languages(taking_turns(separator, between))
    assert (split.source, split.target, split.layout) == (AR, EN, "interleaved")


def test_glued_lines_are_cut_by_language_even_when_blank_lines_are_asked_for():
    split = split_languages(taking_turns("\n", "\n\n"), ParagraphRule.BLANK_LINES)
    assert (split.source, split.target) == (AR, EN)


def test_a_mixed_line_stays_with_the_lines_beside_it():
    text = "نص عربي طويل هنا\nكلمة word واحدة too\nThe English line\n\nنص\n\nText"
    split = split_languages(text, ParagraphRule.BLANK_LINES)
    assert split.source == ["نص عربي طويل هنا\nكلمة word واحدة too", "نص"]
    assert split.target == ["The English line", "Text"]


def test_columns():
    split = split_languages(taking_turns("\t", "\n"))
    assert (split.source, split.target, split.layout) == (AR, EN, "columns")


def test_columns_with_a_header_quoted_cells_further_columns_and_a_heading():
    rows = [
        "id\tEnglish\tArabic",
        f'1\t"He said ""yes"",\nand left"\t{AR[0]}',
        f"2\t{EN[1]}\t{AR[1]}",
        f'3\t"Odd one\t{AR[2]}',
    ]
    split = split_languages("\r\n".join([*rows, "", "\tThe second part", f"\t{EN[2]}\tنعم"]))
    assert split.source == [*AR, "نعم"]
    assert split.target == ['He said "yes",\nand left', EN[1], '"Odd one', "The second part", EN[2]]
    assert split.findings[1:] == [
        "The table's first row names its columns and was left out: id, English, Arabic.",
        "3 cells in other columns of the table were left out.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "one\ttwo\nthree\tfour",
        "واحد\tone\ntwo\tاثنان",
        "no tab\nواحد\tone\nnone\nhere\neither",
        "1\t2\n3\t4",
        "a\t\nb\t",
    ],
)
def test_tabs_alone_make_no_table(text):
    assert split_languages(text).layout != "columns"


def test_a_paragraph_without_letters_goes_with_its_neighbours():
    blocks = split_languages("\n\n".join([*AR, "***", *EN, "2025"]))
    assert blocks.source == [*AR, "***"]
    assert blocks.target == [*EN, "2025"]
    turns = split_languages("\n\n".join(["1", AR[0], EN[0], "2", AR[1], EN[1], "٣", AR[2], EN[2]]))
    assert turns.source == ["1", AR[0], "2", AR[1], "٣", AR[2]]
    assert turns.target == EN


def test_a_mixed_paragraph_goes_to_the_language_of_most_letters():
    split = split_languages("COVID-19 ينتشر في العالم كله\n\nThe word كتاب means a book")
    assert split.source == ["COVID-19 ينتشر في العالم كله"]
    assert split.target == ["The word كتاب means a book"]


def test_one_language_only():
    split = split_languages("\n\n".join(EN))
    assert (split.source, split.target, split.layout) == ([], EN, "single")


@pytest.mark.parametrize("count", [1, 2])
def test_a_few_strays_stay_in_a_text_of_one_language(count):
    strays = ["You reply: ."] * count
    split = split_languages("\n\n".join([*(AR * 20), *strays]))
    assert (split.source, split.target, split.layout) == ([*(AR * 20), *strays], [], "single")
    assert "in English stayed in the Arabic text." in split.findings[-1]


@pytest.mark.parametrize("text", ["", "  \n", "123\n\n---", "привет"])
def test_a_text_in_neither_language_gives_nothing(text):
    split = split_languages(text)
    assert (split.source, split.target, split.findings) == ([], [], [])


def test_a_block_that_was_cut_and_many_blocks_are_told():
    text = "\n\n".join("\n".join(part) for part in (AR, EN) * 4)
    findings = split_languages(text).findings
    assert "8 blocks of lines that stand for themselves went line by line" in findings[0]
    assert findings[1] == "The languages stand in blocks: " + "Arabic, English, " * 3 + "…."
    assert "1 block of" in split_languages("\n\n".join([*AR, "\n".join(EN)])).findings[0]


@pytest.mark.parametrize("path", sorted(seeds().glob("*.txt")), ids=lambda path: path.name[:3])
def test_every_letter_of_the_samples_is_in_a_paragraph(path):
    text = path.read_text(encoding="utf-8")
    split = split_languages(text)
    assert letters(text) == letters("".join(split.source + split.target))
    sides = (bool(split.source), bool(split.target))
    expected = {"000": (True, True), "003": (False, True)}.get(path.name[:3], (True, False))
    assert sides == expected
    assert split.layout == ("blocks" if path.name.startswith("000") else "single")
    if path.name.startswith("000"):
        assert (len(split.source), len(split.target)) == (27, 29)
        assert split.target[:2] == ["Gijon, 19 June 2025", "English - Arabic"]


@given(st.text(st.sampled_from("ab أب.\n١1 ")), st.sampled_from(ParagraphRule))
def test_no_letter_is_lost(text, rule):
    split = split_languages(text, rule)
    assert letters(text) == letters("".join(split.source + split.target))
