"""The acts on a bitext for Qt, the newest first; those of the whole bitext are read a page at a time."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from taqabul.domain.ids import BitextId
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.undo import verb_name
from taqabul.ui.history.words import act_text
from taqabul.workflow import history
from taqabul.workflow.history import JournalEntry
from taqabul.workflow.library import Library

PAGE = 200
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ActsModel(QAbstractTableModel):
    """When, who, what."""

    def __init__(self, library: Library, bitext: BitextId, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._bitext = library, bitext
        self._acts: list[JournalEntry] = []
        self._complete = True

    def show_all(self) -> None:
        """The acts on the whole bitext."""
        self.beginResetModel()
        self._acts = history.journal(self._library, self._bitext, PAGE)
        self._complete = len(self._acts) < PAGE
        self.endResetModel()

    def show_these(self, acts: Sequence[JournalEntry]) -> None:
        """Some acts."""
        self.beginResetModel()
        self._acts, self._complete = list(acts), True
        self.endResetModel()

    def act(self, row: int) -> JournalEntry | None:
        """The act in a row."""
        return self._acts[row] if 0 <= row < len(self._acts) else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are older acts."""
        return not (parent.isValid() or self._complete)

    def fetchMore(self, parent: Index) -> None:
        """Read the next page."""
        if not self.canFetchMore(parent):
            return
        more = history.journal(self._library, self._bitext, PAGE, before=self._acts[-1].id)
        self._complete = len(more) < PAGE
        if more:
            self.beginInsertRows(NO_INDEX, len(self._acts), len(self._acts) + len(more) - 1)
            self._acts += more
            self.endInsertRows()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """As many as were read."""
        return 0 if parent.isValid() else len(self._acts)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """When, who, what."""
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words; what was undone is struck through."""
        act = self._acts[index.row()]
        if role == Qt.ItemDataRole.FontRole and act.undone:
            font = QFont()
            font.setStrikeOut(True)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return act.summary
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        what = act_text(act, verb_name(act.verb))
        return (f"{act.at.astimezone():%Y-%m-%d %H:%M}", act.author, what)[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        names = (translate("History", "When"), translate("History", "Who"), translate("History", "What"))
        return names[section]
