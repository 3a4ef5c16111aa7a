"""A layout that sets its widgets in lines, like words, and breaks where the line is full."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget


class FlowLayout(QLayout):
    """Lines of widgets, from the side where reading begins."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Put something at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def everything(self) -> list[QLayoutItem]:
        """All of them."""
        return list(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """One of them, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """No more room is wanted than is needed."""
        return Qt.Orientation(0)

    def height_at(self, width: int) -> int:
        """The height of all lines at a width."""
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place everything."""
        super().setGeometry(rect)
        self._set(rect, move=True)

    def sizeHint(self) -> QSize:
        """At the least as wide as the widest."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """As wide as the widest, one line high."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _set(self, rect: QRect, *, move: bool) -> int:
        x, y, line = rect.left(), rect.top(), 0
        direction = Qt.LayoutDirection.LeftToRight
        parent = self.parentWidget()
        if parent is not None:
            direction = parent.layoutDirection()
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), item.minimumSize().width())))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QStyle.visualRect(direction, rect, QRect(QPoint(x, y), size)))
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - rect.top()


class FlowBox(QWidget):
    """Widgets in lines; it would like to be as high as the lines are, and can do with one.

    It asks for the height at the width it has. A layout that asks for the height at the least width would make
    the whole window as high as one widget a line.
    """

    def __init__(self, widgets: Iterable[QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        for widget in widgets:
            self._flow.addWidget(widget)

    def sizeHint(self) -> QSize:
        """As high as the lines at the present width."""
        width = self.width() if self.isVisible() else self.window().width()
        self._wanted = self._flow.height_at(width)
        return QSize(self._flow.minimumSize().width(), self._wanted)

    def height_of(self, lines: int) -> int:
        """As high as so many lines."""
        line = max((item.sizeHint().height() for item in self._flow.everything()), default=0)
        return lines * line + (lines - 1) * self._flow.spacing()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines may break elsewhere now."""
        super().resizeEvent(event)
        if self._flow.height_at(self.width()) != self._wanted:
            self.updateGeometry()
