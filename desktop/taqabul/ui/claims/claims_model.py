"""The claims of a library as a table: what is claimed in both languages, by whom, where and when."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.ids import BitextId, ClaimId
from taqabul.domain.language import Language
from taqabul.text.direction import language_of
from taqabul.text.folding import fold_key
from taqabul.ui.annotation.status_buttons import STATUSES
from taqabul.ui.claims.dates import days_of
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, say, translate
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
ENGLISH, ARABIC, STATUS, MENTIONS, DATE = 0, 1, 2, 3, 7
_STATUSES = [*AnnotationStatus]
Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()


class Order(NamedTuple):
    """By which column claims are listed, and whether the other way round; by none, the oldest come first."""

    column: int | None = None
    descending: bool = False

    def next_by(self, column: int) -> "Order":
        """What asking for a column once more gives: up, down, as they were made."""
        if self.column != column:
            return Order(column)
        return Order() if self.descending else Order(column, descending=True)


class ClaimsModel(QAbstractTableModel):
    """A line a claim."""

    claims: Sequence[ClaimBrief] = ()
    order = Order()
    _titles: Mapping[BitextId, str] = {}
    _types: Mapping[str, str] = {}

    def show_claims(
        self, claims: Sequence[ClaimBrief], titles: Mapping[BitextId, str], types: Mapping[str, str]
    ) -> None:
        """Show others; ``types`` says what kinds of claims are called."""
        self.beginResetModel()
        self._titles, self._types = titles, types
        self.claims = self._ordered(claims)
        self.endResetModel()

    def put_in_order(self, order: Order) -> None:
        """List them in another order; what was chosen stays chosen."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        claims = [self.claims[index.row()].claim.id for index in before]
        self.order = order
        self.claims = self._ordered(sorted(self.claims, key=lambda one: one.claim.id))
        rows = {one.claim.id: row for row, one in enumerate(self.claims)}
        after = [self.index(rows[id_], index.column()) for id_, index in zip(claims, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(HEADINGS) - 1)

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
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return say(HEADINGS[section])
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Claims", "In the order of this column: {key}, or a click").format(
                key=section + 1
            )
        return None

    def _ordered(self, claims: Sequence[ClaimBrief]) -> Sequence[ClaimBrief]:
        """Claims, given the oldest first, in the order wanted; cells that say nothing come last either way."""
        column, descending = self.order
        if column is None:
            return claims
        keys = [(self._key(one, column), one) for one in claims]
        said = [one for one in keys if one[0] not in {"", None}]
        silent = [one for key, one in keys if key in {"", None}]
        return [one for _, one in sorted(said, key=lambda pair: pair[0], reverse=descending)] + silent

    def _key(self, one: ClaimBrief, column: int) -> Any:  # noqa: ANN401 - of one kind within a column
        """What a cell is put in order by: words whatever their spelling, dates and figures as what they mean."""
        if column == STATUS:
            return _STATUSES.index(one.claim.status)
        if column == MENTIONS:
            return one.mentions
        if column == DATE:
            return min(
                (days for written in one.dates if (days := days_of(written)) is not None), default=None
            )
        return fold_key(self._cells(one)[column])

    def _cells(self, one: ClaimBrief) -> tuple[str, ...]:
        kinds = dict(one.claim.attributes).get("type", ())
        quote = f"“{one.quote}”" if one.quote else ""
        is_arabic = language_of(one.quote) is Language.ARABIC
        return (
            one.claim.english or ("" if is_arabic else quote),
            one.claim.arabic or (quote if is_arabic else ""),
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
