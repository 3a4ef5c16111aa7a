"""What errors cost and how their sum becomes a score: the profiles in ``profiles.json``."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

SEVERITIES: Final = ("neutral", "minor", "major", "critical")


@dataclass(frozen=True, slots=True)
class Exemption:
    """An error of a type, or of those below it, costs other points; with no severity, whatever that is."""

    label: str
    severity: str | None
    points: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """A text with ``acceptable`` points in a thousand words scores ``passing``, which is just enough."""

    passing: float
    acceptable: float


@dataclass(frozen=True, slots=True)
class Profile:
    """A way to score. ``types`` weighs types of errors, by label; those not named weigh 1.

    ``fatal`` are severities of which one is enough to fail. With ``per_pair`` the score is the mean of points
    a pair, of which the heaviest ``most_per_pair`` count; else it is what is left of 100.
    """

    key: str
    name: str
    source: str
    formula: str
    unit: str
    severities: Mapping[str, float]
    types: Mapping[str, float]
    exceptions: tuple[Exemption, ...]
    fatal: tuple[str, ...]
    per_pair: bool
    most_per_pair: int | None
    calibration: Calibration | None

    def points(self, lineage: Iterable[str], severity: str) -> float:
        """What an error costs; ``lineage`` is its label and those above it, from itself to the top."""
        labels = tuple(lineage)
        for one in self.exceptions:
            if one.label in labels and one.severity in {None, severity}:
                return one.points
        weight = next((self.types[label] for label in labels if label in self.types), 1.0)
        return self.severities.get(severity, 0.0) * weight


@cache
def profiles() -> Mapping[str, Profile]:
    """The profiles by key, MQM's first."""
    found = json.loads(Path(__file__).with_name("profiles.json").read_text("utf-8"))
    return {key: _profile(key, dict(fields)) for key, fields in found.items()}


def _profile(key: str, fields: dict[str, object]) -> Profile:
    exceptions, calibration = fields.pop("exceptions"), fields.pop("calibration")
    return Profile(
        key,
        exceptions=tuple(Exemption(**one) for one in exceptions),  # type: ignore[attr-defined]
        calibration=Calibration(**calibration) if calibration else None,  # type: ignore[arg-type]
        fatal=tuple(fields.pop("fatal")),  # type: ignore[arg-type]
        **fields,  # type: ignore[arg-type]
    )
