"""Links that are settled before the aligner runs: what they hold is set aside, and put back to the letter."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

import numpy as np

from taqabul.align.linking import Pairing, in_rows
from taqabul.align.texts import Point
from taqabul.align.units import Paragraphs, Units
from taqabul.domain.bitext import Alignment, ProposedLink
from taqabul.domain.chains import longest_chain

Places = tuple[list[int], list[int]]


@dataclass(frozen=True)
class Given:
    """Two texts and the pairings of their paragraphs that are settled: the anchors.

    The aligner sees the free paragraphs alone, as if nothing stood between them; ``bounds`` says where
    anchors part them, and ``restore`` counts in the whole texts again. Raises ValueError for anchors
    that share a paragraph, hold none, or hold one that is not there.
    """

    source: Paragraphs
    target: Paragraphs
    anchors: Sequence[Pairing]

    def __post_init__(self) -> None:
        sizes = (len(self.source), len(self.target))
        for anchor in self.anchors:
            if not anchor.source + anchor.target:
                raise ValueError("an anchor holds nothing")
            if any(list(side) != sorted(set(side)) for side in anchor):
                raise ValueError(f"anchor {tuple(anchor)} does not ascend")
        for side, size in enumerate(sizes):
            held = [place for anchor in self.anchors for place in anchor[side]]
            if any(not 0 <= place < size for place in held):
                raise ValueError(f"an anchor holds a paragraph beyond the {size} there are")
            if len(set(held)) < len(held):
                raise ValueError("two anchors share a paragraph")

    @cached_property
    def free(self) -> Places:
        """The numbers of the paragraphs in no anchor."""
        taken = [{place for anchor in self.anchors for place in anchor[side]} for side in (0, 1)]
        ours = [place for place in range(len(self.source)) if place not in taken[0]]
        return ours, [place for place in range(len(self.target)) if place not in taken[1]]

    @property
    def free_texts(self) -> tuple[Paragraphs, Paragraphs]:
        """The paragraphs in no anchor."""
        return [self.source[place] for place in self.free[0]], [self.target[place] for place in self.free[1]]

    def bounds(self, source: Units, target: Units) -> list[Point]:
        """Where the anchors that ascend on both sides part the units of the free paragraphs."""
        facing = sorted((anchor.source[0], anchor.target[0]) for anchor in self.anchors if anchor.faces)
        chain = (facing[k] for k in longest_chain([j for _, j in facing]))
        parts = ((bisect_left(self.free[0], i), bisect_left(self.free[1], j)) for i, j in chain)
        return [
            (int(np.searchsorted(source.paragraphs, i)), int(np.searchsorted(target.paragraphs, j)))
            for i, j in dict.fromkeys(parts)
        ]

    def restore(self, found: Alignment) -> Alignment:
        """The alignment of the free paragraphs as one of the whole texts, anchors among its links."""
        if not self.anchors:
            return found
        sentences = tuple(_sentences(side) for side in (self.source, self.target))
        free = tuple(
            [number for place in places for number in spans[place]]
            for spans, places in zip(sentences, self.free, strict=True)
        )
        inside = (
            Pairing(
                *(
                    tuple(n for p in side for n in spans[p])
                    for side, spans in zip(anchor, sentences, strict=True)
                )
            )
            for anchor in self.anchors
        )
        return replace(
            found,
            paragraphs=_joined(found.paragraphs, self.free, self.anchors),
            sentences=_joined(
                found.sentences, (free[0], free[1]), [one for one in inside if one.source + one.target]
            ),
        )


def _sentences(paragraphs: Paragraphs) -> list[range]:
    """The numbers of each paragraph's sentences."""
    ends = accumulate(map(len, paragraphs))
    return [range(end - len(paragraph), end) for end, paragraph in zip(ends, paragraphs, strict=True)]


def _joined(
    links: Sequence[ProposedLink], free: Places, anchors: Sequence[Pairing]
) -> tuple[ProposedLink, ...]:
    """Links counted among the free segments and anchors counted among all, as rows of the whole."""
    found = {Pairing(*anchor): ProposedLink(*anchor, 1.0) for anchor in anchors}
    for link in _counted(links, free):
        found[Pairing(link.source, link.target)] = link
    return tuple(found[pairing] for pairing in in_rows(found))


def _counted(links: Sequence[ProposedLink], free: Places) -> Iterator[ProposedLink]:
    for link in links:
        source, target = tuple(free[0][p] for p in link.source), tuple(free[1][p] for p in link.target)
        yield replace(link, source=source, target=target)
