"""The list of cases, in which letters and digits are verbs, on an English keyboard and on an Arabic one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView

from taqabul.ui.core.keymap import verb_key


class CasesTable(QTableView):
    """``verb_asked`` gives the key of a verb, one of those it was told of."""

    verb_asked = Signal(str)
    keys: frozenset[str] = frozenset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A verb's key asks for it; any other does what it does in a list."""
        key = verb_key(event.text())
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and key in self.keys:
            self.verb_asked.emit(key)
        else:
            super().keyPressEvent(event)
