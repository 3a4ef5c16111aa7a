"""All checks, in the order in which people see them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from taqabul.checks.numbers import number_problems
from taqabul.checks.records import Finding, Pair, Problem, Severity
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

    ``by_default`` whether it runs unasked; ``needs_words`` whether it says less without word links.
    """

    id: str
    name: str
    severity: Severity
    run: PairCheck | None = None
    run_on_all: BitextCheck | None = None
    by_default: bool = True
    needs_words: bool = False

    @property
    def looks_at(self) -> LooksAt:
        """What it has to see."""
        return LooksAt.PAIR if self.run is not None else LooksAt.BITEXT


CHECKS: Final = (Check("numbers", "Numbers and dates", Severity.ERROR, number_problems),)
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
