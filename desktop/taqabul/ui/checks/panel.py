"""What the checks found in the open bitext: counts, filters, a line a finding, and what can be done about it."""

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from taqabul.ui.checks.found_model import FoundModel
from taqabul.ui.checks.tables import dress
from taqabul.ui.checks.words import SEVERITIES, SPELLING, check_name, message_of
from taqabul.ui.claims.verb_keys import VerbKeys
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, say, translate
from taqabul.workflow.checking import Found, Severity

FOUND = QT_TRANSLATE_NOOP("Checks", "%n finding(s)")
PAIRS = QT_TRANSLATE_NOOP("Checks", "%n pair(s) checked")
ALL = ""


class ChecksPanel(QWidget):
    """``asked`` gives a finding to go to, ``left`` asks to go back to the rows; the others ask for what the buttons say."""

    asked = Signal(object)
    fix_asked = Signal(object)
    error_asked = Signal(object)
    suppress_asked = Signal(object)
    list_asked = Signal()
    word_asked = Signal(object)
    anew_asked = Signal()
    choose_asked = Signal()
    terms_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Found] = ()
        self._listing = False
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.check, self.severity = QComboBox(self), QComboBox(self)
        self.check.setAccessibleName(translate("Checks", "Findings of which check"))
        self.severity.setAccessibleName(translate("Checks", "Findings of which severity"))
        self.model = FoundModel(self)
        self.table = QTableView(self)
        self.said = QLabel(self)
        self.anew = QPushButton(translate("Checks", "Check &anew"), self)
        self.fix = QPushButton(translate("Checks", "Put &right… (F)"), self)
        self.error = QPushButton(translate("Checks", "Mark as &error (E)"), self)
        self.suppress = QPushButton(translate("Checks", "&Suppress… (D)"), self)
        self.word = QPushButton(translate("Checks", "To &dictionary (W)"), self)
        self.which = QPushButton(translate("Checks", "&Which checks…"), self)
        self.terms = QPushButton(translate("Checks", "&Terms…"), self)
        self.silent = QPushButton(translate("Checks", "S&uppressed…"), self)
        self._dress()
        self._lay_out()
        self.check.activated.connect(self._filter)
        self.severity.activated.connect(self._filter)
        self.table.clicked.connect(lambda _index: self._emit(self.asked))
        self.table.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.anew.clicked.connect(self.anew_asked)
        self.fix.clicked.connect(lambda: self._emit(self.fix_asked))
        self.error.clicked.connect(lambda: self._emit(self.error_asked))
        self.suppress.clicked.connect(lambda: self._emit(self.suppress_asked))
        self.word.clicked.connect(lambda: self._emit(self.word_asked))
        self.silent.clicked.connect(self.list_asked)
        self.which.clicked.connect(self.choose_asked)
        self.terms.clicked.connect(self.terms_asked)
        self._verbs = {
            "F": self.fix,
            "E": self.error,
            "D": self.suppress,
            "W": self.word,
            "Del": self.suppress,
        }
        keys = VerbKeys(self.table, "FEDW")
        keys.entered.connect(lambda: self._emit(self.asked))
        keys.left.connect(self.left)
        keys.verb_asked.connect(lambda key: self._verbs[key].click())
        self._offer()

    @property
    def found(self) -> Sequence[Found]:
        """All findings, also those that the filters hide."""
        return self._all

    @property
    def chosen(self) -> Found | None:
        """The finding under the cursor."""
        index = self.table.currentIndex()
        return self.model.lines[index.row()] if index.isValid() else None

    def show_found(self, found: Sequence[Found], pairs: int) -> None:
        """Show what was found; the filters stay, and the cursor where it can."""
        before, at = self.chosen, self.table.currentIndex().row()
        self._all = found
        self.told.setText(f"{plural(FOUND, len(found))} · {plural(PAIRS, pairs)}")
        self._count(self.check, Counter(one.check for one in found), check_name)
        by_severity = Counter(one.severity.value for one in found)
        self._count(self.severity, by_severity, lambda one: say(SEVERITIES[Severity(one)]))
        self._filter()
        if at >= 0 and self.model.lines:
            same = [k for k, one in enumerate(self.model.lines) if before and _is_same(one, before)]
            self._listing = True  # the rows stay where they are
            self.table.selectRow(same[0] if same else min(at, len(self.model.lines) - 1))
            self._listing = False

    def step(self, step: int) -> None:
        """Go to the next finding, or the one before, round and round."""
        if self.model.lines:
            index = self.table.currentIndex()
            at = index.row() + step if index.isValid() else 0 if step > 0 else -1
            self.table.selectRow(at % len(self.model.lines))
            self._emit(self.asked)

    def _emit(self, signal: SignalInstance) -> None:
        if self.chosen is not None:
            signal.emit(self.chosen)

    def _count(self, combo: QComboBox, counts: Counter[str], name: Callable[[str], str]) -> None:
        chosen = combo.currentData()
        combo.clear()
        combo.addItem(translate("Checks", "All ({n})").format(n=sum(counts.values())), ALL)
        for key, count in counts.most_common():
            combo.addItem(f"{name(key)} ({count})", key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _filter(self) -> None:
        check, severity = self.check.currentData(), self.severity.currentData()
        self.model.show_lines(
            [one for one in self._all if check in {ALL, one.check} and severity in {ALL, one.severity.value}]
        )
        self._offer()

    def _offer(self) -> None:
        chosen = self.chosen
        self.fix.setEnabled(chosen is not None and chosen.fix is not None)
        self.error.setEnabled(chosen is not None)
        self.said.setText("" if chosen is None else message_of(chosen))
        self.said.setVisible(chosen is not None)
        self.suppress.setEnabled(chosen is not None)
        self.word.setEnabled(chosen is not None and chosen.check == SPELLING)

    def _on_selection_changed(self) -> None:
        """Whoever goes through the list by key sees each place on the way."""
        self._offer()
        if self.table.hasFocus() and not self._listing:
            self._emit(self.asked)

    def _dress(self) -> None:
        table = self.table
        dress(table, self.model, translate("Checks", "Findings"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        header.setMinimumSectionSize(24)
        for column in (0, 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.told)
        lines = (
            (self.check, self.severity),
            (self.table,),
            (self.fix, self.error),
            (self.suppress, self.word),
            (self.which, self.terms),
            (self.anew, self.silent),
        )
        for line in lines:
            if line == (self.table,):
                layout.addWidget(self.table, 1)
                layout.addWidget(self.said)
                continue
            row = QHBoxLayout()
            for widget in line:
                row.addWidget(widget, 1)
            layout.addLayout(row)


def _is_same(one: Found, other: Found) -> bool:
    return (one.link, one.check, one.message, one.values) == (
        other.link,
        other.check,
        other.message,
        other.values,
    )
