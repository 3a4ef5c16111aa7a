"""What confirmed pairs keep saying for each other is offered as a term."""

from dataclasses import replace

from tests.checks.conftest import pairs_of

from taqabul.checks.term_candidates import term_candidates

TEXTS = [
    ("عقد مجلس الأمن جلسة طارئة", "The Security Council held an emergency session"),
    ("رفض مجلس الأمن القرار", "The Security Council rejected the resolution"),
    ("دعا مجلس الأمن إلى الهدوء", "The Security Council called for calm"),
    ("عاد اللاجئون إلى ديارهم", "Refugees returned to their homes"),
    ("يعيش اللاجئون في الخيام", "Refugees live in tents"),
    ("وصل اللاجئون أمس", "Refugees arrived yesterday"),
]


def test_runs_of_words_are_offered_whole_and_rare_ones_not() -> None:
    pairs = [replace(pair, confirmed=True) for pair in pairs_of(TEXTS)]
    found = term_candidates(pairs)
    assert {(one.arabic, one.english, one.pairs) for one in found} == {
        ("مجلس الأمن", "Security Council", 3),
        ("لاجئون", "refugees", 3),
    }


def test_what_nobody_confirmed_says_nothing() -> None:
    assert term_candidates(pairs_of(TEXTS)) == []


def test_a_name_keeps_its_capital_and_a_word_that_opens_a_sentence_does_not() -> None:
    texts = [
        ("زار وفد العراق", "A delegation visited Iraq. Oil was spoken of"),
        ("ارتفع النفط", "Oil rose, and Iraq welcomed it"),
        ("وصل النفط من العراق", "The oil from Iraq arrived"),
        ("النفط في العراق", "“Oil in Iraq”"),
    ]
    pairs = [replace(pair, confirmed=True) for pair in pairs_of(texts)]
    assert {"Iraq", "oil"} <= {one.english for one in term_candidates(pairs)}
