"""Checks beside the rows: a dock that is filled by a job, kept in step with edits, and leads to both places."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget

from taqabul.domain.ids import ParagraphId
from taqabul.domain.language import Side
from taqabul.ui.bitext.cell_painter import Highlights
from taqabul.ui.bitext.model import paragraphs_of
from taqabul.ui.checks.acts import FindingActs
from taqabul.ui.checks.choosing import CheckChooser
from taqabul.ui.checks.terms_flow import TermsFlow
from taqabul.ui.checks.watch import CheckWatch
from taqabul.ui.checks.words import message_of
from taqabul.ui.core.i18n import translate
from taqabul.workflow.checking import Checker, CheckReport, Found

if TYPE_CHECKING:
    from taqabul.ui.checks.panel import ChecksPanel
    from taqabul.ui.main_window import MainWindow

WIDTH = 380


class ChecksFlow(QObject):
    """Shows what checks find in the open bitext on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.acts = FindingActs(window, lambda: self.panel.found if self.panel is not None else (), self)
        self.terms = TermsFlow(window, self)
        self.chooser = CheckChooser(window.settings, self)
        self.panel: ChecksPanel | None = None
        self.dock = QDockWidget(translate("Checks", "Checks"), window)
        self.dock.setObjectName("checks")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        window.tabifyDockWidget(window.annotating.dock, self.dock)
        self.dock.hide()
        self._watch = CheckWatch(window.runner, self)
        self._watch.reported.connect(self._show)
        self._watch.failed.connect(window.messages.show_error)
        self.acts.retold.connect(self._watch.look_again)
        self.acts.learned.connect(self.check)
        self.terms.kept.connect(self.check)
        self.chooser.chosen.connect(lambda: self._watch.choose(self.chooser.checks))

    @property
    def shown(self) -> bool:
        """Whether the findings are in sight."""
        return self.panel is not None

    @property
    def waits(self) -> bool:
        """Whether something is being checked, or about to be."""
        return self._watch.waits

    def toggle(self) -> None:
        """Check the open bitext, or put the findings away."""
        if self.panel is not None:
            self.detach()
            self._window.page.view.setFocus()
            self._window.refresh()
            return
        from taqabul.ui.checks.panel import ChecksPanel  # noqa: PLC0415 - the window comes up sooner without

        window = self._window
        self.panel = panel = ChecksPanel(self.dock)
        panel.asked.connect(self.go_to)
        panel.left.connect(window.page.view.setFocus)
        panel.fix_asked.connect(self.acts.put_right)
        panel.error_asked.connect(self.acts.mark_error)
        panel.anew_asked.connect(self.check)
        panel.suppress_asked.connect(self.acts.suppress)
        panel.list_asked.connect(self.acts.list_suppressed)
        window.page.reviewer.changed.connect(self._watch.on_changed)
        self.dock.setWidget(panel)
        self.dock.show()
        self.dock.raise_()
        window.resizeDocks([self.dock], [WIDTH], Qt.Orientation.Horizontal)
        panel.word_asked.connect(self.acts.take_in)
        panel.terms_asked.connect(self.terms.edit)
        panel.choose_asked.connect(lambda: self.chooser.offer(panel.which))
        panel.table.setFocus()
        self._watch.begin(Checker(window.library, window.page.summary.id, self.chooser.checks))
        self.check()
        window.refresh()

    def detach(self) -> None:
        """The bitext is left, or nobody wants to see the findings."""
        self._watch.stop()
        if self.panel is not None:
            self._window.page.reviewer.changed.disconnect(self._watch.on_changed)
            self._light(None)
            self.panel.deleteLater()
            self.panel = None
        self.dock.hide()

    def check(self) -> None:
        """Check all pairs."""
        if self.panel is not None and self._window.page.editing.finish():
            self._watch.check_all()

    def step(self, step: int) -> None:
        """Go to the next finding, or the one before."""
        if self.panel is not None:
            self.panel.step(step)

    def act_on_chosen(self, act: Callable[[Found], None]) -> None:
        """Do something about the finding under the cursor."""
        if self.panel is not None and self.panel.chosen is not None:
            act(self.panel.chosen)

    def go_to(self, found: Found) -> None:
        """Show the pair of a finding, with its places lit on both sides."""
        view = self._window.page.view
        position = view.rows.reveal(found.link)
        if position < 0:
            return
        side = Side.TARGET if found.target and not found.source else Side.SOURCE
        places = found.side(side)
        part = 0
        if places:
            ids = [one.id for one in paragraphs_of(view.rows.row(position), side)]
            here = places[0].stretch
            part = ids.index(here.paragraph) if here.paragraph in ids else 0
        view.go_to(position, side, part)
        self._light(found)
        if places:
            view.reveal_stretch(view.place_in(position, side, part), here.start, here.end)
        view.say(message_of(found))

    def _show(self, report: CheckReport) -> None:
        if self.panel is not None:
            self.panel.show_found(report.found, report.pairs)

    def _light(self, found: Found | None) -> None:
        view = self._window.page.view
        painting = view.painting.cells
        spans: dict[ParagraphId, list[tuple[int, int]]] = {}
        for place in (*found.source, *found.target) if found is not None else ():
            spans.setdefault(place.stretch.paragraph, []).append((place.stretch.start, place.stretch.end))
        painting.highlights = Highlights(spans, None, painting.highlights.picked)
        view.viewport().update()
