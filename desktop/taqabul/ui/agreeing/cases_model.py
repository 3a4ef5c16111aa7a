"""What two people marked, set side by side, as lines of a table."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from taqabul.domain.annotation import Annotation
from taqabul.domain.labels import LabelSet
from taqabul.domain.language import Language
from taqabul.text.direction import language_of
from taqabul.ui.agreeing.words import RULINGS, difference_text, label_name, quote
from taqabul.ui.core.i18n import say, translate
from taqabul.ui.dialogs.pair_table import LANGUAGE
from taqabul.workflow.annotating.comparing import Case

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
QUOTES = (2, 4)


class CasesModel(QAbstractTableModel):
    """Cases: how they differ, the label and the words of each person, what was decided."""

    def __init__(self, sets: dict[str, LabelSet], parent: QObject) -> None:
        super().__init__(parent)
        self._sets = sets
        self.names = ("", "")
        self.cases: list[Case] = []

    def show_cases(self, cases: Sequence[Case], names: tuple[str, str]) -> None:
        """Show other cases, of these two people."""
        self.beginResetModel()
        self.cases, self.names = list(cases), names
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """A line a case."""
        return 0 if parent.isValid() else len(self.cases)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """How, label and words of the left, of the right, the decision."""
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        left, right = self.names
        return (
            translate("Adjudication", "Differ in"),
            left,
            translate("Adjudication", "Words"),
            right,
            translate("Adjudication", "Words"),
            translate("Adjudication", "Kept"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, and the language of marked ones."""
        case = self.cases[index.row()]
        column = index.column()
        if role == LANGUAGE and column in QUOTES:
            one = self._side(case, column)
            return language_of(quote(one)) or Language.ENGLISH if one and one.spans else None
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        if column == 0:
            return difference_text(case.difference)
        if column == 5:
            return say(RULINGS[case.decision.ruling]) if case.decision else ""
        one = self._side(case, column)
        if one is None:
            return ""
        return quote(one) if column in QUOTES else label_name(self._sets, one)

    def _side(self, case: Case, column: int) -> Annotation | None:
        return case.left if column <= QUOTES[0] else case.right
