"""What opens a page over the rows or the library, and closes it again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget, QWidget

from taqabul.ui.core.jobs import Job
from taqabul.ui.pages.laid_over import LaidOver
from taqabul.ui.pages.late_modules import is_loaded, load

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
        self._loading: Job[None] | None = None

    @property
    def shown(self) -> bool:
        """Whether the page is on the screen."""
        return self.page is not None

    def close(self) -> None:
        """Go back to what lies below; a page that is on its way does not come any more."""
        was_shown = self.shown
        self.drop()
        if was_shown:
            self._over.go_back()

    def drop(self) -> None:
        """Take the page away, where there is one."""
        self._wait_no_more()
        if self.page is not None:
            self._over.lift(self.page)
            self.page = None

    def _when_loaded(self, module: str, go_on: Callable[[], object]) -> None:
        """Have a module loaded beside the window, then go on, unless somebody turned elsewhere meanwhile."""
        self._wait_no_more()
        if is_loaded(module):
            go_on()
            return

        def loaded(_nothing: None) -> None:
            self._loading = None
            go_on()

        self._loading = self._window.runner.start(lambda _progress: load(module), loaded, _not_loaded)

    def _wait_no_more(self) -> None:
        if self._loading is not None:
            self._loading.cancel()
            self._loading = None


def _not_loaded(error: Exception) -> None:
    """A module of ours that cannot be loaded is a bug."""
    raise error
