"""A table view that places its rows itself, for tables of wrapped text too long to measure whole.

Stock table views measure every row before they show one. This one estimates heights, measures what is
looked at, and holds on to the row at the upper edge while estimates become true. Selection, keyboard and
accessibility stay Qt's.
"""

from abc import abstractmethod

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget

from taqabul.ui.bitext.row_geometry import RowGeometry
from taqabul.ui.bitext.staying import kept_in_sight

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemView.ScrollHint
WHEEL_STEP = 24
_HOVERING = frozenset({QEvent.Type.HoverEnter, QEvent.Type.HoverMove, QEvent.Type.HoverLeave})


class RowTableView(QTableView):
    """Rows of a table model, placed by ``places``. ``laid_out`` follows whatever moved rows on the screen."""

    laid_out = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = RowGeometry(self.measured)
        self._columns: tuple[int, ...] = ()
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly):
            corner.hide()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def attach(self, model: QAbstractItemModel) -> None:
        """Show a model's rows; called once, when the subclass is ready to be asked about them."""
        self.setModel(model)
        model.rowsInserted.connect(self._on_model_rows_inserted)
        model.rowsRemoved.connect(self._on_model_rows_removed)
        model.rowsMoved.connect(self._on_model_rows_moved)
        model.modelReset.connect(self.place_again)

    @abstractmethod
    def measured(self, row: int) -> int:
        """A row's true height."""

    @abstractmethod
    def estimated(self, first: int, last: int) -> NDArray[np.int64]:
        """The probable heights of rows ``first`` to ``last``."""

    @abstractmethod
    def share_columns(self) -> None:
        """Give the columns their widths."""

    def expect(self, first: int, last: int) -> None:
        """These rows are about to come into the window, by estimate: the time to read them, all at once."""

    def _expect_at(self, top: int) -> None:
        """The window is about to begin so far from the top of all rows."""
        heights = self.places.heights
        if len(heights):
            self.expect(heights.row_at(top), heights.row_at(top + self.places.height))

    def jumped(self) -> None:
        """Other rows are about to be painted than a moment ago."""

    def expect_row(self, row: int) -> None:
        """A row is about to be brought into view: a third down the window, where nothing of it is in there."""
        top, heights = self.places.y_of(row), self.places.heights
        if not -heights.height(row) < top < self.places.height:
            self._expect_at(self.places.value + top - self.places.height // 3)

    def place_again(self) -> None:
        """Everything may have another height now; the row at the upper edge stays there."""
        count = self.model().rowCount()
        self.places.estimate(self.estimated(0, count - 1))
        self.settle()

    def settle(self) -> None:
        """Measure what is in the window, tell the scroll bar, paint."""
        self._place()
        self.viewport().update()
        self.laid_out.emit()

    def settle_rows(self, first: int, last: int, *, paint: bool = True) -> bool:
        """Rows ``first`` to ``last`` look different: where nothing moves for it, which comes back, only they are painted."""
        places = self.places
        before = places.row, places.offset, places.heights.among(first, last)
        places.heights.forget(first, last)
        self._place()
        at_rest = before == (places.row, places.offset, places.heights.among(first, last))
        if not at_rest:
            self.viewport().update()
            self.laid_out.emit()
        elif paint:
            self.paint_rows(first, last)
        return at_rest

    def paint_rows(self, first: int, last: int) -> None:
        """Paint rows again, as far as they are in the window."""
        top, bottom = self.places.y_of(first), self.places.y_of(last + 1)
        self.viewport().update(QRect(0, top, self.viewport().width(), bottom - top))

    def paint_now(self) -> None:
        """Paint what is to be painted before anything else is done."""
        QCoreApplication.sendPostedEvents(self.window(), QEvent.Type.UpdateRequest.value)

    def _place(self) -> None:
        self.places.height = self.viewport().height()
        self.places.visible()
        bar = self.verticalScrollBar()
        with QSignalBlocker(bar):
            bar.setPageStep(self.places.height)
            bar.setSingleStep(WHEEL_STEP)
            bar.setRange(0, self.places.end)
            bar.setValue(self.places.value)

    def cell_rect(self, row: int, column: int) -> QRect:
        """A cell's place in the viewport, by estimate where it was never seen."""
        header = self.horizontalHeader()
        left, width = header.sectionViewportPosition(column), header.sectionSize(column)
        return QRect(left, self.places.y_of(row), width, self.places.heights.height(row))

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is."""
        if not index.isValid() or index.row() >= len(self.places.heights):
            return QRect()
        return self.cell_rect(index.row(), index.column())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell at a point of the viewport."""
        row = self.places.row_at(point.y())
        column = self.horizontalHeader().logicalIndexAt(point.x())
        return self.model().index(row, column) if row >= 0 and column >= 0 else QModelIndex()

    def scrollTo(self, index: Index, _hint: Hint = Hint.EnsureVisible) -> None:
        """Bring a row into view."""
        if index.isValid():
            self.places.reveal(index.row(), *self.part_shown(index))
            self.settle()

    def part_shown(self, _index: Index) -> tuple[int, int | None]:
        """The stretch of a row that matters when it is brought into view."""
        return 0, None

    def horizontalOffset(self) -> int:
        """Columns fill the window; there is nothing beside it."""
        return 0

    def verticalOffset(self) -> int:
        """How far the rows are scrolled."""
        return self.places.value

    def visualRegionForSelection(self, _selection: QItemSelection) -> QRegion:
        """What to paint again when the selection changes."""
        return QRegion(self.viewport().rect())

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows a rectangle of the viewport touches."""
        heights = self.places.heights
        if not len(heights):
            return
        reach = [min(max(self.places.value + y, 0), heights.total - 1) for y in (rect.top(), rect.bottom())]
        first, last = sorted(map(heights.row_at, reach))
        model = self.model()
        chosen = QItemSelection(model.index(first, 0), model.index(last, model.columnCount() - 1))
        self.selectionModel().select(chosen, command)

    def updateGeometries(self) -> None:
        """Place the header and the columns; called by Qt whenever sizes may have changed."""
        if self.model() is None:
            return
        header = self.horizontalHeader()
        height = 0 if header.isHidden() else max(header.minimumHeight(), header.sizeHint().height())
        self.setViewportMargins(0, height, 0, 0)
        area = self.viewport().geometry()
        header.setGeometry(area.left(), area.top() - height, area.width(), height)
        self.share_columns()
        widths = tuple(header.sectionSize(column) for column in range(header.count()))
        if widths != self._columns:
            self._columns = widths
            self.place_again()
        else:
            self.settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere now; the row in hand stays in sight where it was, whatever bar or panel opens."""
        with kept_in_sight(self):
            super().resizeEvent(event)
            self.updateGeometries()

    def changeEvent(self, event: QEvent) -> None:
        """Another palette or font: paint again."""
        super().changeEvent(event)
        self.viewport().update()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """The scroll bar was moved: far by estimate, near exactly."""
        value = self.verticalScrollBar().value()
        distance = value - self.places.value
        if abs(distance) > 2 * self.places.height:
            self._expect_at(value)
            self.places.jump(value)
            self.settle()
            self.jumped()
            return
        row, y = self.places.row, -self.places.offset
        self.places.scroll(distance)
        self._place()
        self._shift(self.places.y_of(row) - y)
        self.laid_out.emit()

    def verticalScrollbarValueChanged(self, _value: int) -> None:
        """Nothing: Qt would paint anew the rows that come under the pointer, which look as they do elsewhere."""

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer's way over the rows, for which Qt would paint each of them anew, is nobody's business."""
        return event.type() not in _HOVERING and super().viewportEvent(event)

    def moving_parts(self) -> list[QRect]:
        """The parts of the viewport that move as they are when the rows do; the rest is painted at each step."""
        return [self.viewport().rect()]

    def _shift(self, pixels: int) -> None:
        """Move what is painted, and paint only what comes into view."""
        view, parts = self.viewport(), self.moving_parts()
        # Where a pixel of ours is no whole number of the screen's, rows would move by parts of one.
        if abs(pixels) >= view.height() or not self.devicePixelRatioF().is_integer():
            parts = []
        for part in parts if pixels else ():
            view.scroll(0, pixels, part)
        at_rest = QRegion(view.rect())
        for part in parts:
            at_rest -= QRegion(part)
        view.update(at_rest)

    def _on_model_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.places.inserted(first, self.estimated(first, last))
        self.settle()

    def _on_model_rows_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self.places.removed(first, last)
        self.settle()

    def _on_model_rows_moved(
        self, _parent: QModelIndex, first: int, last: int, _goal_parent: QModelIndex, before: int
    ) -> None:
        self.places.removed(first, last)
        goal = before - (last - first + 1) if before > last else before
        self.places.inserted(goal, self.estimated(goal, goal + last - first))
        self.settle()
