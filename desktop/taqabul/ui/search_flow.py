"""Finding in the window: what was chosen last is remembered, the bars and lists keep in step."""

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from taqabul.domain.search import Folding, Kind, Query, Where
from taqabul.ui.core.settings import Settings
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.ui.search.replace_flow import ReplaceFlow
from taqabul.ui.search.search_form import SearchForm

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow


class SearchFlow(QObject):
    """Finds on behalf of a main window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.replacing = ReplaceFlow(window)

    def attach(self, page: BitextPage) -> None:
        """A bitext was opened: its bar asks as the person asked last."""
        form = page.find_bar.form
        form.choose(remembered(self._window.settings))
        form.chosen.connect(lambda: self._remember(form))
        page.find_bar.replace_asked.connect(lambda: self.replacing.ask(page))

    def step(self, step: int) -> None:
        """Go to the next hit (or the one before)."""
        self._window.page.finder.step(step)

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
