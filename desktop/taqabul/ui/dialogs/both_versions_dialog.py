"""What both a checked-out file and the library changed, with both versions, and which shall stay."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import JournalId
from taqabul.text.direction import isolated
from taqabul.ui.core.i18n import translate
from taqabul.workflow.checking_in import Conflict, Keep


class BothVersionsDialog(QDialog):
    """A row a conflict: what was done in the file and by whom, both versions, and a choice; at first all stay open."""

    def __init__(self, conflicts: Sequence[Conflict], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("BothVersions", "Changed in the library and in the file"))
        self._conflicts = tuple(conflicts)
        told = QLabel(
            translate(
                "BothVersions",
                "These steps in the file meet what was changed in the library meanwhile. Nothing was overwritten.",
            ),
            self,
        )
        told.setWordWrap(True)
        self.table = QTableWidget(len(conflicts), 4, self)
        self.table.setHorizontalHeaderLabels(
            [
                translate("BothVersions", "Step"),
                translate("BothVersions", "In the library"),
                translate("BothVersions", "In the file"),
                translate("BothVersions", "Keep"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.verticalHeader().hide()
        self.table.setWordWrap(True)
        self.choices = [self._fill(row, one) for row, one in enumerate(self._conflicts)]
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self.table.resizeRowsToContents()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.resize(900, 480)

    def chosen(self) -> dict[JournalId, Keep]:
        """Which version stays, by the line of the file's journal; those left open are missing."""
        return {
            one.line: Keep(choice.currentData())
            for one, choice in zip(self._conflicts, self.choices, strict=True)
            if choice.currentData()
        }

    def _fill(self, row: int, conflict: Conflict) -> QComboBox:
        here = "\n".join(isolated(one.here) or "—" for one in conflict.versions) or conflict.why
        there = "\n".join(isolated(one.wanted) or "—" for one in conflict.versions) or conflict.summary
        for column, words in enumerate((f"{conflict.verb} ({conflict.author})", here, there)):
            item = QTableWidgetItem(words)
            item.setToolTip(words)
            self.table.setItem(row, column, item)
        choice = QComboBox(self.table)
        choice.addItem(translate("BothVersions", "decide later"), "")
        choice.addItem(translate("BothVersions", "the library's"), Keep.THEIRS.value)
        choice.addItem(translate("BothVersions", "the file's"), Keep.MINE.value)
        choice.setAccessibleName(translate("BothVersions", "Version to keep of step {n}").format(n=row + 1))
        self.table.setCellWidget(row, 3, choice)
        return choice
