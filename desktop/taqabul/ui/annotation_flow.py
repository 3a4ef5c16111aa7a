"""Annotating in the window: the panel beside the texts, the label sets in use, what its actions do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from taqabul.domain.errors import AppError
from taqabul.domain.ids import AnnotationId
from taqabul.text.direction import isolated
from taqabul.ui.annotation.bitext_tabs import BitextTabs
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.label_palettes import LabelPalettes
from taqabul.ui.annotation.listing import Listing
from taqabul.ui.annotation.mark_dock import MarkDock
from taqabul.ui.annotation.orphan_keeper import OrphanKeeper
from taqabul.ui.annotation.propagating import PropagateFlow
from taqabul.ui.annotation.thread_keeper import ThreadKeeper
from taqabul.ui.annotation.tie_keeper import TieKeeper
from taqabul.ui.annotation.tying import Begun
from taqabul.ui.company.wordings import keep_typed, typed_is_kept
from taqabul.ui.core.i18n import translate
from taqabul.workflow import label_sets
from taqabul.workflow.annotating import adjudicating, reading

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class AnnotationFlow(QObject):
    """Annotates on behalf of a main window; ``desk`` is there while a bitext is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._begun = Begun()
        self.propagating = PropagateFlow(window)
        self.desk: Desk | None = None
        self._lists: BitextTabs | None = None
        self._palettes = LabelPalettes(window, self._to_texts)
        self.dock = MarkDock(window, window.labels.dock)
        self.tabs, self.panel = self.dock.tabs, self.dock.panel
        self.dock.visibilityChanged.connect(lambda _seen: self._show_mark())
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.timeout.connect(self._show_mark)
        window.labels.changed.connect(lambda _changed: self.take_sets())
        self.panel.attributes_changed.connect(
            lambda values, began: self._at_desk(lambda desk: desk.changes.set_attributes(values, began))
        )
        self.panel.comment_changed.connect(
            lambda text, began: self._at_desk(lambda desk: desk.changes.set_comment(text, began))
        )
        self.panel.status_changed.connect(
            lambda status: self._at_desk(lambda desk: desk.changes.set_status(status))
        )
        self._ties = TieKeeper(
            self.panel.tied,
            lambda: self.desk,
            partial(self._palettes.ask_type, back=self.panel.ties.setFocus),
            self.go_to,
            window.messages.show_error,
        )
        self.panel.left.connect(self._to_texts)
        self.panel.lost.connect(self._tell_lost)

    @property
    def is_on(self) -> bool:
        """Whether annotating is on."""
        return self.desk is not None and self.desk.mode.is_on

    @property
    def listing(self) -> Listing | None:
        """The list of all marks, while a bitext is open."""
        return None if self._lists is None else self._lists.listing

    @property
    def orphans(self) -> OrphanKeeper | None:
        """The list of marks that lost their words."""
        return None if self._lists is None else self._lists.orphans

    @property
    def threads(self) -> ThreadKeeper | None:
        """The list of note threads."""
        return None if self._lists is None else self._lists.threads

    @property
    def panel_shown(self) -> bool:
        """Whether the panel is in view."""
        return not self.dock.isHidden()

    def attach(self) -> None:
        """A bitext was opened."""
        window = self._window
        page = window.page
        desk = self.desk = Desk(page, window.runner, window.settings, self._begun, self._palettes.ask_type)
        desk.changed.connect(self._on_desk_changed)
        desk.mode.turned.connect(self._on_mode_turned)
        desk.panel_asked.connect(self._on_panel_asked)
        desk.set_asked.connect(self.next_set)
        desk.any_asked.connect(self.choose_label)
        self._lists = BitextTabs(desk, window.runner, self.tabs, self._to_texts)
        self.take_sets()

    def detach(self) -> None:
        """The bitext is left."""
        if self._lists is not None:
            self._lists.stop()
            self._lists = None
        if self.desk is not None:
            self.desk.stop()
            self.desk = None
        self.dock.hide()

    def take_sets(self) -> None:
        """Read the label sets anew: they may have been edited."""
        try:
            sets = label_sets.label_sets(self._window.library)
        except AppError as error:
            self._window.messages.show_error(error)
            return
        if self.desk is not None:
            self.desk.take_sets(sets.values(), self._window.settings.label_set)

    def apply_look(self) -> None:
        """Another theme or zoom."""
        if self.desk is not None:
            self.desk.set_look()
            if self.listing is not None:
                self.listing.set_look(self.desk.page.view.look)
            self._show_mark()

    # What the actions do.

    def toggle(self) -> None:
        """Begin to annotate, or leave."""
        if self.desk is not None and self.desk.page.editing.finish():
            self.desk.mode.set_on(on=not self.desk.mode.is_on)
            self._to_texts()
            self._window.prompts.ask_author_once()

    def toggle_panel(self) -> None:
        """Show the panel, or hide it."""
        shown = self._window.settings.marks_panel = not self.panel_shown
        self._show_panel(shown=shown)
        self._window.refresh()

    def show_list(self) -> None:
        """List the marks of the bitext."""
        if self.listing is not None:
            self._show_panel(shown=True)
            self.tabs.setCurrentWidget(self.listing.view)
            self.listing.view.begin()

    def show_orphans(self) -> None:
        """List the marks that lost their words."""
        if self.orphans is not None:
            self._show_panel(shown=True)
            self.tabs.setCurrentWidget(self.orphans.panel)
            self.orphans.panel.begin()

    def show_threads(self) -> None:
        """List the note threads; while annotating, a note on the chosen mark may be begun at once."""
        if self.threads is not None and self.desk is not None:
            self._show_panel(shown=True)
            self.tabs.setCurrentWidget(self.threads.panel)
            if self.is_on and self.desk.marker.mark_chosen() is not None:
                self.threads.panel.write("mark")
            else:
                self.threads.panel.begin()

    def mark_hit(self) -> None:
        """Annotate what the search stands on, or the place under the bar of the list of places."""
        self._window.search.enter()
        if self.desk is not None:
            self.desk.mode.set_on(on=True)
            self.desk.mode.settle()
            self._to_texts()
            self._window.prompts.ask_author_once()

    def propagate(self) -> None:
        """Put the chosen mark's label wherever the same words stand."""
        if self.desk is not None:
            self.propagating.ask(self.desk)

    def next_set(self) -> None:
        """Give labels of the next set."""
        if self.desk is not None:
            key = self._window.settings.label_set = self.desk.next_set()
            if self._window.settings.guidelines:
                self._window.labels.show_guidelines(key)

    def choose_label(self) -> None:
        """Give a label by its name."""
        if self.desk is not None:
            self._palettes.ask_label(self.desk)

    def _at_desk(self, do: Callable[[Desk], object]) -> None:
        if self.desk is not None:
            do(self.desk)

    def _to_texts(self) -> None:
        if self._window.has_page:
            self._window.page.view.setFocus()

    def _tell_lost(self, typed: str) -> None:
        """Say where that is which was written and could not be kept: no value, or not asked of the mark any more."""
        keep_typed(typed)
        told = translate("Annotating", "“{words}” could not be kept on the mark.").format(
            words=isolated(typed)
        )
        self._window.messages.show_message(f"{told} {typed_is_kept()}")

    def _show_panel(self, *, shown: bool) -> None:
        if shown:
            self.dock.bring_up()
            self._show_mark()
        else:
            self.dock.hide()

    def _show_mark(self) -> None:
        """Show the mark picked out, where the panel is seen."""
        self._showing.stop()
        desk = self.desk
        if desk is None or self.dock.isHidden():
            return
        mark = desk.marker.mark_chosen()
        ties = [] if mark is None else desk.tying.ties(mark)
        people = {} if mark is None else desk.remembered.people(mark.label_set)
        decision = None if mark is None else adjudicating.what_became_of(self._window.library, mark)
        self.panel.show_mark(mark, desk.marker.book, ties, people, desk.page.view.look.colours, decision)

    def _on_desk_changed(self) -> None:
        """Show the mark: at once to who is in the panel; who is in the texts sees these painted first."""
        if self.panel.isAncestorOf(self._window.focusWidget()):
            self._show_mark()
        else:
            self._showing.start()

    def _on_mode_turned(self, on: bool) -> None:
        if on and self._window.settings.marks_panel:
            self._show_panel(shown=True)
        self._window.refresh()

    def _on_panel_asked(self, what: str) -> None:
        self._show_panel(shown=True)
        self.tabs.setCurrentWidget(self.panel)
        if what == "comment":
            self.panel.write_comment()
        elif what == "relations":
            self.panel.tied.begin()
        else:
            self.panel.fill_in()

    def go_to(self, annotation: AnnotationId) -> None:
        """Show a mark, of whatever bitext."""
        try:
            mark = reading.annotation(self._window.library, annotation)
        except AppError as error:
            self._window.messages.show_error(error)
            return
        on = self.is_on

        def show() -> None:
            self._at_desk(lambda desk: desk.mode.set_on(on=on))
            self._at_desk(lambda desk: desk.steps.go_to(mark))
            self._to_texts()

        self._window.pages.at(mark.bitext, show)
