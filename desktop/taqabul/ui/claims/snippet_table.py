"""A table in which some cells are stretches of texts, painted in their own direction with words marked."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from taqabul.ui.bitext.look import Look
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.core.row_ends import RowEnds
from taqabul.ui.search.snippets import Snippet, draw, height

SNIPPET = Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex


class SnippetTable(QTableWidget):
    """Lines that are chosen whole."""

    def __init__(self, headings: Sequence[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(0, len(headings), parent)
        self._delegate = _Painter(look, self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeaderLabels(list(headings))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        RowEnds(self)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Another theme or zoom."""
        self._delegate.look = look
        palette = (
            self.palette()
        )  # the whole line chosen is on the ground that stretches of texts are legible on
        palette.setColor(QPalette.ColorRole.Highlight, look.colours.selected)
        palette.setColor(QPalette.ColorRole.HighlightedText, look.colours.text)
        self.setPalette(palette)
        self.verticalHeader().setDefaultSectionSize(height(look))
        self.viewport().update()

    def show_lines(self, lines: Sequence[Sequence[str | Snippet | None]], at: int | None = None) -> None:
        """Show other lines, with the bar at one, or where it was."""
        at = self.currentRow() if at is None else at
        self.setRowCount(len(lines))
        for row, cells in enumerate(lines):
            for column, cell in enumerate(cells):
                item = QTableWidgetItem(cell.text if isinstance(cell, Snippet) else cell or "")
                item.setToolTip(item.text())
                if isinstance(cell, Snippet):
                    item.setData(SNIPPET, cell)
                self.setItem(row, column, item)
        if lines:
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.setCurrentCell(min(max(at, 0), len(lines) - 1), 0, only)

    def chosen_rows(self) -> list[int]:
        """The lines chosen, in their order."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())


class _Painter(MixedWords):
    """Paints stretches of texts where a cell holds one, words of the window elsewhere."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell."""
        snippet: Snippet | None = index.data(SNIPPET)
        if snippet is None:
            super().paint(painter, option, index)
            return
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self.look.colours.selected)
        draw(painter, QRectF(option.rect).adjusted(6, 4, -6, -4), snippet, self.look, self.look.colours.text)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As tall as a stretch."""
        return QSize(super().sizeHint(option, index).width(), height(self.look))
