"""Asks why rows are marked for review."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from taqabul.domain.language import Direction
from taqabul.text.direction import language_of
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate

ROWS = QT_TRANSLATE_NOOP("ReasonDialog", "What shall be looked at again in %n pair(s)?")


class ReasonDialog(QDialog):
    """A line to type in, with the reasons given last; empty for a mark without a reason."""

    def __init__(self, now: str, known: Sequence[str], rows: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("ReasonDialog", "Mark for review"))
        self.field = QComboBox(self)
        self.line = QLineEdit(self)
        self.field.setEditable(True)
        self.field.setLineEdit(self.line)
        self.field.addItems(list(known))
        self.field.setCurrentText(now)
        self.field.setMinimumWidth(420)
        self.field.setAccessibleName(translate("ReasonDialog", "Reason"))
        self.line.setMaxLength(500)
        self.line.setPlaceholderText(translate("ReasonDialog", "Reason (may be left empty)"))
        self.line.selectAll()
        self.field.editTextChanged.connect(self._turn)
        self._turn(now)
        words = QLabel(plural(ROWS, rows), self)
        words.setBuddy(self.field)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addWidget(self.field)
        layout.addWidget(self.buttons)

    @property
    def reason(self) -> str:
        """What was typed or chosen."""
        return " ".join(self.field.currentText().split())

    def _turn(self, text: str) -> None:
        """An Arabic reason is typed from the right."""
        language = language_of(text)
        rtl = language is not None and language.direction is Direction.RTL
        ways = Qt.LayoutDirection
        self.line.setLayoutDirection(ways.RightToLeft if rtl else ways.LeftToRight)
