"""Asks who is to work on what: somebody's name, which rows, what to do, by when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.date_field import give_calendar
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate

BITEXTS = QT_TRANSLATE_NOOP("AssignDialog", "Who is to work on %n bitext(s), and on what of it?")
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Wish:
    """Who is to do what: ``rows`` are the numbers of the first and the last, from 1; None for all."""

    person: str
    rows: tuple[int, int] | None
    task: str
    until: date | None


class AssignDialog(QDialog):
    """``rows`` is how many the one bitext has, 0 for several bitexts; ``chosen`` are those chosen beforehand.

    ``free``: others than these people may be named.
    """

    def __init__(
        self,
        people: Sequence[str],
        bitexts: int,
        rows: int,
        chosen: tuple[int, int] | None = None,
        parent: QWidget | None = None,
        *,
        free: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("AssignDialog", "Assign"))
        self.person = QComboBox(self)
        self.person.setEditable(free)
        self.person.setPlaceholderText(translate("AssignDialog", "Choose somebody of the team"))
        self.person.addItems(list(people))
        self.person.setCurrentIndex(-1)
        self.person.setMinimumWidth(300)
        self.only = QCheckBox(translate("AssignDialog", "Only ro&ws"), self)
        self.first, self.last = QSpinBox(self), QSpinBox(self)
        self.dated = QCheckBox(translate("AssignDialog", "Done &by"), self)
        self.until = QDateEdit(QDate.currentDate().addDays(_WEEK), self)
        self.task = QLineEdit(self)
        self.task.setPlaceholderText(translate("AssignDialog", "What to do (may be left empty)"))
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel, self)
        self._dress(rows, chosen)
        self._lay_out(bitexts)
        self._connect()
        self._enable()

    @property
    def wish(self) -> Wish:
        """What was said."""
        rows = (self.first.value(), self.last.value()) if self.only.isChecked() else None
        chosen = self.until.date()
        until = date(chosen.year(), chosen.month(), chosen.day()) if self.dated.isChecked() else None
        return Wish(self.person.currentText().strip(), rows, self.task.text().strip(), until)

    def _dress(self, rows: int, chosen: tuple[int, int] | None) -> None:
        for box in (self.first, self.last):
            box.setRange(1, max(1, rows))
        first, last = chosen or (1, max(1, rows))
        self.first.setValue(first)
        self.last.setValue(last)
        self.first.setAccessibleName(translate("AssignDialog", "First row"))
        self.last.setAccessibleName(translate("AssignDialog", "Last row"))
        self.only.setEnabled(rows > 0)
        self.only.setChecked(chosen is not None)
        if not rows:
            self.only.setToolTip(translate("AssignDialog", "Rows are those of one bitext: choose one alone."))
        give_calendar(self.until)
        self.until.setDisplayFormat("yyyy-MM-dd")
        self.until.setAccessibleName(translate("AssignDialog", "The day to be done by"))

    def _lay_out(self, bitexts: int) -> None:
        range_ = QHBoxLayout()
        range_.addWidget(self.first)
        range_.addWidget(QLabel("–", self), 0, Qt.AlignmentFlag.AlignCenter)
        range_.addWidget(self.last)
        range_.addStretch(1)
        form = QFormLayout()
        form.addRow(translate("AssignDialog", "&Name they sign with"), self.person)
        form.addRow(self.only, range_)
        form.addRow(self.dated, self.until)
        form.addRow(translate("AssignDialog", "&Task"), self.task)
        head = QLabel(plural(BITEXTS, bitexts), self)
        head.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addLayout(form)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.person.currentTextChanged.connect(self._enable)
        self.only.toggled.connect(self._enable)
        self.dated.toggled.connect(self._enable)
        self.first.valueChanged.connect(self.last.setMinimum)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _enable(self) -> None:
        for box in (self.first, self.last):
            box.setEnabled(self.only.isChecked())
        self.until.setEnabled(self.dated.isChecked())
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.person.currentText().strip()))
