"""Finds ranks for new records beside an old one, moving as few neighbours as need be."""

from collections.abc import Callable, Mapping
from typing import Protocol, TypeVar

from taqabul.workflow.ranks import make_room

Id = TypeVar("Id", bound=int)
Neighbours = Callable[[int, bool, int], list[tuple[Id, int]]]
"""Given a rank, whether to look after it, and how many: (id, rank) in the library, the nearest first."""


class Ranked(Protocol):
    """Anything with a rank."""

    @property
    def rank(self) -> int:
        """Its place among its like."""


def place(
    how_many: int,
    beside: int,
    drafted: Mapping[Id, Ranked | None],
    neighbours: Neighbours[Id],
    *,
    after: bool,
) -> tuple[list[int], dict[Id, int]]:
    """Ranks for new records right after (or before) rank ``beside``, and what to renumber for them.

    ``drafted`` are records that were put, moved or taken out since, as they shall be.
    """
    reach = 1
    while True:
        rows, bounded = _window(beside, reach, drafted, neighbours)
        ranks = sorted(rows)
        at = sum(rank < beside or (after and rank == beside) for rank in ranks)
        fitted = make_room(ranks, at, how_many, bounded)
        if fitted is not None:
            kept = fitted[:at] + fitted[at + how_many :]
            moved = {rows[old]: new for old, new in zip(ranks, kept, strict=True) if old != new}
            return fitted[at : at + how_many], moved
        reach *= 16


def _window(
    beside: int, reach: int, drafted: Mapping[Id, Ranked | None], neighbours: Neighbours[Id]
) -> tuple[dict[int, Id], tuple[bool, bool]]:
    """The records around a rank, by rank, and whether more lie before and after them."""
    sides = [neighbours(beside + 1, False, reach + 1), neighbours(beside, True, reach)]
    bounded = (len(sides[0]) > reach, len(sides[1]) == reach)
    low = sides[0][-1][1] if bounded[0] else None
    high = sides[1][-1][1] if bounded[1] else None
    rows = {rank: id_ for side in sides for id_, rank in side if id_ not in drafted}
    for id_, record in drafted.items():
        if record is None or (low is not None and record.rank < low):
            continue
        if high is None or record.rank <= high:
            rows[record.rank] = id_
    return rows, bounded
