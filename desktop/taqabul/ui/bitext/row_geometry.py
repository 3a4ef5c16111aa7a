"""Which rows are on the screen and where: the top visible row is the anchor, everything else follows it."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from taqabul.ui.bitext.row_heights import RowHeights


class RowGeometry:
    """Places rows in a window of ``height`` pixels, measuring only those that are looked at.

    ``measure`` gives a row's true height. The anchor is the row at the upper edge and how many pixels of
    it are above the edge; when estimates turn into true heights, what is on the screen stays where it is.
    """

    def __init__(self, measure: Callable[[int], int]) -> None:
        self.heights = RowHeights()
        self.row = 0
        self.offset = 0
        self.height = 0
        self._measure = measure

    @property
    def value(self) -> int:
        """The anchor as pixels from the top of all rows."""
        return self.heights.top(min(self.row, len(self.heights))) + self.offset

    @property
    def end(self) -> int:
        """The largest value that makes sense."""
        return max(0, self.heights.total - self.height)

    def estimate(self, heights: NDArray[np.int64]) -> None:
        """New estimates for all rows; the anchor row stays at the upper edge."""
        share = self.offset / self.heights.height(self.row) if self.row < len(self.heights) else 0.0
        self.heights.estimate(heights)
        self.row = max(0, min(self.row, len(heights) - 1))
        self.offset = int(share * self.exact(self.row)) if len(heights) else 0

    def exact(self, row: int) -> int:
        """A row's true height."""
        if not self.heights.is_exact(row):
            self.heights.measure(row, self._measure(row))
        return self.heights.height(row)

    def jump(self, value: int) -> None:
        """Go to a distance from the top of all rows."""
        self.row = max(0, self.heights.row_at(value))
        self.offset = max(0, value - self.heights.top(self.row)) if len(self.heights) else 0

    def scroll(self, pixels: int) -> None:
        """Move on from where we are; exact, whatever was estimated on the way."""
        self.offset += pixels
        while self.offset < 0 and self.row > 0:
            self.row -= 1
            self.offset += self.exact(self.row)
        self.offset = max(0, self.offset)
        while self.row < len(self.heights) - 1 and self.offset >= self.exact(self.row):
            self.offset -= self.heights.height(self.row)
            self.row += 1

    def visible(self) -> list[tuple[int, int]]:
        """The rows in the window with their upper edges, the anchor first; the last row keeps to the bottom."""
        rows, bottom = self._walk()
        missing = self.height - bottom
        if missing > 0 and (self.row > 0 or self.offset > 0):
            self.scroll(-missing)
            rows, _ = self._walk()
        return rows

    def y_of(self, row: int) -> int:
        """A row's upper edge in the window; far rows by estimate. The number of rows gives the end."""
        return self.heights.top(row) - self.value

    def row_at(self, y: int) -> int:
        """The row at a height in the window; -1 where there is none."""
        total = self.value + y
        return self.heights.row_at(total) if 0 <= total < self.heights.total else -1

    def reveal(self, row: int, top: int = 0, bottom: int | None = None) -> None:
        """Bring a stretch of a row (all of it by default) into the window with as little motion as serves."""
        shown = dict(self._walk()[0])
        tall = self.exact(row)
        bottom = tall if bottom is None else bottom
        if bottom - top > self.height:
            bottom = top + self.height
        if row not in shown:
            self.row, self.offset = row, top - (self.height - (bottom - top)) // 3
            self.scroll(0)
            return
        above, below = shown[row] + top, shown[row] + bottom - self.height
        if above < 0:
            self.scroll(above)
        elif below > 0:
            self.scroll(below)

    def inserted(self, first: int, estimates: NDArray[np.int64]) -> None:
        """Rows came before ``first``."""
        self.heights.insert(first, estimates)
        if first < self.row or (first == self.row and self.offset > 0):
            self.row += len(estimates)

    def removed(self, first: int, last: int) -> None:
        """Rows ``first`` to ``last`` went."""
        self.heights.remove(first, last)
        if last < self.row:
            self.row -= last - first + 1
        elif first <= self.row:
            self.row, self.offset = max(0, min(first, len(self.heights) - 1)), 0

    def _walk(self) -> tuple[list[tuple[int, int]], int]:
        rows = []
        row, y = self.row, -self.offset
        while row < len(self.heights) and y < self.height:
            rows.append((row, y))
            y += self.exact(row)
            row += 1
        return rows, y
