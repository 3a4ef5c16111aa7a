"""Annotating on one open bitext: puts the parts together and keeps them in step."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from taqabul.domain.annotation import Annotation
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import LinkId
from taqabul.domain.labels import Label, LabelSet
from taqabul.ui.annotation.hover import Hover
from taqabul.ui.annotation.label_book import LabelBook, offered
from taqabul.ui.annotation.mark_changes import MarkChanges
from taqabul.ui.annotation.mark_steps import MarkSteps
from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.mode import Annotating
from taqabul.ui.annotation.news import news
from taqabul.ui.annotation.offers import Offers
from taqabul.ui.annotation.overlay import AnnotationOverlay
from taqabul.ui.annotation.remembered import Remembered
from taqabul.ui.annotation.store import MarkStore, OnRow, on_row
from taqabul.ui.annotation.strip import LabelStrip
from taqabul.ui.annotation.tying import AskType, Begun, Tying
from taqabul.ui.core.jobs import JobRunner
from taqabul.ui.core.settings import Settings
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow.annotating import reading


class Desk(QObject):
    """Everything about annotating one bitext. ``panel_asked`` wishes the panel ("fill", "comment", "relations"), ``any_asked`` a label by name."""

    panel_asked = Signal(str)
    any_asked = Signal()
    set_asked = Signal()
    changed = Signal()
    marks_changed = Signal()

    def __init__(
        self, page: BitextPage, runner: JobRunner, settings: Settings, begun: Begun, ask_type: AskType
    ) -> None:
        super().__init__(page)
        self.page = page
        view, library = page.view, page.library
        self.store = MarkStore(self._read, partial(reading.annotation, library), page.model, self)
        self.mode = Annotating(view)
        self.overlay = AnnotationOverlay(view, self.store, self.mode)
        self.remembered = Remembered(settings)
        self.marker = Marker(page.reviewer, self.mode, self.store, self.remembered)
        self.changes = MarkChanges(
            library, self.marker, self.mode, self.remembered, page.reviewer.ask_wording
        )
        self.steps = MarkSteps(page, self.mode, self.marker, self.store)
        self.tying = Tying(library, self.marker, self.store, begun, ask_type)
        self.hover = Hover(view, self.store, self.overlay)
        self.offers = Offers(page, runner, self.marker, self.overlay)
        self.strip = LabelStrip(page)
        page.add_strip(self.strip)
        view.put_overlay(self.overlay)
        self._remark = ""
        self._row_chosen: LinkId | None = None
        self._connect()

    def take_sets(self, sets: Iterable[LabelSet], chosen: str) -> None:
        """Use these label sets, this one first."""
        book = LabelBook(sets)
        self.overlay.marks.book = self.marker.book = book
        self.use_set(chosen)
        self.page.view.viewport().update()

    def use_set(self, key: str) -> None:
        """Give labels of another set from now on."""
        sets = self.marker.book.sets
        self.marker.set = sets.get(key) or next(iter(sets.values()), None)
        self.strip.show_set(self.marker.set, self.page.view.look.colours)
        self._tell()

    def next_set(self) -> str:
        """Go on to the next set; gives its key."""
        keys = list(self.marker.book.sets)
        now = self.marker.set
        at = keys.index(now.key) + 1 if now is not None and now.key in keys else 0
        if keys:
            self.use_set(keys[at % len(keys)])
        return keys[at % len(keys)] if keys else ""

    def set_look(self) -> None:
        """Another theme or zoom."""
        self.strip.show_set(self.marker.set, self.page.view.look.colours)
        self._tell()

    def perform(self, verb: str) -> None:
        """Do what a key of annotating stands for, apart from moving."""
        verbs = {
            "accept": self._accept,
            "leave": self._leave,
            "choose": self.marker.choose_here,
            "next": lambda: self.steps.go(1),
            "previous": lambda: self.steps.go(-1),
            "delete": self.changes.delete,
            "strike": self.changes.strike,
            "resize": self.changes.resize,
            "stretch": self.changes.add_stretch,
            "status": self.changes.next_status,
            "comment": lambda: self.panel_asked.emit("comment"),
            "relate": self.tying.relate,
            "relations": self._ask_relations,
            "set": self.set_asked.emit,
            "any": self.any_asked.emit,
        }
        self._remark = ""
        verbs[verb]()
        self._tell()

    def labels(self) -> list[Label]:
        """The labels of the set in use that may be given."""
        return [] if self.marker.set is None else offered(self.marker.set)

    def stop(self) -> None:
        """The page closes."""
        self.offers.decline()

    def refresh(self) -> None:
        """Annotations changed elsewhere: read them again."""
        self.store.forget_all()
        self.steps.forget()
        self.page.view.put_overlay(self.overlay)

    def _read(self, links: Sequence[LinkId]) -> Mapping[LinkId, OnRow]:
        """What lies on some rows of this bitext."""
        found = reading.annotations_on_rows(self.page.library, self.page.summary.id, links)
        if not found.annotations:
            return {}
        rows = [row for row in map(self.page.model.known_row, links) if row is not None]
        return {row.link.id: on_row(found, row) for row in rows}

    def _connect(self) -> None:
        self.page.reviewer.coming.connect(self._on_changes_coming)
        self.page.reviewer.changed.connect(self._on_reviewer_changed)
        self.mode.turned.connect(self._on_mode_turned)
        self.mode.moved.connect(self._on_mode_moved)
        self.mode.verb_asked.connect(self.perform)
        self.mode.label_asked.connect(self._on_label_asked)
        self.marker.chosen_changed.connect(self._on_chosen_changed)
        self.marker.early.connect(self._on_early)
        self.marker.told.connect(self._on_told)
        self.marker.marked.connect(self._on_marked)
        self.offers.changed.connect(self._tell)
        self.tying.changed.connect(self._tell)
        self.strip.asked.connect(self._on_label_clicked)
        self.strip.next_asked.connect(self.set_asked)
        self.strip.any_asked.connect(self.any_asked)

    def _accept(self) -> None:
        if self.offers.accept():
            return
        if self.marker.mark_chosen() is not None or self.marker.choose_here():
            self.panel_asked.emit("fill")

    def _ask_relations(self) -> None:
        if self.marker.chosen_or_told() is not None:
            self.panel_asked.emit("relations")

    def _leave(self) -> None:
        if self.offers.decline() or self.mode.let_go() or self.tying.cancel():
            return
        if self.marker.chosen is not None:
            self.marker.choose(None)
        else:
            self.mode.set_on(on=False)

    def _on_label_asked(self, key: str, held: str) -> None:
        self._remark = ""
        if not self.offers.accept_by(key, held):
            self._give(key, held)
        self._tell()

    def _on_label_clicked(self, label: Label) -> None:
        self._remark = ""
        self.marker.mark(label)
        self.page.view.setFocus()

    def _on_marked(self, annotation: Annotation | None) -> None:
        if annotation is not None:
            self.offers.seek(annotation)

    def _on_changes_coming(self, changes: ChangeSet) -> None:
        chosen = self.marker.chosen
        row = None if chosen is None else self.store.link_holding(chosen)
        self._row_chosen = self._row_chosen if row is None else row
        written = self.store.apply(changes)
        if written is not None:
            self.overlay.marks.chosen = written.id  # as it is painted already
        if changes.annotations or changes.removed:
            self.steps.forget()

    def _on_reviewer_changed(self, changes: ChangeSet) -> None:
        if changes.annotations or changes.removed:
            self.marks_changed.emit()
        if changes.annotations or changes.relations or changes.touched:
            if self._row_chosen is not None and self.page.model.row_of(self._row_chosen) >= 0:
                self.store.on_row(self._row_chosen)  # whoever tells of the mark picked out finds it
            chosen = self.marker.mark_chosen()
            if chosen is not None and chosen.id in changes.annotations:
                self.marker.choose(self.store.known(chosen.id))
            if changes.relations or self.overlay.relations.lead_to({*changes.annotations}):
                self.page.view.paint_links()
            self.changed.emit()

    def _on_mode_turned(self, on: bool) -> None:
        self.strip.setVisible(on)
        if not on:
            self.offers.decline()
            self.marker.choose(None)
        self._remark = ""
        self._tell()
        self.changed.emit()

    def _on_mode_moved(self) -> None:
        self._remark = ""
        self._tell()

    def _on_chosen_changed(self) -> None:
        self.overlay.choose(self.marker.chosen)
        self.changed.emit()
        self._tell()

    def _on_early(self, annotation: Annotation | None) -> None:
        """A mark is painted before it is written; where it cannot be written, it goes."""
        self.overlay.choose(self.marker.chosen if annotation is None else annotation.id)
        if annotation is not None:
            self.offers.decline()
            self.page.view.paint_now()

    def _on_told(self, text: str) -> None:
        self._remark = text
        self._tell()

    def _give(self, key: str, held: str) -> None:
        """Give the label of a key: to what is chosen, with Shift to the whole pair, with Alt to the mark picked out instead of its own."""
        label = self.marker.label_of(key)
        if label is not None and held == "Alt":
            self.changes.relabel(label)
        elif label is not None:
            self.marker.mark(label, pair=held == "Shift")

    def _tell(self) -> None:
        """Say in the strip what is offered, chosen or begun."""
        if self.mode.is_on:
            self.strip.tell(news(self._remark, self.offers, self.marker, self.tying))
