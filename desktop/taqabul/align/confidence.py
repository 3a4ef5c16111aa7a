"""How sure a link is, and why: the probability of what it is made of, and the evidence in parts."""

from collections.abc import Sequence
from typing import Final

import numpy as np

from taqabul.align.evidence import length_ratio
from taqabul.align.linking import Pairing
from taqabul.align.monotone import UnitLink
from taqabul.align.texts import Texts
from taqabul.domain.bitext import Evidence, ProposedLink

_SPREAD: Final = 0.35


def describe(texts: Texts, pairing: Pairing, units: Pairing, links: Sequence[UnitLink]) -> ProposedLink:
    """A link of paragraphs or sentences from the units it holds and the links between them."""
    if not pairing.faces:
        return ProposedLink(pairing.source, pairing.target)
    evidence = Evidence(
        meaning=_meaning(texts, units),
        numbers=_share([link.numbers for link in links]),
        names=_share([link.names for link in links]),
        length=_length(texts, units),
        position=_position(texts, units),
    )
    return ProposedLink(pairing.source, pairing.target, _confidence(texts, units, links), evidence)


def _confidence(texts: Texts, units: Pairing, links: Sequence[UnitLink]) -> float:
    """The mean probability of the links inside, by letters; letters that no link holds count nothing."""
    whole = _letters(texts, units)
    held = sum(_letters(texts, link.pairing) * link.probability for link in links)
    return round(held / whole, 4)


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
