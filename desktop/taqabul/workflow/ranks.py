"""Sparse ranks: a new row finds its place between two others without renumbering the rest."""

from collections.abc import Sequence

from taqabul.domain.chains import longest_chain

STEP = 1024


def spread(before: int | None, after: int | None, how_many: int, room: int = 1) -> list[int] | None:
    """Evenly spread ranks between two, or beyond one; None where less than ``room`` apart."""
    if before is None and after is None:
        before = 0
    if after is None:
        return [(before or 0) + STEP * k for k in range(1, how_many + 1)]
    if before is None:
        return [after - STEP * k for k in range(how_many, 0, -1)]
    if after - before < room * (how_many + 1):
        return None
    return [before + (after - before) * k // (how_many + 1) for k in range(1, how_many + 1)]


def fit(ranks: Sequence[int | None]) -> list[int]:
    """Ascending ranks for rows in their order, given those they have (None for a new row).

    As many as possible keep theirs; where there is no room for the others, all are numbered anew.
    """
    known = [place for place, rank in enumerate(ranks) if rank is not None]
    kept = [known[k] for k in longest_chain([rank for rank in ranks if rank is not None])]
    fitted: list[int] = []
    last: int | None = None
    for place in [*kept, len(ranks)]:
        rank = ranks[place] if place < len(ranks) else None
        between = spread(last, rank, place - len(fitted))
        if between is None:
            return [STEP * k for k in range(1, len(ranks) + 1)]
        fitted += between
        if rank is not None:
            fitted.append(rank)
            last = rank
    return fitted


def make_room(ranks: Sequence[int], at: int, how_many: int, bounded: tuple[bool, bool]) -> list[int] | None:
    """The ranks of neighbouring rows with new ones put in before the ``at``-th.

    Where there is no room, the rows are spread evenly; those at an end where more rows follow
    (``bounded``) stay. None where even that gives no room.
    """
    if (at == 0 and bounded[0]) or (at == len(ranks) and bounded[1]):
        return None
    before = ranks[at - 1] if at else None
    after = ranks[at] if at < len(ranks) else None
    between = spread(before, after, how_many)
    if between is not None:
        return [*ranks[:at], *between, *ranks[at:]]
    first, last = int(bounded[0]), len(ranks) - int(bounded[1])
    lower = ranks[0] if bounded[0] else None
    upper = ranks[-1] if bounded[1] else None
    inner = spread(lower, upper, last - first + how_many, room=16)
    return None if inner is None else [*ranks[:first], *inner, *ranks[last:]]
