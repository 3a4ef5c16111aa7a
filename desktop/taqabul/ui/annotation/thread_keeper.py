"""Keeps the note threads in step with the bitext, and writes what is said in them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from taqabul.domain.annotation import Note
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.language import Side
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.threads_panel import ThreadsPanel
from taqabul.ui.annotation.when_seen import WhenSeen
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import JobRunner
from taqabul.workflow.annotating import notes, reading
from taqabul.workflow.annotating.notes import Thread

Named = tuple[list[Thread], dict[int, str]]


class ThreadKeeper(QObject):
    """Reads when somebody looks."""

    def __init__(self, desk: Desk, runner: JobRunner, panel: ThreadsPanel) -> None:
        super().__init__(desk)
        self._desk, self.panel = desk, panel
        self._reading = Asking(runner, self._take, desk.page.failed.emit)
        self._seen = WhenSeen(panel, panel.shown, self._read, self)
        panel.written.connect(self._on_written)
        panel.answered.connect(self._on_answered)
        panel.settled.connect(self._on_settled)
        panel.deleted.connect(self._on_deleted)
        panel.gone_to.connect(self._on_gone_to)
        panel.passed.connect(self._show_place)
        desk.page.reviewer.changed.connect(self._on_changed)

    @property
    def waits(self) -> bool:
        """Whether threads are being read."""
        return self._reading.waits

    def stop(self) -> None:
        """The page closes."""
        self._reading.stop()

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.notes or changes.removed or changes.annotations:
            self._seen.outdate()

    def _read(self) -> None:
        page, book = self._desk.page, self._desk.marker.book
        library, bitext, source = page.library, page.summary.id, page.summary.source

        def read(_progress: object) -> Named:
            found = notes.threads(library, bitext)
            marks = {one.id: one for one in reading.all_annotations(library, bitext)}
            texts = {True: translate("Threads", "Source text"), False: translate("Threads", "Target text")}

            def on(first: Note) -> str:
                if first.annotation is not None and first.annotation in marks:
                    return book.name(marks[first.annotation])
                if first.document is not None:
                    return texts[first.document == source]
                return translate("Threads", "Pair")

            return found, {one.first.id: on(one.first) for one in found}

        self._reading.ask(read)

    def _take(self, found: Named) -> None:
        self.panel.show_threads(*found, self._desk.page.view.look.colours)

    def _on_written(self, text: str, on: str) -> None:
        page, mark, place = self._desk.page, self._desk.marker.mark_chosen(), self._desk.page.view.place()
        library, bitext = page.library, page.summary.id
        if on == "mark" and mark is not None:
            self._write(lambda: notes.add_note_on_mark(library, bitext, mark.id, text))
        elif on in set(Side):
            document = page.summary.source if on == Side.SOURCE else page.summary.target
            self._write(lambda: notes.add_note_on_document(library, bitext, document, text))
        elif on == "pair" and place is not None:
            self._write(lambda: notes.add_note(library, bitext, place.row.link.id, text))
        else:
            page.told.emit(translate("Threads", "Choose a mark first: “;” chooses the one under the cursor."))

    def _on_answered(self, thread: Thread, text: str) -> None:
        page = self._desk.page
        self._write(lambda: notes.reply(page.library, page.summary.id, thread.first.id, text))

    def _write(self, verb: Callable[[], ChangeSet]) -> None:
        """What was typed stays where it could not be written."""
        if self._desk.marker.perform(verb) is not None:
            self.panel.field.clear()

    def _on_settled(self, thread: Thread, resolved: bool) -> None:
        page = self._desk.page
        self._desk.marker.perform(
            lambda: notes.resolve(page.library, page.summary.id, thread.first.id, resolved=resolved)
        )

    def _on_deleted(self, thread: Thread) -> None:
        page = self._desk.page
        self._desk.marker.perform(lambda: notes.delete_note(page.library, page.summary.id, thread.first.id))

    def _on_gone_to(self, thread: Thread) -> None:
        if self._show_place(thread):
            self._desk.page.view.setFocus()

    def _show_place(self, thread: Thread) -> bool:
        """Show what a thread is on; False where that is gone."""
        page = self._desk.page
        if thread.first.annotation is not None:
            try:
                mark = reading.annotation(page.library, thread.first.annotation)
            except AppError as error:
                page.failed.emit(error)
                return False
            self._desk.steps.go_to(mark)
        else:
            page.view.go_to_link(thread.link)
        return True


def note_places() -> list[tuple[str, str]]:
    """What a note may be on, by key and in words."""
    return [
        ("pair", translate("Threads", "this pair")),
        ("mark", translate("Threads", "the chosen mark")),
        (Side.SOURCE.value, translate("Threads", "the source text")),
        (Side.TARGET.value, translate("Threads", "the target text")),
    ]
