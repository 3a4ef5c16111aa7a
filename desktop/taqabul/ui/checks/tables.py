"""How the lists of the checks look: rows of words of either script, chosen whole."""

from PySide6.QtCore import QAbstractTableModel
from PySide6.QtWidgets import QAbstractItemView, QTableView

from taqabul.ui.core.mixed_words import MixedWords
from taqabul.ui.core.row_ends import RowEnds


def dress(table: QTableView, model: QAbstractTableModel, name: str) -> None:
    """Make a table a list that is only looked at, called ``name`` by a screen reader."""
    table.setModel(model)
    table.setAccessibleName(name)
    table.setItemDelegate(MixedWords(table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setHighlightSections(False)
    RowEnds(table)
