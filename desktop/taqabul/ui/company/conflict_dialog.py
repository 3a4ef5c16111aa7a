"""Shows what two people made of the same thing, beside what both began from, and asks which shall stand."""

from collections.abc import Mapping
from enum import Enum, auto

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from taqabul.ui.core.i18n import translate
from taqabul.ui.details.texts_panel import TextsPanel

WIDTH, BESIDE = 860, 50
LEAST, ROUND = 300, 120
"""Pixels: how wide, of that what no text stands in; how high at least, and what stands above and below the versions."""
SHARE = 0.85
"""Of the screen's height, for long texts."""


class Answer(Enum):
    """What a person chose; LATER where the dialog was closed without a choice."""

    MINE = auto()
    THEIRS = auto()
    FURTHER = auto()
    LATER = auto()


class ConflictDialog(QDialog):
    """A question, the versions, a button for each answer; Escape puts the answer off, and changes nothing."""

    def __init__(
        self, question: str, versions: str, buttons: Mapping[Answer, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Conflict", "Changed by two at once"))
        self.answer = Answer.LATER
        words = QLabel(question, self)
        words.setWordWrap(True)
        self.versions = TextsPanel(translate("Conflict", "The versions"), self)
        self.versions.setHtml(versions)
        words.setBuddy(self.versions)
        box = QDialogButtonBox(self)
        self.buttons: dict[Answer, QPushButton] = {}
        for answer, name in buttons.items():
            button = box.addButton(name, QDialogButtonBox.ButtonRole.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, answer=answer: self._choose(answer))
            self.buttons[answer] = button
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.versions, 1)
        layout.addWidget(box)
        self.resize(WIDTH, self._fitting())
        # Who still types must not answer by that: the first key goes to the versions, which take none.
        self.versions.setFocus()

    def _fitting(self) -> int:
        """A height in which all versions are in sight, as far as the screen has it."""
        text = self.versions.document().clone(self)
        text.setTextWidth(WIDTH - BESIDE)
        needed, most = (
            round(text.size().height()) + ROUND,
            round(self.screen().availableGeometry().height() * SHARE),
        )
        text.deleteLater()
        return max(LEAST, min(needed, most))

    def _choose(self, answer: Answer) -> None:
        self.answer = answer
        self.accept()
