"""What must be looked for before a filter can tell: rows whose numbers differ, rows changed since a moment."""

from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from taqabul.domain.assignments import Assignment
from taqabul.domain.changes import ChangeSet
from taqabul.domain.errors import AppError
from taqabul.domain.ids import BitextId, LinkId
from taqabul.ui.bitext.model import BitextModel
from taqabul.ui.core.jobs import Job, JobRunner
from taqabul.ui.queues.moments import moment_of
from taqabul.workflow.annotating.listing import MarkedRows, marked_rows
from taqabul.workflow.assigning import assignments_of, rows_among
from taqabul.workflow.changed_since import Changed, changed_since
from taqabul.workflow.library import Library
from taqabul.workflow.number_check import links_whose_numbers_differ, row_numbers_differ

Ids = NDArray[np.int64]
FEW = 200


class Findings(QObject):
    """Looks in jobs, at first when something is wanted, and keeps up with what is edited.

    ``found`` says that more is known; ``numbers``, ``changed``, ``marked`` and ``work`` are None until then.
    """

    found = Signal()
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        bitext: BitextId,
        model: BitextModel,
        runner: JobRunner,
        visit: datetime | None,
    ) -> None:
        super().__init__(model)
        self._library, self._bitext, self._model, self._runner = library, bitext, model, runner
        self._visit = visit
        self.numbers: set[LinkId] | None = None
        self.changed: Changed | None = None
        self.marked: MarkedRows | None = None
        self.work: list[Assignment] | None = None
        self._since: str | None = None
        self._number_job: Job[frozenset[LinkId]] | None = None
        self._change_job: Job[Changed] | None = None
        self._mark_job: Job[MarkedRows] | None = None
        self._work_job: Job[list[Assignment]] | None = None
        self._touched: set[LinkId] = set()
        self._crossing: Ids = np.zeros(0, np.int64)
        self._see_crossings()
        model.table_read.connect(self._see_crossings)
        model.modelReset.connect(self._see_crossings)

    def want(self, *, numbers: bool, since: str | None, marks: bool = False, work: bool = False) -> None:
        """Look for what is not known yet, and again for work, which others give and take back."""
        if work and self._work_job is None:
            self._look_for_work()
        if marks and self.marked is None and self._mark_job is None:
            self._look_for_marks()
        if numbers and self.numbers is None and self._number_job is None:
            self._look_for_numbers()
        if since is not None and since != self._since:
            self._look_for_changes(since)

    def look_again(self) -> None:
        """Somebody else changed the bitext: what was found may be wrong."""
        if self.numbers is not None or self._number_job is not None:
            self._look_for_numbers()
        if self._since is not None:
            self._look_for_changes(self._since)
        if self.marked is not None or self._mark_job is not None:
            self._look_for_marks()

    @property
    def looks(self) -> bool:
        """Whether something is being looked for."""
        jobs = (self._number_job, self._change_job, self._mark_job, self._work_job)
        return any(job is not None for job in jobs)

    def heard(self) -> None:
        """Others did something that is shown already: what they changed has to be looked for anew."""
        if self._since is not None:
            self._look_for_changes(self._since)

    def stop(self) -> None:
        """Want nothing any more."""
        for job in (self._number_job, self._change_job, self._mark_job, self._work_job):
            if job is not None:
                job.cancel()

    def follow(self, changes: ChangeSet) -> None:
        """Keep up with an edit made here."""
        links = [*changes.touched, *(link for link, _ in (*changes.inserted, *changes.moved))]
        self._touched.update(links)
        known = self.marked is not None or self._mark_job is not None
        if known and (changes.annotations or changes.removed or changes.inserted):
            self._look_for_marks()
        if self._number_job is not None or (self.numbers is not None and len(links) > FEW):
            self._look_for_numbers()
        elif self.numbers is not None:
            self.numbers.difference_update(changes.removed, links)
            rows = (self._model.known_row(link) for link in links)
            self.numbers.update(row.link.id for row in rows if row is not None and row_numbers_differ(row))

    def crossing_links(self) -> Ids:
        """The links whose target is out of order, as last seen."""
        return self._crossing

    def number_links(self) -> Ids:
        """The links whose numbers differ, as far as known."""
        return _ids(self.numbers or ())

    def changed_links(self) -> tuple[Ids, Ids]:
        """The links changed since the moment asked for: by anybody, and by others."""
        if self.changed is None:
            return _ids(()), _ids(())
        return _ids(self.changed.links | self._touched), _ids(self.changed.by_others)

    def marked_links(self) -> tuple[Ids, Ids, Ids, Ids]:
        """The links with annotations, with errors, with claims and with orphans, as far as known."""
        known = self.marked or MarkedRows()
        return _ids(known.annotated), _ids(known.errors), _ids(known.claims), _ids(known.orphans)

    def assigned_among(self, ranks: Ids) -> NDArray[np.bool_]:
        """Which rows, told by their ranks, we are to work on, as far as known."""
        return rows_among(self.work or (), ranks)

    def _see_crossings(self) -> None:
        rows = self._model.all_crossings.rows
        if len(rows) or not self._model.is_filtered:
            self._crossing = self._model.everything.links[rows]

    def _look_for_numbers(self) -> None:
        if self._number_job is not None:
            self._number_job.cancel()

        def take(links: frozenset[LinkId]) -> None:
            self.numbers, self._number_job = set(links), None
            self.found.emit()

        library, bitext = self._library, self._bitext
        self._number_job = self._runner.start(
            lambda progress: links_whose_numbers_differ(library, bitext, progress), take, self._on_failed
        )

    def _look_for_changes(self, since: str) -> None:
        if self._change_job is not None:
            self._change_job.cancel()
        self._since = since
        moment = moment_of(since, self._visit, datetime.now(UTC))

        def take(changed: Changed) -> None:
            self.changed, self._change_job = changed, None
            self.found.emit()

        library, bitext = self._library, self._bitext
        self._change_job = self._runner.start(
            lambda _progress: changed_since(library, bitext, moment), take, self._on_failed
        )

    def _look_for_marks(self) -> None:
        if self._mark_job is not None:
            self._mark_job.cancel()

        def take(marked: MarkedRows) -> None:
            self.marked, self._mark_job = marked, None
            self.found.emit()

        library, bitext = self._library, self._bitext
        self._mark_job = self._runner.start(
            lambda _progress: marked_rows(library, bitext), take, self._on_failed
        )

    def _look_for_work(self) -> None:
        def take(given: list[Assignment]) -> None:
            self.work, self._work_job = given, None
            self.found.emit()

        library, bitext = self._library, self._bitext
        self._work_job = self._runner.start(
            lambda _progress: [
                one for one in assignments_of(library, library.author) if one.bitext == bitext
            ],
            take,
            self._on_failed,
        )

    def _on_failed(self, error: Exception) -> None:
        self._number_job = self._change_job = self._mark_job = self._work_job = None
        if not isinstance(error, AppError):
            raise error
        self.failed.emit(error)


def _ids(links: frozenset[LinkId] | set[LinkId] | tuple[()]) -> Ids:
    return np.fromiter(links, np.int64, len(links))
