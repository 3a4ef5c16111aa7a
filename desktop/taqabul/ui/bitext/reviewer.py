"""The verbs of reviewing as the window performs them: the workflow writes, the model shows, the cursor follows."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import Signal

from taqabul.domain.annotation import Note
from taqabul.domain.bitext import LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import EditConflict, InvalidEdit
from taqabul.domain.ids import BitextId, LinkId, NoteId, ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.bitext.model import BitextModel, paragraphs_of
from taqabul.ui.bitext.selection import Picks, Place
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.bitext.writer import Conflicted, Write, Writer
from taqabul.ui.core.i18n import translate
from taqabul.workflow import history, reviewing
from taqabul.workflow.annotating.notes import add_note, delete_note, edit_note, note_now
from taqabul.workflow.library import Library
from taqabul.workflow.others import show_remark
from taqabul.workflow.rows import Row, undecided

Verdict = Callable[..., ChangeSet]
"""A verb on (library, bitext, links) that takes ``sparing`` as those of ``workflow.reviewing`` do."""
FEW = 50
"""So many rows at most are looked at again one by one when somebody else was quicker; of more, those are spared."""


class Reviewer(Writer):
    """Performs verbs on the chosen rows. ``picks_changed`` follows what is picked for a link."""

    picks_changed = Signal()

    def __init__(self, library: Library, bitext: BitextId, model: BitextModel, view: BitextView) -> None:
        super().__init__(library, bitext, model, view)
        self.picks = Picks()
        self.ask_verdict: Callable[[Sequence[Row], LinkStatus, str], set[LinkId] | None] = lambda *_: None
        self.ask_wording: Callable[[str, str, str, str], bool] = lambda *_: False
        view.link_drawn.connect(self._on_view_link_drawn)

    # What people think of rows.

    def confirm(self) -> None:
        """Confirm the chosen rows; after a single one go on to the next."""
        chosen = self._chosen()
        if len(chosen) == 1 and self._is(chosen[0], LinkStatus.CONFIRMED):
            self._go_on()
            return
        done = self._judge(reviewing.confirm, LinkStatus.CONFIRMED, chosen)
        if done and len(chosen) == 1:
            self._go_on()

    def toggle_status(self) -> None:
        """Confirm the chosen rows, or take it back where all of them are confirmed."""
        chosen = self._chosen()
        all_confirmed = all(self._is(position, LinkStatus.CONFIRMED) for position in chosen)
        if all_confirmed:
            self._judge(reviewing.reset_status, LinkStatus.PROPOSED, chosen)
        else:
            self._judge(reviewing.confirm, LinkStatus.CONFIRMED, chosen)

    def confirm_up_to(self) -> None:
        """Confirm everything from the first row to this one; of a filter's rows, only what is shown."""
        place = self._view.place()
        if place is not None and self._model.is_filtered:
            above = undecided(self._model.table.status[: place.position + 1])
            shown = self._links([int(position) for position in np.flatnonzero(above)])
            self._write(lambda: reviewing.confirm(self.library, self.bitext, shown, sparing=True))
        elif place is not None:
            self._write(lambda: reviewing.confirm_up_to(self.library, self.bitext, place.row.link.id))

    def mark_for_review(self, links: Sequence[LinkId] | None = None, reason: str | None = None) -> bool:
        """Mark the chosen rows, or these, for another look, and say why; True where that is written."""
        verb = partial(reviewing.mark_for_review, reason=reason)
        return self._judge_links(verb, LinkStatus.NEEDS_REVIEW, links or self._links(), reason or "")

    def reject(self) -> None:
        """Reject the chosen rows."""
        self._judge(reviewing.reject, LinkStatus.REJECTED)

    def reset_status(self) -> None:
        """Make the chosen rows proposals again."""
        self._judge(reviewing.reset_status, LinkStatus.PROPOSED)

    # Which paragraphs face each other.

    def unlink(self) -> None:
        """Part the chosen rows into their paragraphs."""
        self._write(lambda: reviewing.unlink(self.library, self.bitext, self._links()), follow=True)

    def pick(self, side: Side) -> None:
        """Pick the paragraph of a side in this row for a link, or let it go."""
        place = self._view.place()
        if place is None:
            return
        part = place.part if place.side is side else 0
        paragraph = self._view.place_in(place.position, side, part).paragraph
        if paragraph is not None:
            self.picks.toggle(side, paragraph.id)
            self.picks_changed.emit()

    def clear_picks(self) -> None:
        """Let all picked paragraphs go."""
        self.picks.clear()
        self.picks_changed.emit()

    def link_picked(self) -> None:
        """Link what is picked; where a side has nothing picked, the paragraph under the cursor stands for it."""
        sides = self.picked_or_here()
        if sides is not None:
            self._link(sides[Side.SOURCE], sides[Side.TARGET])

    def picked_or_here(self) -> dict[Side, list[ParagraphId]] | None:
        """What is picked on each side, or else stands under the cursor; None, and said so, where a side has none."""
        place = self._view.place()
        sides = {side: list(self.picks.side(side)) for side in Side}
        if place is not None and place.paragraph is not None and not sides[place.side]:
            sides[place.side] = [place.paragraph.id]
        if not all(sides.values()):
            hint = translate(
                "Reviewer", "Pick a paragraph with [ on the source side or ] on the target side first."
            )
            self.failed.emit(
                InvalidEdit(translate("Reviewer", "A link needs a paragraph on each side."), hint)
            )
            return None
        return sides

    def merge_with_next(self) -> None:
        """Join this row with the next, or the chosen neighbours with each other."""
        chosen = self._chosen()
        if not chosen:
            return
        links = self._links(chosen)
        if len(links) > 1:
            self._write(lambda: reviewing.merge(self.library, self.bitext, links), follow=True)
        else:
            self._write(lambda: reviewing.merge_with_next(self.library, self.bitext, links[0]), follow=True)

    def split(self, source_at: int, target_at: int) -> None:
        """Part this row in two."""
        place = self._view.place()
        if place is not None:
            link = place.row.link.id
            self._write(
                lambda: reviewing.split(self.library, self.bitext, link, source_at, target_at), follow=link
            )

    def move(self, *, up: bool) -> None:
        """Hand a paragraph of this side to the neighbouring row; the cursor goes with it."""
        place = self._view.place()
        if place is None:
            return
        paragraphs = place.paragraphs
        moved = (paragraphs[0] if up else paragraphs[-1]).id if paragraphs else None
        verb: Write = lambda: reviewing.move(  # noqa: E731
            self.library, self.bitext, place.side, place.row.link.id, up=up
        )
        if self._write(verb) and moved is not None:
            self.show_paragraph(moved, place.side, near=place.position)

    # What paragraphs say.

    def merge_paragraphs(self) -> None:
        """Join the paragraph under the cursor with the one after it, in its cell or the next filled one."""
        place = self._view.place()
        if place is None or place.paragraph is None:
            return
        following = self._following(place)
        if following is None:
            hint = translate("Reviewer", "Choose a paragraph that has another one after it.")
            self.failed.emit(InvalidEdit(translate("Reviewer", "There is no paragraph to merge with."), hint))
            return
        both = [place.paragraph.id, following]
        if self._write(lambda: reviewing.merge_paragraphs(self.library, self.bitext, both)):
            self.show_paragraph(both[0], place.side, near=place.position)

    def split_paragraph(self, paragraph: ParagraphId, offset: int) -> bool:
        """Part a paragraph before a code point."""
        return self._write(lambda: reviewing.split_paragraph(self.library, self.bitext, paragraph, offset))

    def edit_text(
        self, paragraph: ParagraphId, text: str, before: str, conflicted: Conflicted | None = None
    ) -> bool:
        """Correct a paragraph's text."""
        return self._write(
            lambda: reviewing.edit_text(self.library, self.bitext, paragraph, text, before=before),
            finish=False,
            conflicted=conflicted,
        )

    def restore_text(self, paragraph: ParagraphId) -> None:
        """Give a paragraph its imported text again."""
        self._write(lambda: reviewing.restore_text(self.library, self.bitext, paragraph))

    def turn_direction(self) -> None:
        """Let the paragraph under the cursor run the other way."""
        place = self._view.place()
        if place is not None and place.paragraph is not None:
            paragraph = place.paragraph.id
            self._write(lambda: reviewing.turn(self.library, self.bitext, paragraph))

    # Notes.

    def add_note(self, link: LinkId, text: str) -> bool:
        """Write a note on a row."""
        return self._write(lambda: add_note(self.library, self.bitext, link, text))

    def edit_note(self, note: Note, text: str) -> bool:
        """Give a note another text; asks where somebody else gave it one since."""

        def write(before: str) -> ChangeSet:
            return edit_note(self.library, self.bitext, note.id, text, before=before)

        def conflicted(error: EditConflict) -> bool:
            now = note_now(self.library, note.id)
            if now is None:
                raise error
            show_remark(self.library, self.bitext, "notes", note.id)
            if now.text != note.text and not self.ask_wording(now.author, note.text, now.text, text):
                return True
            return self._write(lambda: write(now.text))

        return self._write(lambda: write(note.text), conflicted=conflicted)

    def delete_note(self, note: NoteId) -> bool:
        """Take a note away."""
        return self._write(lambda: delete_note(self.library, self.bitext, note))

    # History.

    def undo(self) -> None:
        """Take the last edit back and show where it was."""
        self._write(lambda: history.undo(self.library, self.bitext), follow=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._write(lambda: history.redo(self.library, self.bitext), follow=True)

    def _judge(self, verb: Verdict, wish: LinkStatus, positions: Sequence[int] | None = None) -> bool:
        return self._judge_links(verb, wish, self._links(positions))

    def _judge_links(
        self, verb: Verdict, wish: LinkStatus, links: Sequence[LinkId], reason: str = ""
    ) -> bool:
        """Say what the person thinks of rows; asks first where somebody else changed a few of them meanwhile."""
        seen = [row for row in map(self._model.cache.known, links) if row is not None]

        def write(some: Sequence[LinkId]) -> ChangeSet:
            return verb(self.library, self.bitext, some, sparing=len(links) > FEW)

        def conflicted(error: EditConflict) -> bool:
            left = self.ask_verdict(seen, wish, reason)
            if left is None:
                raise error
            rest = [link for link in links if link not in left]
            return bool(rest) and self._write(lambda: write(rest)) and not left

        return self._write(lambda: write(links), conflicted=conflicted)

    def _link(self, source: Sequence[ParagraphId], target: Sequence[ParagraphId]) -> None:
        if self._write(lambda: reviewing.link(self.library, self.bitext, source, target), follow=True):
            self.clear_picks()

    def _on_view_link_drawn(self, start: Place, goal: Place) -> None:
        ends = {place.side: place.paragraph for place in (start, goal)}
        source, target = ends.get(Side.SOURCE), ends.get(Side.TARGET)
        if source is not None and target is not None:
            self._link([source.id], [target.id])

    def _following(self, place: Place) -> ParagraphId | None:
        if place.part + 1 < len(place.paragraphs):
            return place.paragraphs[place.part + 1].id
        row = self._model.row_after(place.row.link.id)
        below = paragraphs_of(row, place.side) if row is not None else ()
        return below[0].id if below else None

    def _chosen(self) -> list[int]:
        return self._view.selected_positions()

    def _links(self, positions: Sequence[int] | None = None) -> list[LinkId]:
        return [self._model.link_at(one) for one in (self._chosen() if positions is None else positions)]

    def _is(self, position: int, status: LinkStatus) -> bool:
        return self._model.status_at(position) is status

    def _go_on(self) -> None:
        place = self._view.place()
        if place is not None:
            self._view.go_to(place.position + 1)
