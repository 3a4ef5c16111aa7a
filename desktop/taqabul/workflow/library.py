"""The library a program works on: its database, and who is at work."""

import getpass
import os
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from uuid import uuid4

from taqabul import paths
from taqabul.domain.errors import InvalidInput
from taqabul.domain.ids import BitextId, JournalId
from taqabul.domain.roles import Role
from taqabul.storage import checkouts, journal, people
from taqabul.storage.database import Database
from taqabul.storage.opening import open_encrypted
from taqabul.storage.postgresql import open_server
from taqabul.storage.servers import Server, is_address, parse
from taqabul.storage.shares import share_of
from taqabul.workflow.haystack import Haystack
from taqabul.workflow.passwords import AskPassword, let_in, shown
from taqabul.workflow.watch import Watch


@dataclass
class Library:
    """An open library. ``session`` tells this program's edits from those of others."""

    database: Database
    author: str
    location: str
    opened_at: JournalId
    session: str = field(default_factory=lambda: uuid4().hex)
    watches: dict[BitextId, Watch] = field(default_factory=dict)
    haystack: Haystack = field(default_factory=Haystack)
    role: Role | None = Role.OWNER
    """What whoever is at work may do; a server refuses the rest whatever is asked of it. None: they only read."""
    holds_to_names: bool = False
    """Whether the server lets everybody sign with the name only by which it knows them."""
    remark: str = ""
    """What a person should know of how the library is kept, where there is something."""

    @property
    def file(self) -> Path | None:
        """The file it is kept in; None where a server keeps it."""
        return None if is_address(self.location) else Path(self.location)

    @property
    def readable(self) -> str:
        """Where it is, as people read it."""
        return shown(Path(self.location) if self.server is None else self.server)

    @property
    def server(self) -> Server | None:
        """The server it is kept on; None where it is a file."""
        return parse(self.location, "") if is_address(self.location) else None

    def watch(self, bitext: BitextId) -> Watch:
        """What others did to a bitext since it was last looked at here, or since the library was opened."""
        return self.watches.setdefault(bitext, Watch(self.opened_at))

    def looked_at(self, bitext: BitextId, up_to: JournalId) -> None:
        """All of a bitext was read just now, at that line of the journal."""
        self.watches[bitext] = Watch(up_to)

    def shown(self, bitext: BitextId, up_to: JournalId) -> None:
        """What others did to a bitext up to a line of the journal is on the screen now."""
        self.watch(bitext).show(up_to)

    def begin_anew(self) -> None:
        """Forget what was known of the library: another state of it was brought back."""
        with self.database.read() as transaction:
            self.opened_at = journal.last_act(transaction)
        self.watches.clear()
        self.haystack = Haystack()

    def close(self) -> None:
        """Let go of it."""
        self.database.close()


def library_place(location: str | Path | None = None) -> Path | Server:
    """Where the library is: the location given, or TAQABUL_LIBRARY, or the user's data folder.

    A location like ``postgresql://user@host/database`` is one on a server. Raises InvalidInput where it is none.
    An empty location is most often a variable that holds nothing: it does not stand for the library that is usual.
    """
    if location == "":
        raise InvalidInput(
            "The name of the library is empty.", "Give a file or an address, or leave --library out."
        )
    place = location or os.environ.get("TAQABUL_LIBRARY") or paths.default_library()
    if isinstance(place, str) and is_address(place):
        return parse(place, _login_name())
    return Path(place).expanduser().absolute()


def is_on_server(location: str | Path | None = None) -> bool:
    """Whether a location, as ``library_place`` takes it, is on a server. Raises InvalidInput."""
    return isinstance(library_place(location), Server)


def library_path(location: str | Path | None = None) -> Path:
    """The file of a library, as ``library_place``; raises InvalidInput where it is on a server."""
    place = library_place(location)
    if isinstance(place, Server):
        raise InvalidInput(
            f"The library {place} is on a server, not in a file.",
            "The server's own tools copy it and bring it back: pg_dump and pg_restore.",
        )
    return place


def open_library(
    location: str | Path | None = None, author: str | None = None, ask_password: AskPassword | None = None
) -> Library:
    """Open a library; a new one is made where there is none.

    Without a location the one TAQABUL_LIBRARY names is opened, or else the file in the user's data
    folder; without an author the login name signs, on a server the name of its user (in a team always), and in a file that was
    checked out whoever took it along. A file that cannot be
    written is refused: every step is saved at once, so nothing could be done in it. ``ask_password`` as in
    ``passwords.let_in``. Raises LibraryError, NewerLibrary, ServerRefused where a
    server lets nobody in, and LibraryLocked where nobody knows the password of an encrypted file.
    """
    place = library_place(location)
    if isinstance(place, Server):
        database = let_in(place, partial(open_server, place), ask_password)
        author = author or place.user
    else:
        database = let_in(place, partial(open_encrypted, place), ask_password)
    with database.read() as transaction:
        opened_at = journal.last_act(transaction)
        author = author or checkouts.taken_by(transaction)
        role = people.role_here(transaction)
        held = people.holds_to_names(transaction)
    if held and isinstance(place, Server):
        author = place.user
    return Library(
        database,
        author or _login_name(),
        str(place),
        opened_at,
        role=role,
        holds_to_names=held,
        remark=_remark(place, role),
    )


def _remark(place: Path | Server, role: Role | None) -> str:
    if role is None:
        return (
            f"You may only read the library {shown(place)}: nothing you do in it is kept. "
            "An owner of it gives roles: taqabul team add NAME --role annotator"
        )
    share = share_of(place) if isinstance(place, Path) else ""
    if not share:
        return ""
    return (
        f"The library {place} is on a network share ({share}): it is kept in the safe mode, which is slower. "
        "Others may open it at the same time, but wait for each other."
    )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name is known for this user number (OSError from Python 3.13 on)
        return "unknown"
