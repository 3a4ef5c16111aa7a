"""Where the ends of crossing links are drawn: those that lead to one place stand one below the other."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

STEP = 8.0
"""Pixels from one arrow to the next."""
MOST = 3
"""So many badges stand at one place; where there are more, the last of them stands for the rest."""


@dataclass(frozen=True)
class Crossing:
    """A crossing link to be drawn: the ``number``-th, from a row to where its target stands in its own order.

    ``start`` and ``end`` are heights in the window; ``badge`` is what the end in sight says of the other, "" where both
    are in sight. ``rows`` are the rows that a badge stands for, where these are several.
    """

    number: int
    row: int
    boundary: int
    start: float
    end: float
    badge: str = ""
    far_is_end: bool = True
    rows: tuple[int, ...] = ()


def spread(crossings: Iterable[Crossing], badge_height: float) -> list[Crossing]:
    """The crossings with ends of their own where several lead to one place; badges that are too many are one."""
    places: dict[int, list[Crossing]] = defaultdict(list)
    for one in crossings:
        places[one.boundary].append(one)
    found: list[Crossing] = []
    for held in places.values():
        told = [one for one in held if one.badge and not one.far_is_end]
        rest = told[MOST - 1 :] if len(told) > MOST else []
        found += _below_each_other([one for one in held if one not in rest], rest, badge_height)
    return sorted(found, key=lambda one: one.number)


def _below_each_other(
    held: Sequence[Crossing], rest: Sequence[Crossing], badge_height: float
) -> list[Crossing]:
    """Lines that come from above end above the others, so that they do not cross here too; ``rest`` ends as one."""
    slots = [[one] for one in sorted(held, key=lambda one: one.start)]
    if rest:
        rows = tuple(one.row for one in rest)
        first = replace(rest[0], badge=f"+{len(rest)}", rows=rows)
        slots.append([first, *(replace(one, badge="") for one in rest[1:])])
        slots.sort(key=lambda slot: slot[0].start)
    heights = [badge_height if slot[0].badge and not slot[0].far_is_end else STEP for slot in slots]
    top = -sum(heights) / 2
    found: list[Crossing] = []
    for slot, height in zip(slots, heights, strict=True):
        found += [replace(one, end=one.end + top + height / 2) for one in slot]
        top += height
    return found
