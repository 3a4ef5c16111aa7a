"""The order of rows: links by their source, and what faces nothing where a reader would look for it."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from taqabul.domain.chains import longest_chain

Positions = Sequence[int]


def row_order(links: Sequence[tuple[Positions, Positions]]) -> list[int]:
    """The places of the links in the order of their rows.

    A link is given as the positions of its source and target members in their documents. Links go by
    their first source member. One that has only target members comes right after the link that holds
    the target before it on the backbone: the longest chain of two-sided links that do not cross.
    """
    sourced = sorted((place for place, link in enumerate(links) if link[0]), key=lambda p: min(links[p][0]))
    facing = [place for place in sourced if links[place][1]]
    backbone = [facing[k] for k in longest_chain([min(links[place][1]) for place in facing])]
    targets = [min(links[place][1]) for place in backbone]
    guests: dict[int | None, list[int]] = {}
    lonely = sorted((p for p, link in enumerate(links) if not link[0]), key=lambda p: min(links[p][1]))
    for place in lonely:
        before = bisect_right(targets, min(links[place][1]))
        guests.setdefault(backbone[before - 1] if before else None, []).append(place)
    order = guests.get(None, [])
    for place in sourced:
        order += [place, *guests.get(place, ())]
    return order


def gaps(
    anchors: Sequence[tuple[Positions, Positions]], source: Positions, target: Positions
) -> list[tuple[list[int], list[int]]]:
    """What lies between anchors: the free positions of both sides, gap by gap.

    ``anchors`` are two-sided links that do not cross, in order; ``source`` and ``target`` the free
    positions, ascending. There is one gap more than there are anchors; some may be empty.
    """
    starts = [[min(link[side]) for link in anchors] for side in (0, 1)]
    found: list[tuple[list[int], list[int]]] = [([], []) for _ in range(len(anchors) + 1)]
    for side, free in enumerate((source, target)):
        for position in free:
            found[bisect_left(starts[side], position)][side].append(position)
    return found
