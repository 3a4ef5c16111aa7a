"""What an evaluation found: the scores by set and variant, with their intervals, and what the work cost."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from taqabul.align.bootstrap import Doubles, Interval, interval, resampled_f1
from taqabul.align.evaluate import Score, Tally
from taqabul.domain.options import Level
from taqabul.workflow.measuring import Cost

__all__ = ["EvaluationReport", "EvaluationRow", "Interval", "Measured", "Score", "Tally"]


@dataclass(frozen=True, slots=True)
class Measured:
    """What was counted for one document, and the seconds its alignment took."""

    tally: Tally
    seconds: float


@dataclass(frozen=True, slots=True)
class EvaluationRow:
    """The scores of one set in one variant."""

    set: str
    variant: str
    measured: tuple[Measured, ...]

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self.measured)

    @property
    def seconds(self) -> float:
        """How long their alignment took."""
        return sum(one.seconds for one in self.measured)

    @property
    def tally(self) -> Tally:
        """The counts of all its documents."""
        return sum((one.tally for one in self.measured), Tally())

    @property
    def strict(self) -> Score:
        """Whole links."""
        return self.tally.strict

    @property
    def pairs(self) -> Score:
        """Single segments that face each other."""
        return self.tally.pairs

    @property
    def resampled(self) -> str:
        """What its intervals are drawn from: documents, or the links of the only one."""
        return "links" if self.documents == 1 else "documents"

    @property
    def strict_interval(self) -> Interval:
        """Where the strict F1 lies with 95 %."""
        return interval(self.samples())

    @property
    def pair_interval(self) -> Interval:
        """Where the pair F1 lies with 95 %."""
        return interval(resampled_f1([one.tally.pairs for one in self.measured], self._name))

    def samples(self) -> Doubles:
        """The strict F1 of resampled documents."""
        return resampled_f1([one.tally.strict for one in self.measured], self._name)

    @property
    def _name(self) -> str:
        return f"{self.set} {self.variant}"


@dataclass(frozen=True, slots=True)
class EvaluationReport:
    """What an evaluation found; ``loading`` the seconds until the encoder was there, ``cost`` all the rest."""

    rows: tuple[EvaluationRow, ...]
    engine: str
    level: Level
    loading: float
    cost: Cost

    @property
    def mean_strict_f1(self) -> dict[str, float]:
        """By variant, the mean over the sets."""
        return {
            name: sum(row.strict.f1 for row in rows) / len(rows) for name, rows in self._variants().items()
        }

    @property
    def mean_strict_interval(self) -> dict[str, Interval]:
        """By variant, where that mean lies with 95 %, the sets being these."""
        return {
            name: interval(np.mean([row.samples() for row in rows], axis=0))
            for name, rows in self._variants().items()
        }

    @property
    def tallies(self) -> dict[str, Tally]:
        """By variant, the counts of all sets."""
        return {name: sum((row.tally for row in rows), Tally()) for name, rows in self._variants().items()}

    @property
    def tally(self) -> Tally:
        """The counts of all documents."""
        return sum(self.tallies.values(), Tally())

    def _variants(self) -> dict[str, list[EvaluationRow]]:
        found = defaultdict(list)
        for row in self.rows:
            found[row.variant].append(row)
        return found
