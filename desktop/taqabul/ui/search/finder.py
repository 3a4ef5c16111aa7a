"""Lights up what the find bar asks for, and goes from one hit to the next."""

from collections import defaultdict
from collections.abc import Mapping

from PySide6.QtCore import QObject

from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.ui.bitext.cell_painter import Highlights, HitSpans
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.search.find_bar import FindBar
from taqabul.workflow import searching
from taqabul.workflow.library import Library
from taqabul.workflow.searching import Hit

FOUND = QT_TRANSLATE_NOOP("FindBar", "%n place(s)")


class Finder(QObject):
    """Searches in a thread; the last question asked wins."""

    def __init__(
        self, bar: FindBar, view: BitextView, library: Library, bitext: BitextId, runner: JobRunner
    ) -> None:
        super().__init__(bar)
        self._bar, self._view, self._runner = bar, view, runner
        self._library, self._bitext = library, bitext
        self._job: Job[list[Hit]] | None = None
        self._at = -1
        self.hits: list[Hit] = []
        bar.asked.connect(self.search)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_bar_closed)

    def search(self) -> None:
        """Ask the library for the words in the bar."""
        self.stop()
        query, folded = self._bar.query.text(), self._bar.folded.isChecked()
        side = self._bar.where.currentData()
        if not query.strip() or not self._bar.isVisible():
            self._show([])
            return
        library, bitext = self._library, self._bitext
        self._job = self._runner.start(
            lambda _progress: searching.find(library, bitext, query, folded=folded, side=side),
            self._on_found,
            self._raise,
        )

    def stop(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._job.cancel()

    def refresh(self) -> None:
        """Texts changed: look again, without moving the cursor."""
        if self._bar.isVisible():
            self.search()

    def step(self, step: int) -> None:
        """Go to the next hit (or the one before)."""
        if not self.hits:
            return
        here = self._view.currentIndex().row()
        if not self._is_here(self._at):
            rows = [self._view.rows.row_of(hit.link) for hit in self.hits]
            later = [at for at, row in enumerate(rows) if row >= here]
            self._at = (later[0] if later else 0) - (1 if step > 0 else 0)
        self._at = (self._at + step) % len(self.hits)
        self._go()

    def _is_here(self, at: int) -> bool:
        if not 0 <= at < len(self.hits):
            return False
        return self._view.rows.row_of(self.hits[at].link) == self._view.currentIndex().row()

    def _on_found(self, hits: list[Hit]) -> None:
        self._job = None
        self._show(hits)

    def _show(self, hits: list[Hit]) -> None:
        self.hits, self._at = hits, -1
        spans: dict[ParagraphId, list[tuple[int, int]]] = defaultdict(list)
        for hit in hits:
            if hit.paragraph is not None:
                spans[hit.paragraph].append((hit.start, hit.end))
        self._light(spans, None)
        if not self._bar.query.text().strip():
            self._bar.result.clear()
        elif hits:
            self._bar.result.setText(plural(FOUND, len(hits)))
        else:
            self._bar.result.setText(translate("FindBar", "Nothing found"))

    def _go(self) -> None:
        hit = self.hits[self._at]
        position = self._view.rows.row_of(hit.link)
        if position < 0:
            return
        part = 0
        if hit.side is not None:
            ids = [one.id for one in paragraphs_of(self._view.rows.row(position), hit.side)]
            part = ids.index(hit.paragraph) if hit.paragraph in ids else 0
        self._view.go_to(position, hit.side, part)
        current = None if hit.paragraph is None else (hit.paragraph, hit.start)
        self._light(self._view.painting.cells.highlights.hits, current)
        self._bar.result.setText(
            translate("FindBar", "{n} of {total}").format(n=self._at + 1, total=len(self.hits))
        )

    def _light(self, spans: Mapping[ParagraphId, HitSpans], current: tuple[ParagraphId, int] | None) -> None:
        painting = self._view.painting.cells
        picked = painting.highlights.picked
        painting.highlights = Highlights(spans, current, picked)
        self._view.viewport().update()

    def _on_bar_closed(self) -> None:
        self._show([])
        self._view.setFocus()

    def _raise(self, error: Exception) -> None:
        raise error
