"""The panel beside the texts: one mark, and the tabs of a bitext."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget

from taqabul.ui.annotation.mark_panel import MarkPanel
from taqabul.ui.core.i18n import translate

_WIDTH = 330


class MarkDock(QDockWidget):
    """Stands as a tab over another dock of a window, out of sight at first."""

    def __init__(self, window: QMainWindow, over: QDockWidget) -> None:
        super().__init__(translate("Annotation", "Annotations"), window)
        self._window = window
        self.setObjectName("annotations")
        self.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.panel = MarkPanel(self.tabs)
        self.tabs.addTab(self.panel, translate("Annotation", "This mark"))
        self.setWidget(self.tabs)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self)
        window.tabifyDockWidget(over, self)
        self.hide()

    def bring_up(self) -> None:
        """Show it, in front of the other, as wide as a mark needs."""
        self.show()
        self.raise_()
        self._window.resizeDocks([self], [_WIDTH], Qt.Orientation.Horizontal)
