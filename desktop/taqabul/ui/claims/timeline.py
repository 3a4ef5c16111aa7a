"""When claims are dated: a line for each date, as long as the day, month or year it names."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QWidget

from taqabul.domain.ids import ClaimId
from taqabul.text.direction import isolated
from taqabul.ui.claims.dates import DAY, Days, days_of
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import Chart
from taqabul.workflow.annotating.claim_list import ClaimBrief

SHOWN = 90
"""Characters of a claim that are said below the chart."""


class Moment(NamedTuple):
    """A claim at a date, as somebody wrote it."""

    days: Days
    written: str
    claim: ClaimId
    said: str


class Timeline(Chart):
    """Left and Right go from date to date, Enter leads to the claim: ``pressed`` gives it."""

    pressed = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("Claims", "When claims are dated"),
            parent,
            bottom=pg.DateAxisItem("bottom", utcOffset=0),
        )
        self.moments: list[Moment] = []
        self.at = 0
        self._items: list[Any] = []
        self._colours: Colours | None = None
        self.told = QLabel(self)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.told)
        self.save.hide()  # what is shown is the library at this moment, and in the table beside it
        self.plot.hideAxis("left")
        self.widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.title)
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)

    def show_claims(self, claims: Sequence[ClaimBrief]) -> None:
        """Draw the dates of these claims, the earliest lowest."""
        found = [
            Moment(days, written, one.claim.id, one.name)
            for one in claims
            for written in one.dates
            if (days := days_of(written)) is not None
        ]
        self.moments = sorted(found)
        self.at = min(self.at, max(0, len(self.moments) - 1))
        if self.moments:
            first, last = self.moments[0].days.start, max(one.days.end for one in self.moments)
            self.plot.setXRange(first - 30 * DAY, last + 30 * DAY, padding=0.03)
            self.plot.setYRange(-1, len(self.moments), padding=0.05)
        self._draw()

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        self._colours = colours
        self._draw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from date to date, to the claim, or back."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in steps and self.moments:
            self.at = min(max(self.at + steps[key], 0), len(self.moments) - 1)
            self._draw()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.moments:
            self.pressed.emit(self.moments[self.at].claim)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _draw(self) -> None:
        for item in self._items:
            self.plot.removeItem(item)
        self._items = []
        self._tell()
        if self._colours is None or not self.moments:
            return
        ends = np.array([[one.days.start, one.days.end] for one in self.moments])
        heights = np.arange(len(self.moments), dtype=np.float64)
        lines = pg.PlotCurveItem(
            ends.ravel(), np.repeat(heights, 2), connect="pairs", pen=pg.mkPen(self._colours.muted, width=3)
        )
        brushes = [
            pg.mkBrush(self._colours.accent if number == self.at else self._colours.muted)
            for number in range(len(self.moments))
        ]
        dots = pg.ScatterPlotItem(ends.mean(axis=1), heights, size=10, brush=brushes, pen=None)
        for item in (lines, dots):
            self.plot.addItem(item)
            self._items.append(item)

    def _tell(self) -> None:
        if not self.moments:
            self.told.setText(translate("Claims", "None of the claims listed has a date."))
            return
        one = self.moments[self.at]
        said = one.said if len(one.said) <= SHOWN else f"{one.said[: SHOWN - 1]}…"
        self.told.setText(f"{isolated(one.written)} · {isolated(said)}")
        self.setAccessibleDescription(self.told.text())

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        if not self.moments:
            return
        height = self.plot.vb.mapSceneToView(event.scenePos()).y()
        self.at = min(max(round(height), 0), len(self.moments) - 1)
        self._draw()
        self.pressed.emit(self.moments[self.at].claim)
