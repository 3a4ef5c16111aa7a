"""What a proposal would change, for people to look at before they take it over."""

from collections import defaultdict
from dataclasses import dataclass

from taqabul.align.linking import Forest
from taqabul.domain.document import Paragraph
from taqabul.workflow.proposals import DIGITS
from taqabul.workflow.realigning import Proposal

_Places = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Paragraphs that face each other, as they are or as they would be."""

    source: tuple[Paragraph, ...]
    target: tuple[Paragraph, ...]
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Links that would go and links that would come in their place, of the same paragraphs."""

    before: tuple[Pair, ...]
    after: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Differences:
    """All that would change: ``changes`` in the order of the texts, the figures of ``refreshed`` links.

    ``same`` counts the links that would stay as they are.
    """

    changes: tuple[Difference, ...]
    refreshed: int
    same: int

    @property
    def counts(self) -> tuple[int, int]:
        """How many links would go, and how many come."""
        return (
            sum(len(change.before) for change in self.changes),
            sum(len(change.after) for change in self.changes),
        )


def differences(proposal: Proposal) -> Differences:
    """Compare a proposal with what is there; links that are settled are in neither."""
    present = proposal.present
    before: dict[_Places, float | None] = {}
    for link in present.free:
        source, target = present.positions(link)
        before[tuple(source), tuple(target)] = link.confidence
    after: dict[_Places, float | None] = {
        (tuple(sorted(link.source)), tuple(sorted(link.target))): link.confidence
        for link in proposal.found.paragraphs
    }
    both = before.keys() & after.keys()
    refreshed = sum(before[places] != _rounded(after[places]) for places in both)
    forest = Forest()
    for places in before.keys() ^ after.keys():
        forest.join([(side, at) for side in (0, 1) for at in places[side]])
    groups: defaultdict[tuple[int, int], tuple[list[_Places], list[_Places]]] = defaultdict(lambda: ([], []))
    for which, links in enumerate((before, after)):
        for places in sorted(links.keys() - both, key=_in_text_order):
            groups[forest.root(_first(places))][which].append(places)
    changes = [
        Difference(
            tuple(_pair(proposal, places, before[places]) for places in gone),
            tuple(_pair(proposal, places, after[places]) for places in come),
        )
        for gone, come in sorted(groups.values(), key=lambda group: _in_text_order((group[0] or group[1])[0]))
    ]
    return Differences(tuple(changes), refreshed, len(both) - refreshed)


def _rounded(confidence: float | None) -> float | None:
    return None if confidence is None else round(confidence, DIGITS)


def _first(places: _Places) -> tuple[int, int]:
    return (0, places[0][0]) if places[0] else (1, places[1][0])


def _in_text_order(places: _Places) -> tuple[int, int]:
    """By the source where there is one; what has none stands near where its target would."""
    return (places[0] or places[1])[0], 0 if places[0] else 1


def _pair(proposal: Proposal, places: _Places, confidence: float | None) -> Pair:
    source, target = (
        tuple(side[at] for at in some) for side, some in zip(proposal.present.sides, places, strict=True)
    )
    return Pair(source, target, confidence)
