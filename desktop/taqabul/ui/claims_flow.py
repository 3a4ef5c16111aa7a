"""Opens the claims of the library beside the texts, reads what the page shows, and has done what is asked there."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget

from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.ids import ClaimId
from taqabul.ui.claims.claim_verbs import ClaimVerbs
from taqabul.ui.claims.claims_model import Order
from taqabul.ui.claims.claims_page import ClaimsPage
from taqabul.ui.claims.from_texts import FromTexts
from taqabul.ui.claims.listed import Listed, listed
from taqabul.ui.claims.places import go_to_mention, go_to_similar
from taqabul.ui.core.actions import Situation
from taqabul.ui.core.jobs import Job
from taqabul.ui.pages.laid_over_flow import LaidOverFlow
from taqabul.ui.pages.late_modules import is_loaded, load
from taqabul.workflow.annotating.claim_list import Mention, list_claims, mentions_of
from taqabul.workflow.annotating.similar import similar

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

TIMELINE = "taqabul.ui.claims.timeline"


class ClaimsFlow(LaidOverFlow):
    """One claims page at a time, over the open bitext or the library."""

    page: ClaimsPage | None

    def __init__(self, window: "MainWindow", stack: QStackedWidget) -> None:
        super().__init__(window, stack)
        self._jobs: dict[str, Job[Any]] = {}
        self._goal: ClaimId | None = None
        self._order = Order()
        self.verbs = ClaimVerbs(window, self.read)
        self._from_texts = FromTexts(window, self.verbs)

    @property
    def waits(self) -> bool:
        """Whether something is being read, or about to be."""
        return bool(self._jobs) or self._loading is not None or (self.page is not None and self.page.waits)

    def toggle(self) -> None:
        """Look at the claims, at the chosen mark's first, or go back to where one was."""
        if self.page is not None:
            self.close()
            return
        window = self._window
        if window.has_page and not window.page.editing.finish():
            return
        for other in (window.scores, window.overview):
            other.close()
        desk = window.annotating.desk
        mark = None if desk is None else desk.marker.mark_chosen()
        if mark is not None and mark.claim is not None:
            self._goal = mark.claim
        page = self.page = ClaimsPage(window.reading.look, window)
        page.table.put_in_order(self._order)
        page.verb_asked.connect(self._perform_named)
        page.claim_chosen.connect(self._read_mentions)
        page.edited.connect(self.verbs.edit)
        page.filters.chosen.connect(self.read)
        page.left.connect(self.close)
        self._over.lay(page)
        self.read()

    def drop(self) -> None:
        """Another page comes: the claims go."""
        for job in self._jobs.values():
            job.cancel()
        self._jobs = {}
        if self.page is not None:
            chosen = self.page.chosen
            self._goal = None if chosen is None else chosen.id
            self._order = self.page.model.order
        super().drop()

    def set_look(self) -> None:
        """Take over the theme and the zoom in force."""
        if self.page is not None:
            self.page.set_look(self._window.reading.look)

    def read(self) -> None:
        """List the claims wanted, beside the window."""
        if self.page is not None:
            library, wanted = self._window.library, self.page.filters.wanted
            self._start("list", lambda _progress: listed(library, wanted), self._show)

    def known_to(self, now: Situation) -> Situation:
        """A situation that says what undo and redo would turn around."""
        return self.verbs.known_to(now, self.page)

    def undo(self) -> None:
        """Take back what was done to claims last."""
        self.verbs.turn(self.page, redo=False)

    def redo(self) -> None:
        """Do again what was taken back."""
        self.verbs.turn(self.page, redo=True)

    def begin(self) -> None:
        """Begin a claim with the mention under the cursor."""
        begun = self._from_texts.begin()
        if begun is not None:
            self._goal = begun

    def ask_claim(self) -> None:
        """Gather the mention under the cursor into a claim that is chosen from a list."""
        mention = self._from_texts.mention()
        if mention is not None:
            library = self._window.library
            self._start(
                "choose",
                lambda _progress: list_claims(library),
                lambda found: self._from_texts.choose(mention, found),
            )

    def _perform_named(self, verb: str) -> None:
        page = self.page
        if page is None:
            return
        verbs: dict[str, Callable[[], object]] = {
            "merge": partial(self.verbs.merge, page),
            "status": partial(self.verbs.next_status, page),
            "edit": page.begin_editing,
            "delete": partial(self.verbs.delete, page),
            "release": partial(self.verbs.release, page),
            "split": partial(self.verbs.split, page),
            "gather": partial(self.verbs.gather, page),
            "similar": self._read_similar,
            "time": partial(self._when_loaded, TIMELINE, page.show_timeline),
            "find": page.filters.begin,
            "go to mention": partial(go_to_mention, self._window, page),
            "go to similar": partial(go_to_similar, self._window, page),
        }
        verbs[verb]()

    def _read_mentions(self) -> None:
        self._window.refresh()
        if self.page is not None and (claim := self.page.chosen) is not None:
            library, page = self._window.library, self.page

            def show(found: list[Mention]) -> None:
                page.show_mentions(found)
                if not is_loaded(TIMELINE):  # before it is asked for
                    self._start("charts", lambda _progress: load(TIMELINE), lambda _nothing: None)

            self._start("mentions", lambda _progress: mentions_of(library, claim.id), show)

    def _read_similar(self) -> None:
        page = self.page
        if page is None or (claim := page.chosen) is None:
            return
        page.begin_similar()
        library = self._window.library
        self._start(
            "similar",
            lambda progress: similar(library, claim.id, progress=progress),
            lambda found: page.show_similar(claim.id, found),
        )

    def _show(self, found: Listed) -> None:
        if self.page is not None:
            goal, self._goal = self._goal, None
            self.page.show_claims(*found, goal)
            self._window.refresh()

    def _start(self, name: str, work: Callable[[Any], Any], show: Callable[[Any], object]) -> None:
        """Begin silent work; what of the same name was under way is not wanted any more."""
        if name in self._jobs:
            self._jobs[name].cancel()

        def done(result: Any) -> None:  # noqa: ANN401
            self._jobs.pop(name, None)
            show(result)

        def failed(error: Exception) -> None:
            self._jobs.pop(name, None)
            if not isinstance(error, AppError):
                raise error
            if not isinstance(error, EditConflict):  # a claim that went meanwhile goes from the list too
                self._window.messages.show_error(error)

        self._jobs[name] = self._window.runner.start(work, done, failed)
