"""Work queues: which rows of a bitext ask for a look, and why. Conditions are arrays, a hundred thousand rows at once.

Here stands what a condition means; what it is called is the screen's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType
from typing import Final

import numpy as np
import numpy.typing as npt

from taqabul.checks.lengths import SHORTEST, deviations, usual_lengths
from taqabul.domain.bitext import LinkStatus
from taqabul.workflow.rows import STATUSES, Outline, crossings

Bools = npt.NDArray[np.bool_]

BELOW: Final = 0.5
"""The confidence below which a row is doubtful, unless somebody says otherwise."""
PICKED: Final = "picked"
"""The condition that a row was pointed at elsewhere; it says nothing to the next who opens the bitext."""
_FAR: Final = 3.0


@dataclass(frozen=True, eq=False)
class Lengths:
    """How long the two sides of each row are, in code points. What follows from it is worked out once."""

    source: npt.NDArray[np.integer]
    target: npt.NDArray[np.integer]

    @cached_property
    def facing(self) -> Bools:
        """Which rows have text on both sides."""
        both: Bools = (self.source > 0) & (self.target > 0)
        return both

    @cached_property
    def deviation(self) -> npt.NDArray[np.float64]:
        """How far each target's length is from what its source promises, in robust standard deviations; 0 for one-sided rows.

        The usual ratio is the bitext's own.
        """
        source, target = self.source.astype(np.float64), self.target.astype(np.float64)
        usual = usual_lengths(source, target)
        if usual is None:
            return np.zeros(len(source))
        told = self.facing & (np.maximum(source, target) >= SHORTEST)
        deviation: npt.NDArray[np.float64] = np.where(told, deviations(usual, source, target), 0.0)
        return deviation


@dataclass(frozen=True, slots=True)
class Facts:
    """What conditions look at: arrays of one length, in row order.

    ``status`` indexes STATUSES, ``confidence`` is nan where there is none.
    ``crossing``, ``numbers_differ``, ``changed``, ``changed_by_others`` and what is annotated are found apart from
    the rest; ``picked`` are rows that somebody pointed at elsewhere, ``assigned`` those that whoever looks is to work on.
    """

    links: npt.NDArray[np.int64]
    status: npt.NDArray[np.int8]
    confidence: npt.NDArray[np.floating]
    lengths: Lengths
    even: Bools
    has_note: Bools
    edited: Bools
    has_reason: Bools
    bookmarked: Bools
    crossing: Bools
    numbers_differ: Bools
    changed: Bools
    changed_by_others: Bools
    picked: Bools
    annotated: Bools
    with_errors: Bools
    with_claims: Bools
    with_orphans: Bools
    assigned: Bools

    def __len__(self) -> int:
        return len(self.links)


@dataclass(frozen=True, slots=True)
class Filter:
    """A queue: the rows that meet all the conditions, those of least confidence first if so wished.

    ``below`` belongs to the condition "doubtful"; ``since`` to "changed" and "changed-by-others": "visit",
    a number of days ("0" is today) or a date ("2026-05-03").
    """

    conditions: frozenset[str] = frozenset()
    below: float = BELOW
    since: str = "visit"
    lowest_first: bool = False

    def toggled(self, condition: str) -> "Filter":
        """The filter with a condition more, or without it."""
        return replace(self, conditions=self.conditions ^ {condition})

    @property
    def is_empty(self) -> bool:
        """True where it lets every row pass, in the usual order."""
        return not (self.conditions or self.lowest_first)


Condition = Callable[[Facts, Filter], Bools]


def _has_status(status: LinkStatus) -> Condition:
    code = STATUSES.index(status)
    return lambda facts, _asked: facts.status == code


def _doubtful(facts: Facts, asked: Filter) -> Bools:
    return facts.confidence < asked.below


CONDITIONS: Final[Mapping[str, Condition]] = MappingProxyType(
    {
        "proposed": _has_status(LinkStatus.PROPOSED),
        "needs-review": _has_status(LinkStatus.NEEDS_REVIEW),
        "rejected": _has_status(LinkStatus.REJECTED),
        "confirmed": _has_status(LinkStatus.CONFIRMED),
        "doubtful": _doubtful,
        "uneven": lambda facts, _asked: ~facts.even,
        "one-sided": lambda facts, _asked: ~facts.lengths.facing,
        "crossing": lambda facts, _asked: facts.crossing,
        "numbers": lambda facts, _asked: facts.numbers_differ,
        "long": lambda facts, _asked: facts.lengths.deviation > _FAR,
        "short": lambda facts, _asked: facts.lengths.deviation < -_FAR,
        "edited": lambda facts, _asked: facts.edited,
        "noted": lambda facts, _asked: facts.has_note,
        "reason": lambda facts, _asked: facts.has_reason,
        "bookmarked": lambda facts, _asked: facts.bookmarked,
        "changed": lambda facts, _asked: facts.changed,
        "changed-by-others": lambda facts, _asked: facts.changed_by_others,
        "annotated": lambda facts, _asked: facts.annotated,
        "errors": lambda facts, _asked: facts.with_errors,
        "claims": lambda facts, _asked: facts.with_claims,
        "assigned": lambda facts, _asked: facts.assigned,
        "orphans": lambda facts, _asked: facts.with_orphans,
        PICKED: lambda facts, _asked: facts.picked,
    }
)
"""Every condition by name, in the order in which they are offered."""


def matching(facts: Facts, asked: Filter) -> Bools:
    """Which rows meet all conditions. Raises KeyError for a condition that is not in CONDITIONS."""
    found = np.ones(len(facts), np.bool_)
    for name in asked.conditions:
        found &= CONDITIONS[name](facts, asked)
    return found


def in_order(facts: Facts, found: Bools, asked: Filter) -> npt.NDArray[np.int64]:
    """The places of the rows found, as the filter orders them; rows without a confidence come last."""
    places = np.flatnonzero(found)
    if asked.lowest_first:
        places = places[np.argsort(facts.confidence[places], kind="stable")]
    return places


def counts(facts: Facts, asked: Filter) -> dict[str, int]:
    """For each condition how many rows would be left with it, beside the conditions there are."""
    found = matching(facts, asked)
    return {name: int(np.count_nonzero(found & meets(facts, asked))) for name, meets in CONDITIONS.items()}


def facts_of(
    brief: Outline,
    *,
    numbers_differ: Bools | None = None,
    changed: Bools | None = None,
    changed_by_others: Bools | None = None,
    annotated: Bools | None = None,
    with_errors: Bools | None = None,
    with_claims: Bools | None = None,
    with_orphans: Bools | None = None,
) -> Facts:
    """What an outline tells; what it does not tell counts as not so."""
    nowhere = np.zeros(len(brief), np.bool_)
    crossing = nowhere.copy()
    crossing[crossings(brief).rows] = True
    return Facts(
        brief.links,
        brief.status,
        brief.confidence,
        Lengths(brief.source_length, brief.target_length),
        brief.even,
        brief.has_note,
        brief.edited,
        brief.has_reason,
        brief.bookmarked,
        crossing,
        *(
            nowhere if one is None else one
            for one in (
                numbers_differ,
                changed,
                changed_by_others,
                None,
                annotated,
                with_errors,
                with_claims,
                with_orphans,
                None,
            )
        ),
    )
