"""What was done to a bitext, and taking it back: across restarts, each person's own steps."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

from taqabul.domain.changes import ChangeSet
from taqabul.domain.edits import Edit
from taqabul.domain.errors import EditConflict
from taqabul.domain.ids import BitextId, JournalId
from taqabul.storage import journal as acts
from taqabul.storage.applying import Signature, apply
from taqabul.storage.database import Transaction
from taqabul.storage.invariants import BrokenInvariantError
from taqabul.storage.journal import Act, Kind, State
from taqabul.workflow.library import Library
from taqabul.workflow.projects import bitext_in

LARGE = 10_000
"""Bytes of an edit in the journal from which on turning it around takes longer than a tenth of a second."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """A line of the history. ``kind`` is do, undo or redo; ``undone`` says that it does not count any more.

    ``of`` is the act an undo or redo is about.
    """

    id: JournalId
    at: datetime
    author: str
    verb: str
    kind: str
    undone: bool
    summary: str
    of: JournalId | None = None


class Turnable(NamedTuple):
    """The verbs, and the lines, that ``undo`` and ``redo`` would turn around; None where there is nothing."""

    undo: str | None
    redo: str | None
    done: JournalId | None
    undone: JournalId | None


def undo(library: Library, bitext: BitextId) -> ChangeSet | None:
    """Take back the last thing this author did to the bitext; None where there is nothing left.

    Raises EditConflict where somebody changed the same thing since; nothing is written then.
    """
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        act = acts.last_done(transaction, bitext, library.author)
        if act is None:
            return None
        edit = acts.edit_of(transaction, act.id).inverse
        return _turn(library, transaction, act, edit, Kind.UNDO)


def redo(library: Library, bitext: BitextId) -> ChangeSet | None:
    """Do again what this author took back last; None where there is nothing, or something was done since."""
    with library.database.write() as transaction:
        bitext_in(transaction, bitext)
        act = acts.next_undone(transaction, bitext, library.author)
        if act is None:
            return None
        return _turn(library, transaction, act, acts.edit_of(transaction, act.id), Kind.REDO)


def is_large(library: Library, bitext: BitextId, *, redo: bool = False) -> bool:
    """Whether what ``undo`` (or ``redo``) would turn around takes longer than a person waits for a key."""
    with library.database.read() as transaction:
        act = (acts.next_undone if redo else acts.last_done)(transaction, bitext, library.author)
        return act is not None and acts.size_of(transaction, act.id) > LARGE


def _turn(library: Library, transaction: Transaction, act: Act, edit: Edit, kind: Kind) -> ChangeSet:
    signature = Signature(library.author, library.session, datetime.now(UTC), kind, act.id)
    try:
        return apply(transaction, edit, signature)
    except BrokenInvariantError as error:
        raise EditConflict(
            f"The step “{act.verb}” cannot be turned around: something else was built on it since.",
            "Take that back first, where it was done, perhaps in another text; nothing was changed.",
        ) from error
    except EditConflict as error:
        raise EditConflict(
            f"The step “{act.verb}” cannot be turned around: the same rows were changed since.",
            "Change the rows by hand; nothing was changed.",
        ) from error


def undo_label(library: Library, bitext: BitextId) -> str | None:
    """The verb that ``undo`` would take back."""
    return turnable(library, bitext).undo


def redo_label(library: Library, bitext: BitextId) -> str | None:
    """The verb that ``redo`` would do again."""
    return turnable(library, bitext).redo


def turnable(library: Library, bitext: BitextId) -> Turnable:
    """What ``undo`` and ``redo`` would turn around."""
    with library.database.read() as transaction:
        back, again = (
            find(transaction, bitext, library.author) for find in (acts.last_done, acts.next_undone)
        )
    return Turnable(
        back.verb if back else None,
        again.verb if again else None,
        back.id if back else None,
        again.id if again else None,
    )


def journal(
    library: Library, bitext: BitextId, limit: int = 100, before: JournalId | None = None
) -> list[JournalEntry]:
    """The last lines of a bitext's history (before a line), the newest first, by everybody."""
    with library.database.read() as transaction:
        return [entry(act) for act in acts.acts(transaction, bitext, limit, before)]


def entry(act: Act) -> JournalEntry:
    """An act as a line of the history."""
    undone = act.state is not State.DONE
    return JournalEntry(act.id, act.at, act.author, act.verb, act.kind.value, undone, act.summary, act.of)
