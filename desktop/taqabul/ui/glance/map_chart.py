"""The alignment map on the overview page: zoomed by wheel and keys, drawn for the part that is seen."""

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from taqabul.ui.core.i18n import translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import Chart
from taqabul.ui.glance.map_raster import MapRaster, View

STEP = 0.1
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
        super().__init__(translate("Overview", "Alignment map"), parent)
        self._raster: MapRaster | None = None
        self._colours: Colours | None = None
        self._image: Any = pg.ImageItem(axisOrder="row-major")
        self.plot.addItem(self._image, ignoreBounds=True)
        self.plot.setMouseEnabled(x=True, y=True)
        self.plot.vb.invertY(True)
        self.plot.vb.sigRangeChanged.connect(self._draw)
        self.plot.vb.sigResized.connect(self._draw)
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.installEventFilter(self)
        self.widget.setToolTip(
            translate(
                "Overview", "Wheel or + and − zoom, arrows and dragging move, 0 shows all; a click goes there"
            )
        )

    def show_links(self, raster: MapRaster) -> None:
        """Draw these links, all of them at first."""
        self._raster = raster
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
        return super().eventFilter(watched, event)

    def _draw(self, *_changed: object) -> None:
        if self._raster is None or self._colours is None:
            return
        seen = self.view()
        self._image.setImage(self._raster.draw(seen, self._colours), levels=(0, 255))
        self._image.setRect(QRectF(seen.left, seen.top, seen.across, seen.down))

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        if self._raster is None:
            return
        seen = self.view()
        point = self.plot.vb.mapSceneToView(event.scenePos())
        x = (point.x() - seen.left) * seen.width / seen.across
        y = (point.y() - seen.top) * seen.height / seen.down
        row = self._raster.row_at(seen, x, y)
        if row >= 0:
            self.row_asked.emit(row)
