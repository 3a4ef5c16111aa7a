"""Verbs of the window on the rows chosen that ask something first, or take long."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, InvalidEdit
from taqabul.domain.ids import LinkId
from taqabul.ui.core.i18n import translate
from taqabul.ui.dialogs.reason_dialog import ReasonDialog
from taqabul.ui.dialogs.sure_dialog import SureDialog
from taqabul.workflow import history, reviewing

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

AT_ONCE = 100
"""Up to so many rows are shifted before a person notices that it takes time."""
CONFIRMED_AT_ONCE = 2000
REASONS = 12
_NOTHING: tuple[frozenset[LinkId], str] = (frozenset(), "")
"""Rows, and a reason typed for them that could not be written: it is offered again."""


class RowVerbs:
    """Performs them on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._unwritten = _NOTHING

    def shift(self, *, up: bool) -> None:
        """Move the side of the cursor, from this row down to the next decided one, by one row."""
        page = self._window.page
        place = page.view.place()
        if place is None or self._some_are_hidden():
            return
        paragraph = place.paragraph

        def verb() -> ChangeSet:
            return reviewing.shift(page.library, page.summary.id, place.side, place.row.link.id, up=up)

        def follow() -> None:
            if paragraph is not None:
                page.reviewer.show_paragraph(paragraph.id, place.side, near=place.position)

        if page.model.count - place.position > AT_ONCE:
            self._beside(verb, follow, translate("RowVerbs", "Moving one side of the rows below"))
        elif page.reviewer.perform(verb):
            follow()

    def undo(self) -> None:
        """Take the last edit back."""
        self._turn(redo=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._turn(redo=True)

    def swap(self) -> None:
        """Exchange the side of the cursor between two chosen rows, or this row and the next."""
        page = self._window.page
        place = page.view.place()
        if place is None:
            return
        chosen = [page.model.link_at(position) for position in page.view.selected_positions()]
        pair = chosen if len(chosen) == 2 else [place.row.link.id]
        if len(pair) == 1 and self._some_are_hidden():
            return
        page.reviewer.perform(lambda: reviewing.swap(page.library, page.summary.id, place.side, *pair))

    def toggle_bookmark(self) -> None:
        """Give the chosen rows bookmarks, or take them away where all have one."""
        page = self._window.page
        chosen = page.view.selected_positions()
        on = not page.model.table.bookmarked[chosen].all()
        links = [page.model.link_at(position) for position in chosen]
        page.reviewer.perform(
            lambda: reviewing.set_bookmarks(page.library, page.summary.id, links, on=bool(on))
        )

    def go_to_bookmark(self, step: int) -> None:
        """Go to the next row with a bookmark, or the one before."""
        page = self._window.page
        page.navigator.go(
            np.flatnonzero(page.model.table.bookmarked), step, translate("RowVerbs", "No row has a bookmark.")
        )

    def mark_for_review(self) -> None:
        """Mark the chosen rows for another look, and say why."""
        page = self._window.page
        place = page.view.place()
        if place is None:
            return
        links = [page.model.link_at(position) for position in page.view.selected_positions()]
        known = reviewing.last_reasons(page.library, REASONS)
        meant, typed = self._unwritten
        reason = typed if meant.intersection(links) else place.row.link.reason
        dialog = ReasonDialog(reason, known, len(links), self._window)
        if dialog.exec() == ReasonDialog.DialogCode.Accepted:
            self._unwritten = frozenset(links), dialog.reason
            if page.reviewer.mark_for_review(links, dialog.reason):
                self._unwritten = _NOTHING
        dialog.deleteLater()

    def confirm_sure(self) -> None:
        """Ask from which confidence on pairs are confirmed, and confirm those."""
        page = self._window.page
        if not page.editing.finish():
            return
        dialog = SureDialog(page.model, self._window)
        if dialog.exec() == SureDialog.DialogCode.Accepted:
            self._confirm(dialog.links)
        dialog.deleteLater()

    def _confirm(self, links: list[LinkId]) -> None:
        page = self._window.page

        def verb() -> ChangeSet:
            return reviewing.confirm_sure(page.library, page.summary.id, links)

        if len(links) > CONFIRMED_AT_ONCE:
            self._beside(verb, lambda: None, translate("RowVerbs", "Confirming the sure pairs"))
        else:
            page.reviewer.perform(verb)

    def _turn(self, *, redo: bool) -> None:
        page = self._window.page
        here = page.library, page.summary.id
        if not page.editing.finish() or self._turned_beside(redo=redo):
            return
        if history.is_large(*here, redo=redo):
            title = (
                translate("RowVerbs", "Doing it again") if redo else translate("RowVerbs", "Taking it back")
            )
            turn = history.redo if redo else history.undo
            self._beside(lambda: turn(*here), lambda: None, title, go_there=True)
        elif redo:
            page.reviewer.redo()
        else:
            page.reviewer.undo()

    def _turned_beside(self, *, redo: bool) -> bool:
        """Whether it was the turn of something that touches no text."""
        page = self._window.page
        try:
            turned = page.asides.turn(redo=redo)
        except AppError as error:
            page.failed.emit(error)
            return True
        if turned:
            self._window.refresh()
        return turned

    def _some_are_hidden(self) -> bool:
        """Whether a filter hides rows that a verb would change unseen; that is said."""
        page = self._window.page
        if page.model.is_filtered:
            hint = translate("RowVerbs", "Show all rows first.")
            page.failed.emit(
                InvalidEdit(translate("RowVerbs", "This would change rows that the filter hides."), hint)
            )
        return page.model.is_filtered

    def _beside(
        self,
        verb: Callable[[], ChangeSet | None],
        follow: Callable[[], None],
        title: str,
        *,
        go_there: bool = False,
    ) -> None:
        window, page = self._window, self._window.page
        if not page.editing.finish():
            return

        def show(changes: ChangeSet | None) -> None:
            if changes is not None and window.has_page and window.page is page:
                page.reviewer.show(changes, follow=go_there)
                follow()

        def fail(error: Exception) -> None:
            if not isinstance(error, AppError):
                raise error
            if window.has_page and window.page is page:
                page.reviewer.failed.emit(error)
            else:
                window.messages.show_error(error)

        window.runner.start(lambda _progress: verb(), show, fail, title)
