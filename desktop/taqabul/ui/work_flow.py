"""Tells whoever has the library open that work was given to them meanwhile, and shows it when they ask."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QTimer

from taqabul.domain.errors import AppError, ServerGone
from taqabul.domain.ids import BitextId
from taqabul.text.direction import isolated
from taqabul.ui.core.asking import Asking
from taqabul.ui.core.i18n import QT_TRANSLATE_NOOP, plural, translate
from taqabul.ui.library.listing import Shelf
from taqabul.workflow.assigning import NewWork, work_besides

if TYPE_CHECKING:
    from taqabul.ui.main_window import MainWindow

MORE: Final = QT_TRANSLATE_NOOP("Work", "%n piece(s) of work were assigned to you: {which}")
_NAMED: Final = 3
_TITLE: Final = 60


class WorkFlow:
    """On behalf of a main window. What there is when the library is opened is no news; what comes later is told once.

    It is told when no other message stands there, and what is in sight stays where it is on the screen.
    """

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._seen: frozenset[int] | None = None
        self._waiting: list[NewWork] = []
        self._lifted = 0
        self._asking = Asking(window.runner, self._on_known, self._on_unknown)
        self._soon = QTimer(window)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell)
        window.messages.closed.connect(self._on_message_closed)

    def ask(self) -> None:
        """Look beside the window what is ours; a queue of it that is open is looked at again."""
        window, library, seen = self._window, self._window.library, self._seen or frozenset()
        self._asking.ask(lambda _: work_besides(library, seen))
        if window.has_page and window.page.filtering.shows_work:
            window.page.findings.want(numbers=False, since=None, work=True)

    def stop(self) -> None:
        """The window closes."""
        self._soon.stop()
        self._asking.stop()

    def _on_known(self, found: list[NewWork]) -> None:
        first, before = self._seen is None, self._seen or frozenset()
        self._seen = before | {one.given.id for one in found}
        author = self._window.library.author
        if not first:
            self._waiting += [one for one in found if one.given.given_by != author]
        self._tell()

    def _on_unknown(self, error: AppError) -> None:
        if not isinstance(error, ServerGone):  # that is told by who listens
            self._window.messages.show_error(error)

    def _on_message_closed(self) -> None:
        self._move(-self._lifted)
        self._lifted = 0
        self._soon.start()

    def _tell(self) -> None:
        window, news = self._window, self._waiting
        if not news or not window.messages.isHidden():
            return
        self._waiting = []
        bitexts = sorted({one.given.bitext for one in news})
        press = self._list if len(bitexts) > 1 else partial(self._open, bitexts[0])
        before = self._heights()
        window.messages.show_message(_told(news), (translate("Work", "Assigned to &me"), press))
        self._settle()
        (top, row), (top_before, row_before) = self._heights(), before
        self._lifted = top - top_before
        self._move(row - row_before)

    def _settle(self) -> None:
        """Have everything take its place now, not when Qt comes to it."""
        centre = self._window.centralWidget()
        layout = None if centre is None else centre.layout()
        if layout is not None:
            layout.activate()

    def _heights(self) -> tuple[int, int]:
        """Where in the window the texts begin, and the row in hand; 0 where none are open."""
        if not self._window.has_page:
            return 0, 0
        view = self._window.page.view
        top = view.viewport().mapTo(self._window, QPoint(0, 0)).y()
        return top, top + view.places.y_of(max(view.currentIndex().row(), 0))

    def _move(self, pixels: int) -> None:
        if self._window.has_page and pixels:
            bar = self._window.page.view.verticalScrollBar()
            bar.setValue(bar.value() + pixels)

    def _open(self, bitext: BitextId) -> None:
        """Show our rows of a bitext."""
        window = self._window
        if not window.has_page or window.page.summary.id != bitext:
            window.open_bitext(bitext)
        if window.has_page and window.page.summary.id == bitext:
            filtering = window.page.filtering
            filtering.ask(replace(filtering.asked, conditions=frozenset({"assigned"})))

    def _list(self) -> None:
        """Show the bitexts of the library that have our name."""
        window = self._window
        window.show_start()
        if not window.has_page:
            window.start.shelves.choose(Shelf())
            window.start.search.setText(window.library.author)


def _told(news: list[NewWork]) -> str:
    if len(news) > 1:
        titles = list(dict.fromkeys(one.title for one in news))
        named = [f"“{isolated(_short(title))}”" for title in titles[:_NAMED]]
        return plural(MORE, len(news)).format(which=", ".join([*named, *(["…"] if titles[_NAMED:] else [])]))
    (one,) = news
    words = translate("Work", "{who} assigned to you: “{title}”")
    parts = [words.format(who=isolated(one.given.given_by), title=isolated(_short(one.title)))]
    if one.rows:
        parts.append(translate("Work", "rows {first}–{last}").format(first=one.rows[0], last=one.rows[1]))
    if one.given.until:
        parts.append(translate("Work", "by {day}").format(day=one.given.until.isoformat()))
    task = f": {isolated(one.given.task)}" if one.given.task else ""
    return ", ".join(parts) + task


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[:_TITLE].rstrip()}…"
