"""The filter of an open bitext: which rows are shown, how many meet each condition, which comes next."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QModelIndex, QObject, QTimer, Signal

from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import LinkId
from taqabul.ui.bitext.reviewer import Reviewer
from taqabul.ui.bitext.row_source import RowTable
from taqabul.ui.bitext.staying import staying
from taqabul.ui.bitext.view import BitextView
from taqabul.ui.core.i18n import translate
from taqabul.ui.queues.findings import Findings
from taqabul.workflow import queues
from taqabul.workflow.queues import Facts, Filter, Lengths

RECOUNT_MS = 120
MARKED = {"annotated", "errors", "claims", "orphans"}
Ids = NDArray[np.int64]


class Filtering(QObject):
    """Keeps a filter and applies it to a view. ``changed`` says that the filter or the counts are other now.

    ``only`` hides the rows that do not match; without it the filter is a queue to step through. A row that
    stops matching stays until the cursor goes elsewhere.
    """

    changed = Signal()
    missed = Signal(str)

    def __init__(self, view: BitextView, reviewer: Reviewer, findings: Findings) -> None:
        super().__init__(view)
        self._view, self._model, self._reviewer, self._findings = view, view.rows, reviewer, findings
        self.asked = Filter()
        self.only = True
        self.watched = False
        self.counts: dict[str, int] = {}
        self.found: Ids = self._model.everything.links
        self._stale = True
        self._awaits = False
        self._lengths = Lengths(np.zeros(0, np.int32), np.zeros(0, np.int32))
        self.picked: Ids = np.zeros(0, np.int64)
        self._unsettled: set[int] = set()
        self._recounting = QTimer(self)
        self._recounting.setSingleShot(True)
        self._recounting.setInterval(RECOUNT_MS)
        self._recounting.timeout.connect(self.recount)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.timeout.connect(self._settle)
        reviewer.changed.connect(self._on_reviewer_changed)
        findings.found.connect(self._on_findings_found)
        view.place_changed.connect(self._on_view_place_changed)
        self._model.rowsInserted.connect(self._on_model_rows_inserted)
        self._model.table_read.connect(self._on_model_table_read)

    @property
    def is_hiding(self) -> bool:
        """Whether only the filter's rows are shown."""
        return self.only and not self.asked.is_empty

    def watch(self) -> None:
        """Somebody looks at the counts from now on."""
        self.watched = True
        self._findings.want(numbers=True, since=self.asked.since, marks=True, work=True)
        self.recount()

    def ask(self, asked: Filter) -> None:
        """Take over a filter and show its rows."""
        if not self._reviewer.before_write():
            return
        self.asked = asked
        wants_changes = asked.conditions & {"changed", "changed-by-others"}
        self._findings.want(
            numbers="numbers" in asked.conditions or self.watched,
            since=asked.since if wants_changes or self.watched else None,
            marks=bool(asked.conditions & MARKED) or self.watched,
            work=self.shows_work,
        )
        self._awaits = self._findings.looks
        self.refresh()

    def toggle(self, condition: str) -> None:
        """Add a condition, or take it out."""
        self.ask(self.asked.toggled(condition))

    def pick(self, links: Ids) -> None:
        """Show these rows and no others."""
        self.picked = links
        self.only = True
        self.ask(Filter(frozenset({queues.PICKED}), self.asked.below, self.asked.since))

    def clear(self) -> None:
        """Show all rows again, as they stand in the text."""
        self.ask(replace(self.asked, conditions=frozenset(), lowest_first=False))

    def toggle_order(self) -> None:
        """Put the rows of least confidence first, or all in the order of the text again."""
        self.ask(replace(self.asked, lowest_first=not self.asked.lowest_first))

    def set_only(self, only: bool) -> None:
        """Hide what does not match, or show it between the rows of the queue."""
        if self._reviewer.before_write():
            self.only = only
            self.refresh()

    @property
    def shows_work(self) -> bool:
        """Whether rows we are to work on are asked for, or counted."""
        return self.watched or "assigned" in self.asked.conditions

    @property
    def unshown(self) -> int:
        """How many rows match that are not shown: what others did, or what was done to many rows at once, made them match."""
        return int(np.count_nonzero(~np.isin(self.found, self._model.table.links))) if self.is_hiding else 0

    def look_again(self) -> None:
        """Show what matches now; the row in hand stays where it is in the window."""
        self._findings.want(numbers=False, since=None, work="assigned" in self.asked.conditions)
        with staying(self._view):
            self.refresh()

    def refresh(self) -> None:
        """Look again which rows match; the cursor stays on its row, or goes to the next one shown."""
        place = self._view.place()
        self.recount()
        if self.is_hiding:
            self._model.show_only(self.found, by_rank=not self.asked.lowest_first)
        elif self._model.is_filtered:
            self._model.show_only(None)
        self._unsettled.clear()
        if not self._view.currentIndex().isValid():
            at = None if place is None else (place.row.link.id, place.row.link.rank)
            position = 0 if at is None else self._nearest(*at)
            if place is not None and self._model.row_of(place.row.link.id) >= 0:
                self._view.go_to(position, place.side, place.part)
            else:
                self._view.go_to(position)
        if not self._model.count:
            self._view.place_changed.emit()
        if self.is_hiding:
            self.changed.emit()  # what is shown is other than when it was counted

    def recount(self) -> None:
        """Count again what meets each condition."""
        self._recounting.stop()
        self._stale = False
        facts = self._facts()
        places = queues.in_order(facts, queues.matching(facts, self.asked), self.asked)
        self.found = facts.links[places]
        if self.watched:
            self.counts = queues.counts(facts, self.asked)
        self.changed.emit()

    def step(self, step: int) -> None:
        """Go to the next row of the queue, or the one before."""
        if self.asked.is_empty:
            self.missed.emit(translate("Filtering", "No filter is set: choose what to look at first."))
            return
        if self._stale:
            self.recount()
        here = self._view.currentIndex()
        at = self._model.link_at(here.row()) if here.isValid() else None
        goal = self._next(at, step)
        if goal is None:
            self.missed.emit(
                translate("Filtering", "Nothing further down in this queue.")
                if step > 0
                else translate("Filtering", "Nothing further up in this queue.")
            )
        else:
            self._view.go_to_link(goal)

    def known(self, condition: str) -> bool:
        """Whether a condition's count is known already."""
        if condition == "numbers":
            return self._findings.numbers is not None
        if condition in MARKED:
            return self._findings.marked is not None
        if condition == "assigned":
            return self._findings.work is not None
        return "changed" not in condition or self._findings.changed is not None

    def _next(self, link: LinkId | None, step: int) -> LinkId | None:
        if link is None:
            place = 0 if step > 0 else len(self.found) - 1
        elif len(here := np.flatnonzero(self.found == link)):
            place = int(here[0]) + step
        elif self.asked.lowest_first:
            place = 0
        else:
            everything = self._model.everything
            rank = everything.ranks[everything.links == link]
            ranks = everything.ranks[np.isin(everything.links, self.found)]
            after = int(np.searchsorted(ranks, rank[0])) if len(rank) else 0
            place = after if step > 0 else after - 1
        return LinkId(int(self.found[place])) if 0 <= place < len(self.found) else None

    def _nearest(self, link: LinkId, rank: int) -> int:
        """Where a link is shown, or what comes after it in the text."""
        position = self._model.row_of(link)
        if position >= 0 or self.asked.lowest_first:
            return max(0, position)
        return min(int(np.searchsorted(self._model.table.ranks, rank)), self._model.count - 1)

    def _facts(self) -> Facts:
        table, findings = self._model.everything, self._findings
        among: Callable[[Ids], NDArray[np.bool_]] = lambda links: np.isin(table.links, links)  # noqa: E731
        return Facts(
            table.links,
            table.status,
            table.confidence,
            self._lengths_of(table),
            table.even,
            table.has_note,
            table.edited,
            table.has_reason,
            table.bookmarked,
            among(findings.crossing_links()),
            among(findings.number_links()),
            *(
                *map(among, (*findings.changed_links(), self.picked, *findings.marked_links())),
                findings.assigned_among(table.ranks),
            ),
        )

    def _lengths_of(self, table: RowTable) -> Lengths:
        """The lengths of the rows; those looked at last where no text changed since."""
        now, held = (table.source_chars, table.target_chars), self._lengths
        if not (np.array_equal(held.source, now[0]) and np.array_equal(held.target, now[1])):
            self._lengths = Lengths(*(side.copy() for side in now))
        return self._lengths

    def _on_reviewer_changed(self, changes: ChangeSet) -> None:
        self._stale = True
        self._findings.follow(changes)
        self._unsettled.update(changes.touched)
        if self.watched or not self.asked.is_empty:
            self._recounting.start()

    def _on_model_table_read(self) -> None:
        self._stale = True
        if self.watched or not self.asked.is_empty:
            self._recounting.start()

    def _on_findings_found(self) -> None:
        """What was looked for in the background is known: show its rows at first, unless somebody is at work on one.

        Later ones do not come in by themselves: whoever reads would lose the place.
        """
        if self._awaits and self.is_hiding and not self._unsettled and self._reviewer.before_write():
            self._awaits = self._findings.looks
            self.refresh()
        else:
            self.recount()

    def _on_model_rows_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        if self._model.is_filtered:
            self._unsettled.update(self._model.link_at(position) for position in range(first, last + 1))

    def _on_view_place_changed(self) -> None:
        if self._unsettled and self._model.is_filtered:
            self._settling.start(0)

    def _settle(self) -> None:
        """Hide what was left in view although it does not match any more; the cursor's row does not budge."""
        view, model = self._view, self._model
        here = view.currentIndex()
        if not model.is_filtered or not here.isValid():
            return
        held = {model.link_at(position) for position in (*view.selected_positions(), here.row())}
        loose = self._unsettled - held
        if not loose:
            return
        if self._stale:
            self.recount()
        self._unsettled -= loose
        left = np.array(sorted(loose), np.int64)
        height = view.places.y_of(here.row())
        model.hide(left[~np.isin(left, self.found)])
        view.places.scroll(view.places.y_of(view.currentIndex().row()) - height)
        view.settle()
