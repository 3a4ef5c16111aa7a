"""The term base: how words shall be translated and how not, of the project or the whole library; candidates beside it."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language
from taqabul.ui.core.fonts import TextFonts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.ui.dialogs.pair_table import LANGUAGE, dress
from taqabul.workflow.terms import Term, TermCandidate

COLUMNS = (
    (Language.ARABIC, QT_TRANSLATE_NOOP("Terms", "Arabic")),
    (Language.ENGLISH, QT_TRANSLATE_NOOP("Terms", "English")),
    (Language.ARABIC, QT_TRANSLATE_NOOP("Terms", "Not in Arabic")),
    (Language.ENGLISH, QT_TRANSLATE_NOOP("Terms", "Not in English")),
)
FOUND = QT_TRANSLATE_NOOP("Terms", "%n candidate(s) from confirmed pairs")
BETWEEN = " | "


class TermsDialog(QDialog):
    """A line a term, edited in place; nothing is kept before it is accepted."""

    load_asked = Signal()
    save_asked = Signal()
    candidates_asked = Signal()

    def __init__(
        self, terms: Mapping[str, Sequence[Term]], fonts: TextFonts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Terms", "Terms"))
        self.resize(860, 520)
        self._terms = {name: list(of) for name, of in terms.items()}
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(translate("Terms", "Terms of"))
        self.scope.addItems(list(self._terms))
        self._shown = self.scope.currentText()
        self.table = self._table(fonts, [say(words) for _, words in COLUMNS], editable=True)
        self.table.setAccessibleName(translate("Terms", "Terms"))
        self.told = QLabel(self)
        self.candidates = self._table(
            fonts, [*(say(words) for _, words in COLUMNS[:2]), translate("Terms", "Pairs")], editable=False
        )
        self.candidates.setAccessibleName(translate("Terms", "Candidates"))
        self.add = QPushButton(translate("Terms", "&Add"), self)
        self.remove = QPushButton(translate("Terms", "&Remove"), self)
        self.load = QPushButton(translate("Terms", "&Load a file…"), self)
        self.save = QPushButton(translate("Terms", "&Save as a file…"), self)
        self.seek = QPushButton(translate("Terms", "Find &candidates"), self)
        self.take = QPushButton(translate("Terms", "&Take over"), self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._connect()
        self._fill(self._terms[self._shown])

    def terms(self) -> dict[str, list[Term]]:
        """The terms of each scope as they read now; lines that say nothing are left out."""
        self._keep_shown()
        return self._terms

    def shown_terms(self) -> list[Term]:
        """Those in sight."""
        return self.terms()[self._shown]

    def add_terms(self, terms: Iterable[Term]) -> int:
        """Add terms that are not there yet; how many were."""
        known = set(self.shown_terms())
        fresh = [one for one in dict.fromkeys(terms) if one not in known]
        for one in fresh:
            self._append(one)
        if fresh:
            self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        return len(fresh)

    def show_candidates(self, found: Sequence[TermCandidate]) -> None:
        """Offer what confirmed pairs keep saying for each other, without what is a term already."""
        known = {
            (arabic, english.casefold())
            for one in self.shown_terms()
            for arabic in one.arabic
            for english in one.english
        }
        fresh = [one for one in found if (one.arabic, one.english.casefold()) not in known]
        few = translate(
            "Terms", "No candidates: three confirmed pairs must say the same words for each other."
        )
        self.told.setText(plural(FOUND, len(fresh)) if fresh else few)
        self.candidates.setRowCount(0)
        for one in fresh:
            self._write(self.candidates, (one.arabic, one.english, str(one.pairs)))
        self.told.show()
        for widget in (self.candidates, self.take):
            widget.setVisible(bool(fresh))
        if fresh:
            self.candidates.selectRow(0)
            self.candidates.setFocus()

    def _take_over(self) -> None:
        rows = sorted({index.row() for index in self.candidates.selectionModel().selectedRows()})
        cells = [[self._text(self.candidates, row, column) for column in (0, 1)] for row in rows]
        self.add_terms(Term((arabic,), (english,)) for arabic, english in cells)
        for row in reversed(rows):
            self.candidates.removeRow(row)
        if rows and self.candidates.rowCount():
            self.candidates.selectRow(min(rows[0], self.candidates.rowCount() - 1))

    def _add_line(self) -> None:
        self._append(Term())
        self.table.setCurrentCell(self.table.rowCount() - 1, 0)
        self.table.editItem(self.table.currentItem())

    def _remove_lines(self) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)

    def _show_scope(self) -> None:
        self._keep_shown()
        self._shown = self.scope.currentText()
        self._fill(self._terms[self._shown])

    def _keep_shown(self) -> None:
        lines = (
            tuple(self._words(row, column) for column in range(len(COLUMNS)))
            for row in range(self.table.rowCount())
        )
        self._terms[self._shown] = list(dict.fromkeys(Term(*line) for line in lines if any(line)))

    def _fill(self, terms: Iterable[Term]) -> None:
        self.table.setRowCount(0)
        for one in terms:
            self._append(one)

    def _append(self, one: Term) -> None:
        cells = (one.arabic, one.english, one.not_arabic, one.not_english)
        self._write(self.table, [BETWEEN.join(words) for words in cells])

    def _write(self, table: QTableWidget, cells: Sequence[str]) -> None:
        row = table.rowCount()
        table.insertRow(row)
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column < len(COLUMNS) and not text.isdigit():
                item.setData(LANGUAGE, COLUMNS[column][0])
            table.setItem(row, column, item)

    def _words(self, row: int, column: int) -> tuple[str, ...]:
        parts = self._text(self.table, row, column).split("|")
        return tuple(word for part in parts if (word := " ".join(part.split())))

    @staticmethod
    def _text(table: QTableWidget, row: int, column: int) -> str:
        item = table.item(row, column)
        return "" if item is None else item.text()

    def _table(self, fonts: TextFonts, headings: Sequence[str], *, editable: bool) -> QTableWidget:
        table = QTableWidget(0, len(headings), self)
        table.setHorizontalHeaderLabels(headings)
        dress(table, fonts, range(len(headings)))
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if editable:
            table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            table.setEditTriggers(
                QAbstractItemView.EditTrigger.DoubleClicked
                | QAbstractItemView.EditTrigger.EditKeyPressed
                | QAbstractItemView.EditTrigger.AnyKeyPressed
            )
        return table

    def _connect(self) -> None:
        self.scope.activated.connect(self._show_scope)
        self.add.clicked.connect(self._add_line)
        self.remove.clicked.connect(self._remove_lines)
        self.load.clicked.connect(self.load_asked)
        self.save.clicked.connect(self.save_asked)
        self.seek.clicked.connect(self.candidates_asked)
        self.take.clicked.connect(self._take_over)
        self.candidates.activated.connect(self._take_over)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        hint = QLabel(
            translate(
                "Terms",
                "Any of the Arabic words is to be said for any of the English ones and the reverse; | stands between several.",
            ),
            self,
        )
        hint.setWordWrap(True)
        hint.setObjectName("quiet")
        keys = QHBoxLayout()
        for button in (self.add, self.remove, self.load, self.save, self.seek):
            button.setAutoDefault(False)
            keys.addWidget(button)
        keys.addStretch(1)
        below = QHBoxLayout()
        below.addWidget(self.told, 1)
        below.addWidget(self.take)
        self.take.setAutoDefault(False)
        layout = QVBoxLayout(self)
        for part in (self.scope, hint):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(keys)
        layout.addWidget(self.candidates, 1)
        layout.addLayout(below)
        layout.addWidget(self.buttons)
        for widget in (self.told, self.candidates, self.take):
            widget.hide()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
