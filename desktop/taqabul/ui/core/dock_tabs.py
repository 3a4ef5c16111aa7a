"""The tabs of docks that lie over one another, without those that Qt keeps for later outside of the window."""

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt
from PySide6.QtWidgets import QMainWindow, QTabBar

_PLACED = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show})


class DockTabs(QObject):
    """Has Tab pass over a tab bar without tabs: it counts as visible, so keys would go where nobody sees it."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at bars when they come, and when Qt puts them to use or away."""
        if isinstance(event, QChildEvent) and event.type() is QEvent.Type.ChildPolished:
            bar = event.child()
            if isinstance(bar, QTabBar):
                bar.installEventFilter(self)
                _fit(bar)
        elif event.type() in _PLACED and isinstance(watched, QTabBar):
            _fit(watched)
        return False


def _fit(bar: QTabBar) -> None:
    bar.setFocusPolicy(Qt.FocusPolicy.TabFocus if bar.count() else Qt.FocusPolicy.NoFocus)
