"""The claims of a library as a table: what is claimed in both languages, by whom, where and when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from taqabul.domain.ids import BitextId, ClaimId
from taqabul.domain.language import Language
from taqabul.ui.annotation.mark_panel import STATUSES
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say
from taqabul.ui.dialogs.pair_table import LANGUAGE
from taqabul.workflow.annotating.claim_list import ClaimBrief

HEADINGS = (
    QT_TRANSLATE_NOOP("Claims", "Claim"),
    QT_TRANSLATE_NOOP("Claims", "In Arabic"),
    QT_TRANSLATE_NOOP("Claims", "Status"),
    QT_TRANSLATE_NOOP("Claims", "Mentions"),
    QT_TRANSLATE_NOOP("Claims", "Claimer"),
    QT_TRANSLATE_NOOP("Claims", "Type"),
    QT_TRANSLATE_NOOP("Claims", "Texts"),
    QT_TRANSLATE_NOOP("Claims", "Date"),
)
ENGLISH, ARABIC = 0, 1
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class ClaimsModel(QAbstractTableModel):
    """A line a claim, the oldest first."""

    claims: Sequence[ClaimBrief] = ()
    _titles: Mapping[BitextId, str] = {}
    _types: Mapping[str, str] = {}

    def show_claims(
        self, claims: Sequence[ClaimBrief], titles: Mapping[BitextId, str], types: Mapping[str, str]
    ) -> None:
        """Show others; ``types`` says what kinds of claims are called."""
        self.beginResetModel()
        self.claims, self._titles, self._types = claims, titles, types
        self.endResetModel()

    def row_of(self, claim: ClaimId) -> int:
        """Where a claim stands, -1 where it does not."""
        return next((row for row, one in enumerate(self.claims) if one.claim.id == claim), -1)

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """A line a claim."""
        return 0 if parent.isValid() else len(self.claims)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """A column a heading."""
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The words of a cell, and the language of the claim's own."""
        if role == LANGUAGE:
            return {ENGLISH: Language.ENGLISH, ARABIC: Language.ARABIC}.get(index.column())
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return self._cells(self.claims[index.row()])[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands in the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is Qt.Orientation.Vertical:
            return None
        return say(HEADINGS[section])

    def _cells(self, one: ClaimBrief) -> tuple[str, ...]:
        kinds = dict(one.claim.attributes).get("type", ())
        return (
            one.claim.english,
            one.claim.arabic,
            say(STATUSES[one.claim.status]),
            str(one.mentions),
            _listed(one.claimers),
            _listed([self._types.get(kind, kind) for kind in kinds]),
            _listed([self._titles.get(bitext, "") for bitext in one.bitexts]),
            _listed(one.dates),
        )


def _listed(words: Sequence[str]) -> str:
    """Names on one line, each in its own direction."""
    return " · ".join(f"\u2068{one}\u2069" for one in words)
