"""Decides between two annotators, case by case, by key; what agrees is passed over."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.annotation import Ruling
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Language
from taqabul.ui.agreeing.case_view import CaseView
from taqabul.ui.agreeing.cases_model import QUOTES, CasesModel
from taqabul.ui.agreeing.cases_table import CasesTable
from taqabul.ui.agreeing.otherwise_dialog import OtherwiseDialog
from taqabul.ui.agreeing.words import why_text
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.dialogs.pair_table import dress
from taqabul.workflow.annotating.adjudicating import decide, decide_otherwise, reopen
from taqabul.workflow.annotating.comparing import Case, Difference, cases
from taqabul.workflow.annotating.reading import rows_of_annotations
from taqabul.workflow.library import Library
from taqabul.workflow.rows import Row, rows

LEFT = QT_TRANSLATE_NOOP("Adjudication", "%n case(s) to decide")


class Shown(StrEnum):
    """Which cases are listed."""

    OPEN = "open"
    DECIDED = "decided"
    ALL = "all"


class AdjudicationDialog(QDialog):
    """Cases of two people in one bitext. ``decided`` gives what each decision changed."""

    decided = Signal(object)
    row_asked = Signal(object)

    def __init__(
        self,
        library: Library,
        bitext: BitextId,
        people: list[str],
        sets: dict[str, LabelSet],
        languages: tuple[Language, Language],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight
        )  # or left would stand on the right in a mirrored window
        self._library, self._bitext = library, bitext
        self._sets, self._languages, self._look = sets, languages, look
        self.setWindowTitle(translate("Adjudication", "Decide between two annotators"))
        self.left, self.right = self._people(people, 0), self._people(people, 1)
        self.label_set = self._choice(translate("Adjudication", "Label set"))
        self.label_set.addItem(translate("Adjudication", "All label sets"), None)
        for key, one in sets.items():
            self.label_set.addItem(in_words(one.name, key), key)
        self.label = self._choice(translate("Adjudication", "Label"))
        self.shown = self._choice(translate("Adjudication", "Cases"))
        for text, value in (
            (translate("Adjudication", "To decide"), Shown.OPEN),
            (translate("Adjudication", "Decided"), Shown.DECIDED),
            (translate("Adjudication", "All, with what agrees"), Shown.ALL),
        ):
            self.shown.addItem(text, value)
        self.count = QLabel(self)
        self.model = CasesModel(sets, self)
        self.table = CasesTable(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(translate("Adjudication", "Cases"))
        dress(self.table, look.fonts, QUOTES)
        self.views = tuple(CaseView(look, look.fonts, name, self) for name in self._side_names())
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(translate("Adjudication", "Why (if you like)"))
        self.reason.setAccessibleName(translate("Adjudication", "Why"))
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = self._buttons()
        self._lay_out()
        self._connect()
        self._list_labels()
        self.refresh()
        self.table.setFocus()

    def refresh(self) -> None:
        """Read the cases anew and stay near where one was."""
        at = self.table.currentIndex().row()
        names = (self.left.currentText(), self.right.currentText())
        found = cases(self._library, self._bitext, *names, self.label_set.currentData())
        label = self.label.currentData()
        if label is not None:
            found = [c for c in found if label in {one.label for one in (c.left, c.right) if one}]
        waiting = [one for one in found if one.decision is None and one.difference is not Difference.NONE]
        listed = {
            Shown.OPEN: waiting,
            Shown.DECIDED: [one for one in found if one.decision is not None],
            Shown.ALL: found,
        }[Shown(self.shown.currentData())]
        self.model.show_cases(listed, names)
        self.count.setText(plural(LEFT, len(waiting)))
        if listed:
            self.table.setCurrentIndex(self.model.index(min(max(at, 0), len(listed) - 1), 0))
        self._show_case()

    def rule(self, ruling: Ruling) -> None:
        """Decide the case under the cursor."""
        case = self._case()
        if case is not None:
            self._do(lambda: decide(self._library, self._bitext, case, ruling, self.reason.text()))

    def put_otherwise(self) -> None:
        """Have something else stand in the place of both."""
        case = self._case()
        if case is None or case.first.label_set not in self._sets:
            return
        dialog = OtherwiseDialog(case, self._sets[case.first.label_set], self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._do(
                lambda: decide_otherwise(
                    self._library, self._bitext, case, dialog.stretches, dialog.given, self.reason.text()
                )
            )
        dialog.deleteLater()

    def take_back(self) -> None:
        """Open the case under the cursor again."""
        case = self._case()
        if case is not None:
            self._do(lambda: reopen(self._library, self._bitext, case))

    def go_to_row(self) -> None:
        """Show the pair under the cursor in the window behind."""
        case = self._case()
        row = self._row_of(case)
        if row is not None:
            self.row_asked.emit(row.link.id)

    def _do(self, act: Callable[[], ChangeSet]) -> None:
        self.problem.hide()
        try:
            changes = act()
        except AppError as error:
            self.problem.setText(f"{error.message} {error.hint}")
            self.problem.show()
            return
        self.reason.clear()
        self.decided.emit(changes)
        self.refresh()

    def _case(self) -> Case | None:
        at = self.table.currentIndex().row()
        return self.model.cases[at] if 0 <= at < len(self.model.cases) else None

    def _row_of(self, case: Case | None) -> Row | None:
        if case is None:
            return None
        links = rows_of_annotations(self._library, self._bitext, [case.first.id])
        found = rows(self._library, self._bitext, list(links.values()))
        return found[0] if found else None

    def _show_case(self) -> None:
        case = self._case()
        row = self._row_of(case)
        for view, one in zip(self.views, (case.left, case.right) if case else (None, None), strict=True):
            view.show_mark(one, row, self._languages, self._sets)
        for button in self.buttons[:-1]:
            button.setEnabled(case is not None)
        self.buttons[-1].setEnabled(case is not None and case.decision is not None)
        self.reason.setPlaceholderText(why_text(None if case is None else case.decision))

    def _people(self, people: list[str], at: int) -> QComboBox:
        sides = (translate("Adjudication", "Left annotator"), translate("Adjudication", "Right annotator"))
        box = self._choice(sides[at])
        box.addItems(people)
        box.setCurrentIndex(at)
        return box

    def _choice(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        return box

    def _side_names(self) -> tuple[str, str]:
        return (translate("Adjudication", "Left mark"), translate("Adjudication", "Right mark"))

    def _list_labels(self) -> None:
        self.label.blockSignals(True)
        self.label.clear()
        self.label.addItem(translate("Adjudication", "All labels"), None)
        chosen = self.label_set.currentData()
        for one in self._sets[chosen].labels if chosen else ():
            self.label.addItem(in_words(one.name, one.key), one.key)
        self.label.setEnabled(chosen is not None)
        self.label.blockSignals(False)

    def _buttons(self) -> list[QPushButton]:
        """The verbs; their keys work in the list of cases, so that letters can be typed as a reason."""
        verbs: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (translate("Adjudication", "Keep left"), "1", lambda: self.rule(Ruling.LEFT)),
            (translate("Adjudication", "Keep right"), "2", lambda: self.rule(Ruling.RIGHT)),
            (translate("Adjudication", "Keep both"), "3", lambda: self.rule(Ruling.BOTH)),
            (translate("Adjudication", "Keep neither"), "0", lambda: self.rule(Ruling.NEITHER)),
            (translate("Adjudication", "Something else…"), "E", self.put_otherwise),
            (translate("Adjudication", "Show the pair"), "G", self.go_to_row),
            (translate("Adjudication", "Reopen"), "O", self.take_back),
        )
        made = []
        for text, key, do in verbs:
            button = QPushButton(f"{text} ({key})", self)
            button.setAutoDefault(False)
            button.clicked.connect(do)
            made.append(button)
        self._verbs = {key: do for _, key, do in verbs}
        self.table.keys = frozenset(self._verbs)
        return made

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for box in (self.left, self.right, self.label_set, self.label, self.shown):
            top.addWidget(box)
        top.addWidget(self.count)
        top.addStretch(1)
        sides = QSplitter(Qt.Orientation.Horizontal, self)
        for view in self.views:
            sides.addWidget(view)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.table)
        parts.addWidget(sides)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        bottom = QHBoxLayout()
        for button in self.buttons:
            bottom.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(parts, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.reason)
        layout.addLayout(bottom)
        self.resize(1100, 620)

    def _connect(self) -> None:
        for box in (self.left, self.right, self.label, self.shown):
            box.currentIndexChanged.connect(self.refresh)
        self.label_set.currentIndexChanged.connect(self._list_labels)
        self.label_set.currentIndexChanged.connect(self.refresh)
        self.table.selectionModel().currentRowChanged.connect(self._on_table_moved)
        self.table.doubleClicked.connect(self.go_to_row)
        self.table.verb_asked.connect(lambda key: self._verbs[key]())

    def _on_table_moved(self, _to: QModelIndex, _from: QModelIndex) -> None:
        self.problem.hide()  # it was about another case
        self._show_case()
