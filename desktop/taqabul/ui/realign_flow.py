"""Aligning anew in the window: the aligner works beside it, a person looks at what would change, then it is done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, InvalidEdit
from taqabul.domain.ids import LinkId
from taqabul.domain.language import Side
from taqabul.domain.options import AlignOptions, Progress
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.realign_dialog import RealignDialog
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow import compute, pinpointing, realigning
from taqabul.workflow.differences import Differences, differences
from taqabul.workflow.realigning import Proposal

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class RealignFlow:
    """Aligns anew on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    def everything(self) -> None:
        """Align anew what nobody decided on."""
        self._propose(None, translate("RealignFlow", "Aligning anew what is not confirmed"))

    def chosen(self) -> None:
        """Align the chosen rows anew, but for those that were decided on."""
        page = self._window.page
        rows = [page.model.link_at(position) for position in page.view.selected_positions()]
        self._propose(rows, translate("RealignFlow", "Aligning the chosen pairs anew"))

    def pinpoint(self) -> None:
        """Link what is picked for good, and align anew what lies between the settled rows around it."""
        page, library = self._window.page, self._window.library
        if not page.editing.finish():
            return
        sides = page.reviewer.picked_or_here()
        if sides is None:
            return
        if any(len(picked) > 1 for picked in sides.values()):
            hint = translate("RealignFlow", "Pick one paragraph on each side.")
            page.failed.emit(
                InvalidEdit(translate("RealignFlow", "Two paragraphs are pinned to each other."), hint)
            )
            return
        pair = (sides[Side.SOURCE][0], sides[Side.TARGET][0])

        def work(progress: Progress) -> tuple[ChangeSet, LinkId]:
            return pinpointing.pinpoint(
                library, page.summary.id, *pair, AlignOptions(), progress, compute.propose_in_process
            )

        def show(done: tuple[ChangeSet, LinkId]) -> None:
            if self._is_open(page):
                page.reviewer.show(done[0], follow=done[1])
                page.reviewer.clear_picks()

        title = translate("RealignFlow", "Aligning anew around the two paragraphs")
        self._window.runner.start(work, show, lambda error: self._fail(page, error), title)

    def _propose(self, only: Sequence[LinkId] | None, title: str) -> None:
        page, library = self._window.page, self._window.library
        if not page.editing.finish():
            return

        def work(progress: Progress) -> tuple[Proposal, Differences]:
            proposal = realigning.propose_again(
                library, page.summary.id, AlignOptions(), progress, compute.propose_in_process, only
            )
            return proposal, differences(proposal)

        def look(found: tuple[Proposal, Differences]) -> None:
            if self._is_open(page):
                self._look(page, *found)

        self._window.runner.start(work, look, lambda error: self._fail(page, error), title)

    def _look(self, page: BitextPage, proposal: Proposal, found: Differences) -> None:
        """Show what would change; it is done where the person agrees."""
        if not (found.changes or found.refreshed):
            said = translate("RealignFlow", "Aligning again changes nothing.")
            decided = translate("RealignFlow", "Nothing here may be aligned anew: it is all decided on.")
            page.announced.emit(" ".join([said if proposal.present.free else decided, *proposal.remarks]))
            return
        languages = {side: page.model.language(side) for side in Side}
        dialog = RealignDialog(found, proposal.remarks, languages, page.view.look, self._window)
        if dialog.exec() == RealignDialog.DialogCode.Accepted:
            self._apply(page, proposal)
        dialog.deleteLater()

    def _apply(self, page: BitextPage, proposal: Proposal) -> None:
        library = self._window.library

        def show(changes: ChangeSet) -> None:
            if self._is_open(page):
                page.reviewer.show(changes)

        self._window.runner.start(
            lambda _progress: realigning.apply_proposal(library, proposal),
            show,
            lambda error: self._fail(page, error),
            translate("RealignFlow", "Taking the new alignment over"),
        )

    def _is_open(self, page: BitextPage) -> bool:
        return self._window.has_page and self._window.page is page

    def _fail(self, page: BitextPage, error: Exception) -> None:
        if not isinstance(error, AppError):
            raise error
        if self._is_open(page):
            page.reviewer.failed.emit(error)
        else:
            self._window.messages.show_error(error)
