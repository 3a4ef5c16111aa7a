"""Which pairs of a bitext are exported, in which order, and which of them cross: told without reading a text."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.ids import BitextId, LinkId
from taqabul.domain.options import ExportOptions, Level, PairOrder
from taqabul.formats.losses import Kind
from taqabul.storage.database import Transaction
from taqabul.workflow.rows import STATUSES, Outline, read_brief


class Outcome(StrEnum):
    """Where a pair goes: into the file, or why not."""

    EXPORTED = "exported"
    STATUS = "status"
    ONE_SIDED = "one-sided"
    CONFIDENCE = "confidence"


@dataclass(frozen=True, slots=True)
class ChosenLinks:
    """The links whose pairs are to be read, in the order of the file, with the block of each.

    At paragraph level ``tally`` is of all pairs; at sentence level it is empty, and each pair is judged when read.
    ``holds`` counts what these links have that a format may not hold.
    """

    links: list[LinkId]
    blocks: list[int]
    tally: Counter[Outcome]
    holds: Mapping[Kind, int]
    has_corrections: bool


def judged(status: LinkStatus, confidence: float | None, two_sided: bool, options: ExportOptions) -> Outcome:
    """Where a pair goes; what a person confirmed or made (confidence None) is sure."""
    if status not in options.statuses:
        return Outcome.STATUS
    if not (two_sided or options.one_sided):
        return Outcome.ONE_SIDED
    sure = 1.0 if status is LinkStatus.CONFIRMED or confidence is None else confidence
    return Outcome.EXPORTED if sure >= options.min_confidence else Outcome.CONFIDENCE


def chosen_links(transaction: Transaction, bitext: BitextId, options: ExportOptions) -> ChosenLinks:
    """The links to read for an export with these options."""
    brief = read_brief(transaction, bitext)
    order = _order(brief, options.order)
    tally: Counter[Outcome] = Counter()
    if options.level is Level.PARAGRAPH:
        kept, tally = _judged_all(brief, options)
        order = order[kept[order]]
    links = [LinkId(id_) for id_ in brief.links[order].tolist()]
    blocks = _blocks(brief.target_first[order])
    return ChosenLinks(
        links, blocks.tolist(), tally, _holds(brief, order, blocks, options), bool(brief.edited.any())
    )


def _judged_all(brief: Outline, options: ExportOptions) -> tuple[npt.NDArray[np.bool_], Counter[Outcome]]:
    """Whether each row is exported, and how many go where; rows that are alike are judged once."""
    two_sided = (brief.source_first >= 0) & (brief.target_first >= 0)
    sure = np.isnan(brief.confidence) | (brief.confidence >= options.min_confidence)
    alike = brief.status.astype(np.int64) * 4 + two_sided * 2 + sure
    kinds, of_row, counts = np.unique(alike, return_inverse=True, return_counts=True)
    outcomes = [
        judged(STATUSES[kind >> 2], None if kind & 1 else -1.0, bool(kind & 2), options)
        for kind in kinds.tolist()
    ]
    tally: Counter[Outcome] = Counter()
    for outcome, count in zip(outcomes, counts.tolist(), strict=True):
        tally[outcome] += count
    return np.array([outcome is Outcome.EXPORTED for outcome in outcomes], np.bool_)[of_row], tally


def _order(brief: Outline, wanted: PairOrder) -> npt.NDArray[np.int64]:
    """Places of rows in the order wanted; a row without text on that side stays behind the one above it."""
    if wanted is PairOrder.ROWS:
        return np.arange(len(brief))
    first = brief.source_first if wanted is PairOrder.SOURCE else brief.target_first
    above = np.where(first >= 0, np.arange(len(brief)), 0)
    return np.argsort(first[np.maximum.accumulate(above)], kind="stable")


def _blocks(target_first: npt.NDArray[np.int32]) -> npt.NDArray[np.int64]:
    """Number rows, in the order of the file, so that no target stands between those of another block."""
    if not len(target_first):
        return np.zeros(0, np.int64)
    before = np.maximum.accumulate(target_first)
    ahead = np.where(target_first < 0, np.iinfo(np.int32).max, target_first)
    least_ahead = np.minimum.accumulate(ahead[::-1])[::-1]
    begins = np.append(False, before[:-1] < least_ahead[1:])
    return np.cumsum(begins)


def _holds(
    brief: Outline, order: npt.NDArray[np.int64], blocks: npt.NDArray[np.int64], options: ExportOptions
) -> dict[Kind, int]:
    wanted = np.isin(brief.status[order], [STATUSES.index(status) for status in options.statuses])
    if not options.one_sided:
        wanted &= (brief.source_first[order] >= 0) & (brief.target_first[order] >= 0)
    here = order[wanted]
    scored = ~np.isnan(brief.confidence[here])
    # One faces several, or several one; what faces nothing is one side and not joined.
    joined = ~brief.even[here] & (brief.source_first[here] >= 0) & (brief.target_first[here] >= 0)
    counted = {
        Kind.NOTES: brief.has_note[here],
        Kind.REASONS: brief.has_reason[here],
        Kind.STATUSES: wanted,
        Kind.CONFIDENCE: scored,
        Kind.EVIDENCE: scored,
        Kind.CROSSING: np.bincount(blocks)[blocks] > 1 if len(blocks) else wanted,
        Kind.JOINED: joined,
        Kind.NUMBERS: wanted,
        Kind.CHANGES: wanted,
    }
    return {kind: int(np.count_nonzero(which)) for kind, which in counted.items()}
