"""How sure a link is, and why: the probability of what it is made of, and the evidence in parts."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from taqabul.align.evidence import CHANCE, ENOUGH, length_ratio
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts
from taqabul.align.units import Floats
from taqabul.align.weights import Weights
from taqabul.domain.bitext import Evidence, ProposedLink

_FOREIGN: Final = 0.35
_SPREAD: Final = 0.35


@dataclass(frozen=True)
class Company:
    """How well two texts go together as a whole, which every link of theirs is judged by.

    ``linked`` the share of all letters that stand in links, each as probable as it is; ``gain`` what
    the links bring for each unit; ``few`` 1 for a single unit, less the more the shorter text has;
    ``alike`` how much more alike than usual the encoder finds any two units.
    """

    linked: float
    gain: float
    few: float
    alike: float


def company(texts: Texts, links: Sequence[UnitLink]) -> Company:
    """Look at all links of two texts together."""
    held = sum(_letters(texts, link.pairing) * link.probability for link in links)
    every = sum(float(side.lengths.sum()) for side in texts.sides)
    fewest = max(min(map(len, texts.sides)), 1)
    return Company(held / max(every, 1.0), _gain(links), 1 / fewest**0.5, _alike(texts))


def _alike(texts: Texts) -> float:
    """The mean cosine of all units with all, beyond what is common; short texts tell nothing of it."""
    if texts.vectors is None or len(texts.source) * len(texts.target) < ENOUGH:
        return 0.0
    ours, theirs = (side.mean(axis=0) for side in texts.vectors)
    return max(float(ours @ theirs) - CHANCE, 0.0)


def describe(
    texts: Texts,
    pairing: Pairing,
    units: Pairing,
    links: Sequence[UnitLink],
    around: Company,
    weights: Weights,
) -> ProposedLink:
    """A link of paragraphs or sentences from the units it holds, the links between them and their company."""
    if not pairing.faces:
        return ProposedLink(pairing.source, pairing.target)
    evidence = Evidence(
        meaning=_meaning(texts, units),
        numbers=_share([link.numbers for link in links]),
        names=_share([link.names for link in links]),
        length=_length(texts, units),
        position=_position(texts, units),
    )
    confidence = trust(signs(texts, units, links, around, evidence), weights.confidence)
    return ProposedLink(pairing.source, pairing.target, confidence, evidence)


def signs(
    texts: Texts, units: Pairing, links: Sequence[UnitLink], around: Company, evidence: Evidence
) -> list[float]:
    """What tells a right link from a wrong one, in the order of SIGNS.

    The probabilities of the links inside, their mean by letters (letters in no link count nothing) and
    the weakest, as log-odds; what they bring; meaning, and how far it is below what translations have;
    length; the numbers and names both sides share, and those of one side; how many members more than
    two; what the two texts are as a whole; and whether in a short text length is
    all that speaks for it.
    """
    held = sum(_letters(texts, link.pairing) * link.probability for link in links)
    weakest = min((link.probability for link in links), default=0.0)
    members = len({int(texts.source.paragraphs[i]) for i in units.source})
    meaning = evidence.meaning - around.alike if evidence.meaning is not None else _FOREIGN
    blank = 1.0 if evidence.meaning is None else min(max(0.0, 1 - meaning / _FOREIGN), 1.0)
    shared = sum(link.numbers[0] + link.names[0] for link in links)
    members += len({int(texts.target.paragraphs[j]) for j in units.target})
    return [
        1.0,
        _log_odds(held / _letters(texts, units)),
        _log_odds(weakest),
        _gain(links),
        meaning,
        max(0.0, _FOREIGN - meaning),
        evidence.length or 0.0,
        min(shared, 2.0),
        min(sum(link.numbers[1] + link.names[1] for link in links), 2.0),
        float(min(members - 2, 4)),
        _log_odds(around.linked),
        around.gain,
        around.few,
        0.0 if shared else around.few * blank,
    ]


def _gain(links: Sequence[UnitLink]) -> float:
    """What links bring over their units standing alone, for each unit in them."""
    units = sum(len(link.pairing.source) + len(link.pairing.target) for link in links)
    return min(max(sum(link.gain for link in links) / max(units, 1), -1.0), 5.0)


def trust(values: Sequence[float], weights: Floats) -> float:
    """The share of links with such signs that are right, as fitted on held-out texts (Platt, 1999)."""
    return round(float(1 / (1 + np.exp(-float(np.dot(values, weights))))), 4)


def _log_odds(share: float) -> float:
    bounded = min(max(share, 0.001), 0.999)
    return math.log(bounded / (1 - bounded))


def _letters(texts: Texts, units: Pairing) -> float:
    ours, theirs = (u.lengths[list(p)].sum() for u, p in zip(texts.sides, units, strict=True))
    return float(ours + theirs)


def _share(found: Sequence[tuple[float, float]]) -> float | None:
    shared, alone = (sum(column) for column in zip(*found, strict=True)) if found else (0.0, 0.0)
    return round(shared / (shared + alone), 4) if shared + alone > 0 else None


def _meaning(texts: Texts, units: Pairing) -> float | None:
    ours, theirs = texts.vector(0, units.source), texts.vector(1, units.target)
    if ours is None or theirs is None:
        return None
    return round(float(np.clip(ours @ theirs, 0, 1)), 4)


def _length(texts: Texts, units: Pairing) -> float:
    ours = texts.source.lengths[list(units.source)].sum() * length_ratio(texts.source, texts.target)
    theirs = texts.target.lengths[list(units.target)].sum()
    return round(float(np.exp(-((np.log(ours) - np.log(theirs)) ** 2) / (2 * _SPREAD))), 4)


def _position(texts: Texts, units: Pairing) -> float:
    """One where the link stands equally far into both texts, less the more it has moved."""
    places = [np.mean(members) / len(side) for members, side in zip(units, texts.sides, strict=True)]
    return round(float(1 - abs(places[0] - places[1])), 4)
