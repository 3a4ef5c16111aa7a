"""A page that lies over the rows, or over the library, until it is left."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class LaidOver:
    """Puts such a page on the stack of a main window, and takes it off again."""

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        self._window, self._stack = window, stack

    def lay(self, page: QWidget) -> None:
        """Show a page, with the keyboard's attention."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()
        self._window.refresh()

    def lift(self, page: QWidget) -> None:
        """Take a page away for good."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def go_back(self) -> None:
        """Show what lies below, with the keyboard's attention."""
        window = self._window
        self._stack.setCurrentWidget(window.page if window.has_page else window.start)
        (window.page.view if window.has_page else window.start.table).setFocus()
        window.refresh()
