"""The scores of the whole library, put together by bitext, document, project, tag or annotator."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.workflow.score_report import figure, span
from taqabul.workflow.scoring import Group, Grouping

NAMES = {
    Grouping.BITEXT: QT_TRANSLATE_NOOP("Quality", "by bitext"),
    Grouping.DOCUMENT: QT_TRANSLATE_NOOP("Quality", "by translated document"),
    Grouping.TRANSLATOR: QT_TRANSLATE_NOOP("Quality", "by translator, as the documents' descriptions tell"),
    Grouping.PROJECT: QT_TRANSLATE_NOOP("Quality", "by project"),
    Grouping.TAG: QT_TRANSLATE_NOOP("Quality", "by tag"),
    Grouping.ANNOTATOR: QT_TRANSLATE_NOOP("Quality", "by annotator"),
}


class GroupsView(QWidget):
    """Shows scores side by side. ``asked`` says that they are wanted."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.by = QComboBox(self)
        self.by.setAccessibleName(translate("Quality", "Put together"))
        for by, name in NAMES.items():
            self.by.addItem(say(name), by)
        self.table = QTableWidget(0, 7, self)
        self.table.setAccessibleName(translate("Quality", "Scores of the library"))
        self.table.setHorizontalHeaderLabels(
            [
                translate("Quality", "Name"),
                translate("Quality", "Bitexts"),
                translate("Quality", "Words"),
                translate("Quality", "Errors"),
                translate("Quality", "Points"),
                translate("Quality", "Score"),
                translate("Quality", "95 % interval"),
            ]
        )
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setItemDelegateForColumn(0, MixedWords(self.table))
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head = QHBoxLayout()
        head.addWidget(QLabel(translate("Quality", "Errors of the whole library"), self))
        head.addWidget(self.by)
        head.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 8, 6)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.by.activated.connect(self.asked)

    @property
    def grouping(self) -> Grouping:
        """What is chosen."""
        return Grouping(self.by.currentData())

    def show_groups(self, groups: Sequence[Group]) -> None:
        """Fill the table."""
        self.table.setRowCount(len(groups))
        for row, one in enumerate(groups):
            cells = (
                one.name or "–",
                str(len(one.bitexts)),
                f"{one.card.words:g}",
                str(one.card.errors),
                f"{one.card.points:g}",
                figure(one.card.score),
                span(one.card),
            )
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
