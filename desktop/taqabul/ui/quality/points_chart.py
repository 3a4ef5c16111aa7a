"""Charts of points: one bar a type of error, or a stretch of the text, parted by severity."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QWidget

from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import Chart

HUES: Final = {"neutral": "#999999", "minor": "#56b4e9", "major": "#e69f00", "critical": "#d55e00"}
PATTERNS: Final = {
    "neutral": Qt.BrushStyle.Dense6Pattern,
    "minor": Qt.BrushStyle.BDiagPattern,
    "major": Qt.BrushStyle.DiagCrossPattern,
    "critical": Qt.BrushStyle.SolidPattern,
}
"""How severities are filled, so that they are told apart without their colours."""

TICKS_HEIGHT: Final = 40


class PointsChart(Chart):
    """Bars of points. ``pressed`` gives the number of the bar that was clicked."""

    pressed = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._parts: Mapping[str, NDArray[np.float64]] = {}
        self._bars: list[Any] = []
        self._colours: Colours | None = None
        self.save.hide()  # the report holds the figures
        self.plot.getAxis("bottom").setHeight(TICKS_HEIGHT)
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)

    def show_points(
        self, parts: Mapping[str, NDArray[np.float64]], ticks: Sequence[tuple[float, str]]
    ) -> None:
        """Draw points by severity, each of shape (bars,), one on the other."""
        self._parts = parts
        heights = sum(parts.values(), np.zeros(0)) if not parts else np.sum([*parts.values()], axis=0)
        bars = len(heights)
        self.plot.setXRange(-0.5, max(bars, 1) - 0.5, padding=0.03)
        self.plot.setYRange(0, max(1.0, float(heights.max(initial=0))), padding=0.08)
        self.plot.getAxis("bottom").setTicks([list(ticks)])
        if self._colours is not None:
            self.set_colours(self._colours)

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        self._colours = colours
        for bar in self._bars:
            self.plot.removeItem(bar)
        self._bars = []
        base: NDArray[np.float64] | None = None
        for severity, points in self._parts.items():
            base = np.zeros(len(points)) if base is None else base
            brush = QBrush(QColor(HUES[severity]), PATTERNS[severity])
            item = pg.BarGraphItem(
                x=np.arange(len(points)),
                y0=base,
                height=points,
                width=0.8,
                brush=brush,
                pen=QColor(HUES[severity]),
            )
            self.plot.addItem(item)
            self._bars.append(item)
            base = base + points

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        at = round(self.plot.vb.mapSceneToView(event.scenePos()).x())
        if any(0 <= at < len(points) and points[at] for points in self._parts.values()):
            self.pressed.emit(at)
