"""The charts of the overview page, drawn with pyqtgraph, which is loaded when the page is opened.

pyqtgraph's own classes are wrapped, not derived from: it has no type hints.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours

SCALE = 2


class Chart(QFrame):
    """A titled plot. ``save_asked`` says that its picture is wanted in a file."""

    save_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, **axes: Any) -> None:  # noqa: ANN401
        super().__init__(parent)
        self.title = title
        self.widget: QWidget = pg.PlotWidget(self, axisItems=axes)
        self.plot: Any = self.widget.getPlotItem()
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self._heading = QLabel(title, self)
        self._heading.setObjectName("heading")
        self.save = QToolButton(self)
        self.save.setText(translate("Overview", "Save…"))
        self.save.setToolTip(translate("Overview", "Save this picture as PNG or SVG"))
        self.save.setAccessibleName(translate("Overview", "Save the picture {title}").format(title=title))
        self.save.setAutoRaise(True)
        self.save.clicked.connect(self.save_asked)
        head = QHBoxLayout()
        head.addWidget(self._heading, 1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.widget, 1)
        self.widget.setAccessibleName(title)

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        self.widget.setBackground(colours.ground)  # type: ignore[attr-defined]
        for side in ("left", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)

    def name_axes(self, bottom: str, left: str) -> None:
        """Say what the axes count."""
        self.plot.setLabel("bottom", bottom)
        self.plot.setLabel("left", left)

    def drawing(self, path: Path) -> bytes:
        """The chart as a picture of the kind that the path's extension names, PNG or SVG."""
        scene = self.widget.scene()  # type: ignore[attr-defined]
        size = self.widget.size()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        area = QRectF(0, 0, size.width(), size.height())
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setSize(size)
            generator.setViewBox(area)
            generator.setTitle(self.title)
            self._render(scene, QPainter(generator), area)
        else:
            image = QImage(size * SCALE, QImage.Format.Format_RGB32)
            self._render(scene, QPainter(image), QRectF(image.rect()))
            image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def _render(self, scene: Any, painter: QPainter, area: QRectF) -> None:  # noqa: ANN401
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.widget.backgroundBrush())  # type: ignore[attr-defined]
        source = QRectF(0, 0, self.widget.width(), self.widget.height())
        scene.render(painter, area, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        """Small, so that all fit into a small window."""
        return QSize(160, 120)


class BarChart(Chart):
    """Bars side by side. ``pressed`` gives the number of the bar that was clicked."""

    pressed = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._edges: NDArray[np.float64] = np.zeros(0)
        self._heights: NDArray[np.float64] = np.zeros(0)
        self._hues: Sequence[QColor] = ()
        self._hue_of: Callable[[Colours], Sequence[QColor]] = lambda _colours: ()
        self._bars: Any = None
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)

    def show_bars(
        self,
        edges: NDArray[np.float64],
        heights: NDArray[np.integer],
        hues: Callable[[Colours], Sequence[QColor]],
        ticks: Sequence[tuple[float, str]] | None = None,
    ) -> None:
        """Draw bars between neighbouring edges; ``hues`` gives a colour for each of them."""
        self._edges, self._heights, self._hue_of = edges, heights.astype(np.float64), hues
        self.plot.setXRange(float(edges[0]), float(edges[-1]), padding=0.02)
        self.plot.setYRange(0, max(1.0, float(heights.max(initial=1))), padding=0.04)
        if heights.max(initial=0) < 8:
            self.plot.getAxis("left").setTickSpacing(1, 1)
        if ticks is not None:
            self.plot.getAxis("bottom").setTicks([list(ticks)])

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        if self._bars is not None:
            self.plot.removeItem(self._bars)
        if not len(self._edges):
            return
        self._bars = pg.BarGraphItem(
            x0=self._edges[:-1],
            x1=self._edges[1:],
            height=self._heights,
            brushes=list(self._hue_of(colours)),
            pens=[colours.ground] * len(self._heights),
        )
        self.plot.addItem(self._bars)

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        x = self.plot.vb.mapSceneToView(event.scenePos()).x()
        at = int(np.searchsorted(self._edges, x, side="right")) - 1
        if 0 <= at < len(self._heights) and self._heights[at]:
            self.pressed.emit(at)


class ProgressChart(Chart):
    """How many rows were confirmed when."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent, bottom=pg.DateAxisItem(orientation="bottom"))
        self._points: Sequence[tuple[datetime, int]] = ()
        self._line: Any = None

    def show_progress(self, points: Sequence[tuple[datetime, int]], rows: int) -> None:
        """Draw the way to all rows."""
        self._points = [*points, (datetime.now(UTC), points[-1][1])] if points else []
        if not points:
            self.plot.getAxis("bottom").setTicks([])
        self.plot.setYRange(0, max(1, rows), padding=0.04)

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        if self._line is not None:
            self.plot.removeItem(self._line)
        if not self._points:
            return
        x = np.array([when.timestamp() for when, _ in self._points])
        y = np.array([count for _, count in self._points], np.float64)
        self._line = pg.PlotCurveItem(x, y, stepMode="right", pen=pg.mkPen(colours.good, width=2))
        self.plot.addItem(self._line)
        self.plot.setXRange(float(x[0]), float(max(x[-1], x[0] + 60)), padding=0.04)
