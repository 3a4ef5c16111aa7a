"""What is done to the mark picked out: taken away, put elsewhere, called otherwise, filled in."""

from taqabul.domain.annotation import (
    CORRECTION,
    NOTHING,
    Annotation,
    AnnotationStatus,
    Attributes,
    attributes_from,
)
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import AnnotationId
from taqabul.domain.labels import Label
from taqabul.ui.annotation.marker import Marker
from taqabul.ui.annotation.mode import Annotating
from taqabul.ui.annotation.remembered import Remembered
from taqabul.ui.company.wordings import AskWording, keep_typed, typed_is_kept
from taqabul.ui.core.i18n import translate
from taqabul.workflow.annotating import marking, reading
from taqabul.workflow.library import Library
from taqabul.workflow.others import show_remark
from taqabul.workflow.word_links import Stretch

_NEXT_STATUS = {
    AnnotationStatus.DRAFT: AnnotationStatus.REVIEWED,
    AnnotationStatus.REVIEWED: AnnotationStatus.FINAL,
    AnnotationStatus.FINAL: AnnotationStatus.DRAFT,
}


class MarkChanges:
    """Performs the verbs on the mark that a marker has picked out; says so where there is none.

    ``ask`` tells which wording shall stand where somebody else was quicker.
    """

    def __init__(
        self, library: Library, marker: Marker, mode: Annotating, remembered: Remembered, ask: AskWording
    ) -> None:
        self._library, self._marker, self._mode, self._remembered = library, marker, mode, remembered
        self._ask = ask

    def delete(self) -> None:
        """Take the mark away; the one under the cursor where none is picked out and no other lies there."""
        found = self._marker.marks_here()
        if self._marker.chosen is None and len(found) == 1:
            self._marker.choose(found[0])
        chosen = self._marker.chosen_or_told()
        if chosen is None:
            return
        if (
            self._marker.perform(lambda: marking.unmark(self._library, chosen.bitext, [chosen.id]))
            is not None
        ):
            self._marker.choose(None)

    def relabel(self, label: Label) -> None:
        """Give the mark another label."""
        chosen, known = self._marker.chosen_or_told(), self._marker.set
        if chosen is not None and known is not None:
            self._marker.change(
                lambda: marking.relabel(self._library, chosen.bitext, [chosen.id], known.key, label.key)
            )

    def resize(self) -> None:
        """Have the mark lie on what is chosen instead."""
        chosen = self._marker.chosen_or_told()
        if chosen is not None:
            spans = [Stretch(paragraph, *span) for paragraph, span in self._mode.chosen()]
            self._marker.change(lambda: marking.set_spans(self._library, chosen.bitext, chosen.id, spans))
            self._mode.release_held()

    def add_stretch(self) -> None:
        """Have the mark lie on what is chosen as well."""
        chosen, here = self._marker.chosen_or_told(), self._mode.chosen()
        if chosen is not None and here:
            span = Stretch(here[-1][0], *here[-1][1])
            self._marker.change(lambda: marking.add_span(self._library, chosen.bitext, chosen.id, span))

    def next_status(self) -> None:
        """From draft to reviewed to final, and round."""
        chosen = self._marker.chosen_or_told()
        if chosen is not None:
            self.set_status(_NEXT_STATUS[chosen.status])

    def set_status(self, status: AnnotationStatus) -> None:
        """Say how far the mark has come."""
        chosen = self._marker.chosen_or_told()
        if chosen is not None:
            self._marker.change(lambda: marking.set_status(self._library, chosen.bitext, [chosen.id], status))

    def strike(self) -> None:
        """Propose that the marked words go."""
        chosen = self._marker.chosen_or_told()
        if chosen is None:
            return
        if all(one.key != CORRECTION for one in self._marker.book.attributes(chosen)):
            told = translate("Annotating", "“{label}” asks for no correction.")
            self._marker.told.emit(told.format(label=self._marker.book.name(chosen)))
            return
        self.set_attributes(attributes_from({**dict(chosen.attributes), CORRECTION: (NOTHING,)}))

    def set_attributes(self, values: Attributes, began: Attributes | None = None) -> None:
        """Say of the mark just this, and remember it for the next one with its label; ``began``: what was known before."""
        chosen = self._marker.mark_chosen()
        if chosen is None or values == chosen.attributes:
            return
        self._remembered.keep(self._marker.book.attributes(chosen), chosen, values)

        start = chosen.attributes if began is None else began

        def write(wished: Attributes, before: Attributes | None) -> ChangeSet:
            return marking.set_attributes(self._library, chosen.bitext, [chosen.id], wished, before=before)

        def conflicted(error: EditConflict) -> bool:
            now = self._now(chosen.id, error, _words(values))
            if self._stands(now.changed_by, _words(start), _words(now.attributes), _words(values)):
                mine = marking.laid_over(now.attributes, start, values)
                self._marker.change(lambda: write(mine, None))
            else:
                self._marker.pick(chosen.id)
            return True

        self._marker.change(lambda: write(values, start), conflicted)

    def set_comment(self, comment: str, began: str | None = None) -> None:
        """Give the mark a remark; ``began``: the one there was before."""
        chosen = self._marker.mark_chosen()
        if chosen is None or comment == chosen.comment:
            return
        start = chosen.comment if began is None else began

        def write(before: str | None) -> ChangeSet:
            return marking.set_comment(self._library, chosen.bitext, chosen.id, comment, before=before)

        def conflicted(error: EditConflict) -> bool:
            now = self._now(chosen.id, error, comment)
            if self._stands(now.changed_by, start, now.comment, comment):
                self._marker.change(lambda: write(None))
            else:
                self._marker.pick(chosen.id)
            return True

        self._marker.change(lambda: write(start), conflicted)

    def _now(self, mark: AnnotationId, error: EditConflict, typed: str) -> Annotation:
        """A mark as it is now; where it is gone, what was typed is kept, and said so."""
        try:
            now = reading.annotation(self._library, mark)
        except EditConflict:
            keep_typed(typed)
            raise EditConflict(error.message, typed_is_kept()) from error
        show_remark(self._library, now.bitext, "annotations", mark)
        return now

    def _stands(self, who: str, began: str, theirs: str, mine: str) -> bool:
        return theirs in (began, mine) or self._ask(who, began, theirs, mine)


def _words(said: Attributes) -> str:
    return "\n".join(f"{key}: {', '.join(one)}" for key, one in said)
