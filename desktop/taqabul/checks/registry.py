"""All checks, in the order in which people see them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from taqabul.checks.consistency import inconsistent, merged
from taqabul.checks.names import name_problems
from taqabul.checks.numbers import number_problems
from taqabul.checks.omission import omission_problems
from taqabul.checks.punctuation import bracket_problems, mark_problems, question_problems, quote_problems
from taqabul.checks.records import Finding, Pair, Problem, Severity
from taqabul.checks.spacing import (
    digit_problems,
    doubled_problems,
    space_problems,
    tatweel_problems,
    unseen_problems,
)
from taqabul.checks.spelling import spelling_problems
from taqabul.checks.terms import term_problems
from taqabul.checks.units import unit_problems
from taqabul.checks.untranslated import script_problems, untranslated_problems
from taqabul.checks.whole import Whole
from taqabul.domain.ids import LinkId


class LooksAt(StrEnum):
    """Whether a check sees one pair at a time, or must see all."""

    PAIR = "pair"
    BITEXT = "bitext"


PairCheck = Callable[[Pair, Whole], Iterable[Problem]]
BitextCheck = Callable[[Sequence[Pair], Whole], Iterable[tuple[LinkId, Problem]]]


@dataclass(frozen=True, slots=True)
class Check:
    """A check: ``id`` for programs, ``name`` for people, in English.

    ``by_default`` whether it runs unasked; ``needs_meaning`` whether it says nothing without an encoder.
    """

    id: str
    name: str
    severity: Severity
    run: PairCheck | None = None
    run_on_all: BitextCheck | None = None
    by_default: bool = True
    needs_meaning: bool = False

    @property
    def looks_at(self) -> LooksAt:
        """What it has to see."""
        return LooksAt.PAIR if self.run is not None else LooksAt.BITEXT


_ERROR, _WARNING, _HINT = Severity

CHECKS: Final = (
    Check("omission", "Omissions and additions", _ERROR, omission_problems, needs_meaning=True),
    Check("numbers", "Numbers and dates", _ERROR, number_problems),
    Check("units", "Units and percentages", _WARNING, unit_problems),
    Check("names", "Names", _WARNING, name_problems, needs_meaning=True),
    Check("untranslated", "Untranslated text", _WARNING, untranslated_problems),
    Check("terms", "Terminology", _WARNING, term_problems),
    Check("consistency", "One text, several translations", _WARNING, run_on_all=inconsistent),
    Check("merging", "Several texts, one translation", _HINT, run_on_all=merged),
    Check("scripts", "Letters of other scripts", _WARNING, script_problems),
    Check("questions", "Questions", _WARNING, question_problems),
    Check("brackets", "Brackets", _WARNING, bracket_problems),
    Check("doubled", "Doubled words", _WARNING, doubled_problems),
    Check("marks", "Marks of the other script", _HINT, mark_problems),
    Check("spaces", "Spaces", _HINT, space_problems),
    Check("unseen", "Unseen characters", _HINT, unseen_problems),
    Check("digits", "Two kinds of digits", _HINT, digit_problems),
    Check("quotes", "Quotes", _HINT, quote_problems, by_default=False),
    Check("spelling", "Spelling", _HINT, spelling_problems, by_default=False),
    Check("tatweel", "Tatweel", _HINT, tatweel_problems, by_default=False),
)
BY_ID: Final = {check.id: check for check in CHECKS}


def on_pair(checks: Iterable[Check], pair: Pair, whole: Whole) -> Iterator[Finding]:
    """What the checks that look at one pair find in it."""
    for check in checks:
        if check.run is not None:
            for problem in check.run(pair, whole):
                yield _finding(check, pair.link, problem)


def on_bitext(checks: Iterable[Check], pairs: Sequence[Pair], whole: Whole) -> Iterator[Finding]:
    """What the checks that must see all pairs find."""
    for check in checks:
        if check.run_on_all is not None:
            for link, problem in check.run_on_all(pairs, whole):
                yield _finding(check, link, problem)


def _finding(check: Check, link: LinkId, problem: Problem) -> Finding:
    return Finding(check.id, problem.severity or check.severity, link, problem)
