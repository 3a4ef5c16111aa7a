"""Asks how far a finding shall be suppressed, and why."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.suppressing import Reach

REACHES = {
    Reach.ONCE: QT_TRANSLATE_NOOP("Checks", "&This finding only"),
    Reach.PAIR: QT_TRANSLATE_NOOP("Checks", "This check in this &pair"),
    Reach.RULE: QT_TRANSLATE_NOOP("Checks", "This check in the &whole bitext"),
}


class SuppressDialog(QDialog):
    """Three choices and a line for the reason, which may be left empty."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Checks", "Suppress"))
        told = QLabel(words, self)
        told.setWordWrap(True)
        self.choices = {reach: QRadioButton(say(text), self) for reach, text in REACHES.items()}
        self.choices[Reach.ONCE].setChecked(True)
        self.line = QLineEdit(self)
        self.line.setMaxLength(500)
        self.line.setMinimumWidth(380)
        self.line.setAccessibleName(translate("Checks", "Reason"))
        self.line.setPlaceholderText(translate("Checks", "Reason (may be left empty)"))
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (told, *self.choices.values(), self.line, box):
            layout.addWidget(widget)

    @property
    def reach(self) -> Reach:
        """How far."""
        return next(reach for reach, button in self.choices.items() if button.isChecked())

    @property
    def reason(self) -> str:
        """Why."""
        return " ".join(self.line.text().split())
