"""Whose script a text is in."""

import pytest

from taqabul.domain.language import Language
from taqabul.text.direction import language_of, script_share


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
