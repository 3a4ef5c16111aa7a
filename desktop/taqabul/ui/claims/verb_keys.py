"""The keys of a list whose letters and digits are verbs, on an English keyboard and on an Arabic one."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from taqabul.ui.annotation.fields import ENTER
from taqabul.ui.core.keymap import verb_key

_PLAIN: Final = {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class VerbKeys(QObject):
    """``entered`` follows Enter, ``left`` Esc, ``verb_asked`` the letter or digit of a verb; Del is asked for as "Del"."""

    entered = Signal()
    left = Signal()
    verb_asked = Signal(str)

    def __init__(self, view: QAbstractItemView, verbs: str) -> None:
        super().__init__(view)
        self._verbs = verbs
        view.installEventFilter(self)
        view.doubleClicked.connect(lambda _index: self.entered.emit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take our keys before the list and the window do."""
        if isinstance(event, QKeyEvent) and event.modifiers() in _PLAIN:
            if event.type() is QEvent.Type.ShortcutOverride and self._is_ours(event):
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress and self._is_ours(event):
                self._say(event)
                return True
        return super().eventFilter(watched, event)

    def _say(self, event: QKeyEvent) -> None:
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.verb_asked.emit(self._verb(event))

    def _is_ours(self, event: QKeyEvent) -> bool:
        return event.key() in {Qt.Key.Key_Escape, *ENTER} or bool(self._verb(event))

    def _verb(self, event: QKeyEvent) -> str:
        if event.key() == Qt.Key.Key_Delete:
            return "Del"
        key = verb_key(event.text())
        return key if key and key in self._verbs else ""
