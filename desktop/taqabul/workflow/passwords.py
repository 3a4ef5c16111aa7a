"""Passwords of servers and of encrypted files: the system's keyring remembers them, nothing of ours ever does."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from taqabul.domain.errors import LibraryLocked, ServerRefused
from taqabul.storage.ciphering import locked
from taqabul.storage.servers import Server

Opened = TypeVar("Opened")


@dataclass(frozen=True, slots=True)
class Answer:
    """A password as a person gave it; ``keep``: the keyring shall remember it where it is right."""

    password: str
    keep: bool = False


AskPassword = Callable[[str, str], Answer | None]
"""Asks a person for the password, told (address, what went wrong so far, "" at first); None: they gave up."""

Place = Server | Path
"""What a password opens: a server, or a file."""

_SERVICE = "taqabul"
_TRIES = 3


def let_in(server: Place, connect: Callable[[str | None], Opened], ask: AskPassword | None = None) -> Opened:
    """What ``connect`` gives for a server or an encrypted file, with no password of ours, with the keyring's, or with one that a person gives.

    Without a password libpq still has its own ways in (PGPASSWORD, a socket, a certificate). Raises ServerRefused
    or LibraryLocked where none of it helps, and what else ``connect`` raises.
    """
    try:
        return connect(None)
    except (ServerRefused, LibraryLocked) as error:
        if not error.needs_password:
            raise
        refused: ServerRefused | LibraryLocked = error
    kept = remembered(server)
    if kept is not None:
        try:
            return connect(kept)
        except (ServerRefused, LibraryLocked) as error:
            refused = error
    for tried in range(_TRIES if ask else 0):
        given = ask(shown(server), refused.message if tried else "") if ask else None
        if given is None:
            break
        try:
            opened = connect(given.password)
        except (ServerRefused, LibraryLocked) as error:
            refused = error
        else:
            if given.keep:
                remember(server, given.password)
            return opened
    raise refused


def shown(place: Place) -> str:
    """A place as people read it."""
    return str(place) if isinstance(place, Path) else place.readable


def once(answer: Answer | None) -> AskPassword:
    """Gives an answer that a person gave before, and asks nobody."""
    given = [] if answer is None else [answer]
    return lambda _address, _trouble: given.pop() if given else None


def wrong_password(path: Path) -> str:
    """What is said where a password does not open a file."""
    error = locked(path, wrong=True)
    return f"{error.message} {error.hint}"


def remembered(server: Place) -> str | None:
    """The password in the system's keyring; None where there is none, or no keyring."""
    try:
        import keyring  # noqa: PLC0415  (an extra, and slow to load)

        return keyring.get_password(_SERVICE, _key(server))
    except Exception:  # noqa: BLE001  (whatever a keyring raises, there is no password to be had)
        return None


def remember(server: Place, password: str) -> bool:
    """Put a password into the system's keyring; False where there is none."""
    try:
        import keyring  # noqa: PLC0415

        keyring.set_password(_SERVICE, _key(server), password)
    except Exception:  # noqa: BLE001  (each system's keyring has errors of its own)
        return False
    return True


def _key(server: Place) -> str:
    if isinstance(server, Path):
        return str(server)
    return f"{server.user}@{server.host}:{server.port}/{server.database}"
