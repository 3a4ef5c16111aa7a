"""The charts of the overview page, drawn with pyqtgraph, which is loaded when the page is opened.

pyqtgraph's own classes are wrapped, not derived from: it has no type hints.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours

SCALE = 2
HEADING = 44


class Chart(QFrame):
    """A titled plot. ``save_asked`` says that its picture is wanted in a file."""

    save_asked = Signal()

    def __init__(self, title: str, parent: QWidget | None = None, **axes: Any) -> None:  # noqa: ANN401
        super().__init__(parent)
        self.title = title
        self.subject = ""
        self._ink = QColor()
        self.widget: QWidget = pg.PlotWidget(self, axisItems=axes, enableMenu=False)
        self.plot: Any = self.widget.getPlotItem()
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        self.plot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # numbers run the same way in any window
        self.plot.layout.setContentsMargins(0, 4, 14, 0)
        for side in ("left", "bottom"):
            self.plot.getAxis(side).setStyle(hideOverlappingLabels=False)
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
        self._ink = colours.text

    def name_axes(self, bottom: str, left: str) -> None:
        """Say what the axes count."""
        self.plot.setLabel("bottom", bottom)
        self.plot.setLabel("left", left)

    def drawing(self, path: Path) -> bytes:
        """The chart as a picture of the kind that the path's extension names, PNG or SVG."""
        scene = self.widget.scene()  # type: ignore[attr-defined]
        size = self.widget.size() + QSize(0, HEADING)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        area = QRectF(0, 0, size.width(), size.height())
        if path.suffix.lower() == ".svg":
            generator = QSvgGenerator()
            generator.setOutputDevice(buffer)
            generator.setResolution(
                self.widget.logicalDpiX()
            )  # or axes, recorded for the screen, come out smaller
            generator.setSize(size)
            generator.setViewBox(area)
            generator.setTitle(f"{self.title} – {self.subject}")
            self._render(scene, QPainter(generator), area, 1)
        else:
            image = QImage(size * SCALE, QImage.Format.Format_RGB32)
            self._render(scene, QPainter(image), area, SCALE)
            image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())

    def _render(self, scene: Any, painter: QPainter, area: QRectF, scale: int) -> None:  # noqa: ANN401
        """Draw the picture under its heading, in the scene's own measure."""
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, self.widget.backgroundBrush())  # type: ignore[attr-defined]
        painter.fillPath(self._heading_path(area.width()), self._ink)
        source = QRectF(0, 0, self.widget.width(), self.widget.height())
        below = area.adjusted(0, HEADING, 0, 0)
        scene.render(painter, below, source, Qt.AspectRatioMode.IgnoreAspectRatio)
        painter.end()

    def _heading_path(self, width: float) -> QPainterPath:
        """What the picture shows and of which bitext, as outlines: no program has to shape the letters anew."""
        path = QPainterPath()
        for line, words in enumerate((self.title, isolated(self.subject))):
            font = QFont(self._heading.font())
            font.setBold(line == 0)
            shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, width - 16)
            path.addText(8, HEADING * (line + 1) / 2 - 5, font, shown)
        return path

    def minimumSizeHint(self) -> QSize:
        """Small, so that all fit into a small window."""
        return QSize(160, 120)


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
        self.plot.setYRange(0, max(1, rows), padding=0.08)

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
