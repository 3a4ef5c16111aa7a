"""Which columns of a table hold the texts, and which sheet of a workbook is read."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from taqabul.domain.options import ColumnRole
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.choosing_columns import TableColumns

ROLES: Final = {
    ColumnRole.ARABIC: QT_TRANSLATE_NOOP("Doctor", "&Arabic column"),
    ColumnRole.ENGLISH: QT_TRANSLATE_NOOP("Doctor", "&English column"),
}
Chosen = tuple[tuple[ColumnRole, str], ...]


class ColumnsForm(QWidget):
    """A box for each of the two texts, and one for the sheet. ``chosen`` is emitted when somebody chose in one."""

    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._said: dict[ColumnRole, str] = {}
        self.sheet = QComboBox(self)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._of_sheet = self._labelled(translate("Doctor", "&Sheet"), self.sheet)
        self.boxes = {role: QComboBox(self) for role in ROLES}
        for role, box in self.boxes.items():
            self._labelled(say(ROLES[role]), box)
            box.activated.connect(lambda at, role=role: self._choose(role, at))
        self._line.addStretch(1)
        self.sheet.activated.connect(lambda _at: self._turn_to_sheet())
        self.hide()

    @property
    def columns(self) -> Chosen:
        """The columns that somebody chose, by their numbers from 1."""
        return tuple(self._said.items())

    @property
    def chosen_sheet(self) -> str | None:
        """The sheet that is shown; none where there is nothing to choose."""
        return self.sheet.currentText() if self.sheet.count() > 1 else None

    def show_table(self, table: TableColumns | None, chosen: Chosen) -> None:
        """Show the columns of a table; nothing where the file is none."""
        self.setVisible(table is not None)
        if table is None:
            return
        self._said = dict(chosen)
        self.sheet.clear()
        self.sheet.addItems(list(table.sheets))
        self.sheet.setCurrentText(table.sheet)
        for widget in (self.sheet, self._of_sheet):
            widget.setVisible(len(table.sheets) > 1)
        for role, box in self.boxes.items():
            box.clear()
            box.addItems(
                [f"{number}: {isolated(sample)}" for number, sample in enumerate(table.samples, start=1)]
            )
            box.setCurrentIndex(table.places.get(role, -1))

    def _choose(self, role: ColumnRole, at: int) -> None:
        self._said[role] = str(at + 1)
        self.chosen.emit()

    def _turn_to_sheet(self) -> None:
        self._said.clear()
        self.chosen.emit()

    def _labelled(self, words: str, box: QComboBox) -> QLabel:
        label = QLabel(words, self)
        label.setBuddy(box)
        self._line.addWidget(label)
        self._line.addWidget(box)
        return label
