"""A condition of the filter as a button that stays down, with the number of rows it would leave."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from taqabul.ui.core.i18n import say, translate
from taqabul.ui.core.own_keys import is_plain, keeps_where
from taqabul.ui.queues.words import TIPS, TITLES

OURS = {
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
}


class Chip(QToolButton):
    """Space turns it, Enter turns it and goes back to the rows; ``stepped`` asks for a neighbour (±1, ±100)."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self, condition: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.condition = condition
        self.setObjectName("chip")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(say(TIPS[condition]))
        self.tell(None)

    def tell(self, count: int | None) -> None:
        """Show a number of rows; None where it is not known yet."""
        title = say(TITLES[self.condition])
        told = translate("Queues", "not counted yet") if count is None else f"{count:,}"
        self.setText(f"{title}  {'…' if count is None else told}")
        self.setAccessibleName(f"{title}: {told}")

    def event(self, event: QEvent) -> bool:
        """Our keys are ours, whatever verb of the window has the same."""
        return keeps_where(event, lambda key: key.key() in OURS and is_plain(key)) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from one condition to the next."""
        key = Qt.Key(event.key())
        onwards = (
            Qt.Key.Key_Right if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else Qt.Key.Key_Left
        )
        if key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(1 if key is onwards else -1)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.stepped.emit(100 if key is Qt.Key.Key_End else -100)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
            self.left.emit()
        elif key in {Qt.Key.Key_Down, Qt.Key.Key_Escape}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
