"""What is done to the claims on the page, and turned around again."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from taqabul.domain.annotation import AnnotationStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.claims import Claim
from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.ids import AnnotationId, BitextId, ClaimId
from taqabul.domain.labels import Purpose
from taqabul.ui.claims.claims_page import ClaimsPage
from taqabul.ui.company.wordings import Wordings, keep_typed, typed_is_kept
from taqabul.ui.core.actions import Situation
from taqabul.workflow import history
from taqabul.workflow.annotating import claims
from taqabul.workflow.annotating.claim_list import Mention, claim
from taqabul.workflow.annotating.marking import Given, laid_over
from taqabul.workflow.annotating.similar import Passage
from taqabul.workflow.label_sets import label_sets
from taqabul.workflow.others import show_remark

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

VERBS: Final = {
    "new claim",
    "gather",
    "release",
    "merge claims",
    "split claim",
    "change claim",
    "delete claim",
}
"""What the claims page undoes and redoes; anything else is turned around where its rows are seen."""
_SAID: Final = ("english", "arabic", "status", "attributes")
_NEXT: Final = dict(zip(AnnotationStatus, [*AnnotationStatus][1:] + [*AnnotationStatus][:1], strict=True))


class ClaimVerbs:
    """Writes on behalf of a main window. The history is that of the bitexts in which claims were changed."""

    def __init__(self, window: "MainWindow", read: Callable[[], None]) -> None:
        self._window, self._read = window, read
        self._ask = Wordings(window, lambda: window.reading.look).ask
        self._done: list[BitextId] = []
        self._undone: list[BitextId] = []

    def perform(
        self,
        verb: Callable[[], ChangeSet],
        conflicted: Callable[[EditConflict], ChangeSet | None] | None = None,
    ) -> ChangeSet | None:
        """Write, and show it; None where it could not be done. ``conflicted`` is asked where somebody else was quicker."""
        try:
            changes = _tried(verb, conflicted)
        except AppError as error:
            self._window.messages.show_error(error)
            changes = None
        if changes is None:
            self._read()
            return None
        if changes.journal is not None:
            self._done.append(changes.bitext)
            self._undone.clear()
            self._show(changes)
        return changes

    def merge(self, page: ClaimsPage) -> None:
        """Make one claim of those chosen: the one with which choosing began."""
        chosen = [one.id for one in page.table.chosen_claims()]
        if chosen and self.perform(lambda: claims.merge_claims(self._window.library, chosen[0], chosen[1:])):
            page.table.go_to(chosen[0])

    def next_status(self, page: ClaimsPage) -> None:
        """From draft to reviewed to final, and round."""
        chosen, library = page.chosen, self._window.library
        if chosen is not None:
            self.perform(
                lambda: claims.set_claim(library, chosen.id, status=_NEXT[claim(library, chosen.id).status])
            )

    def edit(self, wished: Claim, began: Claim) -> None:
        """Have a claim say what somebody wrote who began from another wording; asks where others changed it since."""
        library = self._window.library
        mine = {one: getattr(wished, one) for one in _SAID if getattr(wished, one) != getattr(began, one)}

        def write(said: Mapping[str, Any], before: Claim | None) -> ChangeSet:
            return claims.set_claim(library, wished.id, **said, before=before)

        def settled(error: EditConflict) -> ChangeSet | None:
            try:
                now = claim(library, wished.id)
                show_remark(library, now.bitext, "claims", now.id)
            except EditConflict:
                keep_typed(_words(wished, mine))
                raise EditConflict(error.message, typed_is_kept()) from error
            if all(getattr(now, one) in (getattr(began, one), said) for one, said in mine.items()):
                return write(mine, began)
            if not self._ask(now.changed_by, *(_words(one, mine) for one in (began, now, wished))):
                return None
            if "attributes" in mine:
                said = mine | {"attributes": laid_over(now.attributes, began.attributes, wished.attributes)}
                return write(said, None)
            return write(mine, None)

        self.perform(lambda: write(mine, began), settled)

    def delete(self, page: ClaimsPage) -> None:
        """Take the claim away; its mentions stay."""
        chosen = page.chosen
        if chosen is not None:
            self.perform(lambda: claims.delete_claim(self._window.library, chosen.id))

    def release(self, page: ClaimsPage) -> None:
        """Have the mentions chosen be mentions of no claim."""
        ids = _mentions_chosen(page)
        if ids:
            self.perform(lambda: claims.release(self._window.library, ids))

    def split(self, page: ClaimsPage) -> None:
        """Begin another claim with the mentions chosen."""
        ids, chosen = _mentions_chosen(page), page.chosen
        if ids and chosen is not None:
            self.perform(lambda: claims.split_claim(self._window.library, chosen.id, ids))

    def gather(self, page: ClaimsPage) -> None:
        """Gather what was chosen of what says the like into the claim: mentions, passages, all of other claims."""
        chosen, library = page.chosen, self._window.library
        if chosen is None:
            return
        everything = [(one, one.subject) for one in page.like.chosen_lines()]
        others = [(one, subject.id) for one, subject in everything if isinstance(subject, Claim)]
        mentions = [
            (one, subject.annotation.id) for one, subject in everything if isinstance(subject, Mention)
        ]
        if mentions and self.perform(lambda: claims.gather(library, chosen.id, [id_ for _, id_ in mentions])):
            page.like.drop([one for one, _ in mentions])
        given = self._given(page)
        for one, subject in everything:
            if isinstance(subject, Passage) and given is not None and self._mark(chosen.id, subject, given):
                page.like.drop([one])
        if others and self.perform(
            lambda: claims.merge_claims(library, chosen.id, [id_ for _, id_ in others])
        ):
            page.like.drop([one for one, _ in others])

    def _mark(self, claim: ClaimId, passage: Passage, given: Given) -> bool:
        library, stretches = self._window.library, [passage.stretch]
        marking = self.perform(
            lambda: claims.gather_passage(library, claim, passage.bitext, stretches, given)
        )
        return marking is not None

    def known_to(self, now: Situation, page: ClaimsPage | None) -> Situation:
        """A situation that says what undo and redo would turn around."""
        undo, redo = (self._next(page, redo=redo) for redo in (False, True))
        return replace(now, undo=None if undo is None else undo[1], redo=None if redo is None else redo[1])

    def turn(self, page: ClaimsPage | None, *, redo: bool) -> None:
        """Take back what was done to claims last, or do it again."""
        found = self._next(page, redo=redo)
        if found is None:
            return
        try:
            changes = (history.redo if redo else history.undo)(self._window.library, found[0])
        except AppError as error:
            self._window.messages.show_error(error)
            return
        acts, others = (self._undone, self._done) if redo else (self._done, self._undone)
        if acts:
            acts.pop()
        others.append(found[0])
        if changes is not None:
            self._show(changes)

    def _next(self, page: ClaimsPage | None, *, redo: bool) -> tuple[BitextId, str] | None:
        """In which bitext undo (or redo) turns something around, and what; None where it is not about claims."""
        acts = self._undone if redo else self._done
        chosen = None if page is None else page.chosen
        bitext = acts[-1] if acts else None if chosen is None else chosen.bitext
        if bitext is None:
            return None
        verb = (history.redo_label if redo else history.undo_label)(self._window.library, bitext)
        return (bitext, verb) if verb in VERBS else None

    def _show(self, changes: ChangeSet) -> None:
        window = self._window
        window.messages.overcome()
        if window.has_page:
            if window.page.summary.id == changes.bitext:
                window.page.reviewer.show(changes)
            elif (desk := window.annotating.desk) is not None:
                desk.refresh()
        window.refresh()
        self._read()

    def _given(self, page: ClaimsPage) -> Given | None:
        """The label that a passage gets: that of the claim's other mentions, or the first there is for claims."""
        if page.mentions:
            mark = page.mentions[0].annotation
            return Given(mark.label_set, mark.label)
        sets = label_sets(self._window.library).values()
        known = (one for one in sets if one.purpose is Purpose.CLAIMS and one.labels)
        return next((Given(one.key, one.labels[0].key) for one in known), None)


def _tried(
    verb: Callable[[], ChangeSet], conflicted: Callable[[EditConflict], ChangeSet | None] | None
) -> ChangeSet | None:
    try:
        return verb()
    except EditConflict as error:
        if conflicted is None:
            raise
        return conflicted(error)


def _words(said: Claim, parts: Iterable[str]) -> str:
    """Some of what a claim says, in words."""
    lines = [
        "\n".join(f"{key}: {', '.join(one)}" for key, one in said.attributes)
        if part == "attributes"
        else str(getattr(said, part))
        for part in parts
    ]
    return "\n".join(lines)


def _mentions_chosen(page: ClaimsPage) -> list[AnnotationId]:
    return [one.annotation.id for one in page.chosen_mentions()]
