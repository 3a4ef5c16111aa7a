"""Controls that scroll up and down where the screen is too small for them."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QScrollArea, QWidget


class Scrolled(QScrollArea):
    """Holds a widget at its full height, without a frame; in a panel, which may be as narrow as people like."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # The controls in it have the keyboard, and are brought into view.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class ScrolledForm(Scrolled):
    """The same in a dialog, which grows with its content as far as the screen goes."""

    def __init__(self, content: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """As much room as the content would like."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As wide as the content has to be, and a few lines high."""
        wide = self._content.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the content."""
        handled = super().eventFilter(watched, event)
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
            dialog = self.window()
            lacking = self._content.sizeHint().height() - self.viewport().height()
            room = dialog.screen().availableGeometry().height()
            if lacking > 0 and dialog.isVisible():
                dialog.resize(dialog.width(), max(dialog.height(), min(dialog.height() + lacking, room)))
        return handled
