"""Marking as the window performs it: what is chosen gets a label, a mark is picked out."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from taqabul.domain.annotation import Annotation, span_of
from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import Label, LabelSet, Place
from taqabul.text.snapping import to_letters
from taqabul.ui.annotation.label_book import LabelBook, label_for_key, stands_on
from taqabul.ui.annotation.mode import Annotating
from taqabul.ui.annotation.remembered import Remembered
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.writer import Conflicted
from taqabul.ui.core.i18n import translate
from taqabul.workflow.annotating import marking
from taqabul.workflow.annotating.marking import Given
from taqabul.workflow.rows import Row
from taqabul.workflow.word_links import Stretch

_UNWRITTEN: Final = AnnotationId(2**62)
"""Stands for the number that a mark will have, which is greater than all there are."""


class Marker(QObject):
    """Performs the verbs of marking. ``chosen`` is the mark picked out; ``marked`` follows a new one, ``told`` is a remark.

    ``early`` goes before the writing of a mark that is shown already; None follows where it could not be written.
    """

    chosen_changed = Signal()
    early = Signal(object)
    marked = Signal(object)
    told = Signal(str)

    def __init__(
        self, reviewer: Reviewer, mode: Annotating, store: MarkStore, remembered: Remembered
    ) -> None:
        super().__init__(mode)
        self._reviewer, self._mode, self._store, self._remembered = reviewer, mode, store, remembered
        self.book = LabelBook()
        self.set: LabelSet | None = None
        self.chosen: AnnotationId | None = None
        self._last: Annotation | None = None

    def mark_chosen(self) -> Annotation | None:
        """The mark picked out, as it is now."""
        if self.chosen is None:
            return None
        known = self._store.known(self.chosen)
        if known is not None:
            self._last = known
        return known or (self._last if self._last is not None and self._last.id == self.chosen else None)

    def choose(self, annotation: Annotation | None) -> None:
        """Pick out a mark, or none."""
        self.chosen = None if annotation is None else annotation.id
        self._last = annotation
        self.chosen_changed.emit()

    def label_of(self, key: str) -> Label | None:
        """The label of a key in the set in use; None, and said so, where it has none."""
        label = None if self.set is None else label_for_key(self.set, key)
        if label is None:
            name = self.book_name()
            self.told.emit(translate("Annotating", "“{key}” is no label of {set}.").format(key=key, set=name))
        return label

    def book_name(self) -> str:
        """The name of the label set in use."""
        return "" if self.set is None else self.book.set_name(self.set.key)

    def mark(self, label: Label, *, pair: bool = False) -> None:
        """Put a label on what is chosen, or on the whole pair."""
        if self.set is None:
            return
        stretches = [Stretch(paragraph, *span) for paragraph, span in self._mode.chosen()]
        is_gap = bool(stretches) and all(one.start == one.end for one in stretches)
        pair = pair or label.places == (Place.PAIR,)
        place = Place.PAIR if pair else Place.GAP if is_gap else Place.SPAN
        if not stands_on(label, place):
            self.told.emit(_not_there(self.book.name_of(self.set.key, label.key), place))
            return
        here, library, bitext = self._mode.here(), self._reviewer.library, self._reviewer.bitext
        if here is None:
            return
        given = Given(self.set.key, label.key, self._remembered.attributes(self.set, label.key))
        link = here[0].row.link.id
        if pair:
            done = self.perform(lambda: marking.mark_pair(library, bitext, link, given))
        else:
            early = self._put_early(here[0].row, stretches, given)
            done = self.perform(lambda: marking.mark(library, bitext, stretches, given))
            if early and done is None:
                self._store.take_back(link)
                self.early.emit(None)
        if done is not None and done.annotations:
            self._mode.release_held()
            self.pick(done.annotations[0])
            self.marked.emit(self.mark_chosen())

    def _put_early(self, row: Row, stretches: Sequence[Stretch], given: Given) -> bool:
        """Show a mark on one row while it is being written; False where it will not be, or lies on other rows, too."""
        library, now = self._reviewer.library, datetime.now(UTC)
        texts = {one.id: one.text for one in (*row.source, *row.target)}
        if not stretches or any(one.paragraph not in texts for one in stretches):
            return False
        spans = tuple(
            span_of(
                one.paragraph, texts[one.paragraph], *to_letters(texts[one.paragraph], one.start, one.end)
            )
            for one in stretches
        )
        known = self._store.on_row(row.link.id).spans
        if any(one.author == library.author and marking.is_same(one, spans, given) for one in known):
            return False
        made = Annotation(
            _UNWRITTEN,
            "",
            self._reviewer.bitext,
            given.label_set,
            given.label,
            library.author,
            now,
            library.author,
            now,
            spans,
            attributes=given.attributes,
        )
        self._store.put_early(row.link.id, made)
        self.early.emit(made)
        return True

    def pick(self, annotation: AnnotationId) -> None:
        """Pick out a mark of the rows in the window by its id."""
        here = self._mode.here()
        if here is not None:
            self._store.on_row(here[0].row.link.id)
        self.choose(self._store.known(annotation))

    def perform(
        self, verb: Callable[[], ChangeSet], conflicted: Conflicted | None = None
    ) -> ChangeSet | None:
        """Write, and show it where the cursor is; None where it could not be done. ``conflicted`` as for a reviewer."""
        made: list[ChangeSet] = []

        def write() -> ChangeSet:
            made.append(verb())
            return made[-1]

        self._reviewer.perform(write, follow=False, conflicted=conflicted)
        return made[0] if made else None

    # Picking out.

    def choose_here(self) -> bool:
        """Pick out the mark under the cursor, the next one where several lie there; False where none does."""
        found = self.marks_here()
        if not found:
            self.told.emit(translate("Annotating", "Nothing is marked here."))
            return False
        ids = [one.id for one in found]
        at = ids.index(self.chosen) + 1 if self.chosen in ids else 0
        self.choose(found[at % len(found)])
        return True

    def marks_here(self) -> list[Annotation]:
        """The marks under the cursor, the shortest first, then those on the whole pair."""
        here = self._mode.here()
        if here is None:
            return []
        place, laid = here
        link = place.row.link.id
        start, end = self._mode.cursor.span if self._mode.cursor is not None else (0, 0)
        touching = [
            mark
            for mark in self._store.marks(link, laid.paragraph.id)
            if any((a < end and b > start) or (a == b and start <= a <= end) for a, b in mark.stretches)
        ]
        touching.sort(key=lambda mark: mark.end - mark.start)
        return [*(mark.annotation for mark in touching), *self._store.on_row(link).chips]

    def change(self, verb: Callable[[], ChangeSet], conflicted: Conflicted | None = None) -> None:
        """Change something of the mark picked out, which stays picked out as it is then."""
        chosen = self.chosen
        if self.perform(verb, conflicted) is not None and chosen is not None:
            self.pick(chosen)

    def chosen_or_told(self) -> Annotation | None:
        """The mark picked out; None, and said so, where there is none."""
        chosen = self.mark_chosen()
        if chosen is None:
            self.told.emit(
                translate("Annotating", "No mark is chosen: “;” chooses the one under the cursor.")
            )
        return chosen


def _not_there(label: str, place: Place) -> str:
    words = {
        Place.SPAN: translate("Annotating", "“{label}” does not stand on words."),
        Place.GAP: translate("Annotating", "“{label}” does not stand between words."),
        Place.PAIR: translate("Annotating", "“{label}” does not stand on a whole pair."),
    }
    return words[place].format(label=label)
