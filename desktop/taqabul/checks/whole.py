"""What pairs are judged by: what the bitext as a whole is like."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from taqabul.checks.lengths import Usual, deviations, usual_in
from taqabul.checks.name_words import words_of_small_letters
from taqabul.checks.names import candidates
from taqabul.checks.records import Pair
from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.domain.language import Language

_OFTEN: Final = 2
"""Pairs in which a name is not spelt out before that is taken for the translator's way with it."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Facts about a bitext that its pairs are measured against.

    ``lengths`` are what is usual. ``small`` are the words of its English side that are written in small letters
    somewhere, ``rendered`` the names, in small letters, that its translator does not spell out, time and again.
    ``terms`` say how words shall be translated.
    """

    lengths: Usual
    has_both_sides: bool = True
    small: frozenset[str] = frozenset()
    rendered: frozenset[str] = frozenset()
    terms: TermBase = NO_TERMS

    @property
    def ratio(self) -> float:
        """The usual length of a target to that of its source."""
        return self.lengths.ratio

    def deviation(self, source: int, target: int) -> float:
        """How far a target's length is from what its source promises, in robust standard deviations."""
        return float(deviations(self.lengths, np.array([source], float), np.array([target], float))[0])


def whole_of(
    pairs: Sequence[Pair],
    with_meaning: Callable[[Pair], Pair] = lambda pair: pair,
    terms: TermBase = NO_TERMS,
) -> Whole:
    """What the pairs of a bitext have in common. ``with_meaning`` adds to a pair what an encoder says."""
    small = frozenset(
        word for pair in pairs for word in words_of_small_letters(pair.text(pair.side(Language.ENGLISH)))
    )
    languages = pairs[0].languages if pairs else (Language.ARABIC, Language.ENGLISH)
    return Whole(
        usual_in([len(pair.source) for pair in pairs], [len(pair.target) for pair in pairs], languages),
        has_both_sides=any(not pair.is_one_sided for pair in pairs),
        small=small,
        rendered=_rendered(pairs, small, with_meaning),
        terms=terms,
    )


def _rendered(
    pairs: Sequence[Pair], small: frozenset[str], with_meaning: Callable[[Pair], Pair]
) -> frozenset[str]:
    met, unmatched = Counter[str](), Counter[str]()
    for pair in pairs:
        here: dict[str, bool] = {}
        for one in candidates(with_meaning(pair), small):
            here[one.name.casefold()] = here.get(one.name.casefold(), True) and one.is_unmatched
        met.update(here.keys())
        unmatched.update(name for name, alone in here.items() if alone)
    return frozenset(name for name, count in unmatched.items() if count >= _OFTEN and 2 * count >= met[name])
