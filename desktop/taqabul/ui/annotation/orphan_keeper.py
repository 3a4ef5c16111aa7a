"""Keeps the list of lost stretches in step with the bitext, finds where they may stand, puts them there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.orphans_panel import Lost, OrphansPanel
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.workflow.annotating import orphans
from taqabul.workflow.annotating.orphans import Guess, Orphan
from taqabul.workflow.word_links import Stretch


class OrphanKeeper(QObject):
    """Reads when somebody looks; every change is one step to undo."""

    def __init__(self, desk: Desk, runner: JobRunner, panel: OrphansPanel) -> None:
        super().__init__(desk)
        self._desk, self._runner, self.panel = desk, runner, panel
        self._job: Job[list[Orphan]] | None = None
        self._guessing: Job[list[Guess]] | None = None
        self._stale = True
        panel.shown.connect(self._on_panel_shown)
        panel.chosen_changed.connect(self._guess)
        panel.placed.connect(self._on_placed)
        panel.placed_here.connect(self._on_placed_here)
        panel.let_go.connect(self._on_let_go)
        desk.marks_changed.connect(self._on_marks_changed)

    @property
    def waits(self) -> bool:
        """Whether something is being looked for."""
        return self._job is not None or self._guessing is not None

    def stop(self) -> None:
        """The page closes."""
        for job in (self._job, self._guessing):
            if job is not None:
                job.cancel()

    def _on_marks_changed(self) -> None:
        self._stale = True
        if self.panel.isVisible():
            self._read()

    def _on_panel_shown(self) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self._stale = False
        library, bitext = self._desk.page.library, self._desk.page.summary.id
        self._job = self._runner.start(
            lambda _progress: orphans.orphans(library, bitext), self._take, self._on_failed
        )

    def _take(self, found: list[Orphan]) -> None:
        self._job = None
        self.panel.show_orphans(found, self._desk.marker.book, self._desk.page.view.look.colours)

    def _guess(self) -> None:
        chosen = self.panel.chosen()
        if self._guessing is not None:
            self._guessing.cancel()
            self._guessing = None
        if chosen is None:
            return
        lost = chosen[0].annotation.lost[chosen[1]]
        library, bitext = self._desk.page.library, self._desk.page.summary.id
        self._guessing = self._runner.start(
            lambda _progress: orphans.guesses(library, bitext, lost), self._offer, self._on_failed
        )

    def _offer(self, guesses: list[Guess]) -> None:
        self._guessing = None
        self.panel.show_guesses(guesses)

    def _on_failed(self, error: Exception) -> None:
        self._job = self._guessing = None
        if not isinstance(error, AppError):
            raise error
        self._desk.page.failed.emit(error)

    def _on_placed(self, found: Lost, guess: Guess) -> None:
        self._put(found, [guess.stretch])
        self._desk.page.view.go_to_link(guess.link)

    def _on_placed_here(self, found: Lost) -> None:
        self._put(found, [Stretch(paragraph, *span) for paragraph, span in self._desk.mode.chosen()])

    def _put(self, found: Lost, stretches: list[Stretch]) -> None:
        orphan, number = found
        self._write(
            lambda: orphans.reattach(
                self._desk.page.library, orphan.annotation.bitext, orphan.annotation.id, number, stretches
            )
        )

    def _on_let_go(self, found: Lost) -> None:
        orphan, number = found
        self._write(
            lambda: orphans.let_go(
                self._desk.page.library, orphan.annotation.bitext, orphan.annotation.id, number
            )
        )

    def _write(self, verb: Callable[[], ChangeSet]) -> None:
        self._desk.marker.perform(verb)
