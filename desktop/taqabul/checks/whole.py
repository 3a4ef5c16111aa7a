"""What pairs are judged by: what the bitext as a whole is like."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from taqabul.checks.lengths import Usual, deviations, usual_in
from taqabul.checks.name_evidence import Evidence, evidence
from taqabul.checks.name_habits import Habits
from taqabul.checks.name_words import words_of_small_letters
from taqabul.checks.names import learned
from taqabul.checks.records import Pair, Speller
from taqabul.checks.term_base import NO_TERMS, TermBase
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language

_NO_NAMES: Final = Evidence()


@dataclass(frozen=True, slots=True)
class Whole:
    """Facts about a bitext that its pairs are measured against.

    ``lengths`` are what is usual. ``small`` are the words of its English side that are written in small letters
    somewhere, ``names`` how its translator writes names, and ``read`` what was measured of them by the texts of pairs.
    ``terms`` say how words shall be translated, ``speller`` knows how they are spelt; None where nobody does.
    """

    lengths: Usual
    has_both_sides: bool = True
    small: frozenset[str] = frozenset()
    names: Habits = field(default_factory=Habits)
    read: Mapping[tuple[str, str], Evidence] = field(default_factory=dict)
    terms: TermBase = NO_TERMS
    speller: Speller | None = None

    @property
    def ratio(self) -> float:
        """The usual length of a target to that of its source."""
        return self.lengths.ratio

    def evidence(self, pair: Pair) -> Evidence:
        """What is measured of the names of a pair, as it was read before or as it reads now."""
        return self.read.get((pair.source, pair.target)) or evidence(pair, self.small)

    def deviation(self, source: int, target: int) -> float:
        """How far a target's length is from what its source promises, in robust standard deviations."""
        return float(deviations(self.lengths, np.array([source], float), np.array([target], float))[0])


def whole_of(
    pairs: Sequence[Pair],
    with_meaning: Callable[[Pair], Pair] = lambda pair: pair,
    terms: TermBase = NO_TERMS,
    speller: Speller | None = None,
) -> Whole:
    """What the pairs of a bitext have in common. ``with_meaning`` adds to a pair what an encoder says."""
    small = frozenset(
        word for pair in pairs for word in words_of_small_letters(pair.text(pair.side(Language.ENGLISH)))
    )
    languages = pairs[0].languages if pairs else (Language.ARABIC, Language.ENGLISH)
    read: dict[tuple[str, str], Evidence] = {}

    def reading() -> Iterator[tuple[LinkId, Evidence]]:
        for pair in pairs:
            here = evidence(with_meaning(pair), small)
            read[pair.source, pair.target] = here if here.names else _NO_NAMES
            yield pair.link, here

    names = learned(reading())
    return Whole(
        usual_in([len(pair.source) for pair in pairs], [len(pair.target) for pair in pairs], languages),
        has_both_sides=any(not pair.is_one_sided for pair in pairs),
        small=small,
        names=names,
        read=read,
        terms=terms,
        speller=speller,
    )
