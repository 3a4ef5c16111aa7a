"""A bitext at work: find bar, rows, details, and what keeps them in step with the library."""

from collections.abc import Callable
from contextlib import suppress

import numpy as np
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from taqabul.domain.bitext import LinkStatus
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError, EditConflict
from taqabul.domain.language import Side
from taqabul.ui.bitext.cell_painter import Highlights
from taqabul.ui.bitext.crossing_ends import CrossingEnds
from taqabul.ui.bitext.editing import Editing
from taqabul.ui.bitext.look import Look
from taqabul.ui.bitext.model import BitextModel
from taqabul.ui.bitext.navigator import Navigator
from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.row_source import Crossings, LibraryRows, RowTable
from taqabul.ui.bitext.staying import staying
from taqabul.ui.bitext.stepping import Stepping
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.bitext.word_lights import WordLights
from taqabul.ui.company.arbiter import Arbiter
from taqabul.ui.company.bringing_in import BringingIn
from taqabul.ui.company.meanwhile import Meanwhile
from taqabul.ui.core.actions import Situation
from taqabul.ui.core.asides import Asides
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.details.panel import DetailsPanel
from taqabul.ui.glance.minimap import Minimap
from taqabul.ui.pages.page import Page
from taqabul.ui.queues.filter_bar import FilterBar
from taqabul.ui.queues.filtering import Filtering
from taqabul.ui.queues.findings import Findings
from taqabul.ui.queues.saved import SavedFilters
from taqabul.ui.search.find_bar import FindBar
from taqabul.ui.search.finder import Finder
from taqabul.workflow import history, visits
from taqabul.workflow.library import Library
from taqabul.workflow.rows import STATUSES
from taqabul.workflow.word_links import WordLinker

IDLE_MS = 1200


