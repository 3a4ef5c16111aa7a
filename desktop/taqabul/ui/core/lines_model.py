"""A list of records as a table: a line each, a column a heading."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from taqabul.ui.core.i18n import Message, say

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
T = TypeVar("T")


class LinesModel(QAbstractTableModel, Generic[T]):
    """What is shown is changed as a whole. A table says its ``headings`` and the words of a line."""

    headings: ClassVar[Sequence[Message]] = ()
    lines: Sequence[T] = ()

    @abstractmethod
    def cells(self, one: T) -> tuple[str, ...]:
        """The words of a line, one for each heading."""

    def tip(self, one: T, column: int) -> str:
        """What is told where a cell is pointed at: all of its words."""
        return self.cells(one)[column]

    def show_lines(self, lines: Sequence[T]) -> None:
        """Show others."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """A line a record."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """A column a heading."""
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(self.lines[index.row()])[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(self.lines[index.row()], index.column())
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return say(self.headings[section])
