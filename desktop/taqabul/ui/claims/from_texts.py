"""Claims begun and added to among the texts, with the mention under the cursor."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import ClaimId
from taqabul.ui.claims.claim_verbs import ClaimVerbs
from taqabul.ui.core.i18n import translate
from taqabul.ui.palette.entries import Entry
from taqabul.ui.palette.palette import Palette
from taqabul.workflow.annotating import claims
from taqabul.workflow.annotating.claim_list import ClaimBrief

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

REMARK_MS = 8000


class FromTexts:
    """What of claims is done on the page of a bitext."""

    def __init__(self, window: "MainWindow", verbs: ClaimVerbs) -> None:
        self._window, self._verbs = window, verbs

    def mention(self) -> Annotation | None:
        """The mark picked out, or under the cursor; that there is none is said."""
        desk = self._window.annotating.desk
        if desk is None:
            return None
        if desk.marker.mark_chosen() is None:
            desk.marker.choose_here()
        mark = desk.marker.mark_chosen()
        if mark is None:
            self._tell(translate("Claims", "Pick out a mark first: while annotating (A), “;” does."))
        return mark

    def begin(self) -> ClaimId | None:
        """Begin a claim with the mention under the cursor."""
        mention = self.mention()
        if mention is None:
            return None
        made = self._verbs.perform(lambda: claims.new_claim(self._window.library, [mention.id]))
        if made is None or not made.claims:
            return None
        self._tell(translate("Claims", "A claim was begun. Ctrl+Alt+C shows all claims."))
        return made.claims[0]

    def choose(self, mention: Annotation, found: Sequence[ClaimBrief]) -> None:
        """Offer the claims that there are, and gather the mention into the one chosen."""
        window, library = self._window, self._window.library
        entries = [
            Entry(
                str(one.claim.id),
                one.name,
                one.claim.arabic if one.claim.english else "",
                partial(self._verbs.perform, partial(claims.gather, library, one.claim.id, [mention.id])),
            )
            for one in found
        ]
        palette = Palette(entries, (), window)
        palette.query.setPlaceholderText(translate("Claims", "The claim that this is a mention of"))
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.accepted.connect(lambda: palette.chosen and palette.chosen.run())
        palette.finished.connect(self._to_texts)
        palette.show()

    def _to_texts(self) -> None:
        if self._window.has_page and not self._window.claims.shown:
            self._window.page.view.setFocus()

    def _tell(self, words: str) -> None:
        self._window.statusBar().showMessage(words, REMARK_MS)
