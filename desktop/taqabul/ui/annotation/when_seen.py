"""What a tab of the panel shows is read when somebody looks at it, and again when it has changed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, SignalInstance
from PySide6.QtWidgets import QWidget


class WhenSeen(QObject):
    """Calls ``read`` for a tab, which says by ``shown`` that it came into sight."""

    def __init__(
        self, tab: QWidget, shown: SignalInstance, read: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tab, self._read = tab, read
        self._stale = True
        shown.connect(self._on_shown)

    def outdate(self) -> None:
        """What was read is not so any more."""
        self._stale = True
        if self._tab.isVisible():
            self._go()

    def _on_shown(self) -> None:
        if self._stale:
            self._go()

    def _go(self) -> None:
        self._stale = False
        self._read()
