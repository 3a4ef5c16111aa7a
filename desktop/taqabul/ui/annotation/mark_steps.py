"""Goes to a mark, and from mark to mark on one side of a bitext, over the rows that have none."""

from collections.abc import Sequence

import numpy as np

from taqabul.domain.annotation import Annotation
from taqabul.domain.ids import LinkId
from taqabul.ui.annotation.lanes import Mark
from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.mode import Annotating
from taqabul.ui.annotation.store import MarkStore
from taqabul.ui.bitext.selection import Place
from taqabul.ui.core.i18n import translate
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow.annotating import listing, reading


class MarkSteps:
    """Moves the cursor of one page, and picks out the mark it comes to."""

    def __init__(self, page: BitextPage, mode: Annotating, marker: Marker, store: MarkStore) -> None:
        self._page, self._mode, self._marker, self._store = page, mode, marker, store
        self._marked: frozenset[LinkId] | None = None

    def forget(self) -> None:
        """Other rows may have marks now."""
        self._marked = None

    def go(self, step: int) -> None:
        """Go to the mark after the cursor on this side (before it, with -1), in a later row where this one has no more."""
        place = self._page.view.place()
        if place is None:
            return
        at = self._mode.cursor.span[0] if self._mode.cursor is not None else 0
        text = place.paragraph  # there is none in an empty cell
        here_marks = () if text is None else self._store.marks(place.row.link.id, text.id)
        further = [mark for mark in here_marks if (mark.start > at if step > 0 else mark.start < at)]
        if further:
            self._arrive(place, further, step)
            return
        marked = self._marked_rows()
        goal = self._page.view.neighbour(place, step)
        while goal is not None:
            if goal.row.link.id not in marked:
                goal = self._leap(goal, step, marked)
                continue
            marks = () if goal.paragraph is None else self._store.marks(goal.row.link.id, goal.paragraph.id)
            if marks:
                self._arrive(goal, marks, step)
                return
            goal = self._page.view.neighbour(goal, step)
        self._marker.told.emit(translate("Annotating", "No further mark on this side."))

    def go_to(self, annotation: Annotation, link: LinkId | None = None) -> bool:
        """Put the cursor on a mark of this bitext, in the row it begins in unless told; False where it has no place."""
        if link is None:
            rows = reading.rows_of_annotations(self._page.library, self._page.summary.id, [annotation.id])
            link = rows.get(annotation.id)
        if link is None or self._page.model.reveal(link) < 0:
            self._marker.told.emit(translate("Annotating", "This mark has no place in the texts any more."))
            return False
        position = self._page.model.row_of(link)
        for span in annotation.spans:
            place = self._page.view.place_of(position, span.paragraph)
            if place is not None:
                self._mode.go_over(place, (span.start, span.end))
                self._marker.choose(annotation)
                return True
        self._page.view.go_to(position)
        self._marker.choose(annotation)
        return True

    def _arrive(self, place: Place, marks: Sequence[Mark], step: int) -> None:
        """Stand on the first of a paragraph's marks (the last, with -1)."""
        mark = (min if step > 0 else max)(marks, key=lambda one: one.start)
        self._mode.go_over(place, mark.stretches[0])
        self._marker.choose(mark.annotation)

    def _leap(self, place: Place, step: int, marked: frozenset[LinkId]) -> Place | None:
        """The place in the next row with marks."""
        links = self._page.model.table.links
        rows = np.flatnonzero(np.isin(links, np.fromiter(marked, np.int64, len(marked))))
        later = rows[rows > place.position] if step > 0 else rows[rows < place.position][::-1]
        if not len(later):
            return None
        position = int(later[0])
        last = len(self._page.view.cell(position, place.side).paragraphs) - 1
        return self._page.view.place_in(position, place.side, 0 if step > 0 else max(0, last))

    def _marked_rows(self) -> frozenset[LinkId]:
        """The rows with any mark."""
        if self._marked is None:
            self._marked = listing.marked_rows(self._page.library, self._page.summary.id).annotated
        return self._marked
