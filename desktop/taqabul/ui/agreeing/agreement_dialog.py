"""How well annotators agree, by label and side, and each two of them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Side
from taqabul.text.direction import isolated
from taqabul.ui.agreeing.words import figure_text
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
from taqabul.workflow.annotating.agreeing import Agreement, AgreementReport

SIDES = {
    Side.SOURCE: QT_TRANSLATE_NOOP("Agreement", "source"),
    Side.TARGET: QT_TRANSLATE_NOOP("Agreement", "target"),
    None: QT_TRANSLATE_NOOP("Agreement", "both"),
}
_AROUND = 50
"""Pixels of edges and margins beside a table."""


class AgreementDialog(QDialog):
    """Shows a report. ``set_asked`` gives the key of a label set to reckon for, None for all of them."""

    set_asked = Signal(object)

    def __init__(self, sets: dict[str, LabelSet], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Agreement", "How well annotators agree"))
        self._sets = sets
        self.label_set = QComboBox(self)
        self.label_set.setAccessibleName(translate("Agreement", "Label set"))
        self.label_set.addItem(translate("Agreement", "All label sets"), None)
        for key, one in sets.items():
            self.label_set.addItem(in_words(one.name, key), key)
        self.stretches = self._table(translate("Agreement", "Marked words, by label and side"))
        self.between = self._table(translate("Agreement", "Each with each"), translate("Agreement", "People"))
        self.pairs = self._table(translate("Agreement", "Labels of whole pairs"))
        self.tabs = QTabWidget(self)
        for table in (self.stretches, self.between, self.pairs):
            self.tabs.addTab(table, table.accessibleName())
        self.tabs.setTabToolTip(2, translate("Agreement", "Filled where people put labels on whole pairs"))
        self.about = QLabel(
            translate(
                "Agreement",
                "F1 compares marks with the same label, to the letter and where they overlap. κ and α are reckoned over words, the"
                " last α over stretches. In brackets: 95 % bootstrap intervals over paragraphs. Few marks tell little.",
            ),
            self,
        )
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(self.label_set)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.about)
        self.label_set.currentIndexChanged.connect(
            lambda _at: self.set_asked.emit(self.label_set.currentData())
        )
        self.resize(1050, 520)

    def show_report(self, report: AgreementReport) -> None:
        """Fill the tables."""
        self._fill(self.stretches, [(self._name(row), row) for row in report.stretches])
        self._fill(
            self.between,
            [(f"{isolated(one.one)} – {isolated(one.other)}", one.agreement) for one in report.between],
        )
        of_pairs = [(self._name(row), row) for row in report.pairs if row.side is None]
        self._fill(self.pairs, of_pairs)
        self.tabs.setTabEnabled(self.tabs.indexOf(self.pairs), bool(of_pairs))
        self.show_columns()

    def show_columns(self) -> None:
        """Be as wide as the tables, as far as the screen goes."""
        wide = max(map(_room, (self.stretches, self.between, self.pairs)))
        self.resize(max(self.width(), min(wide, self.screen().availableGeometry().width())), self.height())

    def _name(self, row: Agreement) -> str:
        if row.label is None:
            return translate("Agreement", "all labels")
        key, _, label = row.label.partition("/")
        found = self._sets[key].label(label) if key in self._sets else None
        return in_words(found.name, row.label) if found else row.label

    def _table(self, name: str, of: str = "") -> QTableWidget:
        headings = [
            of or translate("Agreement", "Label"), translate("Agreement", "Side"), translate("Agreement", "Marks"),
            translate("Agreement", "F1 exact"), translate("Agreement", "F1 overlap"),
            translate("Agreement", "Cohen’s κ"), translate("Agreement", "Fleiss’ κ"),
            translate("Agreement", "α words"), translate("Agreement", "α stretches"),
        ]  # fmt: skip
        table = QTableWidget(0, len(headings), self)
        table.setHorizontalHeaderLabels(headings)
        table.setAccessibleName(name)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return table

    def _fill(self, table: QTableWidget, rows: Sequence[tuple[str, Agreement]]) -> None:
        table.setRowCount(len(rows))
        for at, (name, row) in enumerate(rows):
            marks = ", ".join(f"{isolated(who)} {count}" for who, count in row.marks)
            figures = (row.exact, row.overlap, row.cohen, row.fleiss, row.alpha, row.unitizing)
            cells = (name, say(SIDES[row.side]), marks, *map(figure_text, figures))
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column > 2:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                table.setItem(at, column, item)


def _room(table: QTableWidget) -> int:
    """How wide the dialog has to be for all columns of a table, in pixels."""
    header = table.horizontalHeader()
    columns = sum(
        max(table.sizeHintForColumn(one), header.sectionSizeHint(one)) for one in range(table.columnCount())
    )
    return columns + table.verticalScrollBar().sizeHint().width() + _AROUND
