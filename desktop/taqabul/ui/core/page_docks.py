"""What stands beside one page of a window goes while another page needs the room, and comes back with it."""

from collections.abc import Iterable
from weakref import ReferenceType, ref

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDockWidget, QWidget

from taqabul.ui.core.page_stack import PageStack


class PageDocks(QObject):
    """Keeps docks to pages of some kinds; those that went come back unless another such page was shown first."""

    def __init__(self, stack: PageStack, docks: Iterable[QDockWidget], *kinds: type[QWidget]) -> None:
        super().__init__(stack)
        self._stack, self._docks, self._kinds = stack, tuple(docks), kinds
        self._page: ReferenceType[QWidget] | None = None  # a page that is left for good is not held
        self._gone: list[QDockWidget] = []
        stack.leaving.connect(self._on_leaving)
        stack.currentChanged.connect(self._on_current_changed)

    def _on_current_changed(self, _at: int) -> None:
        page = self._stack.currentWidget()
        if isinstance(page, self._kinds):
            if self._page is not None and page is self._page():
                for dock in self._gone:
                    dock.show()
            self._page, self._gone = ref(page), []
        else:
            self._on_leaving(page)

    def _on_leaving(self, following: QWidget | None) -> None:
        if not self._gone and not isinstance(following, self._kinds):
            self._gone = [dock for dock in self._docks if not dock.isHidden()]
            for dock in self._gone:
                dock.hide()
