"""A menu that says, where the pointer rests on a greyed entry, why it is not offered."""

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget


class TellingMenu(QMenu):
    """``why`` gives the reason of an action, by its id; none where there is nothing to say."""

    def __init__(self, title: str, parent: QWidget, why: Callable[[str], str]) -> None:
        super().__init__(title, parent)
        self._why = why

    def event(self, event: QEvent) -> bool:
        """Tell it at the pointer; other entries need no word."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            action: QAction | None = self.actionAt(event.pos())
            told = self._why(action.objectName()) if action is not None else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
