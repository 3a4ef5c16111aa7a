"""The tabs of the panel that are of one bitext: all its marks, those that lost their words, its note threads."""

from collections.abc import Callable

from PySide6.QtWidgets import QTabWidget

from taqabul.domain.language import Side
from taqabul.ui.annotation.desk import Desk
from taqabul.ui.annotation.listing import Listing
from taqabul.ui.annotation.orphan_keeper import OrphanKeeper
from taqabul.ui.annotation.orphans_panel import OrphansPanel
from taqabul.ui.annotation.thread_keeper import ThreadKeeper, note_places
from taqabul.ui.annotation.threads_panel import ThreadsPanel
from taqabul.ui.core.i18n import translate
from taqabul.ui.core.jobs import JobRunner


class BitextTabs:
    """Puts the tabs up, and takes them away with ``stop``; who leaves one goes to the texts."""

    def __init__(self, desk: Desk, runner: JobRunner, tabs: QTabWidget, to_texts: Callable[[], None]) -> None:
        self._tabs, page = tabs, desk.page
        languages = {side: page.model.language(side) for side in Side}
        self.listing = Listing(desk, runner, page.view.look, languages, tabs)
        self.orphans = OrphanKeeper(desk, runner, OrphansPanel(tabs))
        self.threads = ThreadKeeper(desk, runner, ThreadsPanel(note_places(), tabs))
        for tab, title in (
            (self.listing.view, translate("Annotation", "All")),
            (self.orphans.panel, translate("Annotation", "Orphans")),
            (self.threads.panel, translate("Annotation", "Notes")),
        ):
            tabs.addTab(tab, title)
            tab.left.connect(to_texts)

    def stop(self) -> None:
        """The bitext is left."""
        for keeper in (self.listing, self.orphans, self.threads):
            keeper.stop()
        for tab in (self.listing.view, self.orphans.panel, self.threads.panel):
            self._tabs.removeTab(self._tabs.indexOf(tab))
            tab.deleteLater()
