"""What is said of an export, before it and after."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from taqabul.workflow.chosen_pairs import Outcome


@dataclass(frozen=True, slots=True)
class ExportCounts:
    """How many pairs there are, and where they go; each pair is counted once.

    A pair left out for more than one reason counts for the first: status, one side empty, confidence.
    """

    total: int
    exported: int
    left_out_status: int
    left_out_confidence: int
    left_out_one_sided: int


@dataclass(frozen=True, slots=True)
class Foretold:
    """What an export would do: ``losses`` tell what its format cannot hold, a sentence with a number each."""

    counts: ExportCounts
    losses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written where: ``files`` where it is more than one.

    ``dropped_characters`` are those the format cannot hold; ``losses`` tell what else it cannot, a sentence each.
    """

    path: Path
    counts: ExportCounts
    dropped_characters: int
    files: tuple[Path, ...] = ()
    losses: tuple[str, ...] = ()


def counted(tally: "Counter[Outcome]") -> ExportCounts:
    """The counts of a tally."""
    return ExportCounts(
        total=tally.total(),
        exported=tally[Outcome.EXPORTED],
        left_out_status=tally[Outcome.STATUS],
        left_out_confidence=tally[Outcome.CONFIDENCE],
        left_out_one_sided=tally[Outcome.ONE_SIDED],
    )
