"""Evidence weighed: what a check measures of a place becomes one score.

The weights are data: ``tests/benchmarks/fit_checks.py`` fits them on pairs with errors planted in them.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np


@dataclass(frozen=True)
class Judge:
    """A logistic regression: ``mean``, ``scale`` and ``weights`` of what is measured, in this order.

    A place whose score is above ``least`` is a problem.
    """

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weights: tuple[float, ...]
    bias: float
    least: float

    def score(self, measured: Sequence[float]) -> float:
        """The log odds that a place is wrong."""
        values = (np.asarray(measured) - self.mean) / self.scale
        return float(values @ np.asarray(self.weights) + self.bias)


@cache
def judge(name: str) -> Judge:
    """The judge of a check."""
    stored = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))[name]
    mean, scale, weights = (tuple(stored[key]) for key in ("mean", "scale", "weights"))
    return Judge(mean, scale, weights, stored["bias"], stored["least"])
