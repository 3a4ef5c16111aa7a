"""The weights of the evidence, as fitted on several kinds of text and stored as data beside this module.

``tests/benchmarks/fit_weights.py`` made them: a linear-chain conditional random field over monotone
alignments (Lafferty, McCallum and Pereira, 2001), trained on paragraphs that are known to face each other.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
from numpy.typing import NDArray

from taqabul.align.evidence import NULL_PARTS, PARTS, SHAPES, Grounds, Shape, null_parts, parts
from taqabul.align.path import Scores
from taqabul.align.units import Floats, Units


@dataclass(frozen=True)
class Weights:
    """``links`` a vector over PARTS for each shape, ``alone`` one over NULL_PARTS, ``confidence`` over SIGNS."""

    links: dict[Shape, Floats]
    alone: Floats
    confidence: Floats


SIGNS: Final = (
    "bias", "probability", "weakest", "gain", "meaning", "foreign", "length", "shared", "apart", "members",
    "linked", "company", "few", "length_only",
)  # fmt: skip
"""What the confidence of a link is drawn from."""


@cache
def load_weights(name: str) -> Weights:
    """The stored weights: "encoder" for all the evidence, "lexical" for what needs no encoder."""
    stored = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))[name]
    links = {}
    for key, values in stored["links"].items():
        m, n = (int(size) for size in key.split("-"))
        vector = np.array([values[part] for part in PARTS], dtype=np.float32)
        links[m, n] = links[n, m] = vector
    return Weights(
        links,
        np.array([stored["alone"][part] for part in NULL_PARTS], dtype=np.float32),
        np.array([stored["confidence"][sign] for sign in SIGNS], dtype=np.float32),
    )


def weigh(grounds: Grounds, weights: Weights, shapes: Sequence[Shape] = SHAPES) -> Scores:
    """Log-weights of every possible link and of every unit alone."""
    links = {}
    for shape, tables in parts(grounds, shapes):
        total = np.zeros(tables[0].shape, dtype=np.float64)
        for weight, table in zip(weights.links[shape], tables, strict=True):
            if weight:
                total += weight * table
        links[shape] = total
    return Scores(links, *(_alone(weights.alone, units) for units in (grounds.source, grounds.target)))


def _alone(weights: Floats, units: Units) -> NDArray[np.float64]:
    return np.tensordot(weights, np.stack(null_parts(units)), axes=1).astype(np.float64)
