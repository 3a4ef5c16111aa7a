"""The line to a server: its connections, and whether anybody answers at the other end.

A statement on a line that is dead, and does not say so, waits for many seconds: what waits is the window. So whoever
finds out that nobody answers cuts the line, which ends all waiting at once.
"""

import os
import socket
from contextlib import suppress
from typing import Any
from weakref import WeakSet

from taqabul.storage.server_troubles import server_gone


class Line:
    """The connections to one library on a server; ``name`` is the library's. Safe to be used by several threads."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._connections: WeakSet[Any] = WeakSet()
        self._is_cut = False

    def add(self, connection: Any) -> None:  # noqa: ANN401  (psycopg's)
        """A connection of psycopg's was made."""
        self._connections.add(connection)

    def check(self) -> None:
        """Raises ServerGone where it is known that nobody answers."""
        if self._is_cut:
            raise server_gone(self._name)

    def cut(self) -> None:
        """Have everybody who waits for an answer hear that none comes."""
        self._is_cut = True
        for connection in list(self._connections):
            # Of a copy of the descriptor: the connection itself is somebody else's still, and closed by them, perhaps just now.
            with suppress(Exception), socket.socket(fileno=os.dup(connection.pgconn.socket)) as end:
                end.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        """Somebody answers again."""
        self._is_cut = False
