"""Bitexts: two documents and the links between their segments."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum

from taqabul.domain.ids import BitextId, DocumentId, LinkId, ParagraphId, SentenceId
from taqabul.domain.language import Side


class LinkStatus(StrEnum):
    """What people think of a link."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    NEEDS_REVIEW = "needs-review"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a link, each part from 0 (against) to 1 (for); None where nothing can be said.

    ``meaning`` the sentence encoder's similarity, ``numbers`` numbers and dates, ``names`` names and
    other strings that cross scripts, ``length`` the two lengths, ``position`` the place in the order.
    """

    meaning: float | None = None
    numbers: float | None = None
    names: float | None = None
    length: float | None = None
    position: float | None = None

    def parts(self) -> dict[str, float]:
        """The parts that say something, by name."""
        return {name: value for name in EVIDENCE_PARTS if (value := getattr(self, name)) is not None}


EVIDENCE_PARTS = tuple(field.name for field in fields(Evidence))
"""The names of its parts, in their order."""


@dataclass(frozen=True, slots=True)
class ProposedLink:
    """A link as an aligner proposes it: 0-based positions in the two sequences it was given."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    confidence: float = 0.0
    evidence: Evidence = Evidence()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All that an aligner proposes for two documents.

    Positions in ``paragraphs`` count paragraphs, in ``sentences`` all sentences of the document, both
    from 0. Every segment is in exactly one link of its level; a sentence link lies inside one
    paragraph link. ``engine`` names what was used; ``remarks`` tell people, a sentence each, what is
    unusual about the texts as a whole.
    """

    paragraphs: tuple[ProposedLink, ...]
    sentences: tuple[ProposedLink, ...]
    engine: str
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """m source paragraphs facing n target paragraphs, m + n >= 1.

    ``rank`` orders the links of a bitext as rows (sparse, ascending). ``confidence`` and ``evidence``
    are the aligner's, None and empty for a link a person made. ``changed_by`` and ``changed_at`` say
    who last touched it: an aligner's name or a person's. ``reason`` is why it shall be looked at again,
    empty where nobody said so. ``bookmarked`` is for people to find it again.
    """

    id: LinkId
    bitext: BitextId
    rank: int
    source: tuple[ParagraphId, ...]
    target: tuple[ParagraphId, ...]
    status: LinkStatus
    confidence: float | None
    evidence: Evidence
    changed_by: str
    changed_at: datetime
    sentences: tuple["SentenceLink", ...] = ()
    reason: str = ""
    bookmarked: bool = False

    @property
    def shape(self) -> str:
        """How many segments face how many: "1-1", "2-1", "0-1"."""
        return f"{len(self.source)}-{len(self.target)}"

    @property
    def is_one_sided(self) -> bool:
        """True where a side is empty: nothing faces it."""
        return not (self.source and self.target)

    def side(self, side: Side) -> tuple[ParagraphId, ...]:
        """Its paragraphs on one side."""
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True)
class SentenceLink:
    """m source sentences facing n target sentences inside one paragraph link."""

    source: tuple[SentenceId, ...]
    target: tuple[SentenceId, ...]
    confidence: float | None = None
    evidence: Evidence = Evidence()

    def side(self, side: Side) -> tuple[SentenceId, ...]:
        """Its sentences on one side."""
        return self.source if side is Side.SOURCE else self.target


@dataclass(frozen=True, slots=True)
class Bitext:
    """Two documents and their links; the source's language comes with its document."""

    id: BitextId
    source: DocumentId
    target: DocumentId
    title: str
    created_at: datetime


def misplaced(links: Iterable[ProposedLink], source_size: int, target_size: int) -> list[str]:
    """What breaks "every segment is in exactly one link", in words; empty where nothing does."""
    faults = []
    seen: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for link in links:
        if not (link.source or link.target):
            faults.append("a link holds nothing")
        for members, counts in zip((link.source, link.target), seen, strict=True):
            for position in members:
                counts[position] = counts.get(position, 0) + 1
    for side, counts, size in zip(Side, seen, (source_size, target_size), strict=True):
        faults += [f"{side} segment {p} is in {n} links" for p, n in sorted(counts.items()) if n > 1]
        faults += [f"{side} segment {p} is in no link" for p in range(size) if p not in counts]
        faults += [f"{side} has no segment {p}" for p in sorted(counts) if not 0 <= p < size]
    return faults
