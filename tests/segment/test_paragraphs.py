"""What parts two paragraphs."""

from hypothesis import given
from hypothesis import strategies as st

from taqabul.domain.options import ParagraphRule
from taqabul.segment.paragraphs import split_paragraphs

WRAPPED = (
    "The organisers of the conference in the north of Spain were forced\n"
    "to cancel a conference that was aimed at opening these discussions\n"
    "with all who would have come to the town, and so they went to another\n"
    "place."
)


def test_blank_lines_part_paragraphs_where_there_are_any():
    split = split_paragraphs(" One \r\n \u200f\t\r\n\u2028Two\u00a0too\n\n\n")
    assert split.paragraphs == ["One", "Two\u00a0too"]
    assert split.rule_used is ParagraphRule.BLANK_LINES
    assert split.blocks_cut == 0


def test_lines_part_paragraphs_where_no_line_is_blank():
    split = split_paragraphs("One\nTwo\rThree")
    assert split.paragraphs == ["One", "Two", "Three"]
    assert split.rule_used is ParagraphRule.LINES


def test_wrapped_lines_stay_together():
    assert split_paragraphs(f"Title\n\n{WRAPPED}\n\nEnd").paragraphs == ["Title", WRAPPED, "End"]
    assert split_paragraphs(WRAPPED).paragraphs == [WRAPPED]
    two = "\n".join(WRAPPED.split("\n")[:2])
    assert split_paragraphs(f"Title\n\n{two}").paragraphs == ["Title", two]


def test_vowel_signs_do_not_count_in_a_wrapped_texts_width():
    wrapped = "\n".join(" ".join(["كِتَابٌ"] * 12) for _ in range(4))
    assert split_paragraphs(f"{wrapped}\n\nنص").paragraphs == [wrapped, "نص"]


def test_a_block_of_lines_that_stand_for_themselves_is_cut():
    split = split_paragraphs("A long caption " * 12 + "\nFollow us\nClick here\n\nThe text.")
    assert split.paragraphs[1:] == ["Follow us", "Click here", "The text."]
    assert split.rule_used is ParagraphRule.BLANK_LINES
    assert split.blocks_cut == 1


def test_items_of_a_list_are_cut_whatever_their_width():
    items = [
        f"{mark} a line of a list that is long enough to be wrapped text, is it"
        for mark in ("•", "2.", "(3)")
    ]
    assert split_paragraphs("Title\n\n" + "\n".join(items)).paragraphs == ["Title", *items]


def test_two_lines_of_which_the_first_is_finished_are_two_paragraphs():
    lines = ["Due to pressure the organisers of a conference were forced to leave.", "It was sad."]
    assert split_paragraphs("Title\n\n" + "\n".join(lines)).paragraphs == ["Title", *lines]


def test_a_chosen_rule_is_kept_to():
    text = f"A\nB\n\n{WRAPPED}"
    assert split_paragraphs(text, ParagraphRule.BLANK_LINES).paragraphs == ["A\nB", WRAPPED]
    assert split_paragraphs(text, ParagraphRule.LINES).paragraphs == ["A", "B", *WRAPPED.split("\n")]


def test_nothing_has_no_paragraphs():
    for rule in ParagraphRule:
        assert split_paragraphs(" \n\u200f\n", rule).paragraphs == []


@given(
    st.text(st.sampled_from("ab أب.\n\r\u2028\u200f\u00a0") | st.characters()), st.sampled_from(ParagraphRule)
)
def test_no_letter_is_lost(text, rule):
    paragraphs = split_paragraphs(text, rule).paragraphs
    assert [c for c in text if c.isalnum()] == [c for p in paragraphs for c in p if c.isalnum()]
    assert all(p == p.strip() and p for p in paragraphs)
