"""The list of claims: one or several chosen, in the order of any column, letters that are verbs."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from taqabul.domain.claims import Claim
from taqabul.domain.ids import BitextId, ClaimId
from taqabul.ui.bitext.look import Look
from taqabul.ui.claims.claims_model import ARABIC, ENGLISH, ClaimsModel, Order
from taqabul.ui.claims.verb_keys import VerbKeys
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.row_ends import RowEnds
from taqabul.ui.dialogs.pair_table import dress
from taqabul.workflow.annotating.claim_list import ClaimBrief

WIDTHS = (260, 260, 80, 70, 140, 90, 170, 90)
VERBS: Final = {
    "M": "merge",
    "S": "status",
    "E": "edit",
    "L": "similar",
    "T": "time",
    "F": "find",
    "Del": "delete",
}
PAGE_VERBS: Final = "".join(VERBS)[: -len("Del")]
"""The letters that mean the same in every list of the page."""


class ClaimsTable(QTableView):
    """``verb_asked`` gives a verb's name, ``claim_chosen`` follows the bar, ``entered`` Enter and ``left`` Esc."""

    verb_asked = Signal(str)
    claim_chosen = Signal()
    entered = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listed = ClaimsModel(self)
        self.setModel(self.listed)
        self.setAccessibleName(translate("Claims", "Claims"))
        self.setShowGrid(False)
        RowEnds(self)
        self.set_look(look)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        head = self.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self._on_column_asked)
        keys = VerbKeys(self, PAGE_VERBS + "".join(str(one + 1) for one in range(len(WIDTHS))))
        keys.verb_asked.connect(self._on_verb_asked)
        keys.entered.connect(self.entered)
        keys.left.connect(self.left)
        self._begun: ClaimId | None = None
        self.selectionModel().currentRowChanged.connect(lambda *_: self.claim_chosen.emit())
        self.selectionModel().selectionChanged.connect(lambda *_: self._on_selection_changed())

    @property
    def chosen(self) -> Claim | None:
        """The claim under the bar."""
        row = self.currentIndex().row()
        return self.listed.claims[row].claim if 0 <= row < len(self.listed.claims) else None

    def chosen_claims(self) -> list[Claim]:
        """The claims chosen, the one with which choosing began first."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        found = [self.listed.claims[row].claim for row in rows]
        return sorted(found, key=lambda one: one.id != self._begun)

    def show_claims(
        self,
        found: Sequence[ClaimBrief],
        titles: Mapping[BitextId, str],
        types: Mapping[str, str],
        goal: ClaimId | None,
    ) -> None:
        """List claims; the bar stays on its claim, or goes to ``goal``, or to what is nearest to where it was."""
        before, at = self.chosen, self.currentIndex().row()
        self.listed.show_claims(found, titles, types)
        wanted = goal if goal is not None else before.id if before is not None else None
        row = self.listed.row_of(wanted) if wanted is not None else -1
        if found:
            self._point_at(row if row >= 0 else min(max(at, 0), len(found) - 1))
        else:
            self.claim_chosen.emit()

    def go_to(self, claim: ClaimId) -> bool:
        """Put the bar on a claim; False where it is not listed."""
        row = self.listed.row_of(claim)
        if row >= 0:
            self._point_at(row)
        return row >= 0

    def put_in_order(self, order: Order) -> None:
        """List the claims in another order, with the bar where it was."""
        self.listed.put_in_order(order)
        way = Qt.SortOrder.DescendingOrder if order.descending else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(-1 if order.column is None else order.column, way)
        self.scrollTo(self.currentIndex())

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        dress(self, look.fonts, (ENGLISH, ARABIC))
        head = self.horizontalHeader()
        for column in range(len(WIDTHS)):
            if column not in {ENGLISH, ARABIC}:  # measuring thousands of cells takes too long
                head.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)

    def _point_at(self, row: int) -> None:
        """Choose this claim alone, whatever key is held: Qt's own would take it away with Ctrl."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(self.listed.index(row, 0), only)
        self.scrollTo(self.listed.index(row, 0))

    def _on_selection_changed(self) -> None:
        rows = self.selectionModel().selectedRows()
        if len(rows) == 1 and rows[0].row() < len(self.listed.claims):
            self._begun = self.listed.claims[rows[0].row()].claim.id

    def _on_column_asked(self, column: int) -> None:
        self.put_in_order(self.listed.order.next_by(column))

    def _on_verb_asked(self, key: str) -> None:
        if key.isdigit():
            self._on_column_asked(int(key) - 1)
        else:
            self.verb_asked.emit(VERBS[key])
