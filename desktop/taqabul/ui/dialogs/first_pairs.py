"""The first pairs of an export, as they will be written."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QTableWidget, QTableWidgetItem, QWidget

from taqabul.domain.language import Language
from taqabul.text.direction import led
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.workflow.exporting import ExportRow

LINES: Final = 5
LETTERS: Final = 300
"""Of a long text only the beginning is put into the table."""


class FirstPairs(QTableWidget):
    """Numbers, source and target of the first pairs."""

    def __init__(self, fonts: TextFonts, languages: Sequence[Language], parent: QWidget) -> None:
        super().__init__(0, 3, parent)
        self._languages = languages
        names = [one.name.capitalize() for one in languages]
        self.setHorizontalHeaderLabels([translate("ExportDialog", "Numbers"), *names])
        dress(self, fonts, (1, 2))
        self.setAccessibleName(translate("ExportDialog", "The first pairs"))
        section = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(section * LINES + self.horizontalHeader().sizeHint().height() + 4)

    def put(self, rows: Sequence[ExportRow]) -> None:
        """Show pairs."""
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            ids = f"{' '.join(row.source_ids) or '–'} | {' '.join(row.target_ids) or '–'}"
            self.setItem(number, 0, QTableWidgetItem(ids))
            sides = zip(self._languages, (row.source, row.target), strict=True)
            for column, (language, text) in enumerate(sides, start=1):
                item = QTableWidgetItem(led(" ".join(text[:LETTERS].split()), language.direction))
                item.setData(LANGUAGE, language)
                item.setToolTip(text[:LETTERS])
                self.setItem(number, column, item)