class BitextPage(Page):
    """Everything about one open bitext. ``situation_changed`` says that other actions make sense now.

    ``told`` is a passing remark, ``announced`` something to be read.
    """

    situation_changed = Signal()
    failed = Signal(object)
    told = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        library: Library,
        rows: LibraryRows,
        look: Look,
        runner: JobRunner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        summary = rows.summary
        self.library, self.summary, self.runner = library, summary, runner
        self._edits = 0
        self.asides = Asides(library, summary.id)
        self._turnable: history.Turnable | None = None
        self._look_job: Job[tuple[RowTable, Crossings]] | None = None
        self.model = BitextModel(rows, self)
        self.view = BitextView(self.model, look, self)
        self.minimap = Minimap(self.view, self)
        self.reviewer = Reviewer(library, summary.id, self.model, self.view)
        self.crossing_ends = CrossingEnds(self.view)
        self.navigator = Navigator(self.model, self.view)
        self.editing = Editing(self.view, self.reviewer)
        arbiter = Arbiter(self)
        self.editing.ask, self.reviewer.ask_verdict = arbiter.text, arbiter.verdict
        self.reviewer.ask_wording = arbiter.wording
        self.meanwhile = Meanwhile(self)
        self.find_bar = FindBar(self)
        self.finder = Finder(self.find_bar, self.view, library, summary.id, runner)
        self.findings = Findings(
            library, summary.id, self.model, runner, visits.last_visit(library, summary.id)
        )
        self.filtering = Filtering(self.view, self.reviewer, self.findings)
        self.filter_bar = FilterBar(
            self.filtering, self.view, SavedFilters(library, self.filtering, self), self
        )
        self.details = DetailsPanel(self.view, self.reviewer, self)
        self.word_lights = WordLights(self.view, WordLinker(library, summary.id), runner)
        self.stepping = Stepping(self.view, self.word_lights)
        self._look_wanted = QTimer(self)
        self._look_wanted.setSingleShot(True)
        self._look_wanted.timeout.connect(self._look_again)
        self._others = BringingIn(self)
        self._lay_out()
        self._connect()
        self.view.go_to(0)
        if not self.model.is_small:
            self._look_beside(self.model.first_crossings)

    def situation(self, *, busy: bool, report: bool) -> Situation:
        """What the actions' being enabled depends on."""
        place = self.view.place()
        if self._turnable is None:
            self._turnable = history.turnable(self.library, self.summary.id)
        undo, redo = self.asides.verbs(self._turnable)
        return Situation(
            bitext=True,
            rows=len(self.view.selectionModel().selectedRows()) if place else 0,
            paragraph=place is not None and place.paragraph is not None,
            paragraphs_in_row=0 if place is None else len(place.row.source) + len(place.row.target),
            marked=bool(self.reviewer.picks.everything),
            edited=self.details.edited_paragraph() is not None,
            undo=undo,
            redo=redo,
            report=report,
            busy=busy,
        )

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self.find_bar.paint_icons()
        self.filter_bar.paint_icons()
        self.view.set_look(look)
        self.minimap.set_look()
        self.details.set_look(look)

    def counts(self) -> tuple[int, int, int]:
        """How many rows there are, how many of them are shown, and how many are chosen."""
        chosen = len(self.view.selectionModel().selectedRows())
        return len(self.model.everything), self.model.count, chosen

    def statuses(self) -> dict[LinkStatus, int]:
        """How many rows have each status."""
        codes = self.model.everything.status
        return {status: int(np.count_nonzero(codes == code)) for code, status in enumerate(STATUSES)}

    def reload(self) -> None:
        """Read everything anew; the cursor stays on its row, and that where it is, if it is still there."""
        place = self.view.place()
        with staying(self.view):
            self.model.reload()
            self.view.layouts.clear(self.view.look)
            self.findings.look_again()
            self.filtering.refresh()
            if place is not None:
                position = self.model.row_of(place.row.link.id)
                self.view.go_to(
                    position if position >= 0 else min(place.position, self.model.count - 1),
                    place.side,
                    place.part,
                )
        self.details.refresh()
        self._turnable = None
        self.situation_changed.emit()

    def check_others(self) -> None:
        """Look, beside the window, what other programs changed in the same library, and show it."""
        self._others.look()

    def close_page(self) -> bool:
        """Save what is being typed and stop watching; False where it cannot be saved."""
        if not self.editing.finish():
            return False
        self._look_wanted.stop()
        if self._look_job is not None:
            self._look_job.cancel()
        self.finder.stop()
        self.word_lights.stop()
        self.findings.stop()
        self._others.stop()
        # A visit that cannot be noted down costs a longer list next time, no more; a bin may hold the bitext.
        with suppress(AppError):
            visits.note_visit(self.library, self.summary.id)
        return True

    def add_strip(self, strip: QWidget) -> None:
        """Put something between the rows and the details."""
        self._strips.addWidget(strip)

    def _lay_out(self) -> None:
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        rows = QWidget(self)
        beside = QHBoxLayout(rows)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        beside.addWidget(self.view, 1)
        beside.addWidget(self.minimap)
        upper = QWidget(self)
        self._strips = QVBoxLayout(upper)
        self._strips.setContentsMargins(0, 0, 0, 0)
        self._strips.setSpacing(0)
        self._strips.addWidget(rows, 1)
        self.splitter.addWidget(upper)
        self.splitter.addWidget(self.details)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setSizes([600, 190])
        self.splitter.setCollapsible(0, False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.filter_bar)
        layout.addWidget(self.splitter, 1)
        self.first = self.view

    def _connect(self) -> None:
        self.view.place_changed.connect(self.situation_changed)
        self.view.selectionModel().selectionChanged.connect(self.situation_changed)
        self.reviewer.changed.connect(self._on_reviewer_changed)
        self.reviewer.relinked.connect(self._on_reviewer_relinked)
        self.reviewer.failed.connect(self._on_reviewer_failed)
        self.reviewer.picks_changed.connect(self._on_reviewer_picks_changed)
        self.navigator.missed.connect(self.told)
        self.editing.told.connect(self.told)
        self.filtering.missed.connect(self.told)
        self.filtering.changed.connect(self.situation_changed)
        self.findings.failed.connect(self.failed)
        self.filter_bar.saved.failed.connect(self.failed)
        self.details.sentences.word_pointed.connect(self.word_lights.point)
        self.word_lights.lit.connect(self.details.light)

    def _on_reviewer_changed(self, changes: ChangeSet) -> None:
        self._edits += 1
        self._turnable = None
        self.situation_changed.emit()
        if changes.paragraphs or changes.removed or changes.inserted:
            self.finder.refresh()

    def _on_reviewer_relinked(self) -> None:
        """Find the crossings anew: at once in a small bitext, in a large one when the person pauses."""
        self._look_wanted.start(0 if self.model.is_small else IDLE_MS)

    def _on_reviewer_failed(self, error: AppError) -> None:
        self.failed.emit(self.meanwhile.met(error) if isinstance(error, EditConflict) else error)

    def _on_reviewer_picks_changed(self) -> None:
        painting = self.view.painting.cells
        now = painting.highlights
        painting.highlights = Highlights(now.hits, now.current, self.reviewer.picks.everything)
        self.view.viewport().update()
        picks = self.reviewer.picks
        if picks.everything:
            self.told.emit(
                translate(
                    "BitextPage",
                    "Picked {source} on the source side and {target} on the target side; Ctrl+L links them.",
                ).format(source=len(picks.side(Side.SOURCE)), target=len(picks.side(Side.TARGET)))
            )
        self.situation_changed.emit()

    def _look_again(self) -> None:
        """Find the crossings anew, beside the window in a large bitext."""
        if self.model.is_small:
            self._take(self.model.fresh_look())
        else:
            self._look_beside(self.model.fresh_look)

    def _look_beside(self, look: Callable[[], tuple[RowTable, Crossings]]) -> None:
        """Look in a thread; what was edited meanwhile makes the look worthless."""
        edits = self._edits

        def take(fresh: tuple[RowTable, Crossings]) -> None:
            if edits == self._edits:
                self._take(fresh)
            else:
                self._look_wanted.start(IDLE_MS)

        self._look_job = self.runner.start(lambda _progress: look(), take, self._raise)

    def _take(self, fresh: tuple[RowTable, Crossings]) -> None:
        if not self.model.take_look(fresh):
            self.reload()

    def _raise(self, error: Exception) -> None:
        raise error
