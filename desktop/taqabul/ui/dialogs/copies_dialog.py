"""Shows the copies of the library with what each holds, and lets one be chosen to come back."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.backups import Kept, Reason

REASONS = {
    Reason.DAILY: QT_TRANSLATE_NOOP("Copies", "first work of the day"),
    Reason.UPGRADE: QT_TRANSLATE_NOOP("Copies", "before an upgrade"),
    Reason.BEFORE: QT_TRANSLATE_NOOP("Copies", "before much at once"),
    Reason.RESTORE: QT_TRANSLATE_NOOP("Copies", "before another came back"),
    Reason.ASKED: QT_TRANSLATE_NOOP("Copies", "asked for"),
}
HEADINGS = (
    QT_TRANSLATE_NOOP("Copies", "Made"),
    QT_TRANSLATE_NOOP("Copies", "Because"),
    QT_TRANSLATE_NOOP("Copies", "Documents"),
    QT_TRANSLATE_NOOP("Copies", "Bitexts"),
    QT_TRANSLATE_NOOP("Copies", "Edits"),
    QT_TRANSLATE_NOOP("Copies", "Size"),
    QT_TRANSLATE_NOOP("Copies", "Sound"),
)
_COUNTS = range(2, 6)


class CopiesDialog(QDialog):
    """A row a copy, the newest first; those that cannot be used say why, and are not taken."""

    def __init__(self, copies: Sequence[Kept], folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._copies = copies
        self.setWindowTitle(translate("Copies", "Restore the library from a copy"))
        told = QLabel(
            translate(
                "Copies",
                "The library will hold what the copy holds. What it holds now is kept as a copy too, so that this can be taken back.",
            ),
            self,
        )
        told.setWordWrap(True)
        self.table = QTableWidget(len(copies), len(HEADINGS), self)
        self.table.setAccessibleName(translate("Copies", "Copies of the library"))
        self.table.setHorizontalHeaderLabels([say(heading) for heading in HEADINGS])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self._fill()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        place = QLabel(translate("Copies", "They lie in {folder}").format(folder=folder), self)
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.buttons.button(buttons.Ok).setText(translate("Copies", "&Restore"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(told)
        layout.addWidget(self.table, 1)
        layout.addWidget(place)
        layout.addWidget(self.buttons)
        self.table.itemSelectionChanged.connect(self._on_chosen)
        self.table.selectRow(0)
        self._on_chosen()
        self.resize(860, 420)

    @property
    def chosen(self) -> Kept | None:
        """The copy under the cursor, where it can be used."""
        row = self.table.currentRow()
        kept = self._copies[row] if 0 <= row < len(self._copies) else None
        return None if kept is None or kept.fault else kept

    def _fill(self) -> None:
        locale = QLocale()
        for row, kept in enumerate(self._copies):
            one = kept.copy
            made = one.at.astimezone()
            cells = [
                f"{made:%Y-%m-%d %H:%M}",
                say(REASONS[one.reason]),
                *(locale.toString(count) for count in (kept.documents, kept.bitexts, kept.edits)),
                locale.formattedDataSize(one.size),
                kept.fault or translate("Copies", "yes"),
            ]
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(kept.fault or one.path.name)
                if column in _COUNTS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)

    def _on_chosen(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(self.chosen is not None)
