"""Going from one row to the next that matters: unconfirmed, not one to one, least sure."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject, Signal

from taqabul.domain.language import Side
from taqabul.ui.bitext.model import BitextModel, paragraphs_of
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import translate
from taqabul.workflow.rows import undecided


class Navigator(QObject):
    """Moves the cursor of a view. ``missed`` says that there is no such row (any more)."""

    missed = Signal(str)

    def __init__(self, model: BitextModel, view: BitextView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def unconfirmed(self, step: int) -> None:
        """The next row (or the one before, with -1) that nobody decided on."""
        found = np.flatnonzero(undecided(self._model.table.status))
        self.go(found, step, translate("Navigator", "Every row is decided on."))

    def uneven(self, step: int) -> None:
        """The next row (or the one before) that is not one paragraph facing one."""
        found = np.flatnonzero(~self._model.table.even)
        self.go(found, step, translate("Navigator", "Every row is one paragraph facing one."))

    def least_sure(self) -> None:
        """The next pair by confidence, the lowest first, among those nobody decided on."""
        table = self._model.table
        facing = (table.source_chars > 0) & (table.target_chars > 0)
        open_to = undecided(table.status) & ~np.isnan(table.confidence)
        sure = np.where(facing & open_to, table.confidence, np.inf)
        if not np.isfinite(sure).any():
            self.missed.emit(translate("Navigator", "No row with a confidence is left to decide on."))
            return
        here = self._view.currentIndex().row()
        level = sure[here] if here >= 0 else np.inf
        later = (sure > level) | ((sure == level) & (np.arange(len(sure)) > here))
        further = np.where(later, sure, np.inf)
        self._view.go_to(int(np.argmin(further if np.isfinite(further).any() else sure)))

    def paragraph(self, side: Side, number: int) -> bool:
        """The row that holds a paragraph number, found by bisection where rows follow the text's order."""
        for row in self._model.rows_near_number(side, number):
            numbers = [one.number for one in paragraphs_of(row, side)]
            if number in numbers:
                return self._view.go_to_link(row.link.id, side, numbers.index(number))
        return False

    def go(self, rows: np.ndarray[tuple[int], np.dtype[np.int64]], step: int, empty: str) -> None:
        """The next of some rows, or the one before; ``empty`` is said where there are none at all."""
        if not len(rows):
            self.missed.emit(empty)
            return
        here = self._view.currentIndex().row()
        further: Callable[[], np.ndarray[tuple[int], np.dtype[np.int64]]]
        further = (lambda: rows[rows > here]) if step > 0 else (lambda: rows[rows < here][::-1])
        left = further()
        if not len(left):
            self.missed.emit(
                translate("Navigator", "There is none below this row; some are above.")
                if step > 0
                else translate("Navigator", "There is none above this row; some are below.")
            )
            return
        self._view.go_to(int(left[0]))
