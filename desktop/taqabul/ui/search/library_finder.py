"""Searches for the concordance, finds the words that face its hits, and leads from its lines to the rows."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId
from taqabul.domain.options import Progress
from taqabul.domain.search import Kind, Query
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job
from taqabul.ui.search.concordance_panel import ConcordancePanel
from taqabul.workflow import searching
from taqabul.workflow.searching import Found
from taqabul.workflow.searching.concordance import Line, lines, write_table
from taqabul.workflow.word_links import Stretch, WordLinker, counterparts

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

FOUND = QT_TRANSLATE_NOOP("FindBar", "%n place(s)")
LONGEST = 80
"""Letters of a hit up to which it is worth asking which words face it."""


class LibraryFinder(QObject):
    """What the concordance panel does, on behalf of a main window."""

    def __init__(self, window: "MainWindow", panel: ConcordancePanel) -> None:
        super().__init__(panel)
        self._window, self.panel = window, panel
        self._job: Job[Found] | None = None
        self._question: object = None
        self._words_job: Job[dict[int, list[Stretch]]] | None = None
        self._linkers: dict[BitextId, WordLinker] = {}
        panel.asked.connect(self.search)
        panel.chosen.connect(lambda row: self.go_to(row, stay=False))
        panel.export_asked.connect(self.export)
        panel.closed.connect(self.stop)
        panel.words_wanted.connect(self._find_words)
        window.runner.progressed.connect(self._on_progress)

    def open(self, query: Query | None, *, whole_library: bool) -> None:
        """Show the panel; with words already asked for elsewhere, ask for them here."""
        panel = self.panel
        panel.scope.blockSignals(True)
        panel.scope.setCurrentIndex(0 if whole_library else 1)
        panel.scope.blockSignals(False)
        if query is not None:
            panel.form.choose(query, with_text=bool(query.text.strip()))
        panel.open()
        self.search()

    def search(self) -> None:
        """Ask for the words in the panel."""
        self.stop()
        panel, window = self.panel, self._window
        query = panel.form.question()
        if not query.text.strip() or panel.isHidden():
            panel.model.show_hits(())
            panel.tell("")
            return
        bitext = None if panel.whole_library or not window.has_page else window.page.summary.id
        library, before = window.library, self._question
        self._question = query, bitext
        row = panel.row if before == self._question else -1
        self._job = window.runner.start(
            lambda progress: searching.find(library, query, bitext, progress=progress),
            lambda found: self._on_found(found, row),
            self._on_failed,
        )

    def refresh(self) -> None:
        """Texts changed: look again."""
        if not self.panel.isHidden():
            self.search()

    def stop(self) -> None:
        """Want no answer any more."""
        for job in (self._job, self._words_job):
            if job is not None:
                job.cancel()
        self._job = self._words_job = None
        self._linkers.clear()

    def close(self) -> None:
        """Ask nothing any more."""
        self.stop()
        self.panel.rest()

    def step(self, step: int) -> bool:
        """Go to the next line's row; False where there are no lines."""
        count = self.panel.model.rowCount()
        if self.panel.isHidden() or not count:
            return False
        row = self.panel.row
        goal = (row + step) % count if row >= 0 else (0 if step > 0 else count - 1)
        self.panel.go_to(goal)
        self.go_to(goal, stay=True)
        return True

    def go_to(self, row: int, *, stay: bool) -> None:
        """Show the row of a line in its bitext; ``stay`` leaves the keyboard where it is."""
        window = self._window
        line = self.panel.model.line(row) if row >= 0 else None
        if line is None:
            return
        hit = line.hit
        if hit.bitext is None:
            hint = translate("Concordance", "This text is in no bitext.")
            self.panel.tell(hint)
            return

        def show() -> None:
            finder = window.page.finder
            here = tuple(one for one in self.panel.model.hits if one.bitext == hit.bitext)
            if finder.hits != here:
                finder.show_found(Found(here))
            finder.go_to(hit)
            (self.panel.lines if stay else window.page.view).setFocus()

        window.pages.at(hit.bitext, show)

    def export(self) -> None:
        """Write all lines into a table."""
        window = self._window
        hits = self.panel.model.hits
        if not hits:
            return
        folder = Path(window.settings.last_folder or Path.home()) / "concordance.csv"
        kinds = translate("Concordance", "Tables (*.csv *.tsv)")
        name, _ = QFileDialog.getSaveFileName(window, translate("Concordance", "Export"), str(folder), kinds)
        if not name:
            return
        path, library = Path(name), window.library

        def write(_progress: Progress) -> None:
            write_table(lines(library, hits), path)

        told = translate("Concordance", "Written to {path}").format(path=path)
        title = translate("Concordance", "Writing {name}").format(name=path.name)
        window.runner.start(write, lambda _: window.messages.show_message(told), self._on_failed, title)

    def _find_words(self) -> None:
        """Look for the words that face the hits in sight."""
        panel = self.panel
        if self._words_job is not None or panel.isHidden() or not self._window.settings.word_links:
            return
        wanted = panel.model.without_words(panel.visible_rows())
        if not wanted:
            return
        hits = panel.model.hits

        def find(progress: Progress) -> dict[int, list[Stretch]]:
            found = {}
            for done, (row, line) in enumerate(wanted):
                progress(done, len(wanted))
                found[row] = self._words_of(line)
            return found

        def take(found: dict[int, list[Stretch]]) -> None:
            self._words_job = None
            if panel.model.hits == hits:
                panel.model.put_words(found)
            self._find_words()

        self._words_job = self._window.runner.start(find, take, self._on_words_failed)

    def _words_of(self, line: Line) -> list[Stretch]:
        """The words that face a hit; may be called from a worker's thread."""
        hit = line.hit
        if line.row is None or hit.bitext is None or hit.side is None or hit.paragraph is None:
            return []
        if hit.end - hit.start > LONGEST:
            return []
        linker = self._linkers.setdefault(hit.bitext, WordLinker(self._window.library, hit.bitext))
        return counterparts(linker.links(line.row), hit.side, Stretch(hit.paragraph, hit.start, hit.end))

    def _on_progress(self, job: Job[object]) -> None:
        if job is self._job and job.total and self.panel.form.question().kind is Kind.MEANING:
            share = round(100 * job.done / job.total)
            self.panel.tell(
                translate("FindBar", "Reading the texts for their meaning: {n} %").format(n=share)
            )

    def _on_words_failed(self, error: Exception) -> None:
        self._words_job = None
        raise error

    def _on_found(self, found: Found, row: int) -> None:
        """Show the hits; the same question asked again leaves the cursor where it was."""
        self._job = None
        panel = self.panel
        panel.model.show_hits(found.hits)
        if 0 <= row < len(found.hits):
            panel.go_to(row)
        if not found.hits:
            panel.tell(translate("FindBar", "Nothing found"))
        elif found.more:
            panel.tell(translate("FindBar", "More than {total} places").format(total=len(found.hits)))
        else:
            panel.tell(plural(FOUND, len(found.hits)))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        self.panel.model.show_hits(())
        self.panel.tell(error.message, error.hint)
