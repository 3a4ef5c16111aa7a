"""Where the history stands in the window: a dock on the right, there while a bitext is open and it is wanted."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget

from taqabul.ui.core.i18n import translate

if TYPE_CHECKING:
    from taqabul.ui.history.panel import HistoryPanel
    from taqabul.ui.main_window import MainWindow

WIDTH = 430


class HistoryFlow:
    """Shows the history of the open bitext on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.panel: HistoryPanel | None = None
        self.dock = QDockWidget(translate("History", "History"), window)
        self.dock.setObjectName("history")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()

    def attach(self) -> None:
        """A bitext was opened."""
        self._show()

    def detach(self) -> None:
        """The bitext is left."""
        if self.panel is not None:
            self.panel.stop()
            self.panel.deleteLater()
            self.panel = None
        self.dock.hide()

    def toggle(self) -> None:
        """Show the history, or hide it."""
        self._window.settings.history = not self._window.settings.history
        self._show()
        self._window.refresh()

    def _show(self) -> None:
        """Show the panel of the open bitext if it is wanted; it is made when it is first."""
        wanted = self._window.settings.history and self._window.has_page
        if wanted and self.panel is None:
            from taqabul.ui.history.panel import HistoryPanel  # noqa: PLC0415 - the window comes up sooner without

            self.panel = HistoryPanel(self._window.page, self._window.runner, self.dock)
            self.dock.setWidget(self.panel)
        self.dock.setVisible(wanted)
        if wanted:
            self._window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
