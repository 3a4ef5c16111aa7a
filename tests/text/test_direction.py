"""Whose script a text is in."""

import pytest

from taqabul.domain.language import Direction, Language
from taqabul.text.direction import (
    dir_attribute,
    isolated,
    isolated_by_letters,
    language_of,
    led,
    script_share,
)


def test_letters_are_counted_and_nothing_else():
    share = script_share("كِتَابٌ 12 book, é! привет ـ")
    assert share == {Language.ARABIC: 4, Language.ENGLISH: 5}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("COVID-19 ينتشر في العالم كله", Language.ARABIC),
        ("The word كتاب means book", Language.ENGLISH),
        ("أب ab", Language.ARABIC),
        ("12 – 13 …", None),
        ("", None),
        ("ﻛﺘﺎﺏ", Language.ARABIC),
    ],
)
def test_the_language_is_that_of_most_letters(text, language):
    assert language_of(text) is language


def test_words_of_other_scripts_are_set_apart_line_by_line():
    assert isolated("بيان 2003\n\nNATO") == "\u2068بيان 2003\u2069\n\n\u2068NATO\u2069"


def test_each_of_two_titles_runs_by_itself_and_they_stand_as_the_first_begins():
    assert isolated("بيان / 000_ed9") == "\u2067\u2068بيان\u2069 / \u2068000_ed9\u2069\u2069"
    assert isolated("NATO / بيان") == "\u2066\u2068NATO\u2069 / \u2068بيان\u2069\u2069"
    assert isolated("km / h") == "\u2068km / h\u2069"


def test_a_name_at_its_head_does_not_turn_a_text_round():
    assert led("«بيان» exists.", Direction.LTR) == "\u200e«بيان» exists."
    assert led("A بيان", Direction.LTR) == "A بيان"
    assert led("report.txt موجود", Direction.RTL) == "\u200freport.txt موجود"
    assert led("بيان", Direction.RTL) == "بيان"
    assert led("12", Direction.RTL) == "12"


def test_html_runs_a_text_as_most_of_its_letters_do_whatever_begins_it():
    assert dir_attribute("«القدس» is said here for Jerusalem") == "dir='ltr'"
    assert dir_attribute("BBC قالت إن الوفد وصل") == "dir='rtl'"
    assert dir_attribute("2024") == "dir='auto'"


@pytest.mark.parametrize(
    ("remark", "first"),
    [
        ("«حاليا» is not rendered", "\u2066"),
        ("BBC قالت إن الوفد وصل", "\u2067"),
        ("2024", "\u2068"),
    ],
)
def test_a_remark_runs_as_most_of_its_letters_do_whatever_begins_it(remark, first):
    assert isolated_by_letters(remark) == f"{first}{remark}\u2069"
    assert isolated_by_letters(f"{remark}\n\n{remark}") == f"{first}{remark}\u2069\n\n{first}{remark}\u2069"
