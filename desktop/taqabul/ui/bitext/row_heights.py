"""How tall the rows are and where they stand: estimates first, true heights once rows are laid out."""

import numpy as np
from numpy.typing import NDArray


class RowHeights:
    """Heights of rows in pixels, their tops as prefix sums, kept up to date as they are measured."""

    def __init__(self) -> None:
        self._heights: NDArray[np.int64] = np.zeros(0, np.int64)
        self._exact: NDArray[np.bool_] = np.zeros(0, bool)
        self._tops: NDArray[np.int64] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def total(self) -> int:
        """The height of all rows together."""
        return int(self._prefix()[-1])

    def estimate(self, heights: NDArray[np.int64]) -> None:
        """Start over with an estimate for every row."""
        self._heights = heights.astype(np.int64)
        self._exact = np.zeros(len(heights), bool)
        self._tops = None

    def top(self, row: int) -> int:
        """Where a row begins; the number of rows gives the end of the last."""
        return int(self._prefix()[row])

    def height(self, row: int) -> int:
        """A row's height, exact or not."""
        return int(self._heights[row])

    def among(self, first: int, last: int) -> list[int]:
        """The heights of rows ``first`` to ``last``, exact or not."""
        return self._heights[first : last + 1].tolist()  # type: ignore[no-any-return]

    def is_exact(self, row: int) -> bool:
        """Whether a row's height was measured."""
        return bool(self._exact[row])

    def measure(self, row: int, height: int) -> int:
        """Set a row's true height; gives by how much it grew."""
        grown = height - int(self._heights[row])
        self._heights[row] = height
        self._exact[row] = True
        if grown and self._tops is not None:
            self._tops[row + 1 :] += grown
        return grown

    def row_at(self, y: int) -> int:
        """The row at a distance from the top, the first or last beyond the ends; -1 where there is none."""
        if not len(self._heights):
            return -1
        row = int(np.searchsorted(self._prefix(), y, side="right")) - 1
        return min(max(row, 0), len(self._heights) - 1)

    def forget(self, first: int, last: int) -> None:
        """Take measured heights as estimates again."""
        self._exact[first : last + 1] = False

    def insert(self, row: int, heights: NDArray[np.int64]) -> None:
        """Make room for rows before ``row``."""
        self._heights = np.insert(self._heights, row, heights)
        self._exact = np.insert(self._exact, row, np.zeros(len(heights), bool))
        self._tops = None

    def remove(self, first: int, last: int) -> None:
        """Close the gap that rows ``first`` to ``last`` leave."""
        gone = slice(first, last + 1)
        self._heights = np.delete(self._heights, gone)
        self._exact = np.delete(self._exact, gone)
        self._tops = None

    def _prefix(self) -> NDArray[np.int64]:
        if self._tops is None:
            self._tops = np.concatenate((np.zeros(1, np.int64), np.cumsum(self._heights)))
        return self._tops
