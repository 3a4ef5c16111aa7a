"""From links of small segments to links of the large ones they stand in, and the order of rows."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Pairing(NamedTuple):
    """Some segments of the source facing some of the target, by position; a side may be empty."""

    source: tuple[int, ...]
    target: tuple[int, ...]

    @property
    def faces(self) -> bool:
        """Whether both sides hold something."""
        return bool(self.source and self.target)


class Forest:
    """Disjoint sets of segments of both sides (Tarjan, 1975)."""

    def __init__(self) -> None:
        self._parents: dict[tuple[int, int], tuple[int, int]] = {}

    def root(self, node: tuple[int, int]) -> tuple[int, int]:
        """The node that stands for a node's set."""
        parent = self._parents.setdefault(node, node)
        while parent != self._parents[parent]:
            self._parents[node] = parent = self._parents[parent]
        return parent

    def join(self, nodes: Sequence[tuple[int, int]]) -> None:
        """Make one set of the sets some nodes are in."""
        for node in nodes[1:]:
            self._parents[self.root(node)] = self.root(nodes[0])


def connect(pairings: Iterable[Pairing], sizes: tuple[int, int]) -> list[Pairing]:
    """Join pairings that share a segment, each with both sides; segments in none stand alone. Given in row order."""
    forest = Forest()
    for pairing in pairings:
        forest.join([(0, i) for i in pairing.source] + [(1, j) for j in pairing.target])
    members: dict[tuple[int, int], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, size in enumerate(sizes):
        for position in range(size):
            members[forest.root((side, position))][side].append(position)
    return in_rows(Pairing(tuple(source), tuple(target)) for source, target in members.values())


def in_rows(pairings: Iterable[Pairing]) -> list[Pairing]:
    """Pairings in the order of the source; a target alone follows the row of the target before it."""
    pairings = list(pairings)
    keys = {position: (p.source[0], 0) for p in pairings if p.source for position in p.target}
    for first, *others in sorted(p.target for p in pairings if not p.source):
        keys[first] = (keys[first - 1][0] if first else -1, first + 1)
        keys.update(dict.fromkeys(others, keys[first]))
    return sorted(pairings, key=lambda p: (p.source[0], 0) if p.source else keys[p.target[0]])
