"""Makes the rows beside the window ready while nobody scrolls, so that the next page only has to be painted."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from taqabul.domain.language import Side

if TYPE_CHECKING:
    from taqabul.ui.bitext.view import BitextView

_STILL = 40
"""Milliseconds without scrolling after which there is time."""


class ReadingAhead(QObject):
    """Reads and lays out a window's rows below and above the window of a view, one row at a time."""

    def __init__(self, view: "BitextView") -> None:
        super().__init__(view)
        self._view = view
        self._rows: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        view.laid_out.connect(self._wait)

    def _wait(self) -> None:
        self._rows = iter(())
        self._timer.start(_STILL)

    def _step(self) -> None:
        view = self._view
        if not view.isVisible():
            self._timer.stop()
            return
        if self._timer.interval():
            self._rows = self._beside()
            self._timer.setInterval(0)
        row = next(self._rows, None)
        if row is None or row >= view.rows.count:
            self._timer.stop()
            return
        link, overlay = view.rows.link_at(row), view.painting.cells.overlay
        for side in Side:
            for laid in view.cell(row, side).paragraphs:
                overlay.prepare(link, laid)

    def _beside(self) -> Iterator[int]:
        shown = self._view.places.visible()
        if not shown:
            return iter(())
        first, last = shown[0][0], shown[-1][0]
        many = last - first + 2
        below = range(last + 1, min(last + many, self._view.rows.count - 1) + 1)
        return iter((*below, *range(first - 1, max(-1, first - many), -1)))
