"""Shows in the window who else is at work in a library on a server, and brings in what they do as they do it."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLabel

from taqabul.domain.changes import ChangeSet
from taqabul.domain.ids import LinkId
from taqabul.text.direction import isolated
from taqabul.ui.company.words import at_row, everybody, which_texts
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.core.message_bar import Kind
from taqabul.ui.pages.bitext_page import BitextPage
from taqabul.workflow.company import Colleague, Company

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

SPARED = QT_TRANSLATE_NOOP(
    "Company",
    "%n pair(s) were left as they are: somebody else changed them meanwhile. The others were done.",
)
LEFT = QT_TRANSLATE_NOOP(
    "Company",
    "%n text(s) were left as they are, because somebody else changed them meanwhile: {which}. The others were done; look at these, and look for the words again.",
)
POLL_MS = 150
REMARK_MS = 8000


class CompanyFlow(QObject):
    """The others on behalf of a main window; nobody, where the library is a file."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.company = Company(window.library)
        self.others: tuple[Colleague, ...] = ()
        self.label = QLabel(window)
        self._page: BitextPage | None = None
        self._connected: bool | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(POLL_MS)
        self._clock.timeout.connect(self.listen)
        self._server = window.library.server
        self.label.setVisible(self._server is not None)

    def start(self) -> None:
        """Begin to listen, once the window has its parts."""
        self._window.statusBar().addPermanentWidget(self.label)
        self._tell()
        if self._server is not None:
            self.company.start()
            self._clock.start()
            self._window.work.ask()

    def attach(self) -> None:
        """A bitext is open."""
        self._page = page = self._window.page
        page.view.painting.company = self.at
        page.model.company = lambda link: at_row(self.at(link))
        page.view.place_changed.connect(self._on_view_place_changed)
        page.editing.changed.connect(self._on_editing_changed)
        page.reviewer.spared.connect(self._on_spared)
        self._say_where()

    def detach(self) -> None:
        """No bitext is open any more."""
        self._page = None
        self.company.be_at(None)

    def close(self) -> None:
        """Say good-bye."""
        self._clock.stop()
        self.company.stop()
        self._window.role.stop()
        self._window.work.stop()

    def at(self, link: LinkId) -> list[Colleague]:
        """Who else is at a row of the open bitext."""
        if self._page is None:
            return []
        bitext = self._page.summary.id
        return [one for one in self.others if one.bitext == bitext and one.link == link]

    def title(self, shown: str) -> str:
        """What the window's title says before the program's name."""
        parts = [shown, *([self._server.called] if self._server is not None else []), "Taqabul"]
        return " – ".join(part for part in parts if part)

    def listen(self) -> None:
        """Take what was heard."""
        news = self.company.news()
        if news.fault is not None:
            raise news.fault
        if news.connected is not self._connected:
            self._on_connected(news.connected)
        if news.roles:
            self._window.role.ask()
        if news.work:
            self._window.work.ask()
        if news.others != self.others:
            self.others = news.others
            self._tell()
            if self._page is not None:
                self._page.view.viewport().update()
        if self._page is not None and self._page.summary.id in news.written:
            self._page.check_others()

    def _on_connected(self, connected: bool | None) -> None:
        before, self._connected = self._connected, connected
        messages = self._window.messages
        if connected is False:
            words = translate(
                "Company",
                "The library’s server does not answer. What you are typing stays where it is; nothing can be saved until the server is back.",
            )
            messages.show_message(words, kind=Kind.PROBLEM)
        elif before is False:
            messages.show_message(translate("Company", "The library’s server is back."))
            self._window.role.ask()  # what was called meanwhile nobody heard here
            self._window.work.ask()
            if self._page is not None:
                self._page.check_others()
        self._tell()

    def _tell(self) -> None:
        if self._server is None:
            return
        lost = translate("Company", "not connected")
        who = lost if self._connected is False else everybody(self.others)
        self.label.setText(f"{isolated(self._server.called)}  ·  {who}")
        self.label.setToolTip("\n".join(isolated(one.name) for one in self.others))

    def _on_spared(self, changes: ChangeSet) -> None:
        """Some of many rows, or texts, were left alone: say so, and offer to show them."""
        page = self._page
        if page is None:
            return
        ids = np.array(changes.spared, np.int64)
        show = (translate("Company", "&Show them"), lambda: self._show_spared(page, ids))
        words = plural(SPARED, len(ids))
        if changes.left:
            words = plural(LEFT, len(changes.left)).format(which=which_texts(changes.left))
        self._window.messages.show_message(words, *([show] if len(ids) else []), kind=Kind.PROBLEM)
        page.check_others()

    def _show_spared(self, page: BitextPage, links: NDArray[np.int64]) -> None:
        if self._page is page:
            page.filtering.pick(links)

    def _say_where(self) -> None:
        page = self._page
        if page is None:
            return
        place, editor = page.view.place(), page.editing.editor
        self.company.be_at(
            page.summary.id,
            None if place is None else place.row.link.id,
            None if editor is None else editor.paragraph.id,
        )

    def _on_view_place_changed(self) -> None:
        self._say_where()
        self._warn()

    def _on_editing_changed(self) -> None:
        self._say_where()
        self._warn()

    def _warn(self) -> None:
        """Say who is correcting a text of the row gone to."""
        place = None if self._page is None else self._page.view.place()
        if place is None:
            return
        busy = [one for one in self.at(place.row.link.id) if one.paragraph is not None]
        if busy:
            self._window.statusBar().showMessage(at_row(busy), REMARK_MS)
