"""Findings as a table: how severe, which pair, what."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from taqabul.ui.checks.words import SEVERITIES, check_name, message_of
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.workflow.checking import Found

HEADINGS = (
    QT_TRANSLATE_NOOP("Checks", "Severity"),
    QT_TRANSLATE_NOOP("Checks", "Pair"),
    QT_TRANSLATE_NOOP("Checks", "Finding"),
)
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class FoundModel(QAbstractTableModel):
    """Findings in the order of rows, a line each."""

    found: Sequence[Found] = ()

    def show_found(self, found: Sequence[Found]) -> None:
        """Show others."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """A line a finding."""
        return 0 if parent.isValid() else len(self.found)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """A column a heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell; the check as well where it is pointed at."""
        one = self.found[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{check_name(one.check)}: {message_of(one)}"
        if role == Qt.ItemDataRole.DisplayRole:
            return (say(SEVERITIES[one.severity]), f"{one.row:,}", message_of(one))[index.column()]
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return say(HEADINGS[section])
