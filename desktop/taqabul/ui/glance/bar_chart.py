"""Bars side by side, chosen with the mouse or by keyboard."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pyqtgraph as pg
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QToolTip, QWidget

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.theme import Colours
from taqabul.ui.glance.charts import Chart

ROWS = QT_TRANSLATE_NOOP("Overview", "%n pair(s)")


class BarChart(Chart):
    """``pressed`` gives the number of a bar that was clicked, or chosen with arrows and Enter."""

    pressed = Signal(int)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.current = -1
        self._edges: NDArray[np.float64] = np.zeros(0)
        self._heights: NDArray[np.int64] = np.zeros(0, np.int64)
        self._names: Sequence[str] = ()
        self._hue_of: Callable[[Colours], Sequence[QColor]] = lambda _colours: ()
        self._colours: Colours | None = None
        self._bars: Any = None
        self.plot.scene().sigMouseClicked.connect(self._on_scene_mouse_clicked)
        self.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.widget.installEventFilter(self)
        viewport: QWidget = self.widget.viewport()  # type: ignore[attr-defined]
        viewport.installEventFilter(self)
        said = translate("Overview", "Arrows choose a bar, Enter shows its pairs")
        self.widget.setAccessibleDescription(said)

    def show_bars(
        self,
        edges: NDArray[np.float64],
        heights: NDArray[np.integer],
        names: Sequence[str],
        hues: Callable[[Colours], Sequence[QColor]],
        ticks: Sequence[tuple[float, str]] | None = None,
    ) -> None:
        """Draw bars between neighbouring edges, each with a name and, by ``hues``, a colour."""
        self._edges, self._heights, self._names, self._hue_of = edges, heights.astype(np.int64), names, hues
        self.plot.setXRange(float(edges[0]), float(edges[-1]), padding=0.05)
        self.plot.setYRange(0, max(1.0, float(heights.max(initial=1))), padding=0.08)
        if heights.max(initial=0) < 8:
            self.plot.getAxis("left").setTickSpacing(1, 1)
        if ticks is not None:
            self.plot.getAxis("bottom").setTicks([list(ticks)])

    def set_colours(self, colours: Colours) -> None:
        """Take over a theme."""
        super().set_colours(colours)
        self._colours = colours
        self._draw()

    def words(self, bar: int) -> str:
        """What a bar is and how many rows are behind it."""
        return f"{self._names[bar]}: {plural(ROWS, int(self._heights[bar]))}"

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that choose a bar; the words of the one that is pointed at."""
        if watched is self.widget and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key())) or super().eventFilter(watched, event)
        if watched is self.widget and event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self._draw()
        if isinstance(event, QHelpEvent):
            bar = self._bar_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(bar) if bar >= 0 else "", self.widget)
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        held = np.flatnonzero(self._heights)
        if not len(held):
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.current >= 0:
            self.pressed.emit(self.current)
            return True
        beyond = {
            Qt.Key.Key_Right: held[held > self.current][:1],
            Qt.Key.Key_Left: held[held < self.current][-1:],
        }
        if key not in beyond:
            return False
        if len(beyond[key]):
            self.current = int(beyond[key][0])
            self._draw()
            self.widget.setAccessibleDescription(self.words(self.current))
            if QAccessible.isActive():
                QAccessible.updateAccessibility(
                    QAccessibleAnnouncementEvent(self.widget, self.words(self.current))
                )
        return True

    def _draw(self) -> None:
        if self._bars is not None:
            self.plot.removeItem(self._bars)
            self._bars = None
        if not len(self._edges) or self._colours is None:
            return
        pens = [pg.mkPen(self._colours.ground)] * len(self._heights)
        if self.current >= 0 and self.widget.hasFocus():
            pens[self.current] = pg.mkPen(self._colours.text, width=2)
        self._bars = pg.BarGraphItem(
            x0=self._edges[:-1],
            x1=self._edges[1:],
            height=self._heights.astype(np.float64),
            brushes=list(self._hue_of(self._colours)),
            pens=pens,
        )
        self.plot.addItem(self._bars)

    def _bar_at(self, point: QPointF) -> int:
        """The bar over or under a point of the scene; -1 where there is none, or an empty one."""
        if not len(self._edges):
            return -1
        x = self.plot.vb.mapSceneToView(point).x()
        at = int(np.searchsorted(self._edges, x, side="right")) - 1
        return at if 0 <= at < len(self._heights) and self._heights[at] else -1

    def _on_scene_mouse_clicked(self, event: Any) -> None:  # noqa: ANN401
        bar = self._bar_at(event.scenePos())
        if bar >= 0:
            self.pressed.emit(bar)
