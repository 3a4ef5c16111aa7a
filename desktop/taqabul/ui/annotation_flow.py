"""Annotating in the window: the panel beside the texts, the label sets in use, what its actions do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QDockWidget, QTabWidget

from taqabul.domain.errors import AppError
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import LabelSet, RelationType
from taqabul.domain.language import Side
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.label_book import in_words
from taqabul.ui.annotation.listing import Listing
from taqabul.ui.annotation.mark_panel import MarkPanel
from taqabul.ui.annotation.orphan_keeper import OrphanKeeper
from taqabul.ui.annotation.orphans_panel import OrphansPanel
from taqabul.ui.annotation.propagating import PropagateFlow
from taqabul.ui.annotation.thread_keeper import ThreadKeeper, note_places
from taqabul.ui.annotation.threads_panel import ThreadsPanel
from taqabul.ui.annotation.tie_keeper import TieKeeper
from taqabul.ui.annotation.tying import Begun, Types
from taqabul.ui.core.i18n import translate
from taqabul.ui.palette.entries import Entry
from taqabul.ui.palette.palette import Palette
from taqabul.workflow import label_sets
from taqabul.workflow.annotating import adjudicating, reading

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

WIDTH = 330


class AnnotationFlow(QObject):
    """Annotates on behalf of a main window; ``desk`` is there while a bitext is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._begun = Begun()
        self.propagating = PropagateFlow(window)
        self.desk: Desk | None = None
        self.listing: Listing | None = None
        self.orphans: OrphanKeeper | None = None
        self.threads: ThreadKeeper | None = None
        self.dock = QDockWidget(translate("Annotation", "Annotations"), window)
        self.dock.setObjectName("annotations")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.tabs = QTabWidget(self.dock)
        self.tabs.setDocumentMode(True)
        self.panel = MarkPanel(self.tabs)
        self.tabs.addTab(self.panel, translate("Annotation", "This mark"))
        self.dock.setWidget(self.tabs)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        window.tabifyDockWidget(window.labels.dock, self.dock)
        self.dock.hide()
        self.dock.visibilityChanged.connect(lambda _seen: self._show_mark())
        self._showing = QTimer(self)
        self._showing.setSingleShot(True)
        self._showing.timeout.connect(self._show_mark)
        window.labels.changed.connect(lambda _changed: self.take_sets())
        self.panel.attributes_changed.connect(
            lambda values: self._at_desk(lambda desk: desk.marker.set_attributes(values))
        )
        self.panel.comment_changed.connect(
            lambda text: self._at_desk(lambda desk: desk.marker.set_comment(text))
        )
        self.panel.status_changed.connect(
            lambda status: self._at_desk(lambda desk: desk.marker.set_status(status))
        )
        self._ties = TieKeeper(
            self.panel.tied,
            lambda: self.desk,
            partial(self._ask_type, back=self.panel.ties.setFocus),
            self.go_to,
            window.messages.show_error,
        )
        self.panel.left.connect(self._to_texts)

    @property
    def is_on(self) -> bool:
        """Whether annotating is on."""
        return self.desk is not None and self.desk.mode.is_on

    @property
    def panel_shown(self) -> bool:
        """Whether the panel is in view."""
        return not self.dock.isHidden()

    def attach(self) -> None:
        """A bitext was opened."""
        window = self._window
        page = window.page
        desk = self.desk = Desk(page, window.runner, window.settings, self._begun, self._ask_type)
        desk.changed.connect(self._on_desk_changed)
        desk.mode.turned.connect(self._on_mode_turned)
        desk.panel_asked.connect(self._on_panel_asked)
        desk.set_asked.connect(self.next_set)
        desk.any_asked.connect(self.choose_label)
        self._attach_lists(desk)
        self.take_sets()

    def _attach_lists(self, desk: Desk) -> None:
        """The tabs that are of one bitext."""
        window, page = self._window, self._window.page
        languages = {side: page.model.language(side) for side in Side}
        self.listing = Listing(desk, window.runner, page.view.look, languages, self.tabs)
        self.orphans = OrphanKeeper(desk, window.runner, OrphansPanel(self.tabs))
        self.threads = ThreadKeeper(desk, window.runner, ThreadsPanel(note_places(), self.tabs))
        for tab, title in (
            (self.listing.view, translate("Annotation", "All")),
            (self.orphans.panel, translate("Annotation", "Orphans")),
            (self.threads.panel, translate("Annotation", "Notes")),
        ):
            self.tabs.addTab(tab, title)
            tab.left.connect(self._to_texts)

    def detach(self) -> None:
        """The bitext is left."""
        if self.listing is not None and self.orphans is not None and self.threads is not None:
            for keeper in (self.listing, self.orphans, self.threads):
                keeper.stop()
            for tab in (self.listing.view, self.orphans.panel, self.threads.panel):
                self.tabs.removeTab(self.tabs.indexOf(tab))
                tab.deleteLater()
        self.listing = self.orphans = self.threads = None
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
        """Annotate what the search stands on."""
        if self.desk is not None:
            self.desk.mode.set_on(on=True)
            self.desk.mode.settle()
            self._to_texts()

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
        desk = self.desk
        if desk is None or desk.marker.set is None:
            return
        name = desk.marker.book.set_name(desk.marker.set.key)
        entries = [
            Entry(
                one.key,
                in_words(one.name, one.key),
                name,
                partial(desk.marker.mark, one),
                one.shortcut,
            )
            for one in desk.labels()
        ]
        self._ask(entries)

    def _ask_type(
        self,
        types: Types,
        then: Callable[[LabelSet, RelationType], None],
        back: Callable[[], None] | None = None,
    ) -> None:
        entries = [
            Entry(
                f"{known.key}/{kind.key}",
                in_words(kind.name, kind.key),
                in_words(known.name, known.key),
                partial(then, known, kind),
            )
            for known, kind in types
        ]
        self._ask(entries, back)

    def _ask(self, entries: list[Entry], back: Callable[[], None] | None = None) -> None:
        """Have somebody choose one; the cursor is then put back, into the texts unless told."""
        palette = Palette(entries, (), self._window)
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        palette.accepted.connect(lambda: palette.chosen and palette.chosen.run())
        palette.finished.connect(back or self._to_texts)
        palette.show()

    def _at_desk(self, do: Callable[[Desk], object]) -> None:
        if self.desk is not None:
            do(self.desk)

    def _to_texts(self) -> None:
        if self._window.has_page:
            self._window.page.view.setFocus()

    def _show_panel(self, *, shown: bool) -> None:
        self.dock.setVisible(shown)
        if shown:
            self.dock.raise_()
            self._window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
            self._show_mark()

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
        else:
            self.panel.fill_in()

    def go_to(self, annotation: AnnotationId) -> None:
        """Show a mark, of whatever bitext."""
        try:
            mark = reading.annotation(self._window.library, annotation)
        except AppError as error:
            self._window.messages.show_error(error)
            return
        if not self._window.has_page or self._window.page.summary.id != mark.bitext:
            on = self.is_on
            self._window.open_bitext(mark.bitext)
            self._at_desk(lambda desk: desk.mode.set_on(on=on))
        self._at_desk(lambda desk: desk.go_to(mark))
        self._to_texts()
