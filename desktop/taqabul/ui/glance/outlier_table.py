"""The rows whose lengths are unusual, with how they begin; each leads to its row."""

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from taqabul.ui.bitext.row_words import confidence_text
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.mixed_words import MixedWords
from taqabul.workflow.overview import Overview

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class OutlierTable(QTableWidget):
    """``row_asked`` gives the row that was clicked, or chosen with Enter."""

    row_asked = Signal(int)

    def __init__(self, shown: Overview, parent: QWidget | None = None) -> None:
        super().__init__(0, 5, parent)
        self._rows = shown.outliers.tolist()
        self._dress()
        for line, row in enumerate(self._rows):
            sure = float(shown.outline.confidence[row])
            figures = (
                f"{row + 1:,}",
                f"{2 ** shown.ratio[row]:.2f}",
                confidence_text(None if np.isnan(sure) else sure),
            )
            for column, text in enumerate((*figures, *shown.beginnings[line])):
                item = QTableWidgetItem(text)
                item.setTextAlignment(RIGHT if column < len(figures) else LEADING)
                item.setToolTip(text)
                self.setItem(line, column, item)
        self.itemActivated.connect(lambda item: self.row_asked.emit(self._rows[item.row()]))
        self.itemClicked.connect(lambda item: self.row_asked.emit(self._rows[item.row()]))

    def _dress(self) -> None:
        self.setAccessibleName(translate("Overview", "Rows of unusual length"))
        self.setHorizontalHeaderLabels(
            [
                translate("Overview", "Unusual row"),
                translate("Overview", "Target / source"),
                translate("Overview", "Confidence"),
                translate("Overview", "Source"),
                translate("Overview", "Target"),
            ]
        )
        self.setRowCount(len(self._rows))
        self.setItemDelegate(MixedWords(self))
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (3, 4):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
