"""Many rows to few bands: what the rows behind each pixel of the minimap are like."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.bitext.row_source import RowTable
from taqabul.ui.bitext.row_words import FAIR, HIGH
from taqabul.workflow.rows import STATUSES

STATUS_ORDER = (LinkStatus.REJECTED, LinkStatus.NEEDS_REVIEW, LinkStatus.PROPOSED, LinkStatus.CONFIRMED)
"""What asks for attention comes first, and is seen however few they are."""

SURENESS = ("low", "fair", "alone", "high")
"""Classes of confidence in the same order; alone: nothing faces it. Who made a link by hand was sure."""


@dataclass(frozen=True)
class Bands:
    """Rows counted by band. Band b holds rows ``starts[b]`` (included) to ``ends[b]`` (excluded), one at least.

    ``status`` has a column for each of STATUS_ORDER, ``sureness`` one for each of SURENESS; ``noted``
    counts rows with notes.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    status: NDArray[np.int64]
    sureness: NDArray[np.int64]
    noted: NDArray[np.int64]


def bands_of(table: RowTable, count: int) -> Bands:
    """The rows of a table in so many bands; none where there are no rows."""
    rows = len(table)
    edges = np.arange(count + 1, dtype=np.int64) * rows // max(1, count)
    starts = np.minimum(edges[:-1], max(0, rows - 1))
    ends = np.maximum(edges[1:], starts + 1)
    if not rows:
        starts = ends = np.zeros(0, np.int64)
    alone = (table.source_chars == 0) | (table.target_chars == 0)
    facing = ~alone
    low, fair = facing & (table.confidence < FAIR), facing & (table.confidence < HIGH)
    classes = (low, fair & ~low, alone, facing & ~fair)
    statuses = [table.status == STATUSES.index(status) for status in STATUS_ORDER]

    def counted(flags: Sequence[NDArray[np.bool_]]) -> NDArray[np.int64]:
        # Where there are fewer rows than bands, several bands begin at one row, and reduceat gives each that row.
        return np.stack([np.add.reduceat(flag, starts, dtype=np.int64) for flag in flags], axis=1)

    return Bands(starts, ends, counted(statuses), counted(classes), counted([table.has_note])[:, 0])


def lane(counts: NDArray[np.int64], width: int) -> NDArray[np.int64]:
    """A band's classes as stretches of a line of pixels, shape (bands, width): the class seen at each.

    What is there at all gets a pixel, as long as there is room; the last class takes what is left.
    """
    shares = counts / np.maximum(1, counts.sum(axis=1, keepdims=True))
    bounds = np.cumsum(np.ceil(shares[:, :-1] * width), axis=1)
    reached = np.arange(width)[None, :, None] >= bounds[:, None, :]
    found: NDArray[np.int64] = reached.sum(axis=2)
    return found
