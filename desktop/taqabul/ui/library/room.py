"""Which columns of a table are shown where there is little room: the names of what it lists come before all else."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QStyleOptionViewItem, QTableView

from taqabul.ui.core.mixed_words import MixedWords

_SHARE: Final = 3
_NARROW: Final = 7
"""Titles get one part in so many of the table at least; projects and tags each no more than one in so many."""


class Narrow(MixedWords):
    """Takes no more room than some words need: what a project is called, or who works on it, shall not leave titles none."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The size of the words, as far as they get room; the tooltip has all of them."""
        size = super().sizeHint(option, index)
        return QSize(min(size.width(), option.widget.width() // _NARROW), size.height())


def make_room(table: QTableView, title: int, dispensable: Sequence[int]) -> None:
    """Hide columns, the first of ``dispensable`` first, till a third of the table is left for the titles; show those there is room for."""
    header, room = table.horizontalHeader(), table.viewport().width()
    for column in dispensable:  # a hidden one has no size
        table.setColumnHidden(column, False)
    others = [one for one in range(header.count()) if one != title and not table.isColumnHidden(one)]
    wide = {one: max(header.sectionSizeHint(one), table.sizeHintForColumn(one)) for one in others}
    needed, left = sum(wide.values()), room - room // _SHARE
    for column in dispensable:
        if needed > left:
            table.setColumnHidden(column, True)
            needed -= wide[column]
