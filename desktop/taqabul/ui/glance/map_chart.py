"""The alignment map on the overview page: zoomed by wheel and keys, drawn for the part that is seen."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import Chart
from taqabul.ui.glance.map_raster import MapRaster, View, rgb

STEP = 0.1
LARGE = 50
KEYS = {
    Qt.Key.Key_Left: (-STEP, 0.0),
    Qt.Key.Key_Right: (STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -STEP),
    Qt.Key.Key_Down: (0.0, STEP),
}


class MapChart(Chart):
    """Source paragraphs across, target paragraphs down. ``row_asked`` gives the row that was clicked."""

    row_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        axes = {side: _Numbers(orientation=side) for side in ("left", "bottom")}
        super().__init__(translate("Overview", "Alignment map"), parent, **axes)
        self._raster: MapRaster | None = None
        self._colours: Colours | None = None
        self._heat: Any = pg.ImageItem(axisOrder="row-major")
        self._heat_table: NDArray[np.float32] | None = None
        self._words: Callable[[int], str] = str
        self._image: Any = pg.ImageItem(axisOrder="row-major")
        self.plot.addItem(self._heat, ignoreBounds=True)
        self.plot.addItem(self._image, ignoreBounds=True)
        self.plot.setMouseEnabled(x=True, y=True)
        self.plot.vb.invertY(True)
        self.plot.vb.sigRangeChanged.connect(self._draw)
        self.plot.vb.sigResized.connect(self._draw)
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.installEventFilter(self)
        viewport: QWidget = self.widget.viewport()  # type: ignore[attr-defined]
        viewport.installEventFilter(self)
        self.widget.setAccessibleDescription(what_it_takes())

    def show_links(self, raster: MapRaster, words: Callable[[int], str]) -> None:
        """Draw these links, all of them at first; ``words`` tells what a row is."""
        self._raster, self._words = raster, words
        across, down = (max(1, size) for size in raster.sizes)
        self.plot.vb.setLimits(
            xMin=-0.03 * across,
            xMax=1.03 * across,
            yMin=-0.03 * down,
            yMax=1.03 * down,
            minXRange=4,
            minYRange=4,
        )
        self.show_all()

    def show_heat(self, table: NDArray[np.float32] | None) -> None:
        """Draw how alike source paragraphs (rows of the table) are to target paragraphs behind the links, or not."""
        self._heat_table = table
        self._draw_heat()

    def show_all(self) -> None:
        """Zoom out."""
        if self._raster is not None:
            across, down = (max(1, size) for size in self._raster.sizes)
            self.plot.setRange(QRectF(0, 0, across, down), padding=0.02)

    def zoom(self, factor: float) -> None:
        """Show less (factor below 1) or more."""
        self.plot.vb.scaleBy((factor, factor))

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        self._colours = colours
        self._draw()
        self._draw_heat()

    def view(self) -> View:
        """The part that is seen."""
        (left, right), (top, bottom) = self.plot.vb.viewRange()
        area = self.plot.vb.rect()
        ratio = self.widget.devicePixelRatioF()
        return View(
            left,
            top,
            right - left,
            bottom - top,
            max(8, int(area.width() * ratio)),
            max(8, int(area.height() * ratio)),
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that zoom and move."""
        if watched is self.widget and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in KEYS:
                across, down = KEYS[key]
                seen = self.view()
                self.plot.vb.translateBy(x=across * seen.across, y=down * seen.down)
                return True
            if event.text() in {"+", "=", "-", "0"}:
                if event.text() == "0":
                    self.show_all()
                else:
                    self.zoom(1.25 if event.text() == "-" else 0.8)
                return True
        if isinstance(event, QHelpEvent):
            row = self._row_at(QPointF(event.pos()))
            QToolTip.showText(
                event.globalPos(), self._words(row) if row >= 0 else what_it_takes(), self.widget
            )
            return True
        return super().eventFilter(watched, event)

    def _draw_heat(self) -> None:
        """One hue from the ground to the words' colour: told apart by whoever sees, or sees no colours."""
        table, colours = self._heat_table, self._colours
        self._heat.setVisible(table is not None)
        if table is None or colours is None or self._raster is None or not table.size:
            return
        ends = np.array([rgb(colours.ground), rgb(colours.muted)], np.float64)
        steps = np.linspace(0, 1, 256)[:, None]
        self._heat.setImage(table.T, levels=(darkest(table), max(1.0, float(table.max()))))
        self._heat.setLookupTable(np.round(ends[0] + (ends[1] - ends[0]) * steps).astype(np.uint8))
        across, down = self._raster.sizes
        self._heat.setRect(QRectF(0, 0, max(1, across), max(1, down)))

    def _draw(self, *_changed: object) -> None:
        if self._raster is None or self._colours is None:
            return
        seen = self.view()
        self._image.setImage(self._raster.draw(seen, self._colours), levels=(0, 255))
        self._image.setRect(QRectF(seen.left, seen.top, seen.across, seen.down))

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        row = self._row_at(event.scenePos())
        if row >= 0:
            self.row_asked.emit(row)

    def _row_at(self, place: QPointF) -> int:
        """The row whose link is at a point of the scene, -1 where there is none."""
        if self._raster is None:
            return -1
        seen, point = self.view(), self.plot.vb.mapSceneToView(place)
        x = (point.x() - seen.left) * seen.width / seen.across
        y = (point.y() - seen.top) * seen.height / seen.down
        return self._raster.row_at(seen, x, y)


class _Numbers(pg.AxisItem):  # type: ignore[misc]
    """Paragraphs are counted from 1, each in the middle of its place."""

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """The places of whole paragraphs."""
        levels = super().tickValues(low + 0.5, high + 0.5, size)
        whole = [(step, [at for at in places if at >= 1 and at == int(at)]) for step, places in levels]
        return [(step, [at - 0.5 for at in places]) for step, places in whole if step >= 1]

    def tickStrings(self, values: list[float], _scale: float, _spacing: float) -> list[str]:
        """The numbers of the paragraphs."""
        return [f"{round(value + 0.5):,}" for value in values]


def darkest(table: NDArray[np.float32]) -> float:
    """Which likeness is shown as none: of a large table its lower half, or common words would darken all of it."""
    return float(np.clip(np.median(table), 0, 0.9)) if min(table.shape) >= LARGE else 0.0


def what_it_takes() -> str:
    """What can be done with the map."""
    return translate(
        "Overview", "Wheel or + and − zoom, arrows and dragging move, 0 shows all; a click goes there"
    )
