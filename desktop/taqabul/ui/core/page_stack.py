"""Pages one at a time, in no more room than the one in sight needs."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class PageStack(QStackedWidget):
    """As tall at least as the page in sight, not as the tallest: what stands beside it may have the rest."""

    leaving = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _: self.updateGeometry())

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show a page; ``leaving`` tells before, as showing it widens a window that has no room for it beside its docks."""
        self.leaving.emit(widget)
        super().setCurrentWidget(widget)

    def minimumSizeHint(self) -> QSize:
        """What the page in sight needs."""
        page = self.currentWidget()
        return super().minimumSizeHint() if page is None else page.minimumSizeHint()
