"""The claims of the library: the list, and of the one chosen what it says, its mentions, the like of it, and when."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHeaderView, QSplitter, QTabWidget, QVBoxLayout, QWidget

from taqabul.domain.claims import Claim
from taqabul.domain.ids import BitextId, ClaimId
from taqabul.domain.labels import Attribute
from taqabul.domain.language import Side
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.bitext.look import Look
from taqabul.ui.claims.claim_filters import ClaimFilters
from taqabul.ui.claims.claim_form import ClaimForm
from taqabul.ui.claims.claims_head import ClaimsHead
from taqabul.ui.claims.claims_table import PAGE_VERBS, VERBS, ClaimsTable
from taqabul.ui.claims.figures import figures
from taqabul.ui.claims.like_tab import LikeTab
from taqabul.ui.claims.mention_rows import place_of, snippet_of
from taqabul.ui.claims.snippet_table import SnippetTable
from taqabul.ui.claims.verb_keys import VerbKeys
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.keymap import verb_key
from taqabul.ui.core.own_keys import is_plain
from taqabul.ui.pages.page import Page
from taqabul.workflow.annotating.claim_list import ClaimBrief, Mention
from taqabul.workflow.annotating.similar import Similar

if TYPE_CHECKING:
    from taqabul.ui.claims.timeline import Timeline

FORM_WIDTH = 330
_MENTION_VERBS: Final = VERBS | {"R": "release", "P": "split", "Del": "release"}


class ClaimsPage(Page):
    """Shows and asks, and changes nothing itself. ``verb_asked`` gives a verb's name, ``edited`` a claim as wished, and as it was."""

    verb_asked = Signal(str)
    claim_chosen = Signal()
    edited = Signal(object, object)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._asked: tuple[Attribute, ...] = ()
        self._titles: Mapping[BitextId, str] = {}
        self.mentions: list[Mention] = []
        self.head = ClaimsHead(self)
        self.filters = ClaimFilters(self)
        self.table = ClaimsTable(look, self)
        self.model = self.table.listed
        headings = [
            translate("Claims", "Text"),
            translate("Claims", "Source side"),
            translate("Claims", "Target side"),
        ]
        self.mention_table = SnippetTable(headings, look, self)
        self.mention_table.setAccessibleName(translate("Claims", "Mentions of the claim"))
        self.like = LikeTab(look, self)
        self.form = ClaimForm(self)
        self.tabs = QTabWidget(self)
        self.timeline: Timeline | None = None
        self._time_place = QWidget(self)
        QVBoxLayout(self._time_place).setContentsMargins(0, 0, 0, 0)
        self._later = QTimer(
            self
        )  # what is shown of a claim comes when nothing else is to be done: after the list
        self._later.setSingleShot(True)
        for column in (1, 2):
            self.mention_table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.mention_table.setColumnWidth(0, 190)
        self._lay_out()
        self._connect()
        self.first = self.table

    @property
    def waits(self) -> bool:
        """Whether what is shown of a claim is behind the claim chosen, or somebody is still typing."""
        return self._later.isActive() or self.filters.waits

    @property
    def chosen(self) -> Claim | None:
        """The claim under the bar."""
        return self.table.chosen

    @property
    def figures(self) -> str:
        """How many claims are listed, how far they are, and how many mentions they have."""
        return figures(self.model.claims)

    def chosen_mentions(self) -> list[Mention]:
        """The mentions chosen."""
        return [self.mentions[row] for row in self.mention_table.chosen_rows() if row < len(self.mentions)]

    def show_claims(
        self,
        everything: Sequence[ClaimBrief],
        found: Sequence[ClaimBrief],
        titles: Mapping[BitextId, str],
        asked: Sequence[Attribute],
        goal: ClaimId | None,
    ) -> None:
        """List claims; the bar stays on its claim, or goes to ``goal``."""
        self._titles, self._asked = titles, tuple(asked)
        kinds = (choice for one in asked if one.key == "type" for choice in one.choices)
        self.filters.offer(everything, titles, asked)
        self.filters.tell(len(found))
        self.table.show_claims(found, titles, {one.key: in_words(one.name, one.key) for one in kinds}, goal)
        self.table.viewport().repaint()  # the list is seen before anything of a claim is read
        if self.timeline is not None:
            self.timeline.show_claims(self.model.claims)

    def show_mentions(self, mentions: Sequence[Mention]) -> None:
        """List the mentions of the claim chosen, in context."""
        self.mentions = list(mentions)
        self.mention_table.show_lines(
            [(place_of(one), snippet_of(one, Side.SOURCE), snippet_of(one, Side.TARGET)) for one in mentions]
        )

    def show_similar(self, of: ClaimId, found: Sequence[Similar]) -> None:
        """List what says the like of a claim, if that is still the one chosen."""
        if self.chosen is not None and self.chosen.id == of:
            self.like.show_similar(of, found, self._titles)

    def begin_similar(self) -> None:
        """Somebody looks for what says the like."""
        self.tabs.setCurrentWidget(self.like)
        self.like.setFocus()
        self.like.begin()

    def show_timeline(self) -> None:
        """Show when the claims listed are dated, and give that the keyboard."""
        if self.timeline is None:
            from taqabul.ui.claims.timeline import Timeline  # noqa: PLC0415 - loaded beside the window

            self.timeline = Timeline(self)
            layout = self._time_place.layout()
            if layout is not None:
                layout.addWidget(self.timeline)
            self.timeline.set_colours(self._look.colours)
            self.timeline.pressed.connect(self.go_to_claim)
            self.timeline.left.connect(self.table.setFocus)
            self.timeline.show_claims(self.model.claims)
        self.tabs.setCurrentWidget(self._time_place)
        self.timeline.setFocus()

    def go_to_claim(self, claim: ClaimId) -> None:
        """Put the bar on a claim."""
        if self.table.go_to(claim):
            self.table.setFocus()

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self._look = look
        for table in (self.table, self.mention_table, self.like.table):
            table.set_look(look)
        if self.timeline is not None:
            self.timeline.set_colours(look.colours)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc that no part of the page wants leads back; letters on the timeline mean what they mean in the lists."""
        verb = verb_key(event.text()) if is_plain(event) else ""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif verb and verb in PAGE_VERBS and self.timeline is not None and self.timeline.hasFocus():
            self.table.verb_asked.emit(VERBS[verb])
        else:
            super().keyPressEvent(event)

    def settle(self) -> None:
        """Show of the claim chosen what there is, now."""
        if self._later.isActive():
            self._later.stop()
            self._show_chosen()

    def begin_editing(self) -> None:
        """Write what the claim says."""
        self.settle()
        self.form.begin()

    def _show_chosen(self) -> None:
        claim = self.chosen
        self.form.show_claim(claim, self._asked, self._look.colours)
        if claim is None:
            self.show_mentions(())
        self.like.keep_for(None if claim is None else claim.id)
        self.claim_chosen.emit()

    def _on_entered(self) -> None:
        self.tabs.setCurrentWidget(self.mention_table)
        self.mention_table.setFocus()

    def _on_tab_changed(self, at: int) -> None:
        if self.tabs.widget(at) is self._time_place and self.timeline is None:
            self.show_timeline()

    def _connect(self) -> None:
        self.table.entered.connect(self._on_entered)
        self.table.left.connect(self.left)
        self.table.verb_asked.connect(self.verb_asked)
        self.table.claim_chosen.connect(self._later.start)
        self._later.timeout.connect(self._show_chosen)
        mention_keys = VerbKeys(self.mention_table, "RP" + PAGE_VERBS)
        mention_keys.entered.connect(lambda: self.verb_asked.emit("go to mention"))
        mention_keys.verb_asked.connect(lambda key: self.verb_asked.emit(_MENTION_VERBS[key]))
        for part in (mention_keys, self.like, self.form, self.filters):
            part.left.connect(self.table.setFocus)
        for asking in (self.like, self.head):
            asking.verb_asked.connect(self.verb_asked)
        self.head.left.connect(self.left)
        self.form.changed.connect(self.edited)
        find = QShortcut(QKeySequence.StandardKey.Find, self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.filters.begin)
        self.tabs.currentChanged.connect(self._on_tab_changed)

    def _lay_out(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.mention_table, translate("Claims", "Mentions"))
        self.tabs.addTab(self.like, translate("Claims", "What says the like"))
        self.tabs.addTab(self._time_place, translate("Claims", "Timeline"))
        below = QSplitter(Qt.Orientation.Horizontal, self)
        below.addWidget(self.tabs)
        below.addWidget(self.form)
        below.setStretchFactor(0, 1)
        below.setSizes([1000, FORM_WIDTH])
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setSizes([220, 360])
        parts.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 6, 8, 6)
        layout.addWidget(self.head)
        layout.addWidget(self.filters)
        layout.addWidget(parts, 1)
