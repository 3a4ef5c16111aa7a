"""What says the like of a claim, as a list: other claims, mentions of none, passages that nobody marked."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QVBoxLayout, QWidget

from taqabul.domain.ids import BitextId, ClaimId
from taqabul.ui.bitext.look import Look
from taqabul.ui.claims.claims_table import PAGE_VERBS, VERBS
from taqabul.ui.claims.similar_words import kind_of, parts_of, words_of
from taqabul.ui.claims.snippet_table import SnippetTable
from taqabul.ui.claims.verb_keys import VerbKeys
from taqabul.ui.core.i18n import translate
from taqabul.ui.pages.page import Page
from taqabul.workflow.annotating.similar import Similar

WIDTHS = {0: 190, 2: 220}
WORDS = 1
_VERBS: Final = {one: VERBS[one] for one in PAGE_VERBS} | {"O": "go to similar"}


class LikeTab(Page):
    """``verb_asked`` gives "gather", "go to similar" or a verb of the page; ``left`` asks to go back to the claims."""

    verb_asked = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.similar: list[Similar] = []
        self.of: ClaimId | None = None
        self._titles: Mapping[BitextId, str] = {}
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        headings = [
            translate("Claims", "What it is"),
            translate("Claims", "Words"),
            translate("Claims", "How like"),
        ]
        self.table = SnippetTable(headings, look, self)
        self.table.setAccessibleName(translate("Claims", "What says the like"))
        self.table.horizontalHeader().setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(self.told)
        layout.addWidget(self.table, 1)
        keys = VerbKeys(self.table, "".join(_VERBS))
        keys.entered.connect(lambda: self.verb_asked.emit("gather"))
        keys.verb_asked.connect(lambda key: self.verb_asked.emit(_VERBS[key]))
        keys.left.connect(self.left)
        self.first = self.table

    @property
    def chosen(self) -> Similar | None:
        """What is under the bar."""
        row = self.table.currentRow()
        return self.similar[row] if 0 <= row < len(self.similar) else None

    def chosen_lines(self) -> list[Similar]:
        """All that is chosen."""
        return [self.similar[row] for row in self.table.chosen_rows() if row < len(self.similar)]

    def begin(self) -> None:
        """Somebody looks for the like."""
        self.told.setText(translate("Claims", "Looking for what says the like…"))

    def show_similar(self, of: ClaimId, found: Sequence[Similar], titles: Mapping[BitextId, str]) -> None:
        """List what was found for a claim."""
        self.similar, self.of, self._titles = list(found), of, titles
        self._show(at=0)
        self.told.setText(
            translate(
                "Claims",
                "Enter gathers what is chosen (Shift+↓ chooses more), O shows it among its pairs, L looks again.",
            )
            if found
            else translate("Claims", "Nothing says the like.")
        )

    def keep_for(self, claim: ClaimId | None) -> None:
        """Another claim is chosen: what was found for the one before goes."""
        if claim is None or claim != self.of:
            self.similar, self.of = [], None
            self._show()
            self.told.setText(
                translate("Claims", "L looks for what says the like in all texts, in both languages.")
            )

    def drop(self, some: Sequence[Similar]) -> None:
        """They were gathered: they are no candidates any more, and the bar is on the first that was not looked at."""
        goes = [any(one is other for other in some) for one in self.similar]
        at = self.table.currentRow()
        self.similar = [one for one, gone in zip(self.similar, goes, strict=True) if not gone]
        self._show(at - sum(goes[: max(at, 0)]))

    def _show(self, at: int | None = None) -> None:
        lines = [(kind_of(one, self._titles), words_of(one), parts_of(one.rating)) for one in self.similar]
        self.table.show_lines(lines, at)
