"""A small table of texts of two languages, each cell in its own direction and font."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from taqabul.domain.language import Direction, Language
from taqabul.ui.core.fonts import TextFonts

LANGUAGE = Qt.ItemDataRole.UserRole + 1
"""The role that tells a cell's language; None for figures and words of the window."""


class LanguageDelegate(QStyledItemDelegate):
    """Lays a cell out in the direction and font of its language."""

    def __init__(self, fonts: TextFonts, parent: QWidget) -> None:
        super().__init__(parent)
        self._fonts = fonts

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Take direction and font from the language."""
        super().initStyleOption(option, index)
        said = index.data(LANGUAGE)  # Qt hands a string on, whatever kind of string it was given
        if said not in set(Language):
            return
        language = Language(said)
        rtl = language.direction is Direction.RTL
        option.direction = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        option.font = self._fonts.of(language)


def dress(table: QTableView, fonts: TextFonts, stretched: Sequence[int]) -> None:
    """Make a table of one-line rows that is only looked at."""
    table.setItemDelegate(LanguageDelegate(fonts, table))
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    height = max(QFontMetrics(fonts.of(language)).height() for language in Language)
    table.verticalHeader().setDefaultSectionSize(height + 6)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    for column in range(table.model().columnCount()):
        stretches = column in stretched
        header.setSectionResizeMode(
            column, QHeaderView.ResizeMode.Stretch if stretches else QHeaderView.ResizeMode.ResizeToContents
        )
