"""Keeps the list of lost stretches in step with the bitext, finds where they may stand, puts them there."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from taqabul.domain.changes import ChangeSet
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.orphans_panel import Lost, OrphansPanel
from taqabul.ui.annotation.when_seen import WhenSeen
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import JobRunner
from taqabul.workflow.annotating import orphans
from taqabul.workflow.annotating.orphans import Guess, Orphan
from taqabul.workflow.word_links import Stretch

LOST = QT_TRANSLATE_NOOP("Orphans", "%n mark(s) lost words to the correction.")


class OrphanKeeper(QObject):
    """Reads when somebody looks; every change is one step to undo."""

    def __init__(self, desk: Desk, runner: JobRunner, panel: OrphansPanel) -> None:
        super().__init__(desk)
        self._desk, self.panel = desk, panel
        self._reading = Asking(runner, self._take, desk.page.failed.emit)
        self._guessing = Asking(runner, panel.show_guesses, desk.page.failed.emit)
        self._seen = WhenSeen(panel, panel.shown, self._read, self)
        panel.chosen_changed.connect(self._guess)
        panel.placed.connect(self._on_placed)
        panel.placed_here.connect(self._on_placed_here)
        panel.let_go.connect(self._on_let_go)
        panel.gone_to.connect(self._on_gone_to)
        desk.marks_changed.connect(self._seen.outdate)
        self._losses = Asking(runner, self._tell_losses, desk.page.failed.emit)
        desk.page.reviewer.changed.connect(self._look_for_losses)

    @property
    def waits(self) -> bool:
        """Whether something is being looked for."""
        return self._reading.waits or self._guessing.waits or self._losses.waits

    def stop(self) -> None:
        """The page closes."""
        self._reading.stop()
        self._guessing.stop()
        self._losses.stop()

    def _read(self) -> None:
        library, bitext = self._desk.page.library, self._desk.page.summary.id
        self._reading.ask(lambda _progress: orphans.orphans(library, bitext))

    def _take(self, found: list[Orphan]) -> None:
        self.panel.show_orphans(found, self._desk.marker.book, self._desk.page.view.look.colours)

    def _look_for_losses(self, changes: ChangeSet) -> None:
        """After texts were changed with marks on them: see whether one lost its words."""
        if changes.paragraphs and changes.annotations:
            library = self._desk.page.library
            self._losses.ask(lambda _progress: orphans.lost_among(library, changes.annotations))

    def _tell_losses(self, count: int) -> None:
        if count:
            listed = translate("Orphans", "Ctrl+Alt+O lists what was lost.")
            self._desk.page.told.emit(f"{plural(LOST, count)} {listed}")

    def _guess(self) -> None:
        chosen = self.panel.chosen()
        if chosen is None:
            self._guessing.drop()
            return
        lost = chosen[0].annotation.lost[chosen[1]]
        library, bitext = self._desk.page.library, self._desk.page.summary.id
        self._guessing.ask(lambda _progress: orphans.guesses(library, bitext, lost))

    def _on_placed(self, found: Lost, guess: Guess) -> None:
        self._put(found, [guess.stretch])
        self._desk.page.view.go_to_link(guess.link)

    def _on_gone_to(self, guess: Guess) -> None:
        view, stretch = self._desk.page.view, guess.stretch
        if not view.go_to_link(guess.link):
            return
        place = view.place_of(view.currentIndex().row(), stretch.paragraph)
        if place is not None:
            self._desk.mode.go_over(place, (stretch.start, stretch.end))

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
