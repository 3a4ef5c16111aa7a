"""Lengths: how much longer or shorter a target is than its source promises, by what the bitext itself is like."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from taqabul.domain.language import Language

Numbers = npt.NDArray[np.floating]
SHORTEST: Final = 10
"""Code points of the longer side, below which a pair says nothing."""
_ENOUGH: Final = 10
_USUALLY: Final = 1.13
"""English code points to an Arabic one, where a bitext is too short to tell."""
_USUAL_SPREAD: Final = 2.0


class Usual(NamedTuple):
    """What target lengths are to source lengths, and how far differences usually go (see ``deviations``)."""

    ratio: float
    spread: float


def usual_lengths(source: Numbers, target: Numbers) -> Usual | None:
    """What is usual among pairs, from their lengths in code points; None where no pair has two sides."""
    told = (source > 0) & (target > 0) & (np.maximum(source, target) >= SHORTEST)
    if not told.any():
        return None
    ratio = float(np.median(target[told] / source[told]))
    off = _off(ratio, source[told], target[told])
    return Usual(ratio, max(1.4826 * float(np.median(np.abs(off))), 1.0))


def deviations(usual: Usual, source: Numbers, target: Numbers) -> Numbers:
    """How far each target's length is from what its source promises, in robust standard deviations.

    Lengths of long texts spread like the square root of the length.
    """
    return _off(usual.ratio, source, target) / usual.spread


def _off(ratio: float, source: Numbers, target: Numbers) -> Numbers:
    off: Numbers = (target - ratio * source) / np.sqrt(np.maximum((ratio * source + target) / 2, 1.0))
    return off


def usual_in(source: list[int], target: list[int], languages: tuple[Language, Language]) -> Usual:
    """What is usual in a bitext, or in any where it has but a few pairs."""
    ours, theirs = np.array(source, float), np.array(target, float)
    if int(((ours > 0) & (theirs > 0)).sum()) >= _ENOUGH:
        found = usual_lengths(ours, theirs)
        if found is not None:
            return found
    return Usual(_USUALLY if languages[0] is Language.ARABIC else 1 / _USUALLY, _USUAL_SPREAD)
