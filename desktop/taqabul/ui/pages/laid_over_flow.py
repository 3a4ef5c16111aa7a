"""What opens a page over the rows or the library, and closes it again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from taqabul.ui.pages.laid_over import LaidOver

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class LaidOverFlow(QObject):
    """One such page at a time, or none."""

    page: QWidget | None

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        super().__init__(window)
        self._window = window
        self._over = LaidOver(window, stack)
        self.page = None

    @property
    def shown(self) -> bool:
        """Whether the page is on the screen."""
        return self.page is not None

    def close(self) -> None:
        """Go back to what lies below."""
        if self.page is None:
            return
        self.drop()
        self._over.go_back()

    def drop(self) -> None:
        """Take the page away, where there is one."""
        if self.page is not None:
            self._over.lift(self.page)
            self.page = None
