"""A list whose Enter, Del and Esc mean something to the panel it stands in."""

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

from taqabul.ui.annotation.fields import ENTER
from taqabul.ui.annotation.keys import pressed
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.core.own_keys import keeps_where


class KeyList(QListWidget):
    """A list that keeps Enter, Del, Esc and some letters for its panel; ``asked`` gives a letter, of whichever layout.

    ``passed`` follows each step through the list by key.
    """

    entered = Signal()
    deleted = Signal()
    left = Signal()
    asked = Signal(str)
    passed = Signal()

    def __init__(self, parent: QWidget, letters: AbstractSet[str] = frozenset()) -> None:
        super().__init__(parent)
        self._letters = letters
        self.setItemDelegate(MixedWords(self))
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.itemDoubleClicked.connect(lambda _item: self.entered.emit())

    def event(self, event: QEvent) -> bool:
        """Our keys are ours, whatever verb of the window has the same."""
        ours = {Qt.Key.Key_Escape, Qt.Key.Key_Delete, *ENTER}
        return keeps_where(
            event, lambda key: key.key() in ours or pressed(key) in self._letters
        ) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say what was pressed."""
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (letter := pressed(event)) in self._letters:
            self.asked.emit(letter)
        else:
            before = self.currentRow()
            super().keyPressEvent(event)
            if self.currentRow() != before:
                self.passed.emit()
