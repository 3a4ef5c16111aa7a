"""Whether a sentence is missing, told by whose words the other side's are."""

from dataclasses import replace

import numpy as np
import pytest
from tests.checks.conftest import pairs_of

from taqabul.checks.judging import judge
from taqabul.checks.omission import candidates
from taqabul.checks.records import Meaning, Pair
from taqabul.checks.whole import whole_of
from taqabul.text.tokens import words

PAIR = pairs_of(
    [
        (
            "ارتفعت أسعار القمح كثيرا. انخفضت أسعار الأرز قليلا.",
            "Wheat prices rose sharply while prices of rice fell slightly.",
        )
    ]
)[0]


def meant(near: list[list[float]]) -> Pair:
    """The pair with the nearness of four words a sentence to two groups of words that face them."""
    source, target = tuple(words(PAIR.source)), tuple(words(PAIR.target))
    halves = np.array(near, np.float32).repeat(4, axis=0)
    table = halves.repeat([len(target) // 2, len(target) - len(target) // 2], axis=1)
    return replace(PAIR, meaning=Meaning(source, target, table, np.full((3, 2), 0.6, np.float32)))


@pytest.mark.parametrize(
    ("near", "claims"),
    [
        ([[0.8, 0.1], [0.1, 0.8]], (0.5, 0.5)),
        ([[0.8, 0.1], [0.7, 0.1]], (0.1, -0.1)),
        ([[0.3, 0.8], [0.1, 0.6]], (0.2, -0.2)),
    ],
)
def test_a_sentence_claims_the_words_that_are_nearer_to_it_than_to_its_neighbours(near, claims) -> None:
    pair = meant(near)
    found = [one.measured[-1] for one in candidates(pair, whole_of([pair]))]
    assert found[:2] == pytest.approx(claims, abs=1e-3)


def test_words_that_another_sentence_claims_do_not_speak_for_one() -> None:
    def score(near: list[list[float]]) -> float:
        pair = meant(near)
        return judge("omission").score(list(candidates(pair, whole_of([pair])))[1].measured)

    assert score([[0.8, 0.1], [0.7, 0.1]]) > score([[0.1, 0.8], [0.7, 0.1]])
