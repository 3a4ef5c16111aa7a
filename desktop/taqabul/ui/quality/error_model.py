"""The marked errors as a table: where, what, how severe, the words, the correction."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from taqabul.domain.annotation import AnnotationStatus
from taqabul.ui.annotation.mark_panel import STATUSES
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.labels.label_tree import both
from taqabul.workflow.marked_errors import MarkedError

HEADINGS = (
    QT_TRANSLATE_NOOP("Quality", "Pair"),
    QT_TRANSLATE_NOOP("Quality", "Error"),
    QT_TRANSLATE_NOOP("Quality", "Severity"),
    QT_TRANSLATE_NOOP("Quality", "Original"),
    QT_TRANSLATE_NOOP("Quality", "Translation"),
    QT_TRANSLATE_NOOP("Quality", "Correction"),
    QT_TRANSLATE_NOOP("Quality", "Comment"),
    QT_TRANSLATE_NOOP("Quality", "By"),
    QT_TRANSLATE_NOOP("Quality", "Status"),
)
SEVERITY_NAMES = {
    "neutral": QT_TRANSLATE_NOOP("Quality", "neutral"),
    "minor": QT_TRANSLATE_NOOP("Quality", "minor"),
    "major": QT_TRANSLATE_NOOP("Quality", "major"),
    "critical": QT_TRANSLATE_NOOP("Quality", "critical"),
}
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ErrorModel(QAbstractTableModel):
    """Errors in the order of rows, a line each."""

    errors: Sequence[MarkedError] = ()

    def show_errors(self, errors: Sequence[MarkedError]) -> None:
        """Show others."""
        self.beginResetModel()
        self.errors = errors
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """A line an error."""
        return 0 if parent.isValid() else len(self.errors)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """A column a heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, all of them where it is pointed at."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return _cells(self.errors[index.row()])[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return say(HEADINGS[section])


def severity_name(severity: str) -> str:
    """A severity in words; one that is none of the four as it is."""
    return say(SEVERITY_NAMES[severity]) if severity in SEVERITY_NAMES else severity or "–"


def _cells(one: MarkedError) -> tuple[str, ...]:
    return (
        "–" if one.row is None else str(one.row + 1),
        both(one.name),
        severity_name(one.severity),
        one.source,
        one.target,
        one.correction,
        one.comment,
        one.annotator,
        say(STATUSES[AnnotationStatus(one.status)]),
    )
