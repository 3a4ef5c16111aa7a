"""Texts are cut into clauses, and nothing of them is lost."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from taqabul.align.units import stretch, unit_texts, units_of


def test_long_clauses_are_parted_at_semicolons_and_colons() -> None:
    units = units_of([["يلتزم الطرف الأول بما يلي: دفع كامل المبلغ المتفق عليه؛ وتسليم البضاعة في موعدها."]])
    assert [text.split()[0] for text in units.texts] == ["يلتزم", "دفع", "وتسليم"]
    assert units.sentences.tolist() == [0, 0, 0]


def test_short_lead_ins_stay_with_what_they_lead_to() -> None:
    assert len(units_of([["Note: read this first; then sign."]])) == 1


def test_a_stretch_without_marks_is_cut_at_spaces() -> None:
    units = units_of([["كلمة " * 400]])
    assert max(map(len, units.texts)) <= 600
    assert " ".join(units.texts).split() == ["كلمة"] * 400


def test_a_stretch_without_spaces_is_cut_anyway() -> None:
    units = units_of([["x" * 2000]])
    assert "".join(units.texts) == "x" * 2000


def test_units_know_their_sentence_and_paragraph() -> None:
    units = units_of([["one.", "two."], [], ["three."]])
    assert units.sentences.tolist() == [0, 1, 2]
    assert units.paragraphs.tolist() == [0, 0, 2]
    assert units.begins.tolist() == [True, False, True, True]
    assert stretch(units.paragraphs, 2) == (2, 3)
    assert stretch(units.paragraphs, 1) == (2, 2)


def test_whole_paragraphs_hold_what_their_units_hold() -> None:
    whole = units_of([["In 1999.", "In Paris."], []]).whole_paragraphs(np.arange(2))
    assert whole.texts == ("In 1999. In Paris.", "")
    assert whole.traces[0].numbers == ("1999",)
    assert whole.traces[0].exonyms == ("city:Paris",)
    assert whole.traces[1].numbers == ()


@given(st.lists(st.lists(st.text(alphabet="ab ;:،\nو", min_size=1, max_size=900), max_size=3), max_size=3))
def test_no_letter_is_lost(paragraphs: list[list[str]]) -> None:
    letters = [c for paragraph in paragraphs for text in paragraph for c in text if not c.isspace()]
    assert [c for text in units_of(paragraphs).texts for c in text if not c.isspace()] == letters


def test_the_texts_of_units_are_known_without_laying_them_out() -> None:
    paragraphs = [["ذهب محمد إلى السوق؛ ثم عاد إلى البيت مسرعا.", "نام."], [], ["كلمة " * 300]]
    assert tuple(unit_texts(paragraphs)) == units_of(paragraphs).texts


@pytest.mark.parametrize(
    ("given_as_one", "ends"),
    [
        ("وصل الوفد إلى العاصمة صباحا. ثم التقى رئيس الوزراء.", ["صباحا.", "الوزراء."]),
        ("من كتب هذه الرسالة الطويلة؟ لا يعرف ذلك أحد منهم!", ["الطويلة؟", "منهم!"]),
        ("“They left before the sun rose.” Nobody saw them again.", ["rose.”", "again."]),
        ("It was a long and hot summer… Then came the rain at last.", ["summer…", "last."]),
        ("Prices rose by 3.5 per cent in the first quarter of the year.", ["year."]),
        ("The patient was seen by Dr. Ahmad in the afternoon of Monday.", ["Monday."]),
        ("A spokesman of the U.S. Department of State declined to comment.", ["comment."]),
        ("The novels of J. R. R. Tolkien were translated into Arabic.", ["Arabic."]),
        ("كتب المقدمة د. محمد عبد السلام في عام ١٩٩٨ م. ونشرت بعد ذلك بسنة.", ["م.", "بسنة."]),
        ("Come here. They all came.", ["came."]),
    ],
)
def test_what_is_given_as_one_sentence_is_cut_where_sentences_end(given_as_one: str, ends: list[str]) -> None:
    """But for what only looks like an end: numbers, titles, initials; and what says too little alone."""
    units = units_of([[given_as_one]])
    assert [text.split()[-1] for text in units.texts] == ends
    assert set(units.sentences.tolist()) == {0}
