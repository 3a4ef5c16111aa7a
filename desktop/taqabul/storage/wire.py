"""A connection of its own over which the programs at one library of a server hear of each other at once."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any

from taqabul.storage.calls import CHANNEL, Call, understood

Explained = Callable[[], AbstractContextManager[None]]


class Wire:
    """Says and hears calls. For one thread at a time; ``connect`` gives a connection of psycopg's that is nobody else's.

    Raises LibraryError, ServerGone among others, where the server cannot be reached.
    """

    def __init__(self, connect: Callable[[], Any], explained: Explained) -> None:
        self._connect, self._explained = connect, explained
        self._connection: Any = None

    def open(self) -> None:
        """Begin to hear."""
        with self._explained():
            self._connection = self._connect()
            self._connection.execute(f"LISTEN {CHANNEL}")

    def try_line(self) -> None:
        """Have the server answer something."""
        with self._explained():
            self._connection.execute("SELECT 1")

    def exchange(self, calls: Sequence[Call], patience: float) -> list[Call]:
        """Say something, and wait some seconds for what others say; gives it as soon as there is any."""
        with self._explained():
            for call in calls:
                self._connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, call.words))
            heard = [one.payload for one in self._connection.notifies(timeout=patience, stop_after=1)]
        return [call for call in map(understood, heard) if call is not None]

    def close(self) -> None:
        """Hear nothing any more; also where the server is gone."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(Exception):  # it may have broken off in the middle of a word
                connection.close()
