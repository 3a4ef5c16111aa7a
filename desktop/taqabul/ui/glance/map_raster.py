"""The alignment map as pixels: each link a block or a dot, drawn anew for whatever part is looked at."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from taqabul.domain.bitext import LinkStatus
from taqabul.ui.bitext.row_words import FAIR, HIGH
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP
from taqabul.ui.core.theme import Colours
from taqabul.workflow.overview import Overview
from taqabul.workflow.rows import STATUSES

BLOCKS = 3_000
"""Up to so many links in view each is a block of its own size; more of them are dots."""

TICK = 7
EDGE = 4
NEAR = 8.0
CLASSES = (
    QT_TRANSLATE_NOOP("Overview", "proposed, sure"),
    QT_TRANSLATE_NOOP("Overview", "proposed, fair"),
    QT_TRANSLATE_NOOP("Overview", "proposed, unsure"),
    QT_TRANSLATE_NOOP("Overview", "confirmed"),
    QT_TRANSLATE_NOOP("Overview", "needs review"),
    QT_TRANSLATE_NOOP("Overview", "rejected"),
    QT_TRANSLATE_NOOP("Overview", "crossing"),
    QT_TRANSLATE_NOOP("Overview", "nothing faces it"),
)
Pixels = NDArray[np.uint8]


def class_colours(colours: Colours) -> tuple[QColor, ...]:
    """A colour for each of CLASSES."""
    return (
        colours.mark,
        colours.crossing[5],
        colours.fair,
        colours.good,
        colours.text,
        colours.poor,
        colours.crossing[1],
        colours.muted,
    )


def rgb(colour: QColor) -> tuple[int, int, int]:
    """The parts of a colour."""
    return colour.red(), colour.green(), colour.blue()


@dataclass(frozen=True)
class View:
    """The part of the map that is seen: paragraphs from ``left`` and ``top`` on, and pixels for them."""

    left: float
    top: float
    across: float
    down: float
    width: int
    height: int


class MapRaster:
    """Draws an overview's links and finds the one under a point."""

    def __init__(self, shown: Overview) -> None:
        brief = shown.outline
        self.sizes = (shown.sides[0].paragraphs, shown.sides[1].paragraphs)
        facing = (brief.source_first >= 0) & (brief.target_first >= 0)
        kinds = _classes(shown)
        order = np.argsort(kinds, kind="stable")  # what asks for attention is drawn last
        self.rows = order[facing[order]]
        self._kind = kinds[self.rows]
        self._source = brief.source_first[self.rows].astype(np.float64)
        self._target = brief.target_first[self.rows].astype(np.float64)
        self._across = np.maximum(1, shown.source_count[self.rows])
        self._down = np.maximum(1, shown.target_count[self.rows])
        alone = np.flatnonzero(~facing)
        self._alone = (
            brief.source_first[alone][brief.source_first[alone] >= 0],
            brief.target_first[alone][brief.target_first[alone] >= 0],
        )

    def draw(self, view: View, colours: Colours) -> Pixels:
        """The picture of a view, shape (height, width, 4): red, green, blue, opacity."""
        pixels = np.zeros((view.height, view.width, 4), np.uint8)
        table = np.array([colour.getRgb() for colour in class_colours(colours)], np.uint8)
        behind = np.array([*rgb(colours.ground), 0], np.uint8)
        x, y = self._places(view)
        wide, tall = self._across * view.width / view.across, self._down * view.height / view.down
        seen = np.flatnonzero((x + wide >= 0) & (x < view.width) & (y + tall >= 0) & (y < view.height))
        if len(seen) <= BLOCKS:
            for at in seen:
                left, top = max(0, int(x[at])), max(0, int(y[at]))
                right, bottom = max(left + 3, round(x[at] + wide[at])), max(top + 3, round(y[at] + tall[at]))
                pixels[top:bottom, left:right] = table[self._kind[at]]
                if min(right - left, bottom - top) > 3 * EDGE:  # what is behind a large one is seen in it
                    pixels[top + EDGE : bottom - EDGE, left + EDGE : right - EDGE] = behind
        else:
            across = np.clip(x[seen].astype(np.int64), 0, view.width - 2)
            down = np.clip(y[seen].astype(np.int64), 0, view.height - 2)
            for right, below in ((0, 0), (0, 1), (1, 0), (1, 1)):
                pixels[down + below, across + right] = table[self._kind[seen]]
        self._draw_alone(pixels, view, table[-1])
        return pixels

    def row_at(self, view: View, x: float, y: float) -> int:
        """The row whose link is nearest to a pixel, -1 where none is near."""
        if not len(self.rows):
            return -1
        left, top = self._places(view)
        right = left + self._across * view.width / view.across
        bottom = top + self._down * view.height / view.down
        off = np.maximum(np.maximum(left - x, x - right), 0) + np.maximum(np.maximum(top - y, y - bottom), 0)
        best = int(np.argmin(off))
        return int(self.rows[best]) if off[best] <= NEAR else -1

    def _places(self, view: View) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return (
            (self._source - view.left) * view.width / view.across,
            (self._target - view.top) * view.height / view.down,
        )

    def _draw_alone(self, pixels: Pixels, view: View, colour: NDArray[np.uint8]) -> None:
        """Ticks at the upper and the left edge."""
        source, target = self._alone
        for places, start, length, size, upper in (
            (source, view.left, view.across, view.width, True),
            (target, view.top, view.down, view.height, False),
        ):
            at = ((places + 0.5 - start) * size / length).astype(np.int64)
            at = at[(at >= 0) & (at < size)]
            if upper:
                pixels[:TICK, at] = colour
            else:
                pixels[at, :TICK] = colour


def _classes(shown: Overview) -> NDArray[np.int64]:
    """Which of CLASSES each two-sided row is of."""
    brief = shown.outline
    sure = np.where(np.isnan(brief.confidence), 1.0, brief.confidence)
    kinds = np.select([sure >= HIGH, sure >= FAIR], [0, 1], 2)
    for status, kind in (
        (LinkStatus.CONFIRMED, 3),
        (LinkStatus.NEEDS_REVIEW, 4),
        (LinkStatus.REJECTED, 5),
    ):
        kinds[brief.status == STATUSES.index(status)] = kind
    kinds[shown.crossing] = 6
    return kinds
