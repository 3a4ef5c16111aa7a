"""The verbs of the claims page as buttons, each with its key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate

BUTTONS = {
    "merge": QT_TRANSLATE_NOOP("Claims", "Merge (M)"),
    "status": QT_TRANSLATE_NOOP("Claims", "Status (S)"),
    "edit": QT_TRANSLATE_NOOP("Claims", "Edit (E)"),
    "delete": QT_TRANSLATE_NOOP("Claims", "Delete (Del)"),
    "release": QT_TRANSLATE_NOOP("Claims", "Release mention (R)"),
    "split": QT_TRANSLATE_NOOP("Claims", "Split off mentions (P)"),
    "similar": QT_TRANSLATE_NOOP("Claims", "Find the like (L)"),
    "time": QT_TRANSLATE_NOOP("Claims", "Timeline (T)"),
}


class ClaimsHead(QWidget):
    """``verb_asked`` gives the name of the verb pressed, ``left`` asks to go back."""

    verb_asked = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        title = QLabel(translate("Claims", "Claims of the library"), self)
        title.setObjectName("heading")
        layout.addWidget(title)
        layout.addStretch(1)
        for verb, words in BUTTONS.items():
            button = QPushButton(say(words), self)
            button.clicked.connect(lambda _checked, verb=verb: self.verb_asked.emit(verb))
            layout.addWidget(button)
        back = QPushButton(translate("Claims", "Back (Esc)"), self)
        back.clicked.connect(self.left)
        layout.addWidget(back)
