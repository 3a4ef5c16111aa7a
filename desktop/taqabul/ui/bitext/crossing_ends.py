"""From one end of a crossing link to the other, and back."""

import numpy as np

from taqabul.domain.language import Side
from taqabul.ui.bitext.view import BitextView


class CrossingEnds:
    """Follows crossing links by the cursor of a view."""

    def __init__(self, view: BitextView) -> None:
        self._view = view
        self._came: tuple[int, int] | None = None

    def follow(self) -> bool:
        """Go to the other end; False where no crossing link begins or ends in the row under the cursor.

        From a row whose target stands elsewhere in its own text, that place; from there, the row.
        """
        rows, here = self._view.rows, self._view.currentIndex().row()
        if self._came is not None and self._came[0] == here:
            goal, side = self._came[1], Side.SOURCE
        elif (boundary := rows.crossings.boundary_of(here)) is not None:
            goal, side = min(boundary, rows.count - 1), Side.TARGET
        else:
            ending = np.flatnonzero(np.minimum(rows.crossings.boundaries, rows.count - 1) == here)
            if not len(ending):
                return False
            goal, side = int(rows.crossings.rows[ending[0]]), Side.SOURCE
        self._came = (goal, here)
        self._view.go_to(goal, side)
        return True
