"""Light, dark or high contrast: chosen by a person or by the system, and worn by all of a main window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from taqabul.ui.core import theme
from taqabul.ui.core.settings import Theme

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class ColoursFlow(QObject):
    """Colours everything on behalf of a main window, and hears of the system's colours no longer than it is there."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def start(self) -> None:
        """Take over the theme in force, and what the system changes from now on."""
        self.apply()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)

    def choose(self, chosen: Theme) -> None:
        """Take over light or dark."""
        self._window.settings.theme = chosen
        self.apply()
        self._window.refresh()

    def apply(self) -> None:
        """Colour everything by the theme in force."""
        window = self._window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply_theme(app, window.settings.theme)
        colours = theme.colours(window.settings.theme)
        window.setStyleSheet(theme.style_sheet(colours))
        window.messages.set_colours(colours)
        window.figures.progress.set_colours(colours)
        window.actions_table.repaint_icons()
        window.start.set_colours(colours)
        window.overview.apply_theme()
        window.scores.apply_theme()
        window.reading.apply()
