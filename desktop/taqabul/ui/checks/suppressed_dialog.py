"""Lists what nobody wants to be told any more, with who and why, and lets it be told again."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from taqabul.domain.language import Language
from taqabul.text.direction import isolated
from taqabul.ui.checks.tables import dress
from taqabul.ui.checks.words import SPELLING, check_name
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, translate
from taqabul.ui.core.lines_model import LinesModel
from taqabul.workflow.suppressing import Reach, Silenced


class KnownWord(NamedTuple):
    """A word that people took into the dictionary of the library."""

    language: Language
    word: str


Silent = Silenced | KnownWord


class SilentModel(LinesModel[Silent]):
    """What is suppressed in a bitext, then the words of the library's dictionary."""

    headings = (
        QT_TRANSLATE_NOOP("Checks", "Check"),
        QT_TRANSLATE_NOOP("Checks", "Where"),
        QT_TRANSLATE_NOOP("Checks", "Reason"),
        QT_TRANSLATE_NOOP("Checks", "By"),
        QT_TRANSLATE_NOOP("Checks", "When"),
    )

    def cells(self, one: Silent) -> tuple[str, ...]:
        """The words of a line."""
        if isinstance(one, KnownWord):
            told = translate("Checks", "“{word}” in the whole library").format(word=isolated(one.word))
            return check_name(SPELLING), told, "", "", ""
        kept = one.kept
        when = f"{kept.at.astimezone():%Y-%m-%d %H:%M}"
        return check_name(kept.check), _where(one), kept.reason, kept.author, when


class SuppressedDialog(QDialog):
    """``again_asked`` gives the lines that are to be told again."""

    again_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Checks", "Suppressed"))
        self.model = SilentModel(self)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.table = QTableView(self)
        self._dress()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = self.buttons.addButton(
            translate("Checks", "&Tell again"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._ask)
        self.buttons.rejected.connect(self.reject)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.buttons)
        self.table.setFocus()
        self.resize(820, 380)

    def show_lines(self, lines: Sequence[Silent]) -> None:
        """Show these; the cursor stays about where it was."""
        at = max(0, self.table.currentIndex().row())
        self.model.show_lines(lines)
        self.table.selectRow(min(at, len(lines) - 1))
        self.told.setText(
            translate("Checks", "The checks are silent about these. Delete has those chosen told again.")
            if lines
            else translate("Checks", "Nothing is suppressed.")
        )
        self._offer()

    def _ask(self) -> None:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        if rows:
            self.again_asked.emit([self.model.lines[row] for row in rows])

    def _offer(self) -> None:
        self.again.setEnabled(self.table.selectionModel().hasSelection())

    def _dress(self) -> None:
        table = self.table
        dress(table, self.model, translate("Checks", "What is suppressed"))
        header = table.horizontalHeader()
        for column in range(len(SilentModel.headings)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)


def _where(one: Silenced) -> str:
    if one.kept.reach is Reach.RULE:
        return translate("Checks", "the whole bitext")
    pair = (
        translate("Checks", "a pair that is no more")
        if one.row is None
        else translate("Checks", "pair {n}").format(n=f"{one.row:,}")
    )
    return pair if one.kept.reach is Reach.PAIR else f"{pair}: {one.text}"
