"""Lights up what the find bar asks for, and goes from one hit to the next."""

from collections import defaultdict
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject

from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, ParagraphId
from taqabul.domain.search import Kind
from taqabul.ui.bitext.cell_painter import Highlights, HitSpans
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.search.find_bar import FindBar
from taqabul.workflow import searching
from taqabul.workflow.library import Library
from taqabul.workflow.searching import Found, Hit

FOUND = QT_TRANSLATE_NOOP("FindBar", "%n place(s)")


class Finder(QObject):
    """Searches in a thread; the last question asked wins."""

    def __init__(
        self, bar: FindBar, view: BitextView, library: Library, bitext: BitextId, runner: JobRunner
    ) -> None:
        super().__init__(bar)
        self._bar, self._view, self._runner = bar, view, runner
        self._library, self._bitext = library, bitext
        self._job: Job[Found] | None = None
        self._at = -1
        self._more = self._ranked = False
        self.hits: tuple[Hit, ...] = ()
        bar.asked.connect(self.search)
        runner.progressed.connect(self._on_progress)
        bar.stepped.connect(self.step)
        bar.closed.connect(self._on_bar_closed)

    def search(self) -> None:
        """Ask the library for the words in the bar."""
        self.stop()
        query = self._bar.form.question()
        if not query.text.strip() or not self._bar.isVisible():
            self.show_found(Found())
            self._bar.tell("")
            return
        library, bitext = self._library, self._bitext
        self._job = self._runner.start(
            lambda progress: searching.find(library, query, bitext, progress=progress),
            self._on_found,
            self._on_failed,
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
        if not self._ranked and not self._is_here(self._at):
            later = np.flatnonzero(self._rows_of_hits() >= self._here())
            self._at = (int(later[0]) if len(later) else 0) - (1 if step > 0 else 0)
        self._at = (self._at + step) % len(self.hits)
        self._go()

    def show_found(self, found: Found) -> None:
        """Light up hits in the texts."""
        self.hits, self._more, self._at = found.hits, found.more, -1
        self._ranked = self._bar.form.question().kind.is_ranked
        spans: dict[ParagraphId, list[tuple[int, int]]] = defaultdict(list)
        for hit in found.hits:
            if hit.paragraph is not None:
                spans[hit.paragraph].append((hit.start, hit.end))
        self._light(spans, None)

    def go_to(self, hit: Hit) -> None:
        """Put the cursor on a hit's paragraph."""
        position = -1 if hit.link is None else self._view.rows.reveal(hit.link)
        if position < 0:
            return
        part = 0
        if hit.side is not None:
            ids = [one.id for one in paragraphs_of(self._view.rows.row(position), hit.side)]
            part = ids.index(hit.paragraph) if hit.paragraph in ids else 0
        self._view.go_to(position, hit.side, part)
        current = None if hit.paragraph is None else (hit.paragraph, hit.start)
        self._light(self._view.painting.cells.highlights.hits, current)

    def _is_here(self, at: int) -> bool:
        if not 0 <= at < len(self.hits):
            return False
        return self._row_of(self.hits[at]) == self._view.currentIndex().row()

    def _rows_of_hits(self) -> NDArray[np.int64]:
        """The row of each hit among all, shown or not; -1 where it has none any more."""
        links = self._view.rows.everything.links
        wanted = np.array([hit.link or 0 for hit in self.hits], dtype=np.int64)
        order = np.argsort(links, kind="stable")
        places = order[np.minimum(np.searchsorted(links, wanted, sorter=order), len(links) - 1)]
        return np.where(links[places] == wanted, places, -1)

    def _here(self) -> int:
        """The row of the cursor among all, shown or not."""
        place = self._view.place()
        if place is None:
            return 0
        return int(np.flatnonzero(self._view.rows.everything.links == place.row.link.id)[0])

    def _row_of(self, hit: Hit) -> int:
        return -1 if hit.link is None else self._view.rows.row_of(hit.link)

    def _on_found(self, found: Found) -> None:
        self._job = None
        self.show_found(found)
        if not found.hits:
            self._bar.tell(translate("FindBar", "Nothing found"))
        elif found.more:
            text = translate("FindBar", "More than {total} places").format(total=len(found.hits))
            self._bar.tell(text, translate("FindBar", "Only the first of them are lit."))
        else:
            self._bar.tell(plural(FOUND, len(found.hits)))

    def _on_progress(self, job: Job[object]) -> None:
        """Encoding a large library for the first time takes minutes."""
        if job is self._job and job.total and self._bar.form.question().kind is Kind.MEANING:
            share = round(100 * job.done / job.total)
            self._bar.tell(translate("FindBar", "Reading the texts for their meaning: {n} %").format(n=share))

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, AppError):
            raise error
        self.show_found(Found())
        self._bar.tell(error.message, error.hint)

    def _go(self) -> None:
        self.go_to(self.hits[self._at])
        total = f"{len(self.hits)}+" if self._more else len(self.hits)
        self._bar.tell(translate("FindBar", "{n} of {total}").format(n=self._at + 1, total=total))

    def _light(self, spans: Mapping[ParagraphId, HitSpans], current: tuple[ParagraphId, int] | None) -> None:
        painting = self._view.painting.cells
        picked = painting.highlights.picked
        painting.highlights = Highlights(spans, current, picked)
        self._view.viewport().update()

    def _on_bar_closed(self) -> None:
        self.stop()
        self.show_found(Found())
        self._bar.tell("")
        self._view.setFocus()
