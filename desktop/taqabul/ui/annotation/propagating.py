"""From a mark to the same words elsewhere: looks beside the window, asks, marks what is ticked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from taqabul.domain.annotation import Annotation, Span
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.language import Side
from taqabul.domain.options import Progress
from taqabul.text.direction import isolated
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.label_book import across
from taqabul.ui.annotation.propagate_dialog import PropagateDialog
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job
from taqabul.workflow.annotating import propagating, reading
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.annotating.propagating import Occurrence, Scope
from taqabul.workflow.projects import list_bitexts
from taqabul.workflow.word_links import Stretch

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

MADE = QT_TRANSLATE_NOOP("Propagate", "%n mark(s)")
IN_BITEXTS = QT_TRANSLATE_NOOP("Propagate", "in %n bitext(s)")
_MOST_TITLES = 4
_Found = tuple[list[Occurrence], dict[BitextId, str]]


class PropagateFlow(QObject):
    """Propagates on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._job: Job[_Found] | None = None
        self.dialog: PropagateDialog | None = None

    @property
    def waits(self) -> bool:
        """Whether places are being looked for."""
        return self._job is not None

    def ask(self, desk: Desk) -> None:
        """Show where else the words of the mark picked out stand."""
        mark = desk.marker.mark_chosen()
        if mark is None and desk.marker.choose_here():
            mark = desk.marker.mark_chosen()
        span = None if mark is None else next((one for one in mark.spans if not one.is_gap), None)
        if mark is None or span is None:
            desk.page.told.emit(translate("Propagate", "Choose a mark that stands on words first."))
            return
        place = desk.page.view.place()
        ids = () if place is None else [one.id for one in paragraphs_of(place.row, Side.SOURCE)]
        side = Side.SOURCE if span.paragraph in ids else Side.TARGET
        page = desk.page
        dialog = PropagateDialog(
            desk.marker.book.name(mark), span.quote, page.model.language(side), page.view.look, self._window
        )
        self.dialog = dialog
        dialog.asked.connect(lambda: self._look(mark, span))
        self._look(mark, span)
        if dialog.exec() == PropagateDialog.DialogCode.Accepted:
            self._put(desk, mark, dialog.ticked, both=dialog.both.isChecked())
        self.dialog = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
        dialog.deleteLater()

    def _look(self, mark: Annotation, span: Span) -> None:
        dialog = self.dialog
        if dialog is None:
            return
        if self._job is not None:
            self._job.cancel()
        dialog.wait()
        library, stretch = self._window.library, Stretch(span.paragraph, span.start, span.end)
        scope, clitics = dialog.chosen_scope, dialog.clitics.isChecked()

        def look(progress: Progress) -> _Found:
            places = propagating.equal_words(
                library,
                mark.bitext,
                stretch,
                mark.label_set,
                mark.label,
                scope,
                clitics=clitics,
                progress=progress,
            )
            if scope is Scope.DOCUMENT:
                return places, {}
            return places, {one.id: one.title for one in list_bitexts(library)}

        self._job = self._window.runner.start(look, self._take, self._on_failed)

    def _take(self, found: _Found) -> None:
        self._job = None
        if self.dialog is not None:
            self.dialog.show_places(*found)

    def _put(self, desk: Desk, mark: Annotation, chosen: list[Occurrence], *, both: bool) -> None:
        library = self._window.library
        given = Given(mark.label_set, mark.label, mark.attributes)
        known = desk.marker.book.sets.get(mark.label_set)
        kind = None if known is None else across(known)

        def put(progress: Progress) -> ChangeSet:
            facing = propagating.facing(library, chosen, progress) if both else None
            tie = None if kind is None else kind.key
            return propagating.propagate(library, mark.bitext, chosen, given, facing, tie)

        self._window.runner.start(
            put,
            lambda made: self._show(desk, made),
            self._on_failed,
            translate("Propagate", "Marking the same words"),
        )

    def _show(self, desk: Desk, made: ChangeSet) -> None:
        window = self._window
        if window.has_page and window.page is desk.page:
            desk.page.reviewer.show(made)
            desk.page.told.emit(self._words(made))

    def _words(self, made: ChangeSet) -> str:
        """How much was marked where, and that one step takes all of it back."""
        library = self._window.library
        bitexts = {one.bitext for one in reading.annotations(library, made.annotations)}
        told = f"{plural(MADE, len(made.annotations))} {plural(IN_BITEXTS, len(bitexts))}"
        if bitexts <= {made.bitext}:
            return told
        titles = [isolated(one.title) for one in list_bitexts(library) if one.id in bitexts]
        named = ", ".join(titles[:_MOST_TITLES]) + (" …" if len(titles) > _MOST_TITLES else "")
        undo = translate("Propagate", "Undo, here, takes all of them back: {titles}")
        return f"{told}. {undo.format(titles=named)}"

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        if self.dialog is not None:
            self.dialog.count.setText(error.message)
        else:
            self._window.messages.show_error(error)
