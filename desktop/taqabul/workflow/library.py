"""The library a program works on: its database, and who is at work."""

import getpass
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import uuid4

from taqabul import paths
from taqabul.domain.edits import Edit, Replacement
from taqabul.domain.ids import BitextId, JournalId, LinkId, ParagraphId
from taqabul.storage import journal
from taqabul.storage.database import Database
from taqabul.storage.opening import open_database
from taqabul.storage.shares import share_of
from taqabul.workflow.haystack import Haystack


@dataclass
class Watch:
    """What other programs did to a bitext since somebody here last looked at all of it."""

    up_to: JournalId
    links: set[LinkId] = field(default_factory=set)
    paragraphs: set[ParagraphId] = field(default_factory=set)
    remarks: dict[str, set[int]] = field(default_factory=dict)
    """What people wrote, by the part of an edit it is in."""

    def note_down(self, edit: Edit) -> None:
        """Remember what an edit touched."""
        self.links.update(one.id for one in edit.links.removed + edit.links.inserted)
        self.links.update(change.link for change in edit.verdicts)
        self.paragraphs.update(one.id for one in edit.paragraphs.removed + edit.paragraphs.inserted)
        for name, part in _written(edit).items():
            self.remarks.setdefault(name, set()).update(_ids(part.removed + part.inserted))

    def concerns(self, edit: Edit) -> bool:
        """Whether an edit changes something that others changed unseen."""
        return not (
            self.links.isdisjoint(_ids(edit.links.removed))
            and self.links.isdisjoint(change.link for change in edit.verdicts)
            and self.paragraphs.isdisjoint(_ids(edit.paragraphs.removed))
            and all(
                self.remarks.get(name, set()).isdisjoint(_ids(part.removed))
                for name, part in _written(edit).items()
            )
        )


def _written(edit: Edit) -> dict[str, Replacement[Any]]:
    names = ("notes", "annotations", "relations", "claims", "decisions")
    return {name: getattr(edit, name) for name in names}


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
    remark: str = ""
    """What a person should know of how the library is kept, where there is something."""

    def watch(self, bitext: BitextId) -> Watch:
        """What others did to a bitext since it was last looked at here, or since the library was opened."""
        return self.watches.setdefault(bitext, Watch(self.opened_at))

    def looked_at(self, bitext: BitextId, up_to: JournalId) -> None:
        """All of a bitext was read just now, at that line of the journal."""
        self.watches[bitext] = Watch(up_to)

    def begin_anew(self) -> None:
        """Forget what was known of the library: another state of it was brought back."""
        with self.database.read() as transaction:
            self.opened_at = journal.last_act(transaction)
        self.watches.clear()
        self.haystack = Haystack()

    def close(self) -> None:
        """Let go of the file."""
        self.database.close()


def library_path(location: str | Path | None = None) -> Path:
    """Where the library is: the location given, or TAQABUL_LIBRARY, or the user's data folder."""
    path = Path(location or os.environ.get("TAQABUL_LIBRARY") or paths.default_library())
    return path.expanduser().absolute()


def open_library(location: str | Path | None = None, author: str | None = None) -> Library:
    """Open a library; a new one is made where there is none.

    Without a location the file TAQABUL_LIBRARY names is opened, or else the one in the user's data
    folder; without an author the login name signs. A file that cannot be written is refused: every
    step is saved at once, so nothing could be done in it. Raises LibraryError, NewerLibrary.
    """
    path = library_path(location)
    database = open_database(path)
    with database.read() as transaction:
        opened_at = journal.last_act(transaction)
    return Library(database, author or _login_name(), str(path), opened_at, remark=_remark(path))


def _remark(path: Path) -> str:
    share = share_of(path)
    if not share:
        return ""
    return (
        f"The library {path} is on a network share ({share}): it is kept in the safe mode, which is slower. "
        "Others may open it at the same time, but wait for each other."
    )


def _login_name() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name is known for this user number (OSError from Python 3.13 on)
        return "unknown"


def _ids(records: Iterable[object]) -> list[int]:
    return [record.id for record in records]  # type: ignore[attr-defined]
