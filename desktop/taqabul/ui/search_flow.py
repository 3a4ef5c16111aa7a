"""Finding in the window: what was chosen last is remembered, the bars and lists keep in step."""

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from taqabul.domain.changes import ChangeSet
from taqabul.domain.search import Folding, Kind, Query, Where
from taqabul.ui.bitext.look import Look
from taqabul.ui.core.settings import Settings
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.ui.search.concordance_panel import ConcordancePanel
from taqabul.ui.search.library_finder import LibraryFinder
from taqabul.ui.search.replace_flow import ReplaceFlow
from taqabul.ui.search.search_form import SearchForm

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


SHARE = 0.45
"""The share of the window's height that the list of places is given first."""
LOW = 900
"""A window lower than this has no room for rows, their details and the list of places at once."""


class SearchFlow(QObject):
    """Finds on behalf of a main window."""

    def __init__(self, window: "MainWindow", look: Look) -> None:
        super().__init__(window)
        self._window = window
        self.replacing = ReplaceFlow(window)
        self._room_made = False
        panel = ConcordancePanel(window.library, look, window)
        panel.form.choose(remembered(window.settings))
        panel.form.chosen.connect(lambda: self._remember(panel.form))
        window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, panel)
        self.library = LibraryFinder(window, panel)
        panel.opened.connect(self._make_room)
        panel.closed.connect(self._give_back_room)

    def attach(self, page: BitextPage) -> None:
        """A bitext was opened: its bar asks as the person asked last."""
        form = page.find_bar.form
        form.choose(remembered(self._window.settings))
        form.chosen.connect(lambda: self._remember(form))
        page.reviewer.changed.connect(self._on_reviewer_changed)
        page.find_bar.replace_asked.connect(lambda: self.replacing.ask(page))

    def set_look(self, look: Look) -> None:
        """Take over a theme or a zoom."""
        self.library.panel.set_look(look)

    def open_library(self) -> None:
        """Search the whole library, for the words in the find bar where there are some."""
        self.library.open(self._asked(), whole_library=True)

    def list_places(self) -> None:
        """List what is found in this bitext, with what faces it."""
        self.library.open(self._asked(), whole_library=False)

    def step(self, step: int) -> None:
        """Go to the next hit (or the one before): of the list where one is shown, else in the bitext."""
        if not self.library.step(step) and self._window.has_page:
            self._window.page.finder.step(step)

    def enter(self) -> None:
        """Go to the place under the bar, where the keyboard is among the places listed."""
        panel = self.library.panel
        if panel.lines.hasFocus():
            self.library.go_to(panel.row, stay=False)

    def close(self) -> None:
        """The window closes: want nothing any more."""
        self.library.close()
        self._remember_height()

    def _make_room(self) -> None:
        """Give the list of places the height it had last, else a good part of the window's."""
        window = self._window
        if window.height() < LOW:
            window.details.fold(folded=True)
        self._room_made = True
        height = window.settings.concordance_height or round(window.height() * SHARE)
        panel = self.library.panel
        # Once the details have gone: before, the rows and they need the height.
        QTimer.singleShot(0, panel, lambda: window.resizeDocks([panel], [height], Qt.Orientation.Vertical))

    def _give_back_room(self) -> None:
        self._remember_height()
        self._window.details.fold(folded=False)

    def _remember_height(self) -> None:
        panel = self.library.panel
        if panel.height() > 0 and self._room_made and not panel.isFloating():
            self._window.settings.concordance_height = panel.height()

    def _asked(self) -> Query | None:
        if not self._window.has_page or self._window.page.find_bar.isHidden():
            return None
        return self._window.page.find_bar.form.question()

    def _on_reviewer_changed(self, changes: ChangeSet) -> None:
        if changes.paragraphs or changes.removed or changes.inserted:
            self.library.refresh()

    def _remember(self, form: SearchForm) -> None:
        query, settings = form.question(), self._window.settings
        settings.find_kind, settings.find_where = query.kind.value, query.where.value
        settings.find_counts = [one.name for one in fields(Folding) if not getattr(query.folding, one.name)]
        settings.find_endings = query.endings


def remembered(settings: Settings) -> Query:
    """The choices made last, without words."""
    return Query(
        "",
        Kind(settings.find_kind) if settings.find_kind in set(Kind) else Kind.PART,
        Where(settings.find_where) if settings.find_where in set(Where) else Where.EVERYWHERE,
        Folding(**{one.name: one.name not in settings.find_counts for one in fields(Folding)}),
        settings.find_endings,
    )
