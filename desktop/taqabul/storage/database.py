"""An open library and its transactions, whatever database keeps it."""

import gc
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from taqabul.domain.bitext import Link
from taqabul.domain.document import Paragraph
from taqabul.domain.ids import LinkId, ParagraphId
from taqabul.storage.line import Line
from taqabul.storage.wire import Wire

PATIENCE = 15.0
"""Seconds to wait for another program that is writing before giving up."""


@dataclass
class Transaction:
    """One consistent view of the library, and what was already read through it.

    While it lasts nobody else can change what it sees, so a record read once need not be read again.
    """

    connection: Connection
    links: dict[LinkId, Link] = field(default_factory=dict)
    paragraphs: dict[ParagraphId, Paragraph] = field(default_factory=dict)


class Database:
    """An open library. Safe to share between threads: each transaction has its own connection.

    ``reading`` and ``writing`` are the same engine, which begins a transaction for either in its own way;
    ``explained`` tells the troubles of the database in our words. ``wire`` makes what the programs at one library
    hear of each other by; None where nothing but the library itself tells. ``line`` is what connects it with its server.
    """

    def __init__(
        self,
        reading: Engine,
        writing: Engine,
        explained: Callable[[], AbstractContextManager[None]],
        wire: Callable[[], Wire] | None = None,
        line: Line | None = None,
    ) -> None:
        self._engine = reading
        self._writing = writing
        self._explained = explained
        self.wire = wire
        self._line = Line("") if line is None else line

    @contextmanager
    def read(self) -> Iterator[Transaction]:
        """A transaction that only reads; writers do not disturb it nor wait for it."""
        self._line.check()
        with self._explained(), self._engine.begin() as connection:
            yield Transaction(connection)

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """A transaction that may write: the only one of its kind at a time, all of it or nothing."""
        self._line.check()
        with self._explained(), undisturbed(), self._writing.begin() as connection:
            yield Transaction(connection)

    def break_off(self) -> None:
        """The server does not answer: whoever waits for it waits no longer, and nobody is kept waiting from now on."""
        self._line.cut()

    def connect_anew(self) -> None:
        """Let go of the connections that nobody uses: they lead to a server that went away."""
        self._engine.dispose()

    def answers(self) -> None:
        """The server answers again."""
        self._line.mend()

    def close(self) -> None:
        """Let go of the library."""
        self._engine.dispose()


@contextmanager
def undisturbed() -> Iterator[None]:
    """Holds the garbage collector back.

    A whole document is a million small records without a cycle among them; to search them for cycles
    again and again while they come in takes as long as the work itself.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
