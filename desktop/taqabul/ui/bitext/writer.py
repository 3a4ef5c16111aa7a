"""Performs what writes in a bitext, shows what came of it, and takes the cursor there."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.bitext.model import BitextModel, paragraphs_of
from taqabul.ui.bitext.view import BitextView
from taqabul.workflow.library import Library

Write = Callable[[], ChangeSet | None]
Conflicted = Callable[[EditConflict], bool]


class Writer(QObject):
    """One door to the library for whatever is done to the rows.

    ``coming`` goes before what shows an edit, ``changed`` follows it, ``written`` one's own, ``relinked`` one after which other rows may cross, ``failed`` what could
    not be done; ``spared`` gives the changes whose rows were left alone, some of them, because somebody else changed them meanwhile.
    """

    coming = Signal(object)
    changed = Signal(object)
    written = Signal()
    failed = Signal(object)
    spared = Signal(object)
    relinked = Signal()

    def __init__(self, library: Library, bitext: BitextId, model: BitextModel, view: BitextView) -> None:
        super().__init__(view)
        self.library, self.bitext = library, bitext
        self.before_write: Callable[[], bool] = lambda: True
        self._model, self._view = model, view

    def show(self, changes: ChangeSet, *, follow: bool | LinkId = False, by_others: bool = False) -> None:
        """Show an edit that was made elsewhere, by a job for instance; one by others reveals nothing hidden."""
        before = self._view.place()
        self.coming.emit(changes)
        if self._model.apply(changes, reveal=not by_others):
            self.relinked.emit()
        goal = self._model.row_of(follow) if follow is not True and follow else -1
        if follow is True and changes.focus is not None:
            goal = self._model.row_of(changes.focus)
        if goal < 0 and before is not None and not self._view.currentIndex().isValid():
            goal = min(before.position, self._model.count - 1)
        if goal >= 0:
            self._view.go_to(goal)
        self.changed.emit(changes)
        if changes.spared or changes.left:
            self.spared.emit(changes)

    def show_paragraph(self, paragraph: ParagraphId, side: Side, near: int) -> None:
        """Put the cursor on a paragraph that is in one of the rows around."""
        around = range(max(0, near - 3), min(self._model.count, near + 4))
        for position in sorted(around, key=lambda one: abs(one - near)):
            ids = [one.id for one in paragraphs_of(self._model.row(position), side)]
            if paragraph in ids:
                self._view.go_to(position, side, ids.index(paragraph))
                return

    def perform(self, write: Write, *, follow: bool = True, conflicted: Conflicted | None = None) -> bool:
        """Perform a verb that is built elsewhere; True where it was written or there was nothing to do.

        ``conflicted`` says what to do where somebody else was quicker, and whether it is done then.
        """
        return self._write(write, follow=follow, conflicted=conflicted)

    def _write(
        self,
        write: Write,
        *,
        follow: bool | LinkId = False,
        finish: bool = True,
        conflicted: Conflicted | None = None,
    ) -> bool:
        """Perform a verb; True where something was written or there was nothing to do.

        ``conflicted`` says what to do where somebody else was quicker, and whether it is done then.
        """
        if finish and not self.before_write():
            return False
        try:
            changes = write()
        except EditConflict as error:
            return self._settled(error, conflicted)
        except AppError as error:
            self.failed.emit(error)
            return False
        if changes is not None:
            self.show(changes, follow=follow)
            self.written.emit()
        return True

    def _settled(self, error: EditConflict, conflicted: Conflicted | None) -> bool:
        told: AppError = error
        if conflicted is not None:
            try:
                return conflicted(error)
            except AppError as other:
                told = other
        self.failed.emit(told)
        return False
