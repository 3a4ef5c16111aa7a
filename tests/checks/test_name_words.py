"""Which words of an English text are names."""

import pytest

from taqabul.checks.name_words import names_in

SMALL = frozenset({"rises", "moves", "virus"})


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Obama said that Clinton met Merkel in Berlin.", ["Clinton", "Merkel", "Berlin"]),
        ("Suspected cases in Croatia and Denmark remain unconfirmed.", ["Croatia", "Denmark"]),
        (
            "It reached Austria, Germany, Slovenia, Bulgaria and Italy, officials say.",
            ["Austria", "Germany", "Slovenia", "Bulgaria", "Italy"],
        ),
    ],
)
def test_a_sentence_may_have_more_names_than_other_words(text: str, names: list[str]) -> None:
    assert [text[start:end] for start, end in names_in(text, SMALL)] == names


@pytest.mark.parametrize(
    "text",
    ["Elizabeth Warren Will Take Hard Look At Running", "U.S. Weighed Penalizing El Salvador Over China"],
)
def test_a_headline_in_which_all_words_have_capitals_tells_no_name(text: str) -> None:
    assert names_in(text, SMALL) == []
