"""Brings what other programs did to an open bitext into the window, by the clock or as soon as it is heard of."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from taqabul.domain.errors import AppError
from taqabul.text.direction import isolated
from taqabul.ui.bitext.staying import staying
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.i18n import translate
from taqabul.workflow.others import Elsewhere, done_by_others

if TYPE_CHECKING:
    from taqabul.ui.pages.bitext_page import BitextPage

WATCH_MS = 3000


class BringingIn(QObject):
    """Looks beside the window; shows what was found so that neither the reader's place nor what is typed moves."""

    def __init__(self, page: "BitextPage") -> None:
        super().__init__(page)
        self._page = page
        self._asking = Asking(page.runner, self._on_read, self._on_missed)
        self._again = self._missed = False
        self._clock = QTimer(self)
        self._clock.setInterval(WATCH_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Ask what others did; once more afterwards where that is being asked already."""
        page = self._page
        if self._asking.waits:
            self._again = True
        else:
            self._asking.ask(lambda _progress: done_by_others(page.library, page.summary.id))

    def stop(self) -> None:
        """The bitext is closed."""
        self._clock.stop()
        self._asking.stop()

    def _on_read(self, found: Elsewhere | None) -> None:
        self._missed = False
        if found is not None:
            try:
                self._show(found)
            except AppError as error:
                self._on_missed(error)
        if self._again:
            self._again = False
            self.look()

    def _show(self, found: Elsewhere) -> None:
        page = self._page
        if found.changes is None:
            page.reload()
        else:
            with staying(page.view):
                page.reviewer.show(found.changes, by_others=True)
            page.library.shown(page.summary.id, found.up_to)
            page.findings.heard()
        words = translate("BitextPage", "Changed by {who}; it is shown as it is now.")
        page.told.emit(words.format(who=", ".join(map(isolated, found.by))))

    def _on_missed(self, error: AppError) -> None:
        """Told once: the clock would say it again and again."""
        if not self._missed:
            self._missed = True
            self._page.failed.emit(error)
