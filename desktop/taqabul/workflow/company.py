"""Who else is at work in a library on a server, where, and that something was done there: heard as it happens.

Nothing of it is kept anywhere: everybody says where they are, whenever that changes and every few seconds, and who
has not been heard for a while is gone.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Event, Lock, Thread

from taqabul.domain.errors import LibraryError
from taqabul.domain.ids import BitextId, LinkId, ParagraphId
from taqabul.storage.calls import LONGEST_NAME, Call, Gone, Here, Roles, Told, Who, Work
from taqabul.storage.wire import Wire
from taqabul.workflow.library import Library

PATIENCE = 0.2
RETRY = 1.0
JOIN = 3.0
BEAT = 3.0
TRIED = 0.5
ANSWER = 3.0
"""The line is tried so often, and is dead where so many seconds went by without an answer: nobody shall wait longer."""
SILENCE = 10.0
"""Seconds after which somebody of whom nothing was heard is gone; they are heard every ``BEAT`` seconds."""


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody else's window: whose it is, what it shows, the row in hand, the paragraph being corrected."""

    session: str
    name: str
    bitext: BitextId | None
    link: LinkId | None
    paragraph: ParagraphId | None


@dataclass(frozen=True, slots=True)
class News:
    """What was heard since somebody last asked. ``connected`` is None until that is known."""

    written: frozenset[BitextId]
    """The bitexts to which somebody else did something."""
    others: tuple[Colleague, ...]
    connected: bool | None
    roles: bool = False
    """Whether roles in the team changed."""
    work: bool = False
    """Whether somebody else gave work, took some back or said that it is done."""
    fault: Exception | None = None


class Company:
    """Listens in a thread of its own and says where we are; ``news`` is asked for whenever it suits."""

    def __init__(self, library: Library, now: Callable[[], float] = time.monotonic) -> None:
        self._library, self._now = library, now
        self._wire = None if library.database.wire is None else library.database.wire()
        self._here = Here(library.session, _presentable(library.author))
        self._said: Here | None = None
        self._said_at = 0.0
        self._lock = Lock()
        self._stop = Event()
        self._roles = self._work = False
        self._written: set[BitextId] = set()
        self._others: dict[str, tuple[Colleague, float]] = {}
        self._connected: bool | None = None
        self._fault: Exception | None = None
        self._thread = Thread(target=self._run, name="taqabul-company", daemon=True)
        self._asked_at: float | None = None
        self._guard = Thread(target=self._keep_watch, name="taqabul-company-line", daemon=True)

    @property
    def session(self) -> str:
        """By what others know this window."""
        return self._library.session

    def start(self) -> None:
        """Begin to listen, where the library has a server."""
        if self._wire is not None:
            self._thread.start()
            self._guard.start()

    def stop(self) -> None:
        """Say good-bye and end the threads."""
        self._stop.set()
        for thread in (self._thread, self._guard):
            if thread.is_alive():
                thread.join(JOIN)

    def be_at(
        self, bitext: BitextId | None, link: LinkId | None = None, paragraph: ParagraphId | None = None
    ) -> None:
        """Say where we are: in a bitext, at a row, correcting a paragraph."""
        with self._lock:
            self._here = replace(self._here, bitext=bitext, link=link, paragraph=paragraph)

    def news(self) -> News:
        """What was heard since the last time, and who is there now."""
        with self._lock:
            written, self._written = frozenset(self._written), set()
            oldest = self._now() - SILENCE
            self._others = {key: one for key, one in self._others.items() if one[1] >= oldest}
            others = tuple(sorted((one for one, _ in self._others.values()), key=lambda one: one.name))
            fault, self._fault = self._fault, None
            roles, self._roles = self._roles, False
            work, self._work = self._work, False
            return News(written, others, self._connected, roles, work, fault)

    def _run(self) -> None:
        while self._wire is not None and not self._stop.is_set():
            wire = self._wire
            try:
                wire.open()
                self._be(connected=True)
                self._converse(wire)
            except LibraryError:
                self._be(connected=False)
            except Exception as error:  # noqa: BLE001  (told in the window, where bugs are told)
                with self._lock:
                    self._fault = error
                self._be(connected=False)
            finally:
                self._asked_at = None
                wire.close()
            self._stop.wait(RETRY)

    def _converse(self, wire: Wire) -> None:
        self._said = None
        calls: list[Call] = [Who(self._library.session)]
        tried = 0.0
        while not self._stop.is_set():
            self._asked_at = time.monotonic()
            if self._asked_at - tried >= TRIED:
                wire.try_line()
                tried = self._asked_at
            for call in wire.exchange([*calls, *self._due()], PATIENCE):
                self._hear(call)
            self._asked_at = None
            calls = []
        wire.exchange([Gone(self._library.session)], 0)

    def _keep_watch(self) -> None:
        """Cut the line where the server owes an answer for long: our own thread, and the window's, wait for it."""
        last = time.monotonic()
        while not self._stop.wait(PATIENCE):
            asked, before, last = self._asked_at, last, time.monotonic()
            if asked is not None and last - before > ANSWER / 2:
                self._asked_at = last  # this program stood still itself: the answer may lie there unread
            elif asked is not None and last - asked > ANSWER:
                self._asked_at = None
                self._library.database.break_off()
                self._be(connected=False)

    def _due(self) -> list[Call]:
        with self._lock:
            here, now = self._here, self._now()
            if here == self._said and now - self._said_at < BEAT:
                return []
            self._said, self._said_at = here, now
            return [here]

    def _hear(self, call: Call) -> None:
        if call.session == self._library.session:
            return
        with self._lock:
            match call:
                case Told():
                    self._written.add(call.bitext)
                case Here():
                    known = Colleague(call.session, call.name, call.bitext, call.link, call.paragraph)
                    self._others[call.session] = (known, self._now())
                case Gone():
                    self._others.pop(call.session, None)
                case Roles():
                    self._roles = True
                case Work():
                    self._work = True
                case Who():
                    self._said = None

    def _be(self, *, connected: bool) -> None:
        with self._lock:
            if connected is not self._connected:
                self._connected = connected
                self._others.clear()
        if connected:
            self._library.database.answers()
        else:
            self._library.database.connect_anew()


def _presentable(name: str) -> str:
    """A name as others may be shown it."""
    return "".join(letter for letter in name if letter.isprintable()).strip()[:LONGEST_NAME] or "?"
