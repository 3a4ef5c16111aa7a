"""Asks from which confidence on pairs are confirmed, and shows some of the doubtful ones first."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.ids import LinkId
from taqabul.domain.language import Language, Side
from taqabul.ui.bitext.model import BitextModel, paragraphs_of
from taqabul.ui.bitext.row_source import RowTable
from taqabul.ui.bitext.row_words import confidence_text
from taqabul.ui.core.fonts import text_fonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.workflow import reviewing

PAIRS = QT_TRANSLATE_NOOP("SureDialog", "%n pair(s) would be confirmed")
SHOWN = QT_TRANSLATE_NOOP("SureDialog", "%n pair(s) would be confirmed, of those that the filter shows")
HIDDEN = QT_TRANSLATE_NOOP("SureDialog", "&Also look at the %n pair(s) that the filter hides")
CONFIRM = QT_TRANSLATE_NOOP("SureDialog", "Confirm %n pair(s)")
USUAL = 90
SAMPLE = 8


class SureDialog(QDialog):
    """Chooses rows by confidence: those that are proposed, have two sides, and are sure enough.

    Under a filter it says that it looks at the rows shown, and offers to look at the others too.
    """

    def __init__(self, model: BitextModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._chance = np.random.default_rng()
        self.setWindowTitle(translate("SureDialog", "Confirm all above a confidence"))
        self.least = QSpinBox(self)
        self.least.setRange(0, 100)
        self.least.setSuffix(" %")
        self.least.setValue(USUAL)
        label = QLabel(translate("SureDialog", "Least &confidence"), self)
        label.setBuddy(self.least)
        self.count = QLabel(self)
        hidden = len(model.everything) - len(model.table)
        self.hidden_too = QCheckBox(plural(HIDDEN, hidden), self)
        self.hidden_too.setVisible(hidden > 0)
        self.hidden_too.toggled.connect(self.choose)
        hint = QLabel(
            translate("SureDialog", "Some of the least sure among them, drawn by chance. Read them first:"),
            self,
        )
        hint.setWordWrap(True)
        self.sample = QTableWidget(0, 3, self)
        self.sample.setAccessibleName(translate("SureDialog", "Some of the least sure pairs"))
        names = [model.headerData(column, Qt.Orientation.Horizontal) for column in (1, 3)]
        self.sample.setHorizontalHeaderLabels([translate("SureDialog", "Sure"), *map(str, names)])
        dress(self.sample, text_fonts(90), (1, 2))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.again = self.buttons.addButton(
            translate("SureDialog", "Draw &others"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.again.clicked.connect(self.draw)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.least.valueChanged.connect(self.choose)
        asked = QHBoxLayout()
        asked.addWidget(label)
        asked.addWidget(self.least)
        asked.addSpacing(16)
        asked.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(asked)
        layout.addWidget(self.hidden_too)
        layout.addWidget(hint)
        layout.addWidget(self.sample, 1)
        layout.addWidget(self.buttons)
        self.resize(860, 430)
        self.choose()

    @property
    def links(self) -> list[LinkId]:
        """What would be confirmed."""
        return [LinkId(int(link)) for link in self._table.links[self._chosen]]

    @property
    def _table(self) -> RowTable:
        """The rows that are looked at."""
        return self._model.everything if self.hidden_too.isChecked() else self._model.table

    def choose(self) -> None:
        """Choose the rows anew, count them, and draw a sample."""
        table = self._table
        facing = (table.source_chars > 0) & (table.target_chars > 0)
        self._chosen: NDArray[np.int64] = reviewing.sure_rows(
            table.status, table.confidence, facing, self.least.value() / 100
        )
        how_many = len(self._chosen)
        everything = len(table) == len(self._model.everything)
        self.count.setText(plural(PAIRS if everything else SHOWN, how_many))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setText(plural(CONFIRM, how_many))
        ok.setEnabled(how_many > 0)
        self.again.setEnabled(how_many > SAMPLE)
        self.draw()

    def draw(self) -> None:
        """Show a sample of the doubtful end."""
        table = self._table
        places = reviewing.doubtful(self._chosen, table.confidence, SAMPLE, self._chance)
        rows = [(place, self._model.known_row(LinkId(int(table.links[place])))) for place in places.tolist()]
        found = [(place, row) for place, row in rows if row is not None]
        self.sample.setRowCount(len(found))
        for line, (place, row) in enumerate(found):
            texts = {side: " ".join(one.text for one in paragraphs_of(row, side)) for side in Side}
            self._put(line, 0, confidence_text(float(table.confidence[place])), None)
            self._put(line, 1, texts[Side.SOURCE], self._model.language(Side.SOURCE))
            self._put(line, 2, texts[Side.TARGET], self._model.language(Side.TARGET))

    def _put(self, line: int, column: int, text: str, language: Language | None) -> None:
        item = QTableWidgetItem(text)
        item.setToolTip(text)
        item.setData(LANGUAGE, language)
        self.sample.setItem(line, column, item)
